"""Writing a correction into the books: a new version, and a word to everybody whom it concerns."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, time
from typing import Any

from handlers.hours import limits
from handlers.hours.booking import ask_approval, end_break, tell_owner, wrong_button
from handlers.hours.entry_words import doubt_words, entries_words, entry_words, name_of
from handlers.klussen import klus_hours
from handlers.messages import Reply
from handlers.questions import read_choice
from handlers.rights import groups_for, is_coordinator_of, may_change
from handlers.turn import Turn
from language.say.words import lines
from language.understand.meaning import Change
from storage import entries, people
from storage.entries import Status, Work
from storage.rooms import settings_of
from storage.tables import EntryVersion, Room

SURE = "sure_change"


def change_entry(turn: Turn, entry: EntryVersion, change: Change, sure: Sequence[str] = ()) -> list[Reply]:
    """Give the entry a new version with the change, unless the books doubt or refuse it."""
    work = changed_work(entries.work_of(entry), change)
    turn.settle()
    if not _is_of_room(turn, entry, work):
        return [Reply(text=turn.say("group-of-other-room"), about=(entry.entry_id,))]
    if work == entries.work_of(entry):
        text = turn.say("already-so", entry=entry_words(turn.session, turn.voice, entry))
        return [Reply(text=text, about=(entry.entry_id,))]
    verdict = weigh_change(turn, entry, work, sure)
    if isinstance(verdict, limits.Refuse):
        return [Reply(text=turn.say("day-full-change", amount=turn.voice.duration(verdict.minutes)))]
    if isinstance(verdict, limits.AskFirst) and verdict.doubt == "future":
        return [Reply(text=turn.say("not-in-the-future"), about=(entry.entry_id,))]
    if isinstance(verdict, limits.AskFirst):
        return [_ask_sure(turn, entry, change, verdict, [*sure, verdict.doubt])]
    helped = _change_helpers(turn, entry, change)
    return changed_replies(turn, [revise(turn, entry, work, verdict)], helped)


def _change_helpers(turn: Turn, entry: EntryVersion, change: Change) -> list[EntryVersion]:
    """Who helped with a klus worked as long and on the same day as whoever told it: their hours change with these.

    What the books doubt waits for the coordinator, and what they refuse stays as it was.
    """
    changed = []
    for other in klus_hours.helpers_entries(turn, entry):
        work = changed_work(entries.work_of(other), change)
        verdict = weigh_change(turn, other, work, ("long_ago", "overlap", "day_total"))
        if isinstance(verdict, limits.Fine) and work != entries.work_of(other):
            changed.append(revise(turn, other, work, verdict))
    return changed


def _is_of_room(turn: Turn, entry: EntryVersion, work: Work) -> bool:
    if work.group_id == entry.group_id:
        return True
    return any(
        group.id == work.group_id and group.room_id == entry.room_id for group in groups_for(turn, entry.person_id)
    )


def weigh_change(
    turn: Turn, entry: EntryVersion, work: Work, sure: Sequence[str]
) -> limits.Fine | limits.AskFirst | limits.Refuse:
    """Whether the entry may say ``work`` from now on, beside the person's other entries."""
    known = entries.entries_around(
        turn.session,
        entry.person_id,
        work.date,
        # What somebody does in another room is not for this room's coordinator to read.
        None if entry.person_id == turn.person.id else entry.room_id,
    )
    others = limits.booked([other for other in known if other.entry_id != entry.entry_id])
    settings = settings_of(turn.session.get_one(Room, entry.room_id))
    verdict = limits.weigh(work, others, turn.local_time, turn.now, settings, [*sure, "same"])
    only_group = (work.minutes, work.date) == (entry.minutes, entry.date) and entry.status in (
        Status.BOOKED,
        Status.WAITING,
    )
    if isinstance(verdict, limits.Fine) and only_group:
        # Why it waits stays why it waits.
        return limits.Fine(Status(entry.status), entry.reason if entry.status == Status.WAITING else "group")
    if isinstance(verdict, limits.Fine) and is_coordinator_of(turn, entry.room_id):
        return limits.Fine()
    return verdict


def revise(turn: Turn, entry: EntryVersion, work: Work, verdict: limits.Fine) -> EntryVersion:
    """Write the new version, with what follows from it: a place in the group, an end to a break."""
    if work.group_id is not None:
        people.join_group(turn.session, work.group_id, entry.person_id)
    end_break(turn, entry.room_id, entry.person_id, work)
    made = entries.revise(turn.session, entry, work, verdict.status, turn.evidence, verdict.reason or "corrected")
    klus_hours.follow(turn, entry, made)
    return made


