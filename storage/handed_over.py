"""Answers that went in the response to an update: given again when it comes again, and named when that is learned."""

from sqlmodel import Session, col, select

from storage.outbox import HANDED_OVER, WAITING
from storage.tables import Inbox, Outbox


def answer_to(session: Session, channel: str, external_id: str) -> Outbox | None:
    """The answer that was handed over for a message, if it was and its words are still kept."""
    wanted = (
        select(Outbox)
        .join(Inbox, col(Inbox.id) == col(Outbox.answers))
        .where(
            Inbox.channel == channel,
            Inbox.external_id == external_id,
            Outbox.status == HANDED_OVER,
            col(Outbox.body).is_not(None),
        )
    )
    return session.exec(wanted).first()


def take_back(session: Session, row: Outbox) -> None:
    """It did not arrive, and cannot be handed over again: it is sent like any other."""
    row.status, row.sent_at, row.claimed_until, row.answers = WAITING, None, None, None
    session.flush()


def without_name(session: Session, channel: str, chat: str, most: int = 50) -> list[Outbox]:
    """The answers handed over in a chat of which it is not known what the platform calls them, the newest first."""
    wanted = (
        select(Outbox)
        .where(
            Outbox.channel == channel,
            Outbox.chat == chat,
            Outbox.status == HANDED_OVER,
            col(Outbox.message).is_(None),
            col(Outbox.body).is_not(None),
        )
        .order_by(col(Outbox.id).desc())
        .limit(most)
    )
    return list(session.exec(wanted))
