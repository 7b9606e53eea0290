"""Drawing in another process: the same drawing, the same faults, and nothing left behind."""

import asyncio
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports import apart
from reports.apart import PROGRAM, draw_apart, fonts_folder
from reports.attachments import APART, draw
from reports.data import DataError
from tests.reports.examples import ONE_OF_EACH
from tests.reports.looking import same_content


@pytest.mark.parametrize("kind", sorted(APART))
async def test_the_other_process_draws_the_same(kind: str) -> None:
    data = ONE_OF_EACH[kind].to_data()
    there, here = await draw_apart(kind, data), draw(kind, data)
    assert replace(there, content=b"") == replace(here, content=b"")
    assert same_content(there, here)


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

    async def seen(*program: str, **options: Any) -> asyncio.subprocess.Process:
        started.append(await start(*program, **options))
        return started[-1]

    monkeypatch.setattr(apart, "PROGRAM", ("sleep", "60"))
    monkeypatch.setattr(asyncio, "create_subprocess_exec", seen)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await draw_apart("indicator_chart", {})
    assert await started[0].wait() < 0


async def test_fonts_are_listed_once_for_all_drawings_and_not_in_the_users_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    data = ONE_OF_EACH["indicator_chart"].to_data()
    await draw_apart("indicator_chart", data)
    listed = written(fonts_folder().name)
    await draw_apart("indicator_chart", data)
    assert written(fonts_folder().name) == listed != {}
    assert written(str(tmp_path)) == {}


def written(folder: str) -> dict[str, int]:
    """When each file in a folder was written."""
    return {path.name: path.stat().st_mtime_ns for path in Path(folder).glob("*.json")}


def test_the_program_draws_what_stands_on_its_input() -> None:
    wanted = {"kind": "invite_qr", "data": ONE_OF_EACH["invite_qr"].to_data()}
    done = subprocess.run(PROGRAM, input=json.dumps(wanted).encode(), capture_output=True, check=True)
    head, _, content = done.stdout.partition(b"\n")
    assert json.loads(head)["media_type"] == "image/png"
    assert content == draw("invite_qr", wanted["data"]).content
    assert done.stderr == b""