def changed_replies(turn: Turn, changed: Sequence[EntryVersion], helped: Sequence[EntryVersion] = ()) -> list[Reply]:
    """The echo of what was changed; its owner is told, and a coordinator asked where it waits.

    ``helped`` are the hours of those who helped with a klus, changed with it.
    """
    waits = any(entry.status == Status.WAITING for entry in changed)
    text = turn.say("changed-waits" if waits else "changed", **entries_words(turn.session, turn.voice, changed))
    about = tuple(entry.entry_id for entry in changed)
    if helped:
        names = [name_of(turn.session, turn.voice, entry.person_id) for entry in helped]
        text = lines([text, turn.say("klus-also-for", names=turn.voice.listed(names))])
    echo = Reply(text=text, buttons=(wrong_button(turn),), about=about)
    every = [*changed, *helped]
    told = [tell_owner(turn, entry, "told-changed") for entry in every if entry.person_id != turn.person.id]
    return [echo, *told, *ask_approval(turn, every)]


def withdraw(turn: Turn, entry: EntryVersion) -> list[Reply]:
    """Take the entry out of the books; it can be put back."""
    turn.settle()
    gone = entries.revise(turn.session, entry, entries.work_of(entry), Status.WITHDRAWN, turn.evidence, "withdrawn")
    klus_hours.follow(turn, entry, gone)
    text = turn.say("withdrawn", entry=entry_words(turn.session, turn.voice, gone))
    button = turn.button("button-restore", f"restore:{gone.id}")
    told = [tell_owner(turn, gone, "told-withdrawn")] if gone.person_id != turn.person.id else []
    reply = Reply(text=text, buttons=(button,), about=(gone.entry_id,))
    return [klus_hours.ask_whether_it_stays(turn, gone, reply), *told]


def restore(turn: Turn, version_id: int) -> list[Reply]:
    """Put a withdrawn entry back; ``version_id`` is the withdrawal, so that an old button restores nothing newer."""
    gone = turn.session.get(EntryVersion, version_id)
    if gone is None or not may_change(turn, gone):
        return [Reply(text=turn.say("not-yours"))]
    if not gone.is_current or gone.status != Status.WITHDRAWN:
        return [Reply(text=turn.say("button-done"))]
    verdict = weigh_change(turn, gone, entries.work_of(gone), ("day_total", "overlap", "long_ago"))
    if isinstance(verdict, limits.Fine):
        return changed_replies(turn, [revise(turn, gone, entries.work_of(gone), verdict)])
    return [Reply(text=turn.say("day-full-change", amount=turn.voice.duration(verdict.minutes)))]


def answer_sure(turn: Turn) -> list[Reply] | None:
    """The answer to "Klopt dat?" about a correction."""
    state, value = turn.question_state, read_choice(turn)
    if value is None:
        return None
    turn.settle()
    found = [entry for entry in entries.current(turn.session, [state["entry"]]) if may_change(turn, entry)]
    if value != "yes" or not found:
        return [Reply(text=turn.say("left-as-it-was"))]
    return change_entry(turn, found[0], change_from_json(state["change"]), state["sure"])


def _ask_sure(turn: Turn, entry: EntryVersion, change: Change, doubt: limits.AskFirst, sure: list[str]) -> Reply:
    work = changed_work(entries.work_of(entry), change)
    text = doubt_words(turn.session, turn.voice, work, doubt)
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    return turn.ask(SURE, text, options, entry=entry.entry_id, change=change_to_json(change), sure=sure)


def changed_work(work: Work, change: Change) -> Work:
    """What work becomes by a change."""
    if change.minutes is not None:
        work = replace(work, minutes=change.minutes, starts=change.starts, ends=change.ends)
    if change.date is not None:
        work = replace(work, date=change.date)
    if change.group is not None:
        work = replace(work, group_id=int(change.group))
    return work


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as plain JSON, for the dialogue's state."""
    return {
        name: value.isoformat() if isinstance(value, date | time) else value for name, value in asdict(change).items()
    }


def change_from_json(plain: dict[str, Any]) -> Change:
    """The change that ``change_to_json`` wrote."""
    known = dict(plain)
    for name, kind in (("date", date), ("was_date", date), ("starts", time), ("ends", time)):
        known[name] = None if known[name] is None else kind.fromisoformat(known[name])
    return Change(**known)
