"""What a message is about: by its edit, by what it replies to, or by what was just told. Entries, or something else."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from sqlmodel import Session

from handlers.own_messages import is_reply_to_unknown, message_replied_to
from handlers.rights import may_change
from handlers.turn import Turn
from storage import entries, inbox, outbox
from storage.attendances import attendances_from
from storage.entries import Status
from storage.explanations import explained_by
from storage.habits import habits_made_by
from storage.klussen import klussen_from
from storage.shifts import shifts_made_by
from storage.tables import EntryVersion, Outbox
from storage.tallies import messages_that_told

Subject = tuple[str, int]
"""What else than entries a message is about: its kind, as before the colon of ``Reply.subject``, and its id."""
MADE_BY: dict[str, Callable[[Session, Iterable[int]], list[int]]] = {
    "attendance": attendances_from,
    "habit": habits_made_by,
    "shift": shifts_made_by,
    "klus": klussen_from,
    "tally": messages_that_told,
    "explanation": explained_by,
}
"""How the things of a kind are found that messages made or changed, by the ids of the messages."""

JUST_NOW = timedelta(hours=24)
LISTED = 9
LATELY = 50
"""Messages of the bot in a chat that are looked at for what it told in one breath."""


def addressed(turn: Turn) -> list[EntryVersion]:
    """The entries that the message is about, none withdrawn; without an address, the writer's newest to choose from."""
    if turn.incoming.replies_to and not is_reply_to_unknown(turn):
        return replied_to(turn)
    just_echoed = [] if turn.incoming.replies_to else _just_echoed(turn)
    return just_echoed or entries.last_entries(turn.session, turn.person.id, LISTED)


def is_addressed(turn: Turn) -> bool:
    """Whether it is certain which entries are meant: those replied to, or just echoed."""
    if turn.incoming.replies_to:
        return not is_reply_to_unknown(turn)
    return bool(_just_echoed(turn))


def made_by(turn: Turn, message: str) -> list[EntryVersion]:
    """The entries that a message of this chat, by the platform's id, made or changed."""
    rows = inbox.messages(turn.session, turn.incoming.channel, turn.incoming.chat, message)
    made = entries.entries_from(turn.session, [row.id for row in rows if row.id != turn.inbox.id])
    return changeable(turn, _told_along(turn, made))


def _told_along(turn: Turn, made: list[EntryVersion]) -> list[EntryVersion]:
    """These entries, and those that the bot lately told of in one breath: the others of a report, ticked after it."""
    ids = {entry.entry_id for entry in made}
    if not ids:
        return []
    along = next(
        (ours.about for ours in just_told(turn, LATELY) if len(ours.about) > len(ids) and ids.issubset(ours.about)),
        None,
    )
    return made if along is None else entries.current(turn.session, along)


def changeable(turn: Turn, found: list[EntryVersion]) -> list[EntryVersion]:
    """Those of the entries that stand and that the writer may change."""
    return [entry for entry in found if entry.status != Status.WITHDRAWN and may_change(turn, entry)]


def replied_to(turn: Turn) -> list[EntryVersion]:
    """The entries that the message replied to tells of."""
    message = turn.incoming.replies_to
    if not message:
        return []
    ours = message_replied_to(turn)
    if ours is not None:
        return changeable(turn, entries.current(turn.session, ours.about))
    return made_by(turn, message)


def just_told(turn: Turn, most: int = 10) -> list[Outbox]:
    """What the bot wrote in this chat before the message came, the newest first.

    Nothing where the message is handled later, again, and the bot wrote more since: it may be about either.
    """
    came_at, incoming = turn.inbox.received_at, turn.incoming
    ours = outbox.newest_to(turn.session, incoming.channel, incoming.chat, came_at - JUST_NOW, most)
    return [] if turn.now > came_at and ours and ours[0].created_at > came_at else ours


def _just_echoed(turn: Turn) -> list[EntryVersion]:
    for ours in just_told(turn):
        if ours.about:
            found = changeable(turn, entries.current(turn.session, ours.about))
            # What the writer was told of somebody else's doing is not what they just said.
            return [entry for entry in found if turn.person.id in (entry.person_id, entry.changed_by)]
        if ours.asks:
            return []
    return []


def subject_replied_to(turn: Turn) -> Subject | None:
    """What else than entries the message that was replied to tells of, or made."""
    message = turn.incoming.replies_to
    if not message:
        return None
    ours = message_replied_to(turn)
    return subject_made_by(turn, message) if ours is None else _subject_of(ours)


def subject_made_by(turn: Turn, message: str) -> Subject | None:
    """What else than entries a message of this chat, by the platform's id, made or changed."""
    rows = inbox.messages(turn.session, turn.incoming.channel, turn.incoming.chat, message)
    ids = [row.id for row in rows if row.id != turn.inbox.id]
    return next(((kind, key) for kind, find in MADE_BY.items() for key in find(turn.session, ids)), None)


def subject_just_told(turn: Turn) -> Subject | None:
    """What else than entries the bot last told of in this chat, unless it told of entries or asked since."""
    for ours in just_told(turn):
        subject = _subject_of(ours)
        if subject is not None or ours.about or ours.asks:
            return subject
    return None


def _subject_of(ours: Outbox) -> Subject | None:
    kind, _, key = str((ours.body or {}).get("subject", "")).partition(":")
    return (kind, int(key)) if kind else None
