"""The log of a whole conversation: each line of a message bears its trace, and none tells what was said or by whom."""

import asyncio
import json
import re

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from bot.logs import set_up_logging
from bot.settings import Settings
from handlers import receive as receiving
from handlers.messages import Reply, trace_of
from handlers.turn import Turn
from storage.database import reading
from storage.tables import Inbox, Outbox
from tests.telegram.stage import Stage, playing
from tests.telegram.standin import Standin

pytestmark = pytest.mark.usefixtures("own_logging")

NAME = "Wilhelmina-Kanarie"
TEXT = "3 uur kookgroep gisteren met de geelzwarte kanarie"
LAST = "en nog iets van de kanarie"


def _converse(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Joining, hours, a send that fails at first, a message that makes its handler fail, a press."""
    phone = stage.phone(NAME)
    phone.starts(stage.invite("volunteer"))
    phone.hears()
    phone.says(TEXT)
    phone.hears()

    def fail(turn: Turn) -> list[Reply]:
        raise ValueError(turn.incoming.text, turn.incoming.sender_name)

    stage.standin.fail("502", method="sendMessage")
    with monkeypatch.context() as broken:
        broken.setattr(receiving, "converse", fail)
        phone.says(LAST)
        stage.all_is_received()
    stage.standin.world.wait_until(lambda: len(stage.standin.calls("sendMessage")) >= 3)


def _traces(engine: Engine) -> tuple[str, list[str]]:
    """The trace of the message that failed, and those of all messages that were answered."""
    with reading(engine) as session:
        failed = session.exec(select(Inbox).where(col(Inbox.error).is_not(None))).one()
        answers = list(session.exec(select(Outbox.trace)))
        assert answers
        return trace_of(failed.channel, failed.external_id), answers


@pytest.mark.parametrize("log_format", ["text", "json"])
async def test_a_log_of_everything_follows_each_message_and_repeats_none(
    standin: Standin,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    log_format: str,
) -> None:
    settings = {"telegram_token": standin.token, "log_level": "DEBUG", "log_format": log_format}
    set_up_logging(Settings.model_validate(settings))
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_converse, stage, monkeypatch)
    said = capsys.readouterr().err
    for secret in (NAME, "Wilhelmina", "kanarie", standin.token.partition(":")[2]):
        assert secret not in said
    failed, answers = _traces(engine)
    assert set(answers) >= {failed}
    lines = [_read(line, log_format) for line in said.splitlines()]
    assert {logger for trace, logger, event in lines if trace == failed} >= {"handlers.receive", "scheduler.ledger"}
    for logger in ("handlers.receive", "scheduler.ledger", "bot.program"):
        assert {trace for trace, by, _ in lines if by == logger} <= {*answers}, "each line of a message bears its trace"
    handled = [event for _, by, event in lines if by == "bot.program"]
    assert len(handled) == 3


def _read(line: str, log_format: str) -> tuple[str, str, str]:
    """The trace, the logger and the event of a line."""
    if log_format == "json":
        event = json.loads(line)
        return event.get("trace", ""), event["logger"], event["event"]
    found = re.match(r"\S+ \w+ (\S+?)(?: \[([\w-]+)\])?: (.*)", line)
    assert found, line
    return found[2] or "", found[1], found[3]
