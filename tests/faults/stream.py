"""A stream of messages whose outcome is known beforehand, whatever happens to the program in between."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.telegram.standin import Person, Standin
from tests.telegram.standin.accounts import Post

DAYS = 28
"""Days back on which hours are logged: not so many that they wait for the coordinator."""
MOST_FROM_ONE = 250
"""Messages from one person: then all their days and weeks stay below what is asked about."""
CHANGED_BY = 25
"""Minutes that an edit adds: more than any two messages of one person differ on a day."""
MONTHS = ("januari", "februari", "maart")
"""Those of the days that are told of."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an update must have written: a version of an entry, of this person."""

    account: int
    group: str
    date: str
    minutes: int
    version: int


@dataclass(slots=True)
class Writer:
    """Somebody who logs hours in words, and now and then edits the last message."""

    person: Person
    said: int = 0
    last: tuple[Post, Wanted] | None = None
    """The newest message, until it is edited."""


@dataclass(slots=True)
class Talker:
    """Somebody who logs hours with buttons, one step after another, each when the bot has asked for it."""

    person: Person
    minutes: int
    step: int = 0

    @property
    def is_done(self) -> bool:
        """Whether the last answer was given."""
        return self.step == 4


ASKED = ("", "Bij welke groep was het?", "Hoeveel uur was het?", "Welke dag was het?")


@dataclass(slots=True)
class Stream:
    """Feeds the stand-in, and remembers what each update must lead to."""

    standin: Standin
    today: date
    rng: random.Random
    writers: list[Writer]
    talkers: list[Talker]
    with_presses: bool = True
    """Whether a button is pressed; else its words are typed. A press that waits too long is dropped by Telegram."""
    wanted: dict[int, Wanted | None] = field(default_factory=dict)
    """By the number of the update; None is one that must book nothing."""
    chats: list[int] = field(default_factory=list)
    """For each update the chat that it came from."""

    def feed(self) -> None:
        """Let somebody do the next thing."""
        with self.standin.world.lock:
            talker = next((talker for talker in self.talkers if not talker.is_done), None)
            if talker is None or not self._talk(talker):
                self._write(self.rng.choice(self.writers))

    def finish_talks(self) -> bool:
        """Give the answers that can be given now; whether none is left."""
        with self.standin.world.lock:
            for talker in self.talkers:
                if talker.step and not talker.is_done:
                    self._talk(talker)
            return all(talker.is_done or not talker.step for talker in self.talkers)

    @property
    def people(self) -> list[Person]:
        """Everybody who takes part."""
        return [writer.person for writer in self.writers] + [talker.person for talker in self.talkers]

    @property
    def talks_done(self) -> list[bool]:
        """For each talk whether it came to its end."""
        return [talker.is_done for talker in self.talkers]

    def acknowledged(self) -> set[int]:
        """The numbers of the updates that the program said to have received."""
        with self.standin.world.lock:
            return self.wanted.keys() - {update.id for update in self.standin.world.bot.updates.waiting}

    def _note(self, person: Person, wanted: Wanted | None) -> None:
        self.wanted[self.standin.world.bot.updates.next_id - 1] = wanted
        self.chats.append(person.id)

    def _write(self, writer: Writer) -> None:
        if writer.last and self.rng.random() < 0.2:
            post, was = writer.last
            now = Wanted(was.account, was.group, was.date, was.minutes + CHANGED_BY, 2)
            writer.person.edits(post, self._words(now))
            self._note(writer.person, now)
            writer.last = None
            return
        day = self.today - timedelta(days=1 + writer.said % DAYS)
        minutes = 1 + writer.said // DAYS
        writer.said += 1
        assert writer.said <= MOST_FROM_ONE, "more writers are needed for so many messages"
        wanted = Wanted(writer.person.id, "kookgroep", day.isoformat(), minutes, 1)
        writer.last = (writer.person.says(self._words(wanted)), wanted)
        self._note(writer.person, wanted)

    def _words(self, wanted: Wanted) -> str:
        day = date.fromisoformat(wanted.date)
        return f"{wanted.minutes} minuten {wanted.group} op {day.day} {MONTHS[day.month - 1]}"

    def _talk(self, talker: Talker) -> bool:
        """Take the next step, if it is this talker's turn."""
        person = talker.person
        # The clock may have said something after the question.
        if talker.step and not any(post.text.startswith(ASKED[talker.step]) for post in person.inbox):
            return False
        wanted = None
        if talker.step == 0:
            person.says("/uren")
        elif talker.step == 1 and self.with_presses:
            person.presses("Tuingroep")
        elif talker.step == 1:
            person.says("tuingroep")
        elif talker.step == 2:
            person.says(f"{talker.minutes} minuten")
        else:
            yesterday = self.today - timedelta(days=1)
            person.says(f"{yesterday.day} {MONTHS[yesterday.month - 1]}")
            wanted = Wanted(person.id, "tuingroep", yesterday.isoformat(), talker.minutes, 1)
        talker.step += 1
        self._note(person, wanted)
        return True
