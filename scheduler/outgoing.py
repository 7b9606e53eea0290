"""From a row of the outbox to what a channel sends."""

from handlers.messages import Button
from reports.attachments import draw
from scheduler.sending import File, Outgoing
from storage.tables import Outbox


def outgoing(row: Outbox) -> Outgoing:
    """Draw and wrap what the row holds (see ``Reply.row``). Raises DataError when its attachment cannot be drawn."""
    body = row.body or {}
    attachment = body.get("attachment")
    return Outgoing(
        id=row.id,
        chat=row.chat,
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
