"""What volunteers and financiers invest in a room, in euros."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session

from storage.agreements.keeping import terms_of
from storage.agreements.terms import Terms
from storage.room_week import room_total
from storage.rooms import agreement_of
from storage.tables import Room

_CENT, _PERCENT = Decimal("0.01"), Decimal(1)


def investment(session: Session, room: Room, year: int, on: date) -> Decimal | None:
    """ "Investering vrijwilligers": euros to the cent, from 1 January of the year up to and including ``on``.

    The booked hours of the room times the agreement's rate, and its fixed amount; after 31 December nothing is added.
    The agreement prints hours and euros a year, and all its rooms come out at a fixed amount with a rate an hour; over
    which days the fixed amount is spread it does not say: it counts whole from the first day. None where no agreement
    of the year has such a value.
    """
    terms = _terms(session, room, year)
    if terms is None:
        return None
    minutes = room_total(session, room.id, date(year, 1, 1), min(on, date(year, 12, 31)))
    return worth(terms, Decimal(minutes) / 60)


def financiers_share(session: Session, room: Room, year: int, on: date) -> Decimal | None:
    """What share of the joint investment up to ``on`` is the financiers', in percent; None where it is not known.

    "% van populaire investering": the financiers' euros of the whole year, as agreed, against those of the volunteers
    so far. Before the year's end it is therefore higher than what was agreed.
    """
    terms, volunteers = _terms(session, room, year), investment(session, room, year, on)
    if terms is None or terms.financiers_eur is None or volunteers is None:
        return None
    return share(terms.financiers_eur, volunteers)


def worth(terms: Terms, hours: Decimal) -> Decimal | None:
    """What so many hours of volunteers are worth by the agreement, in euros to the cent; None where it says nothing."""
    if not terms.hour_eur and not terms.fixed_eur:
        return None
    return (terms.fixed_eur + hours * terms.hour_eur).quantize(_CENT, ROUND_HALF_UP)


def share(financiers: Decimal, volunteers: Decimal) -> Decimal | None:
    """The financiers' share of what both invest, in whole percents; None of nothing."""
    both = financiers + volunteers
    return (financiers * 100 / both).quantize(_PERCENT, ROUND_HALF_UP) if both else None


def _terms(session: Session, room: Room, year: int) -> Terms | None:
    agreement = agreement_of(session, room.id, year)
    return None if agreement is None else terms_of(agreement)
