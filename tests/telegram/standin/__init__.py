"""A stand-in for Telegram: a strict Bot API over HTTP on loopback, in memory, with people whom a test directs.

It refuses what Telegram refuses, in Telegram's words. Its time stands still until a test moves it.
"""

from contextlib import ExitStack
from types import TracebackType

from tests.telegram.standin.accounts import Chat, User
from tests.telegram.standin.clock import Clock, StillClock
from tests.telegram.standin.control import control_app
from tests.telegram.standin.limits import Limits
from tests.telegram.standin.people import Group, Person
from tests.telegram.standin.server import Server
from tests.telegram.standin.world import TOKEN, Call, Fault, World

__all__ = ["TOKEN", "Call", "Group", "Limits", "Person", "Standin", "StillClock"]


class Standin:
    """Telegram, from ``with`` to the end of it."""

    def __init__(
        self, *, limits: Limits | None = None, clock: Clock | None = None, token: str = TOKEN, port: int = 0
    ) -> None:
        self.world = World(limits=limits, clock=clock, token=token)
        self.server = Server(self.world, control_app(self), port)
        self.url = self.server.url
        self.token = token
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}
        self._open = ExitStack()

    def __enter__(self) -> "Standin":
        self._open.enter_context(self.server)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def person(self, name: str, *, language: str = "nl", last_name: str = "", username: str = "") -> Person:
        """Somebody by this first name, with a new account at their first mention."""
        with self.world.lock:
            if name not in self.people:
                user = User(
                    id=700_001 + len(self.people),
                    first_name=name,
                    last_name=last_name,
                    username=username,
                    language=language,
                )
                self.world.users[user.id] = user
                self.people[name] = Person(self.world, user)
            return self.people[name]

    def group(self, title: str, *, supergroup: bool = False, bot: str = "member") -> Group:
        """A group chat by this title, with the bot in it at its first mention."""
        with self.world.lock:
            if title not in self.groups:
                number = -(4_000_001 + len(self.groups)) - (10**12 if supergroup else 0)
                chat = Chat(id=number, type="supergroup" if supergroup else "group", title=title, bot_status=bot)
                self.world.chats[number] = chat
                self.groups[title] = Group(self.world, chat)
            return self.groups[title]

    def fail(self, what: str, times: int = 1, *, method: str = "", after: int = 0) -> None:
        """Let requests go wrong: an answer of faults.ANSWERS, or timeout, reset, lost, half, late.

        Only those of ``method``, if told; ``after`` so many that go well.
        """
        with self.world.lock:
            self.world.faults += [Fault("", method)] * after + [Fault(what, method)] * times

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        assert isinstance(self.world.clock, StillClock), "only a still clock can be moved"
        self.world.clock.advance(seconds)

    def calls(self, method: str) -> list[Call]:
        """The bot's requests of this method, in order."""
        with self.world.lock:
            return [call for call in self.world.calls if call.method == method]

    @property
    def waiting(self) -> int:
        """How many updates the bot did not confirm yet."""
        with self.world.lock:
            return len(self.world.bot.updates.pending(self.world.now()))

    @property
    def polling(self) -> bool:
        """Whether a poll of the bot is held back until there is something to tell."""
        with self.world.lock:
            return self.world.polls_held_back > 0
