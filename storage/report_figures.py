"""What a report tells beside the promised figures and what is behind them: klussen by housing corporation."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.entries import Status
from storage.klussen import done_in, kept_one, open_in
from storage.tables import Entry, EntryVersion, Klus


@dataclass(frozen=True, slots=True, kw_only=True)
class CorporationKlussen:
    """Klussen in a period for the houses of one corporation; "" is none, or not asked."""

    corporation: str
    done: int
    open: int
    """They wait or are taken now."""
    minutes: int
    """Booked on those that were done."""


def klussen_by_corporation(session: Session, room_id: int, first: date, last: date) -> list[CorporationKlussen]:
    """The room's klussen that were done from ``first`` to ``last``, and those open now, by corporation."""
    done = done_in(session, room_id, first, last)
    worked = _minutes_of_klussen(session, room_id)
    waiting = Counter(klus.corporation or "" for klus in open_in(session, [room_id]))
    number = Counter(klus.corporation or "" for klus in done)
    minutes: Counter[str] = Counter()
    for klus in done:
        minutes[klus.corporation or ""] += worked[klus.id]
    return [
        CorporationKlussen(corporation=name, done=number[name], open=waiting[name], minutes=minutes[name])
        for name in sorted({*number, *waiting}, key=lambda name: (not name, name))
    ]


def _minutes_of_klussen(session: Session, room_id: int) -> Counter[int]:
    """The booked minutes of each klus of the room, those of its doubles among them."""
    wanted = (
        select(Entry.klus_id, func.sum(EntryVersion.minutes))
        .join(EntryVersion, col(EntryVersion.entry_id) == col(Entry.id))
        .where(
            Entry.room_id == room_id,
            col(Entry.klus_id).is_not(None),
            col(EntryVersion.is_current),
            EntryVersion.status == Status.BOOKED,
        )
        .group_by(col(Entry.klus_id))
    )
    minutes: Counter[int] = Counter()
    for klus_id, amount in session.exec(wanted):
        minutes[kept_one(session, session.get_one(Klus, klus_id)).id] += amount
    return minutes


def waiting_minutes(session: Session, room_id: int, last: date) -> int:
    """Minutes of the year up to ``last`` that wait for a coordinator, or to which somebody objected."""
    wanted = select(func.coalesce(func.sum(EntryVersion.minutes), 0)).where(
        EntryVersion.room_id == room_id,
        col(EntryVersion.is_current),
        col(EntryVersion.status).in_((Status.WAITING, Status.DISPUTED)),
        col(EntryVersion.date).between(date(last.year, 1, 1), last),
    )
    return session.exec(wanted).one()
