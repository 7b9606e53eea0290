"""The weekly total: on Sunday, to each volunteer, what they did since Monday; to each leader, what their groups did."""

from collections.abc import Collection
from datetime import date, timedelta

from markupsafe import Markup

from handlers.messages import Button, Reply
from language.say.voice import Voice
from language.say.words import lines
from scheduler.job_run import Counts, JobRun
from scheduler.jobs.weekly_work import group_lines, has_group_news, klussen_lines
from storage.breaks import break_on
from storage.entries import Status, entries_of, total
from storage.figures.active_volunteers import pace_rules
from storage.figures.pace import Break, PaceRules, left, own_share
from storage.history import people_with_new_entries, total_at
from storage.milestones import MILESTONES, reach_milestone
from storage.people import members, memberships
from storage.runs import last_told, monday_of, people_told, tell_once, told_at, week_of
from storage.silence import REMINDER
from storage.tables import Member, Person
from storage.year import Year, years_so_far

WHAT = "weekly_total"
LOGGED_WITHIN = timedelta(days=28)
WORTH = timedelta(hours=24)
MOST_STEP_HOURS = 30
"""A bigger step for two weeks helps nobody: then none is told."""


def still_to_tell(run: JobRun) -> list[int]:
    """The room's members who were not told of the week, by the order of their names."""
    told = people_told(run.session, run.room.id, WHAT, run.period)
    return [person.id for _, person in members(run.session, run.room.id) if person.id not in told]


def tell(run: JobRun, people: Collection[int]) -> None:
    """Send it to those of these people for whom hours were logged in the last 28 days and who want to read it.

    Who leads a group and logs no hours themselves reads of their groups alone, when there is something to tell.
    """
    asked = [(member, person) for member, person in members(run.session, run.room.id) if person.id in people]
    logged = people_with_new_entries(run.session, run.room.id, run.now - LOGGED_WITHIN)
    reminded = _reminded_this_week(run)
    years = years_so_far(run.session, [member for member, _ in asked], _last_day(run)) if asked else {}
    for member, person in asked:
        if person.id in logged:
            message = _message(run, person, years[person.id]) if _wants_it(run, member, person, reminded) else None
        else:
            message = _of_groups(run, member, person)
        if message is not None and tell_once(run.session, person.id, run.room.id, WHAT, run.period, run.now):
            run.send(person, message, WORTH)


def weekly_total(run: JobRun) -> Counts:
    """Count whom it was told."""
    return {"told": len(people_told(run.session, run.room.id, WHAT, run.period))}


def _last_day(run: JobRun) -> date:
    return min(run.today, monday_of(run.period) + timedelta(days=6))


def _reminded_this_week(run: JobRun) -> set[int]:
    zone, monday = run.settings.zone, monday_of(run.period)
    told = last_told(run.session, run.room.id, REMINDER)
    return {person for person, at in told.items() if at.astimezone(zone).date() >= monday}


def _wants_it(run: JobRun, member: Member, person: Person, reminded: Collection[int]) -> bool:
    if not run.may_write_to(person) or break_on(run.session, member, run.today) is not None:
        return False
    # A week without hours is not told to who said so, or was asked about it already.
    said_so = member.silent_until is not None and member.silent_until > run.today
    return not (said_so or person.id in reminded) or _minutes(run, person, monday_of(run.period)) > 0


def _minutes(run: JobRun, person: Person, monday: date) -> int:
    return total(run.session, person.id, monday, monday + timedelta(days=6), run.room.id)


def _message(run: JobRun, person: Person, year: Year) -> Reply:
    voice = run.voice(person)
    said = [
        *_room(run, person, voice),
        _week(run, person, voice),
        *_waiting(run, person, voice),
        *_change(run, person, voice),
        *klussen_lines(run, person, voice),
        *group_lines(run, person, voice),
        *_year(run, year, voice, _milestone(run, person, voice)),
    ]
    buttons = (Button(voice.label("button-log"), "log"), Button(voice.label("button-my-hours"), "my-hours"))
    return Reply(text=lines(said), buttons=buttons)


def _of_groups(run: JobRun, member: Member, person: Person) -> Reply | None:
    """What the groups did that somebody leads who logs no hours; None for who leads none, or of which is nothing."""
    can_read = run.may_write_to(person) and break_on(run.session, member, run.today) is None
    if not can_read or not has_group_news(run, person):
        return None
    voice = run.voice(person)
    is_over = voice.today > monday_of(run.period) + timedelta(days=6)
    head = voice.say("weekly-groups-late" if is_over else "weekly-groups")
    return Reply(text=lines([*_room(run, person, voice), head, *group_lines(run, person, voice)]))


def _room(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    if len(memberships(run.session, person.id)) == 1:
        return []
    return [voice.say("weekly-total-room", room=run.room.name)]


def _week(run: JobRun, person: Person, voice: Voice) -> Markup:
    monday = monday_of(run.period)
    minutes = _minutes(run, person, monday)
    is_over = voice.today > monday + timedelta(days=6)
    key = ("weekly-total" if minutes else "weekly-total-none") + ("-late" if is_over else "")
    return voice.say(key, amount=voice.duration(minutes))


def _waiting(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    monday = monday_of(run.period)
    waiting = entries_of(run.session, person.id, monday, monday + timedelta(days=6), (Status.WAITING,), run.room.id)
    minutes = sum(entry.minutes for entry in waiting)
    return [voice.say("weekly-total-waiting", amount=voice.duration(minutes))] if minutes else []


def _change(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    """The line for a week before that was told of, and has other hours now."""
    monday = monday_of(run.period) - timedelta(days=7)
    at = told_at(run.session, person.id, run.room.id, WHAT, week_of(monday))
    if at is None:
        return []
    was = total_at(run.session, person.id, run.room.id, monday, monday + timedelta(days=6), at)
    minutes = _minutes(run, person, monday)
    return [] if minutes == was else [voice.say("weekly-total-changed", amount=voice.duration(minutes))]


def _year(run: JobRun, year: Year, voice: Voice, milestone: list[Markup]) -> list[Markup]:
    """The year so far, and one thing about it: a milestone, or else the step that is enough."""
    on = _last_day(run)
    so_far = voice.say("weekly-total-year", amount=voice.duration(year.minutes))
    return [so_far, *(milestone or _step(voice, year, on, pace_rules(run.session, run.room, on.year)))]


def _step(voice: Voice, year: Year, on: date, rules: PaceRules) -> list[Markup]:
    if year.minutes >= rules.target_minutes:
        return [voice.say("weekly-total-reached")]
    breaks = [Break(*days) for days in year.breaks]
    rest = left(year.minutes, own_share(on.year, year.start, breaks, rules), on.year, breaks, on)
    if rest is None:
        return [voice.say("weekly-total-enough")]
    if rest.hours_per_two_weeks is None or rest.hours_per_two_weeks > MOST_STEP_HOURS:
        return []
    return [voice.say("weekly-total-step", hours=rest.hours_per_two_weeks)]


def _milestone(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    """The milestone that was reached without a message of their own: the coordinator logged it, or approved it."""
    hours = reach_milestone(run.session, person.id, run.room.id, run.today.year, run.now)
    if hours is None:
        return []
    return [voice.say("milestone-last" if hours == MILESTONES[-1] else "milestone", hours=hours)]
