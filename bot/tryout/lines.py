"""Lines as the JSON that the page reads."""

from typing import Any

from bot.tryout.ports import Line
from scheduler.sending import File

# Shown in the page itself; anything else is a download, so that no file can act as a page of this site.
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def is_picture(file: File) -> bool:
    """Whether the file is shown in the conversation itself."""
    return file.media_type in _PICTURES


def line_as_json(line: Line, file: File | None) -> dict[str, Any]:
    """A line with its file, if it has one, as plain JSON."""
    return {
        "id": line.id,
        "fromBot": line.from_bot,
        "sentAt": line.sent_at.isoformat(),
        "text": line.text,
        "kind": line.kind,
        "buttons": [{"label": button.label, "data": button.data} for button in line.buttons],
        "menu": [{"command": command, "description": description} for command, description in line.menu],
        "file": file and {"name": file.name, "description": file.description, "isPicture": is_picture(file)},
        "edited": line.edited,
        "repliesTo": line.replies_to,
        "forwarded": line.forwarded,
        "author": line.author,
        "reaction": line.reaction,
        "replaces": line.replaces,
    }
