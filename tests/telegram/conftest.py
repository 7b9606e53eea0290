"""The channel and the stand-in for Telegram, wired together."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.channels.telegram import TelegramChannel
from handlers.messages import Incoming
from tests.telegram.standin import Limits, Standin


class Receiver:
    """Takes messages in as the core would; refuses those whose text a test names, as often as it says."""

    def __init__(self) -> None:
        self.taken: list[Incoming] = []
        self.refuse: dict[str, int] = {}
        self.refused: list[str] = []
        self._news = asyncio.Event()

    @property
    def texts(self) -> list[str]:
        """What was taken in, in order."""
        return [incoming.text for incoming in self.taken]

    async def __call__(self, incoming: Incoming) -> None:
        """Take one in."""
        self._news.set()
        if self.refuse.get(incoming.text, 0) > 0:
            self.refuse[incoming.text] -= 1
            self.refused.append(incoming.text)
            raise OSError("the disk is full")
        self.taken.append(incoming)

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Wait until what came makes something true."""
        async with asyncio.timeout(10):
            while not predicate():
                self._news.clear()
                await self._news.wait()


class Wired:
    """A channel on a stand-in. Its pauses take no time: they move the stand-in's clock, and are written down."""

    def __init__(self, standin: Standin) -> None:
        self.standin = standin
        self.receiver = Receiver()
        self.pauses: list[float] = []
        self.moved: list[tuple[str, str]] = []
        self._channels: list[TelegramChannel] = []
        self.channel = self.another_channel()

    def another_channel(self, *, token: str | None = None, read_timeout: float = 20.0) -> TelegramChannel:
        """A channel to the same stand-in, like a second program has."""
        channel = TelegramChannel(
            token or self.standin.token,
            now=lambda: datetime.fromtimestamp(self.standin.world.now(), UTC),
            api_url=self.standin.url,
            pause=self._pause,
            read_timeout=read_timeout,
            chat_moved=self._chat_moved,
        )
        self._channels.append(channel)
        return channel

    async def close(self) -> None:
        """Close all connections."""
        for channel in self._channels:
            await channel.close()

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Wait until something is so on the stand-in."""
        await asyncio.to_thread(self.standin.world.wait_until, predicate)

    @asynccontextmanager
    async def polling(self, channel: TelegramChannel | None = None) -> AsyncIterator[None]:
        """The channel receives by long polling."""
        task = asyncio.create_task((channel or self.channel).poll(self.receiver))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.standin.advance(seconds)
        await asyncio.sleep(0)

    async def _chat_moved(self, old: str, new: str) -> None:
        self.moved.append((old, new))


@pytest.fixture
def standin() -> Iterator[Standin]:
    """Telegram, that lets a few messages to one chat through at once, as it mostly does."""
    with Standin(limits=Limits(chat_burst=5)) as standin:
        yield standin


@pytest.fixture
async def wired(standin: Standin) -> AsyncIterator[Wired]:
    """A channel on the stand-in."""
    wired = Wired(standin)
    yield wired
    await wired.close()
