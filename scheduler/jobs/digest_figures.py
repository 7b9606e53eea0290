"""What a digest tells, before it is put into words."""

from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.job_run import JobRun
from storage.figures.active_volunteers import pace_rules
from storage.figures.board import BoardLine
from storage.figures.drift import drifting
from storage.figures.pace import PaceRules
from storage.figures.standing import Standing, standings
from storage.room_week import RoomWeek, hours_by_week, room_total, room_week
from storage.rooms import agreement_of
from storage.runs import monday_of
from storage.silence import EARLY_DAYS, to_remind, volunteers
from storage.tables import Agreement
from storage.year import years_so_far

CHART_WEEKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A room's week and its year so far; amounts in minutes."""

    room: str
    week: RoomWeek
    group_active_weeks: int
    klus_open_days: int
    weeks: list[int]
    """Minutes of the last weeks, the week in question last."""
    year_minutes: int
    agreement: Agreement | None
    needed: int | None
    """Minutes a week that make the year's target, spread over the whole year; None without a target."""
    rules: PaceRules
    on_pace: int
    """Volunteers on pace, those who reached the hours among them."""
    reached: int
    can_be_reminded: bool
    """Whether there is anybody whom the coordinator's button would remind."""
    drifting: list[BoardLine]
    """What was promised, and stood better at the end of the week before."""


def read_figures(run: JobRun) -> Figures:
    """Read the figures of the week that is the run's period."""
    session, room = run.session, run.room
    week = room_week(session, room, monday_of(run.period))
    agreement = agreement_of(session, room.id, week.year)
    rules = pace_rules(session, room, week.year)
    members = volunteers(session, room)
    of_person = years_so_far(session, [member for member, _ in members], week.last_day)
    years = [(person, of_person[person.id]) for _, person in members]
    found = standings(years, week.last_day, rules)
    reached = len(found[Standing.REACHED])
    return Figures(
        room=room.name,
        week=week,
        group_active_weeks=run.settings.group_active_weeks,
        klus_open_days=run.settings.klus_open_days,
        weeks=hours_by_week(session, room.id, week.monday - timedelta(weeks=CHART_WEEKS - 1), CHART_WEEKS),
        year_minutes=room_total(session, room.id, date(week.year, 1, 1), week.last_day),
        agreement=agreement,
        needed=None if agreement is None else needed_in_a_week(agreement.volunteer_hours, week.year),
        rules=rules,
        on_pace=reached + len(found[Standing.ON_PACE]),
        reached=reached,
        can_be_reminded=bool(to_remind(session, room, run.today, EARLY_DAYS)),
        drifting=drifting(session, room, week.monday - timedelta(days=1), week.last_day),
    )


def needed_in_a_week(hours: int, year: int) -> int:
    """Tell the minutes a week that make ``hours`` in the year; rounded up, so that who keeps to it gets there."""
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return -(hours * 60 * 7 // -days)
