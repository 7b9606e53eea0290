"""The measurements measure what they say: real bookings, each answered by the way that was asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.__main__ import wanted
from bench.bots import kamerbot
from bench.effort import QUICK
from bench.volunteers import faults
from bench.webhook import all_messages, measure
from storage.database import open_database


def test_without_a_part_all_is_measured() -> None:
    assert wanted([])[0][:2] == ["machine", "webhook"]
    assert wanted(["start", "variants", "--quick"]) == (["start", "variants"], QUICK)


@pytest.mark.parametrize(("answers", "by_response"), [("never", 0.0), ("always", 1.0)])
async def test_every_message_is_booked_and_answered(tmp_path: Path, answers: str, by_response: float) -> None:
    kind = kamerbot("Kamerbot", f"sqlite:///{tmp_path / 'kamerbot.db'}", TELEGRAM_ANSWER_IN_RESPONSE=answers)
    effort = replace(QUICK, easy_seconds=0.1)

    row = await measure(kind, 0, effort, tmp_path, all_messages(effort))

    assert (row.faults, row.by_response) == ([], by_response)
    assert len(row.full.waits) > 0
    engine = open_database(kind.database)
    assert faults(engine, [100_000_001, 100_000_001, 999]) != []
    engine.dispose()
