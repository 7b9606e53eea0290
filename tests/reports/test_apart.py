"""Drawing in another process: the same drawing, the same faults, and nothing left behind."""

import asyncio
import json
import subprocess

import pytest

from reports import apart
from reports.apart import PROGRAM, draw_apart
from reports.attachments import APART, draw
from reports.data import DataError
from tests.reports.examples import ONE_OF_EACH


@pytest.mark.parametrize("kind", sorted(APART))
async def test_the_other_process_draws_the_same(kind: str) -> None:
    data = ONE_OF_EACH[kind].to_data()
    assert await draw_apart(kind, data) == draw(kind, data)


async def test_a_fault_in_the_values_is_told_as_ever() -> None:
    with pytest.raises(DataError, match=r"^indicator_chart: .*title: Field required"):
        await draw_apart("indicator_chart", {})
    with pytest.raises(DataError, match="no drawing is called 'pie'"):
        await draw_apart("pie", {})


@pytest.mark.parametrize("program", [("false",), ("true",)])
async def test_a_process_that_fails_is_an_error_and_no_empty_picture(
    monkeypatch: pytest.MonkeyPatch, program: tuple[str, ...]
) -> None:
    monkeypatch.setattr(apart, "PROGRAM", program)
    with pytest.raises(RuntimeError, match="drawing indicator_chart ended with"):
        await draw_apart("indicator_chart", {})


async def test_who_stops_waiting_ends_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    start = asyncio.create_subprocess_exec

    async def seen(*program: str, **options: int) -> asyncio.subprocess.Process:
        started.append(await start(*program, **options))
        return started[-1]

    monkeypatch.setattr(apart, "PROGRAM", ("sleep", "60"))
    monkeypatch.setattr(asyncio, "create_subprocess_exec", seen)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await draw_apart("indicator_chart", {})
    assert await started[0].wait() < 0


def test_the_program_draws_what_stands_on_its_input() -> None:
    wanted = {"kind": "invite_qr", "data": ONE_OF_EACH["invite_qr"].to_data()}
    done = subprocess.run(PROGRAM, input=json.dumps(wanted).encode(), capture_output=True, check=True)
    head, _, content = done.stdout.partition(b"\n")
    assert json.loads(head)["media_type"] == "image/png"
    assert content == draw("invite_qr", wanted["data"]).content
    assert done.stderr == b""
