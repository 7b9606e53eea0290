"""From a row of the outbox to what a channel sends."""

from typing import Any

from handlers.messages import Button
from scheduler.sending import File, Outgoing


def outgoing(outbox_id: int, chat: str, body: dict[str, Any], file: File | None = None) -> Outgoing:
    """Wrap what a row holds (see ``Reply.row``), with its attachment where it has one, drawn before."""
    return Outgoing(
        id=outbox_id,
        chat=chat,
        text=body.get("text", ""),
        buttons=tuple(Button(label, data) for label, data in body.get("buttons", ())),
        file=file,
        photo=body.get("photo", ""),
        menu=tuple((command, does) for command, does in body.get("menu", ())),
        replies_to=body.get("replies_to", ""),
        reaction=body.get("reaction", ""),
        replaces=body.get("replaces", ""),
    )
