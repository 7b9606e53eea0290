"""What was said in a chat, by both sides."""

from sqlmodel import Session, col, select

from storage.outbox import SENT
from storage.tables import Inbox, Outbox


def history(session: Session, channel: str, chat: str) -> list[Inbox | Outbox]:
    """All that came in from a chat and all that was sent to it, in the order in which people saw it."""
    came = session.exec(select(Inbox).where(Inbox.channel == channel, Inbox.chat == chat))
    went = session.exec(
        select(Outbox).where(Outbox.channel == channel, Outbox.chat == chat, col(Outbox.status) == SENT)
    )
    said: list[Inbox | Outbox] = [*came, *went]
    # What is said at the same moment is first the person's message, then the answer to it.
    return sorted(said, key=lambda row: (_seen_at(row), isinstance(row, Outbox), row.id))


def _seen_at(row: Inbox | Outbox) -> float:
    moment = row.received_at if isinstance(row, Inbox) else (row.sent_at or row.created_at)
    return moment.timestamp()
