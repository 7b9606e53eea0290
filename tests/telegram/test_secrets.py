"""The token is written nowhere."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.channels.redact import RedactingFilter
from handlers.messages import Button
from scheduler.sending import Outgoing, SendError
from tests.telegram.conftest import Wired

LIBRARIES = ("aiohttp", "telegram", "asyncio", "bot")


class Log(logging.StreamHandler[io.StringIO]):
    """All that is logged from DEBUG up, as text."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())

    @property
    def text(self) -> str:
        """What was written."""
        return self.stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    """A log of everything."""
    handler, root = Log(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def loud() -> Iterator[None]:
    """The libraries made to log everything, against what the channel asks of them."""
    levels = {name: logging.getLogger(name).level for name in LIBRARIES}
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


async def _session(wired: Wired) -> None:
    """A bit of everything, the failures included."""
    channel, standin = wired.channel, wired.standin
    noor = standin.person("Noor")
    noor.start()
    for fault in ("429", "500", "502", "reset", "half", "no json", "unauthorized"):
        standin.fail(fault)
        with pytest.raises(SendError):
            await channel.send(Outgoing(id=1, chat=str(noor.id), text="Hoi."))
    standin.advance(60)
    await channel.send(Outgoing(id=2, chat=str(noor.id), text="Klopt het?", buttons=(Button("Ja", "y"),)))
    with pytest.raises(SendError):
        await channel.send(Outgoing(id=3, chat="1", text="Hoi."))
    noor.presses("Ja")
    standin.fail("502", method="getUpdates")
    wired.receiver.refuse["y"] = 1
    async with wired.polling():
        await wired.until(lambda: standin.waiting == 0)
    await channel.check()
    await channel.set_webhook("https://bot.example/telegram", "secret")
    stranger = wired.another_channel(token=standin.token[:-1] + "X")
    with pytest.raises(SendError):
        await stranger.check()


def _secret_of(token: str) -> str:
    return token.rpartition(":")[2][:-1]


async def test_no_token_in_the_logs_of_a_session(wired: Wired, log: Log) -> None:
    await _session(wired)

    assert "could not be kept" in log.text
    assert _secret_of(wired.standin.token) not in log.text
    assert "Klopt het" not in log.text


async def test_no_token_in_the_logs_even_when_the_libraries_log_all(wired: Wired, loud: None, log: Log) -> None:
    log.addFilter(RedactingFilter([wired.standin.token, wired.standin.token[:-1] + "X"]))

    await _session(wired)

    assert "endpoint `getUpdates`" in log.text
    assert _secret_of(wired.standin.token) not in log.text


def test_a_traceback_loses_the_token_too(log: Log) -> None:
    log.addFilter(RedactingFilter(["123:" + "abc" + "def"]))  # in parts: a traceback shows lines of this file
    try:
        raise RuntimeError("https://api.telegram.org/bot123%3Aabcdef/getMe")
    except RuntimeError:
        logging.getLogger("bot").exception("it went wrong with %s", "bot123:abcdef", stack_info=True)

    assert "abcdef" not in log.text
    assert "RuntimeError" in log.text


def test_a_message_without_a_secret_stays_as_it_was() -> None:
    record = logging.LogRecord("bot", logging.INFO, "x.py", 1, "%d of %s", (3, "it"), None)

    assert RedactingFilter(["123:abcdef", ""]).filter(record)
    assert (record.msg, record.args) == ("%d of %s", (3, "it"))


async def test_errors_name_no_token(wired: Wired) -> None:
    stranger = wired.another_channel(token="987:zeer-geheim")

    with pytest.raises(SendError) as caught:
        await stranger.check()

    shown = f"{caught.value} {caught.value!r} {caught.value.__cause__}"
    assert "geheim" not in shown
    assert caught.value.__suppress_context__
