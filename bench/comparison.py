"""The table of Kamerbot beside the bare echo bots, and whether Kamerbot is as quick as it should be."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import uvloop

from bench import databases
from bench.bots import Kind, echo, kamerbot
from bench.effort import Effort
from bench.table import NAME, aim, row
from bench.webhook import EASY, HEADS, Row, all_messages, cells, measure
from tests import postgres

FLOOR = [
    echo("plain ASGI, in response", "floor.py", "--answer", "response"),
    echo("plain ASGI and aiohttp, by API", "floor.py", "--answer", "api"),
]
OWN_WAY = [
    echo("python-telegram-bot echo, by API", "ptb_echo.py", "--answer", "api"),
    echo("aiogram echo, by API", "aiogram_echo.py", "--answer", "api"),
    echo("aiogram echo, in response, its own web server", "aiogram_echo.py", "--answer=response", "--server=aiohttp"),
]
"""The baselines as their libraries serve them, each in the way that does the most."""
BY_HAND = [
    echo("python-telegram-bot, in response, by hand", "ptb_echo.py", "--answer", "response"),
    echo("aiogram echo, in response, by hand", "aiogram_echo.py", "--answer", "response"),
]
"""The same with a web application made by hand around the library, which writes the answers itself."""
_PTB = ("ptb_echo.py", "--answer", "api")
_AIOGRAM = ("aiogram_echo.py", "--answer")
VARIANTS = [
    echo("ptb: all as it comes", *_PTB, "--server=tornado", "--request=httpx", "--concurrent=no", "--loop=asyncio"),
    echo("ptb: many at once", *_PTB, "--server=tornado", "--request=httpx", "--loop=asyncio"),
    echo("ptb: many at once, uvloop", *_PTB, "--server=tornado", "--request=httpx"),
    echo("ptb: many at once, uvloop, aiohttp", *_PTB, "--server=tornado"),
    echo("ptb: one by one, uvloop, aiohttp, uvicorn", *_PTB, "--concurrent=no"),
    echo("ptb: many at once, uvloop, httpx, uvicorn", *_PTB, "--request=httpx"),
    echo("ptb: many at once, asyncio, aiohttp, uvicorn", *_PTB, "--loop=asyncio"),
    echo("aiogram: as it comes", *_AIOGRAM, "api", "--server=aiohttp", "--loop=asyncio"),
    echo("aiogram: uvloop", *_AIOGRAM, "api", "--server=aiohttp"),
    echo("aiogram: as it comes, in response", *_AIOGRAM, "response", "--server=aiohttp", "--loop=asyncio"),
    echo("aiogram: asyncio, uvicorn", *_AIOGRAM, "api", "--loop=asyncio"),
]
"""What else was tried; those above are the best of them."""

SQLITE = "Kamerbot, SQLite FULL"
TIMES = (0, 60)
"""Milliseconds that a send takes."""
IN_RESPONSE, BY_API, MOST_MILLISECONDS = 1.5, 0.8, 25
"""The aims: times the updates of the best baseline, and the 95th percentile at EASY updates a second."""


def run(effort: Effort) -> None:
    """Measure everything and print the table and the aims."""
    with databases.folder() as place, postgres.server() as server:
        kinds = [*FLOOR, *OWN_WAY, *BY_HAND, *_kamerbots(place, server)]
        rows = _measured(kinds, effort, place)
    print(f"{SQLITE}, beside the best of the bare echo bots")
    print("\n".join(_aims(rows)))


def run_variants(effort: Effort) -> None:
    """Measure the baselines in every way in which they can be put together."""
    with databases.folder() as place:
        _measured([*OWN_WAY, *BY_HAND, *VARIANTS], effort, place)


def _kamerbots(place: Path, server: str) -> Iterator[Kind]:
    sqlite = f"sqlite:///{place / 'kamerbot.db'}"
    for name, database, words in (
        (SQLITE, sqlite, ()),
        ("Kamerbot, PostgreSQL, 1 worker", server, ()),
        ("Kamerbot, PostgreSQL, 2 workers", server, ("--workers", "2")),
    ):
        for how, answers in (("by API", "never"), ("in response", "always")):
            yield kamerbot(f"{name}, {how}", database, *words, TELEGRAM_ANSWER_IN_RESPONSE=answers)


def _measured(kinds: Sequence[Kind], effort: Effort, place: Path) -> list[Row]:
    messages = all_messages(effort)
    measured: list[Row] = []
    for milliseconds in TIMES:
        print(f"webhook, a send takes {milliseconds} ms; times from posting the update until its answer has arrived")
        print(row(HEADS, HEADS))
        for kind in kinds:
            measured.append(uvloop.run(measure(kind, milliseconds, effort, place, messages)))
            print(row(cells(measured[-1]), HEADS), flush=True)
    print("how the echo bots are put together")
    for each in measured[: len(kinds)]:
        if not each.kind.is_kamerbot:
            print(f"  {each.kind.name:<{NAME}}  {each.configuration}")
    return measured


def _aims(rows: Sequence[Row]) -> Iterator[str]:
    by_name = {(each.kind.name, each.milliseconds): each for each in rows}
    for milliseconds in TIMES:
        for baselines in (OWN_WAY, [*OWN_WAY, *BY_HAND]):
            best = max((by_name[kind.name, milliseconds] for kind in baselines), key=lambda each: each.full.per_second)
            for how, times in (("in response", IN_RESPONSE), ("by API", BY_API)):
                ratio = by_name[f"{SQLITE}, {how}", milliseconds].full.per_second / best.full.per_second
                what = f"{milliseconds} ms, {how}: times {best.kind.name}"
                yield aim(what, f"{ratio:.2f}", f">= {times}", met=ratio >= times)
    for how in ("in response", "by API"):
        wait = by_name[f"{SQLITE}, {how}", 0].easy.percentile(0.95)
        what = f"0 ms, {how}: p95 at {EASY} updates/s"
        yield aim(what, f"{wait:.1f} ms", f"< {MOST_MILLISECONDS} ms", met=wait < MOST_MILLISECONDS)
    wrong = sum(bool(each.faults) for each in rows)
    yield aim("rows after which something is wrong in the books or the answers", str(wrong), "0", met=wrong == 0)
