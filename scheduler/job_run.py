"""What the clock does in a room at its turn, in one unit of work: a job for a period, or a question to somebody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session

from handlers.messages import Reply, fitting
from language.say.voice import Voice
from storage import dialogues, outbox
from storage.beside import read_room_beside
from storage.rooms import RoomSettings
from storage.tables import Person, Room

T = TypeVar("T")
Counts = dict[str, int]
"""What a job did, by name: kept with its run and logged, so it holds no names of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRun:
    """What is at hand. All is read and written through ``session``, and nothing is sent from here."""

    session: Session
    room: Room
    settings: RoomSettings
    now: datetime

    @property
    def reading_at(self) -> datetime:
        """When people may read it, in the room's zone: now, or when the quiet hours end."""
        return (self.settings.waits_until(self.now) or self.now).astimezone(self.settings.zone)

    @property
    def today(self) -> date:
        """The day it is in the room's zone."""
        return self.now.astimezone(self.settings.zone).date()

    def voice(self, person: Person) -> Voice:
        """How to speak to somebody on the day they read it."""
        return Voice(person.language, self.reading_at.date())

    def may_write_to(self, person: Person) -> bool:
        """Whether the person can be reached and did not ask for silence."""
        return person.quiet_since is None and outbox.address_of(self.session, person.id) is not None

    def send(self, person: Person, reply: Reply, worth: timedelta) -> None:
        """Lay a message ready, outside quiet hours and behind replies to people; not sent when ``worth`` is over."""
        address = outbox.address_of(self.session, person.id)
        if address is None:
            raise ValueError("nobody can be reached there; ask may_write_to first")
        self.send_to(address, reply, worth)

    def send_to(self, address: outbox.Address, reply: Reply, worth: timedelta) -> None:
        """The same where it goes to no person: to a group's chat."""
        ready = replace(
            reply,
            bulk=True,
            not_before=self.settings.waits_until(self.now),
            expires_at=self.reading_at + worth,
        )
        outbox.put(self.session, address, self.now, **ready.row())

    def ask(
        self, person: Person, kind: str, text: str, options: Sequence[tuple[str, str]], worth: timedelta, **state: Any
    ) -> None:
        """Ask a question that is answered by a press or by typing; ``options`` are (data of the button, label).

        Each button does its own work whenever it is pressed. What is typed goes to the question's kind, while it is
        the person's open question.
        """
        address = outbox.address_of(self.session, person.id)
        if address is None:
            raise ValueError("nobody can be reached there; ask may_write_to first")
        kept = dialogues.question_state(text, options, **state)
        dialogues.save_question(self.session, person.id, address.chat, dialogues.BY_THE_CLOCK, kind, kept, self.now)
        buttons = fitting([(label, data) for data, label in options])
        self.send(person, Reply(text=text, buttons=buttons, asks=True), worth)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRun(RoomRun):
    """What a job has at hand for its period."""

    period: str
    id: int = 0
    """Of the run's row: buttons refer to it. 0 for what is done ahead of it."""

    def beside(self, what: str, read: Callable[["JobRun"], T]) -> T:
        """What ``read`` finds, where it keeps nobody waiting; it is given this run with another session to read by."""
        return read_room_beside(
            self.session, self.room, what, lambda session, room: read(replace(self, session=session, room=room))
        )
