"""Which entries a message is about: by its edit, by what it replies to, or by what was just echoed."""

from datetime import timedelta

from handlers.rights import may_change
from handlers.turn import Turn
from storage import entries, inbox, outbox
from storage.entries import Status
from storage.tables import EntryVersion

JUST_NOW = timedelta(hours=24)
LISTED = 9


def addressed(turn: Turn) -> list[EntryVersion]:
    """The entries that the message is about, none withdrawn; without an address, the writer's newest to choose from."""
    found = _replied_to(turn)
    if not found:
        found = _just_echoed(turn)
    if not found:
        return entries.last_entries(turn.session, turn.person.id, LISTED)
    return found


def made_by(turn: Turn, message: str) -> list[EntryVersion]:
    """The entries that a message of this chat, by the platform's id, made or changed."""
    rows = inbox.messages(turn.session, turn.incoming.channel, turn.incoming.chat, message)
    return changeable(turn, entries.entries_from(turn.session, [row.id for row in rows if row.id != turn.inbox.id]))


def changeable(turn: Turn, found: list[EntryVersion]) -> list[EntryVersion]:
    """Those of the entries that stand and that the writer may change."""
    return [entry for entry in found if entry.status != Status.WITHDRAWN and may_change(turn, entry)]


def _replied_to(turn: Turn) -> list[EntryVersion]:
    message = turn.incoming.replies_to
    if not message:
        return []
    ours = outbox.sent_as(turn.session, turn.incoming.channel, turn.incoming.chat, message)
    if ours is not None:
        return changeable(turn, entries.current(turn.session, ours.about))
    return made_by(turn, message)


def _just_echoed(turn: Turn) -> list[EntryVersion]:
    for ours in outbox.newest_to(turn.session, turn.incoming.channel, turn.incoming.chat, turn.now - JUST_NOW):
        if ours.about:
            return changeable(turn, entries.current(turn.session, ours.about))
        if ours.asks:
            return []
    return []
