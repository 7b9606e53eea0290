"""One thing that waits for a coordinator: what it is called in a list, what it says, and what can be done with it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers import asking_people, teaching
from handlers.for_others import others_deciding
from handlers.for_others.others_report import names_of
from handlers.hours import correcting, objecting
from handlers.hours.booking import waiting_limits
from handlers.hours.entry_words import entry_words, name_of
from handlers.hours.limits import ALL, REASONS
from handlers.joining import admitting
from handlers.members import keys
from handlers.messages import Reply
from handlers.turn import Turn
from storage import entries, inbox, waiting
from storage.entries import Status
from storage.named import is_named, named_together
from storage.tables import EntryVersion, PassedQuestion, Room
from storage.words import unchecked_words

Act = Callable[[Turn, int], list[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that waits. ``kind`` and ``id`` say what; the same two lead back to it after a press."""

    kind: str
    id: int
    label: str
    """On a button, in a list."""
    text: str

    @property
    def value(self) -> str:
        """What stands for it in an answer."""
        return f"{self.kind}.{self.id}"

    @property
    def actions(self) -> dict[str, Act]:
        """What can be done, by the name of its button."""
        return ACTIONS[self.kind]


def _done(turn: Turn, question_id: int) -> list[Reply]:
    """[Is al gedaan]: a question that was answered face to face."""
    question = turn.session.get_one(PassedQuestion, question_id)
    question.answered_at, question.answered_by = turn.now, turn.person.id
    return [Reply(text=turn.say("question-closed"))]


def _change(turn: Turn, version_id: int) -> list[Reply]:
    return correcting.wrong_entry(turn, turn.session.get_one(EntryVersion, version_id).entry_id)


ACTIONS: dict[str, dict[str, Act]] = {
    "join": {"button-admit": admitting.admit, "button-turn-away": admitting.turn_away},
    "question": {"button-answer": asking_people.ask_answer, "button-question-closed": _done},
    "hours": {"button-approve": objecting.approve, "button-refuse": objecting.refuse},
    "objection": {
        "button-delete": objecting.refuse,
        "button-change": _change,
        "button-it-is-right": objecting.approve,
    },
    "named": {"button-named-confirm": others_deciding.confirm_named, "button-no": others_deciding.refuse_named},
    "key": {"button-yes": keys.confirm, "button-no": keys.deny},
    "word": {"button-word-right": teaching.confirm, "button-wrong": teaching.unlearn},
}


def items_of(turn: Turn, room: Room) -> list[Item]:
    """All that waits in the room for this coordinator, people first; hours that only all wait are apart."""
    return [*_people(turn, room), *_hours(turn, room), *_words(turn, room)]


def _people(turn: Turn, room: Room) -> Iterator[Item]:
    for request, person in waiting.join_requests(turn.session, room.id):
        yield Item(
            kind="join",
            id=request.id,
            label=turn.label("request-join", name=person.name),
            text=turn.say("join-request", name=person.name, room=room.name),
        )
    for question, person in waiting.open_questions(turn.session, room.id):
        if person.id != turn.person.id:
            words = None if question.inbox_id is None else inbox.words_of(turn.session, question.inbox_id)
            asked = turn.voice.day(question.asked_at.astimezone(turn.room_settings.zone).date())
            text = (
                turn.say("question-of-long-ago", name=person.name, day=asked)
                if words is None
                else turn.say("passed-question", name=person.name, words=words)
            )
            label = turn.label("request-question", name=person.name)
            yield Item(kind="question", id=question.id, label=label, text=text)


def _hours(turn: Turn, room: Room) -> Iterator[Item]:
    for together in named_together(turn.session, room.id):
        yield _named(turn, together)
    for entry in entries.waiting(turn.session, room.id):
        if not is_routine(entry) and not is_named(entry):
            yield _entry(turn, room, entry)


def is_routine(entry: EntryVersion) -> bool:
    """Whether the entry waits only because all hours of the room do."""
    return entry.status == Status.WAITING and entry.reason == ALL


def routine(turn: Turn, room: Room) -> list[EntryVersion]:
    """The hours that wait only because all of the room do, the oldest first."""
    return [entry for entry in entries.waiting(turn.session, room.id) if is_routine(entry)]


def entry_item(turn: Turn, room: Room, version_id: int) -> Item | None:
    """One of those, to be decided on alone; None when it waits no more."""
    return next((_entry(turn, room, entry) for entry in routine(turn, room) if entry.id == version_id), None)


def _entry(turn: Turn, room: Room, entry: EntryVersion) -> Item:
    name = name_of(turn.session, turn.voice, entry.person_id)
    words = {"name": name, "entry": entry_words(turn.session, turn.voice, entry)}
    amount = turn.voice.short_duration(entry.minutes)
    if entry.status == Status.DISPUTED:
        label = turn.label("request-objection", name=name, amount=amount)
        return Item(kind="objection", id=entry.id, label=label, text=turn.say("objection", **words))
    # Hours of two persons who turned out to be one wait on for another reason than they did.
    reason = entry.reason if entry.reason in REASONS else ALL
    text = turn.say(f"approve-{reason}", **words, **waiting_limits(turn.session, room.id))
    return Item(kind="hours", id=entry.id, label=turn.label("request-hours", name=name, amount=amount), text=text)


def _named(turn: Turn, together: Sequence[EntryVersion]) -> Item:
    teller = name_of(turn.session, turn.voice, together[0].changed_by)
    names = turn.voice.listed(names_of(turn, [entry.person_id for entry in together]))
    words = {"count": len(together), "entry": entry_words(turn.session, turn.voice, together[0])}
    return Item(
        kind="named",
        id=max(entry.inbox_id for entry in together),
        label=turn.label("request-named", names=names),
        text=turn.say("named-ask-others", name=teller, names=names, **words),
    )


def _words(turn: Turn, room: Room) -> Iterator[Item]:
    for fact, person in waiting.keys_said_back(turn.session, room.id):
        label = turn.label("request-key", name=person.name)
        yield Item(kind="key", id=fact.id, label=label, text=turn.say("ask-key-came-back", name=person.name))
    for learned, group in unchecked_words(turn.session, room.id):
        by = name_of(turn.session, turn.voice, learned.taught_by)
        text = turn.say("ask-word-right", name=by, word=learned.word, group=group.name)
        yield Item(kind="word", id=learned.id, label=turn.label("request-word", word=learned.word), text=text)
