"""A leader, or a coordinator where there is none, says whether those who were named in a report were there."""

from collections.abc import Sequence

from handlers.for_others.others_noting import confirm
from handlers.for_others.others_report import may_name, names_of
from handlers.hours.booking import ask_approval, tell_owner
from handlers.hours.entry_words import entry_words
from handlers.messages import Reply
from handlers.turn import Turn
from language.say.words import lines
from storage import entries
from storage.entries import Status
from storage.named import put_with
from storage.tables import EntryVersion, Inbox, Person


def _waiting(turn: Turn, inbox_id: int) -> list[EntryVersion]:
    return [entry for entry in put_with(turn.session, inbox_id) if may_name(turn, entry)]


def _nothing_left(turn: Turn, inbox_id: int) -> list[Reply]:
    named = entries.entries_from(turn.session, [inbox_id])
    return [Reply(text=turn.say("button-done" if any(may_name(turn, entry) for entry in named) else "not-yours"))]


def confirm_named(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Ja, noteer]: their hours count from now on, and they are told."""
    waiting = _waiting(turn, inbox_id)
    if not waiting:
        return _nothing_left(turn, inbox_id)
    decided = [(entry, confirm(turn, entry)) for entry in waiting]
    counted = [made for _, made in decided if made is not None]
    left = [entry.person_id for entry, made in decided if made is None]
    words = []
    if counted:
        names = turn.voice.listed(names_of(turn, [entry.person_id for entry in counted]))
        words.append(turn.say("named-confirmed", names=names, entry=entry_words(turn.session, turn.voice, counted[0])))
    if left:
        words.append(turn.say("others-left-out", names=turn.voice.listed(names_of(turn, left)), count=len(left)))
    reply = Reply(text=lines(words), about=tuple(entry.entry_id for entry in counted), in_place=True)
    told = [tell_owner(turn, entry, "told-logged") for entry in counted if entry.person_id != turn.person.id]
    return [reply, *told, *ask_approval(turn, counted)]


def refuse_named(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Nee]: they were not there. Who named them is told."""
    waiting = _waiting(turn, inbox_id)
    if not waiting:
        return _nothing_left(turn, inbox_id)
    for entry in waiting:
        work = entries.work_of(entry)
        entries.revise(turn.session, entry, work, Status.WITHDRAWN, turn.evidence, "refused")
    names = names_of(turn, [entry.person_id for entry in waiting])
    reply = Reply(text=turn.say("named-refused", names=turn.voice.listed(names)), in_place=True)
    return [reply, *_tell_who_named(turn, waiting, names, inbox_id)]


def _tell_who_named(turn: Turn, waiting: Sequence[EntryVersion], names: list[str], inbox_id: int) -> list[Reply]:
    told_by = turn.session.get_one(Inbox, inbox_id).person_id
    if told_by is None or told_by == turn.person.id:
        return []
    voice = turn.voice_for(turn.session.get_one(Person, told_by))
    entry = entry_words(turn.session, voice, waiting[0])
    text = voice.say("told-named-refused", name=turn.person.name, names=voice.listed(names), entry=entry)
    return [turn.tell(told_by, Reply(text=text))]
