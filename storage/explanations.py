"""Explanations: what a coordinator says of a figure that is not as it was promised."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.tables import Explanation
from storage.versions import add_version

LONGEST = 1000
"""Characters: a paragraph in a report."""


def explain(
    session: Session, room_id: int, indicator: str, last: date, words: str, evidence: Evidence
) -> Explanation | None:
    """Say why the figure is what it is on ``last``; "" takes it back. What was said before stays as an older version.

    None when it says so already. Raises ValueError when it is too long.
    """
    if len(words) > LONGEST:
        raise ValueError(f"an explanation has at most {LONGEST} characters")
    before = next(iter(_current(session, room_id, last, indicator)), None)
    if ("" if before is None else before.text) == words:
        return None
    return add_version(
        session, Explanation, before, evidence, room_id=room_id, indicator=indicator, last=last, text=words
    )


def explanations(session: Session, room_id: int, last: date) -> dict[str, str]:
    """What is said of the room's figures on ``last``, by indicator."""
    return {row.indicator: row.text for row in _current(session, room_id, last) if row.text}


def said_before(session: Session, room_id: int, indicator: str, last: date) -> str:
    """What was said of the figure on the newest day before ``last`` in its year; "" when nothing was."""
    wanted = (
        select(Explanation)
        .where(
            Explanation.room_id == room_id,
            Explanation.indicator == indicator,
            col(Explanation.is_current),
            Explanation.text != "",
            col(Explanation.last) >= date(last.year, 1, 1),
            col(Explanation.last) < last,
        )
        .order_by(col(Explanation.last).desc())
    )
    found = session.exec(wanted).first()
    return "" if found is None else found.text


def explained_by(session: Session, inbox_ids: Iterable[int]) -> list[int]:
    """The ids of the explanations that these messages gave."""
    wanted = select(Explanation.id).where(col(Explanation.inbox_id).in_(list(inbox_ids)))
    return list(session.exec(wanted.order_by(col(Explanation.id))))


def given_by(session: Session, person_id: int) -> list[Explanation]:
    """Every version of an explanation that the person gave, the oldest first."""
    wanted = select(Explanation).where(Explanation.changed_by == person_id)
    return list(session.exec(wanted.order_by(col(Explanation.id))))


def _current(session: Session, room_id: int, last: date, indicator: str | None = None) -> list[Explanation]:
    wanted = select(Explanation).where(
        Explanation.room_id == room_id, Explanation.last == last, col(Explanation.is_current)
    )
    if indicator is not None:
        wanted = wanted.where(Explanation.indicator == indicator)
    return list(session.exec(wanted.order_by(col(Explanation.id))))
