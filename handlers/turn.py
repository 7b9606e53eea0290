"""One message at its turn: who wrote, where they belong, and how to answer and ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from markupsafe import Markup
from sqlmodel import Session

from handlers.messages import MOST_CHOICES, Button, Incoming, Reply, fitting
from language.say.voice import Voice
from storage import dialogues
from storage.entries import Evidence
from storage.groups import groups_of
from storage.inbox import Taken
from storage.people import Membership
from storage.room_words import RoomWords, room_words
from storage.rooms import RoomSettings, settings_of
from storage.tables import Account, Dialogue, Group, Person

QUESTION_VERB = "q"
MORE = "more"

Option = tuple[str, str]
"""A possible answer: (value, label on the button)."""


@dataclass(slots=True)
class Turn:
    """What a handler has at hand for one message. It reads and writes through ``session`` and sends nothing."""

    session: Session
    incoming: Incoming
    inbox: Taken
    account: Account
    person: Person
    places: list[Membership]
    now: datetime
    """When the message is handled; what it says counts from when it was sent."""
    question: Dialogue | None = None
    """The question that was open when the message came."""
    coupled_to: Group | None = None
    """In a group chat: the group that it reports for."""
    _asked: bool = field(default=False, init=False)
    _settings: RoomSettings | None = field(default=None, init=False)
    _groups: list[Group] | None = field(default=None, init=False)
    _group_rooms: dict[int, int] | None = field(default=None, init=False)

    @property
    def in_group_chat(self) -> bool:
        """Whether others read the answer too: then it is one short line, and holds nothing personal."""
        return self.incoming.group_chat

    @property
    def room_settings(self) -> RoomSettings:
        """The settings of the person's room; the usual ones for somebody without."""
        if self._settings is None:
            self._settings = settings_of(self.places[0].room) if self.places else RoomSettings()
        return self._settings

    @property
    def local_time(self) -> datetime:
        """When the message was sent, in the room's zone."""
        return self.incoming.sent_at.astimezone(self.room_settings.zone)

    @property
    def today(self) -> date:
        """The day on which the message was sent, in the room's zone."""
        return self.local_time.date()

    @property
    def evidence(self) -> Evidence:
        """This message as the ground for a change of the books."""
        return Evidence(by=self.person.id, at=self.now, inbox_id=self.inbox.id)

    @property
    def voice(self) -> Voice:
        """How to speak to the writer."""
        return Voice(self.person.language, self.today)

    def say(self, key: str, **values: object) -> Markup:
        """A text in the writer's language."""
        return self.voice.say(key, **values)

    def label(self, key: str, **values: object) -> str:
        """A button's label in the writer's language."""
        return self.voice.label(key, **values)

    def button(self, key: str, data: str) -> Button:
        """A button that does something whenever it is pressed."""
        return Button(self.label(key), data)

    def voice_for(self, person: Person) -> Voice:
        """How to speak to somebody else about this."""
        return Voice(person.language, self.today)

    @property
    def groups(self) -> list[Group]:
        """The groups of all rooms that the writer is in."""
        if self._groups is None:
            self._groups = [group for place in self.places for group in groups_of(self.session, place.room.id)]
        return self._groups

    @property
    def words(self) -> tuple[RoomWords, ...]:
        """The names and words of the rooms that the writer is in, as they were before this message."""
        return tuple(room_words(self.session, place.room.id, place.room.words_version) for place in self.places)

    @property
    def group_rooms(self) -> dict[int, int]:
        """The room of each group of theirs, by the groups' ids."""
        if self._group_rooms is None:
            self._group_rooms = {group.id: words.room_id for words in self.words for group in words.groups}
        return self._group_rooms

    def place_in(self, room_id: int) -> Membership | None:
        """The writer's place in the room, if they are in it."""
        return next((place for place in self.places if place.room.id == room_id), None)

    def ask(
        self, kind: str, text: str, options: Sequence[Option] = (), also: Sequence[Button] = (), **state: Any
    ) -> Reply:
        """Ask a question; the next message of this person in this chat is its answer. ``state`` is kept as JSON.

        More options than fit come in pages. The buttons in ``also`` stand below them and do what they always do.
        """
        below = [(button.label, button.data) for button in also]
        return self._ask(kind, dialogues.question_state(text, options, below, **state))

    def ask_again(self, before: str = "") -> Reply:
        """Ask the open question once more, after a word on why."""
        reply = self._ask(self._open.kind, self._open.state)
        return replace(reply, text=f"{before}\n{reply.text}") if before else reply

    def ask_on(self, text: str, options: Sequence[Option], **state: Any) -> Reply:
        """Ask the open question on, with other words and options; who pressed a button of before is answered too."""
        changed = {**self._open.state, **state, "text": str(text), "options": list(options)}
        return self._ask(self._open.kind, changed, self._open.number)

    def show_more(self) -> Reply:
        """Ask the open question with its next options; those of before can still be pressed."""
        state = self._open.state
        following = state["first"] + self._page(state) - 1
        first = following if following < len(state["options"]) else 0
        return self._ask(self._open.kind, {**state, "first": first}, self._open.number)

    @property
    def question_state(self) -> dict[str, Any]:
        """What the open question keeps; ValueError when none is open."""
        return self._open.state

    @property
    def _open(self) -> Dialogue:
        if self.question is None:
            raise ValueError("no question is open")
        return self.question

    @property
    def has_more_options(self) -> bool:
        """Whether the open question has more options than are shown at once."""
        return self.question is not None and len(self.question.state["options"]) > self._page(self.question.state)

    @staticmethod
    def _page(state: Mapping[str, Any]) -> int:
        return MOST_CHOICES - len(state["also"])

    def _ask(self, kind: str, state: Mapping[str, Any], goes_on: int | None = None) -> Reply:
        chat = self.incoming.chat
        # The message's own number is never given twice, so that no old button can pass for one of this question.
        number = goes_on or self.inbox.id
        dialogues.save_question(self.session, self.person.id, chat, number, kind, dict(state), self.now)
        self._asked = True
        options, first, page = state["options"], state["first"], self._page(state)
        shown = list(options)
        if len(options) > page:
            shown = [*options[first : first + page - 1], (MORE, self.label("button-more"))]
        answers = [(label, f"{QUESTION_VERB}:{number}:{value}") for value, label in shown]
        # A question that goes on stays where it was asked.
        in_place = goes_on is not None
        return Reply(text=state["text"], buttons=fitting([*answers, *state["also"]]), asks=True, in_place=in_place)

    def settle(self) -> None:
        """The open question is answered, unless a new one was asked in this turn."""
        if not self._asked and self.question is not None:
            dialogues.close_question(self.session, self.person.id, self.incoming.chat)
            self.question = None

    def tell(self, person_id: int, reply: Reply) -> Reply:
        """The same message to somebody else: outside their quiet hours, since they did not ask for it."""
        return replace(reply, to_person=person_id, not_before=self.room_settings.waits_until(self.now))
