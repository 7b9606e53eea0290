"""What was said in a chat, by both sides."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from storage.outbox import SENT
from storage.tables import Inbox, Outbox, Person


def history(session: Session, channel: str, chat: str) -> list[Inbox | Outbox]:
    """All that came in from a chat and all that was sent to it, in the order in which people saw it."""
    came = session.exec(select(Inbox).where(Inbox.channel == channel, Inbox.chat == chat))
    went = session.exec(
        select(Outbox).where(Outbox.channel == channel, Outbox.chat == chat, col(Outbox.status) == SENT)
    )
    said: list[Inbox | Outbox] = [*came, *went]
    # What is said at the same moment is first the person's message, then the answer to it.
    return sorted(said, key=lambda row: (_seen_at(row), isinstance(row, Outbox), row.id))


def writers(session: Session, said: Iterable[Inbox | Outbox]) -> dict[int, str]:
    """The names of those who wrote in a chat, by their ids; what was not meant for the bot was written by nobody."""
    wrote = {row.person_id for row in said if isinstance(row, Inbox) and row.person_id is not None}
    return {person.id: person.name for person in session.exec(select(Person).where(col(Person.id).in_(wrote)))}


def _seen_at(row: Inbox | Outbox) -> float:
    moment = row.received_at if isinstance(row, Inbox) else (row.sent_at or row.created_at)
    return moment.timestamp()
