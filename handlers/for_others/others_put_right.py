"""A report's people put right in words: "niet Piet maar Els", "Els was er ook", "ik was er niet"."""

from handlers.addressed import just_told
from handlers.for_others.others_noting import take_back
from handlers.for_others.others_report import Report, is_name, may_name, names_of, same_work
from handlers.for_others.others_telling import go_on
from handlers.hours.entry_words import entry_words
from handlers.hours.objecting import object_to
from handlers.messages import Reply
from handlers.own_messages import message_replied_to
from handlers.turn import Turn
from language.understand.people_changes import people_change
from storage import entries, inbox
from storage.entries import Status
from storage.named import is_named
from storage.short_names import is_like
from storage.tables import EntryVersion

_WRITER = ("ik", "i")


def people_changed(turn: Turn) -> list[Reply] | None:
    """Put right who was there, of the hours that the message is about; None when it says no such thing."""
    change = people_change(turn.incoming.text)
    if change is None:
        return None
    told = [entry for entry in _told(turn) if entry.status != Status.WITHDRAWN]
    own = next((entry for entry in told if entry.person_id == turn.person.id), None)
    if len(change.out) == 1 and change.out[0].casefold() in _WRITER and not change.added:
        return object_to(turn, own.entry_id) if own is not None and own.changed_by != turn.person.id else None
    own = own or _own_like(turn, told)
    if own is None or not all(is_name(turn, own, name) for name in change.added):
        return None
    others = [entry for entry in told if entry.person_id != turn.person.id]
    called = dict(zip((entry.entry_id for entry in others), names_of(turn, [e.person_id for e in others]), strict=True))
    gone = [entry for entry in others if any(is_like(called[entry.entry_id], name) for name in change.out)]
    if len(gone) != len(change.out):
        return None
    if not may_name(turn, own) and not all(is_named(entry) and entry.changed_by == turn.person.id for entry in gone):
        return [Reply(text=turn.say("not-for-them"))]
    stay = [entry for entry in others if entry not in gone]
    report = Report(
        inbox=turn.inbox.id,
        own=own.entry_id,
        people=tuple(entry.person_id for entry in stay),
        made=tuple(entry.entry_id for entry in stay),
        names=change.added,
        echo=str(turn.say("others-put-right", entry=entry_words(turn.session, turn.voice, own))),
    )
    taken_back = [reply for entry in gone for reply in take_back(turn, entry)]
    return [*go_on(turn, report), *taken_back]


def _own_like(turn: Turn, told: list[EntryVersion]) -> EntryVersion | None:
    """The writer's own hours, told in another message than those of the others that they are like."""
    if not told:
        return None
    return same_work(turn, turn.person.id, told[0].room_id, entries.work_of(told[0]))


def _told(turn: Turn) -> list[EntryVersion]:
    """The hours that the message is about: those replied to, or told of just before it; in a group by the writer."""
    incoming = turn.incoming
    if incoming.replies_to:
        ours = message_replied_to(turn)
        if ours is not None:
            return entries.current(turn.session, ours.about)
        rows = inbox.messages(turn.session, incoming.channel, incoming.chat, incoming.replies_to)
        return entries.entries_from(turn.session, [row.id for row in rows])
    if turn.in_group_chat:
        before = inbox.directly_before(turn.session, turn.inbox)
        is_own = before is not None and before.person_id == turn.person.id
        return entries.entries_from(turn.session, [before.id]) if before is not None and is_own else []
    for ours in just_told(turn):
        if ours.about:
            return entries.current(turn.session, ours.about)
        if ours.asks or (ours.body or {}).get("subject"):
            # Something else was told, or asked, since.
            return []
    return []
