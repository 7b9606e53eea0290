"""Who is an active volunteer: the agreement's 250 hours a year."""

from datetime import date

from sqlmodel import Session, select

from storage.figures.pace import PaceRules
from storage.figures.standing import Standing, pace_of, standing
from storage.rooms import agreement_of, settings_of
from storage.tables import Member, Room
from storage.year import Year, years_so_far


def active_volunteers(session: Session, room: Room, on: date) -> dict[int, Year]:
    """ "Actieve vrijwilligers (min. gem. 250 uren/jaar)": the people who are active volunteers, each with their year.

    Until the year's last day: who is on pace for the agreement's hours on the day ``on``, or has reached them. Under 28
    own days it is too early, and somebody does not count. On 31 December: who is on pace over 90 own days or more, as
    the year then is whole (28 and 90 are settings of the room). Hours that wait, are objected to or were withdrawn do
    not count. Who left counts for the hours they did: their own days go on, so that a short visit fades out of the
    figure. A coordinator counts with their hours as anybody.
    """
    rules = pace_rules(session, room, on.year)
    everybody = session.exec(select(Member).where(Member.room_id == room.id)).all()
    years = years_so_far(session, everybody, on)
    return {person: year for person, year in sorted(years.items()) if _is_active(year, on, rules)}


def too_early(session: Session, room: Room, on: date) -> bool:
    """Whether so few days of the year are gone that nobody can be told to be an active volunteer, or not to be."""
    return (on - date(on.year, 1, 1)).days + 1 < pace_rules(session, room, on.year).earliest_days


def pace_rules(session: Session, room: Room, year: int) -> PaceRules:
    """The numbers of the pace: the year's agreement's hours, the room's days."""
    agreement, settings, usual = agreement_of(session, room.id, year), settings_of(room), PaceRules()
    return PaceRules(
        target_hours=usual.target_hours if agreement is None else agreement.active_volunteer_hours,
        earliest_days=settings.too_early_days,
        active_days=settings.own_days,
    )


def _is_active(year: Year, on: date, rules: PaceRules) -> bool:
    found = pace_of(year, on, rules)
    if on == date(on.year, 12, 31):
        return found.active
    return standing(found) in (Standing.REACHED, Standing.ON_PACE)
