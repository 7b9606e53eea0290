"""The agreement's figures that are counted case by case: one tally is one case.

All count from ``first`` to ``last``, both days in it, by the day of the case, as it is told now. A case that was
withdrawn does not count.
"""

from datetime import date

from sqlmodel import Session

from storage.tables import TallyVersion
from storage.tallies import tallies_in


def referred(session: Session, room_id: int, first: date, last: date) -> int:
    """ "Bewoners doorverwezen door W&I e.a.": residents referred to the room, of whom some take part."""
    return len(tallies_in(session, room_id, first, last, ("referred",)))


def referred_taking_part(session: Session, room_id: int, first: date, last: date) -> int:
    """ "... effectief mee laten doen": of those ``referred`` in the period, who took part by its last day.

    "10 op 20" in the agreement: so many out of so many. One who was referred the year before counts in that year.
    """
    return sum(takes_part(case, last) for case in tallies_in(session, room_id, first, last, ("referred",)))


def takes_part(case: TallyVersion, on: date) -> bool:
    """Whether the resident who was referred takes part on the day ``on``."""
    return case.takes_part_since is not None and case.takes_part_since <= on


def placements(session: Session, room_id: int, first: date, last: date) -> int:
    """ "Actief op een stageplaats of leerwerkplek": placements that were told of, by the day they began."""
    return len(tallies_in(session, room_id, first, last, ("placement",)))


def newcomers(session: Session, room_id: int, first: date, last: date) -> int:
    """ "Nieuwe bewoners in de wijk ... doen mee als deelnemer of vrijwilliger": each newcomer who takes part."""
    return len(tallies_in(session, room_id, first, last, ("newcomer",)))


def paid_work(session: Session, room_id: int, first: date, last: date) -> int:
    """ "... ondersteund in het vinden van betaald werk": people who found paid work."""
    return len(tallies_in(session, room_id, first, last, ("paid_work",)))


def referrals(session: Session, room_id: int, first: date, last: date) -> int:
    """ "Het doorverwijzen van en naar instanties", counted in participants ("Aantal deelnemers").

    A further referral of somebody who was counted before ("al geteld") is no further participant.
    """
    return sum(not case.counted_before for case in tallies_in(session, room_id, first, last, ("agency",)))


def partners(session: Session, room_id: int, first: date, last: date) -> int:
    """ "Verbinden met wijkpartners": different organisations ("Aantal partners"), in whatever capitals.

    A tie without the organisation's name is with nobody and does not count.
    """
    named = {organisation_of(case) for case in tallies_in(session, room_id, first, last, ("partner",))}
    return len(named - {""})


def organisation_of(case: TallyVersion) -> str:
    """The organisation's name as it is the same in whatever capitals; empty where none was told."""
    return " ".join((case.organisation or "").split()).casefold()
