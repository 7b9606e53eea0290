"""From a row of the outbox to what a channel sends."""

from typing import Any

from handlers.messages import Button
from reports.attachments import draw
from scheduler.sending import File, Outgoing
from storage.tables import Outbox


def outgoing(row: Outbox) -> Outgoing:
    """Draw and wrap what the row holds. Raises DataError when its attachment cannot be drawn."""
    return drawn(row.id, row.chat, row.body or {})


def drawn(outbox_id: int, chat: str, body: dict[str, Any]) -> Outgoing:
    """The same for what a row holds (see ``Reply.row``)."""
    attachment = body.get("attachment")
    return Outgoing(
        id=outbox_id,
        chat=chat,
        text=body.get("text", ""),
        buttons=tuple(Button(label, data) for label, data in body.get("buttons", ())),
        file=None if attachment is None else file(attachment["kind"], attachment["data"]),
        photo=body.get("photo", ""),
        menu=tuple((command, does) for command, does in body.get("menu", ())),
        replies_to=body.get("replies_to", ""),
        reaction=body.get("reaction", ""),
        replaces=body.get("replaces", ""),
    )


def file(kind: str, data: dict[str, object]) -> File:
    """Draw an attachment. Raises DataError."""
    drawing = draw(kind, data)
    return File(drawing.name, drawing.media_type, drawing.content, drawing.description)
