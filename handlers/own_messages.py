"""Which of the bot's own messages is meant: the one that is replied to, or that bears the pressed button."""

import html
import re

from handlers.messages import Kind
from handlers.turn import Turn
from storage import handed_over, inbox, outbox
from storage.tables import Outbox

_MARKUP = re.compile(r"</?[bi]>")


def message_replied_to(turn: Turn) -> Outbox | None:
    """The message of ours that is replied to, or whose button was pressed; None where it is not ours, or not known.

    What was handed over is known by what the platform quotes of it, and by the button; its name is kept from then on.
    Where more than one would do, none is taken.
    """
    incoming = turn.incoming
    if not incoming.replies_to:
        return None
    found = outbox.sent_as(turn.session, incoming.channel, incoming.chat, incoming.replies_to)
    if found is not None or _is_of_somebody(turn):
        return found
    same = _handed_over(turn)
    if len(same) != 1:
        return None
    same[0].message = incoming.replies_to
    return same[0]


def _handed_over(turn: Turn) -> list[Outbox]:
    """What was handed over in this chat and may be what is replied to, by what the platform quotes and the button."""
    incoming, quoted = turn.incoming, turn.incoming.replies_to_text.strip()
    if not quoted:
        return []
    unnamed = handed_over.without_name(turn.session, incoming.channel, incoming.chat)
    if incoming.kind is Kind.BUTTON:
        unnamed = [row for row in unnamed if incoming.text in outbox.buttons_of(row)]
    return [row for row in unnamed if _plain(row) == quoted] or [row for row in unnamed if quoted in _plain(row)]


def is_reply_to_own(turn: Turn) -> bool:
    """Whether it replies to a message of ours, though it need not be known to which of those that look alike."""
    return message_replied_to(turn) is not None or (bool(_handed_over(turn)) and not _is_of_somebody(turn))


def is_reply_to_unknown(turn: Turn) -> bool:
    """Whether it replies to a message that is neither known as ours nor came in: what it is about must be asked."""
    return bool(turn.incoming.replies_to) and message_replied_to(turn) is None and not _is_of_somebody(turn)


def _is_of_somebody(turn: Turn) -> bool:
    incoming = turn.incoming
    return bool(inbox.messages(turn.session, incoming.channel, incoming.chat, incoming.replies_to))


def _plain(row: Outbox) -> str:
    """What a person reads of it: without the markup in which it was sent."""
    return html.unescape(_MARKUP.sub("", (row.body or {}).get("text", ""))).strip()
