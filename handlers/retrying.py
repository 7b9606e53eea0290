"""A message that made its handler fail, handled again: what it said is kept for two weeks."""

import logging
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Engine

from handlers.laying_ready import Arrival
from handlers.messages import Incoming, Kind
from handlers.receive import handle, lock
from storage import inbox
from storage.database import again, is_unavailable, unit_of_work
from storage.inbox import Taken
from storage.tables import Inbox
from storage.writers import known_writer

log = logging.getLogger(__name__)


class Retried(StrEnum):
    """What became of a message that was to be handled again."""

    HANDLED = "handled"
    FAILED = "failed"
    EDITED = "edited"
    """It was edited since, and the edit was handled: what it said at first counts no more."""
    NOT_KEPT = "not kept"
    """What it said is not kept, or not any more."""
    UNKNOWN = "unknown"
    """No message of this number failed."""


def retry(engine: Engine, inbox_id: int, now: datetime) -> Retried:
    """Handle a message that failed once more, in one commit, as of the time at which it was sent.

    Its answers are laid ready. One that fails again is kept as it was, without another apology.
    """
    try:
        return again(lambda: _retry(engine, inbox_id, now))
    except Exception as failure:
        if is_unavailable(failure):
            raise
        log.exception("message %d could not be handled again", inbox_id)
        return Retried.FAILED


def _retry(engine: Engine, inbox_id: int, now: datetime) -> Retried:
    with unit_of_work(engine) as session:
        row = session.get(Inbox, inbox_id)
        if row is None or row.error is None:
            return Retried.UNKNOWN
        if row.payload is None:
            return Retried.NOT_KEPT
        incoming = _incoming(row.payload)
        lock(session, incoming)
        session.refresh(row)
        writer = known_writer(session, incoming.channel, incoming.account, incoming.chat)
        if row.error is None or writer is None:
            return Retried.UNKNOWN
        if writer.question is not None and writer.question.asked_at > incoming.sent_at:
            # A question that was asked later is not answered by it.
            writer = replace(writer, question=None)
        taken = Taken(row.id, row.channel, row.chat, row.received_at)
        inbox.note(session, taken, error=None)
        if inbox.was_edited_since(session, row):
            return Retried.EDITED
        handle(Arrival(session, taken, incoming, now), writer)
        return Retried.HANDLED


def _incoming(payload: dict[str, Any]) -> Incoming:
    """A message as it was kept; what an older version kept besides is left out."""
    known = {field.name: payload[field.name] for field in fields(Incoming) if field.name in payload}
    return Incoming(**known | {"kind": Kind(payload["kind"]), "sent_at": datetime.fromisoformat(payload["sent_at"])})
