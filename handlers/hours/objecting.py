"""Two parties to an entry: whose hours they are may object, and the coordinator approves what waits."""

from collections.abc import Sequence

from handlers.hours.entry_words import entry_words, name_of
from handlers.klussen.klus_hours import follow
from handlers.messages import Button, Reply
from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import entries, people
from storage.entries import Status
from storage.tables import EntryVersion, Person

_TOLD = {
    (Status.WAITING, "approved"): "told-approved",
    (Status.WAITING, "refused"): "told-refused",
    (Status.DISPUTED, "approved"): "told-right",
    (Status.DISPUTED, "refused"): "told-removed",
}
_MAY_BE_ASKED = ("told-refused", "told-right")
"""Decisions that may surprise: there is a button beside them to ask the coordinator."""


def object_to(turn: Turn, entry_id: int) -> list[Reply]:
    """[Klopt niet] under what somebody else logged for the writer: it counts no more, and the coordinator is told."""
    found = entries.current(turn.session, [entry_id])
    if not found or found[0].person_id != turn.person.id:
        return [Reply(text=turn.say("not-yours"))]
    if found[0].status not in (Status.BOOKED, Status.WAITING):
        return [Reply(text=turn.say("button-done"))]
    disputed = entries.revise(
        turn.session, found[0], entries.work_of(found[0]), Status.DISPUTED, turn.evidence, "objected"
    )
    told = [
        _tell_of_objection(turn, disputed, person) for person in people.coordinators(turn.session, disputed.room_id)
    ]
    return [Reply(text=turn.say("objected", entry=entry_words(turn.session, turn.voice, disputed))), *told]


def _tell_of_objection(turn: Turn, entry: EntryVersion, coordinator: Person) -> Reply:
    voice = turn.voice_for(coordinator)
    text = voice.say("objection", name=turn.person.name, entry=entry_words(turn.session, voice, entry))
    buttons = (
        Button(voice.label("button-delete"), f"refuse:{entry.id}"),
        Button(voice.label("button-change"), f"wrong-entry:{entry.entry_id}"),
        Button(voice.label("button-it-is-right"), f"approve:{entry.id}"),
    )
    return turn.tell(coordinator.id, Reply(text=text, buttons=buttons, about=(entry.entry_id,)))


def approve(turn: Turn, version_id: int) -> list[Reply]:
    """[Goedkeuren]: what waited counts from now on."""
    return _decide(turn, version_id, Status.BOOKED, "approved")


def refuse(turn: Turn, version_id: int) -> list[Reply]:
    """[Afwijzen]: what waited, or was objected to, is taken out of the books."""
    return _decide(turn, version_id, Status.WITHDRAWN, "refused")


def approve_together(turn: Turn, version_ids: Sequence[int]) -> list[Reply]:
    """[Deze goedkeuren]: those of them that still wait, as they were shown; each person hears it once."""
    found = [
        entry
        for version_id in version_ids
        if (shown := turn.session.get(EntryVersion, version_id)) is not None
        and is_coordinator_of(turn, shown.room_id)
        and (entry := _undecided(turn, shown)) is not None
    ]
    decided = [_book(turn, entry, Status.BOOKED, "approved") for entry in found]
    owners = {entry.person_id: [other for other in decided if other.person_id == entry.person_id] for entry in decided}
    told = [_tell_of_several(turn, owner, its) for owner, its in owners.items() if owner != turn.person.id]
    return [Reply(text=turn.say("decided-together", count=len(decided))), *told]


def _tell_of_several(turn: Turn, owner: int, decided: list[EntryVersion]) -> Reply:
    voice = turn.voice_for(turn.session.get_one(Person, owner))
    text = voice.say("told-approved", entry=entry_words(turn.session, voice, decided[0]))
    if len(decided) > 1:
        amount = voice.duration(sum(entry.minutes for entry in decided))
        text = voice.say("told-approved-several", count=len(decided), amount=amount)
    return turn.tell(owner, Reply(text=text, about=tuple(entry.entry_id for entry in decided)))


def _undecided(turn: Turn, shown: EntryVersion) -> EntryVersion | None:
    """The entry as it is now, if it still waits for a decision on what was shown."""
    entry = entries.current(turn.session, [shown.entry_id])[0]
    # A group told afterwards changes nothing of what was put before the coordinator; another amount or day does.
    is_same = (entry.status, entry.minutes, entry.date) == (shown.status, shown.minutes, shown.date)
    return entry if is_same and entry.status in (Status.WAITING, Status.DISPUTED) else None


def _book(turn: Turn, entry: EntryVersion, status: Status, decision: str) -> EntryVersion:
    decided = entries.revise(turn.session, entry, entries.work_of(entry), status, turn.evidence, decision)
    follow(turn, entry, decided)
    return decided


def _decide(turn: Turn, version_id: int, status: Status, decision: str) -> list[Reply]:
    shown = turn.session.get(EntryVersion, version_id)
    if shown is None or not is_coordinator_of(turn, shown.room_id):
        return [Reply(text=turn.say("not-yours"))]
    entry = _undecided(turn, shown)
    if entry is None:
        return [Reply(text=turn.say("button-done"))]
    decided = _book(turn, entry, status, decision)
    words = entry_words(turn.session, turn.voice, decided)
    name = name_of(turn.session, turn.voice, decided.person_id)
    replies = [Reply(text=turn.say(f"decided-{decision}", name=name, entry=words), about=(decided.entry_id,))]
    owner = turn.session.get_one(Person, decided.person_id)
    if owner.id != turn.person.id:
        voice = turn.voice_for(owner)
        key = _TOLD[Status(shown.status), decision]
        text = voice.say(key, entry=entry_words(turn.session, voice, decided))
        ask = (Button(voice.label("button-ask-coordinator"), "human"),) if key in _MAY_BE_ASKED else ()
        replies.append(turn.tell(owner.id, Reply(text=text, buttons=ask, about=(decided.entry_id,))))
    return replies
