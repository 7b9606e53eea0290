""" "Ik ook", in a group chat: the same hours as somebody just reported, for whoever says so."""

from handlers.for_others.others_noting import confirm
from handlers.for_others.others_report import same_work
from handlers.hours.entry_words import entry_words
from handlers.hours.log_hours import proceed
from handlers.hours.sheet import Sheet
from handlers.messages import THUMB, Reply
from handlers.own_messages import message_replied_to
from handlers.turn import Turn
from language.understand.meaning import Draft
from language.understand.people_changes import is_same_here
from storage import entries, inbox
from storage.entries import Status
from storage.named import is_named
from storage.tables import EntryVersion


def same_here(turn: Turn) -> list[Reply] | None:
    """Log what the message replies to, or directly follows, for the writer too; None when it says no such thing.

    What it follows may be somebody else's "ik ook".
    """
    if turn.coupled_to is None or not is_same_here(turn.incoming.text):
        return None
    told = _told(turn)
    if told is None:
        return None
    there = same_work(turn, turn.person.id, told.room_id, entries.work_of(told))
    if there is not None:
        return [_thumb(turn, confirm(turn, there) or there if is_named(there) else there)]
    group = None if told.group_id is None else str(told.group_id)
    draft = Draft(minutes=told.minutes, date=told.date, group=group, starts=told.starts, ends=told.ends)
    first, *rest = proceed(turn, Sheet(drafts=(draft,)))
    logged = entries.current(turn.session, first.about)
    return [_thumb(turn, logged[0]) if logged and not first.asks else first, *rest]


def _thumb(turn: Turn, entry: EntryVersion) -> Reply:
    text = turn.say("logged", count=1, entries=entry_words(turn.session, turn.voice, entry))
    return Reply(text=text, reaction=THUMB, replies_to=turn.incoming.message, about=(entry.entry_id,))


def _told(turn: Turn) -> EntryVersion | None:
    """The hours of whoever told what "ik ook" is about, when they told of their own and it was for this room."""
    if turn.incoming.replies_to:
        found = _replied_to(turn)
    else:
        before = inbox.directly_before(turn.session, turn.inbox)
        found = [] if before is None else entries.entries_from(turn.session, [before.id])
    own = [entry for entry in found if entry.person_id == entry.changed_by and entry.status != Status.WITHDRAWN]
    return own[0] if own and turn.place_in(own[0].room_id) is not None else None


def _replied_to(turn: Turn) -> list[EntryVersion]:
    incoming = turn.incoming
    ours = message_replied_to(turn)
    if ours is not None:
        return entries.current(turn.session, ours.about)
    rows = inbox.messages(turn.session, incoming.channel, incoming.chat, incoming.replies_to)
    return entries.entries_from(turn.session, [row.id for row in rows])
