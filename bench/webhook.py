"""Kamerbot and bare echo bots by webhook: how many updates a second, and how long somebody waits for the answer."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from bench import databases
from bench.bots import Kind, running
from bench.effort import Effort
from bench.load import Figures, Load, Update
from bench.platform import Platform
from bench.volunteers import PEOPLE_IN_ROOM, faults, updates
from storage.database import open_database

BOOKED = "Genoteerd"
"""With this begins what Kamerbot answers to hours that it booked."""
EASY = 50
"""Updates a second of the open load: a busy evening of a few hundred rooms."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one bot."""

    kind: Kind
    milliseconds: int
    """What a send takes on this platform."""
    full: Figures
    at_once: int
    """Updates on their way at any time, with which it did the most."""
    easy: Figures
    processor: float
    """Milliseconds of processor for an update, at full load."""
    by_response: float
    """The part of the answers that came in the response to the webhook."""
    faults: Sequence[str]
    configuration: str
    """What the bot says of itself."""


async def measure(kind: Kind, milliseconds: int, effort: Effort, place: Path, messages: Sequence[Update]) -> Row:
    """Measure one bot on a platform on which a send takes so long. Kamerbot begins with an empty database."""
    if kind.is_kamerbot:
        await asyncio.to_thread(databases.begin_anew, kind.database, effort.rooms)
    unsent = iter(messages) if kind.is_kamerbot else cycle(messages)
    async with Platform(milliseconds / 1000) as platform, running(kind, platform, place) as bot:
        load = Load(platform, bot.port, BOOKED if kind.is_kamerbot else "")
        await load.some(unsent, effort.warm_up)
        easy = await load.opened(unsent, EASY, effort.easy_seconds)
        done = []
        for at_once in effort.at_once_slow if milliseconds else effort.at_once:
            before, used = len(load.delivered), bot.processor_seconds()
            figures = await load.closed(unsent, at_once, effort.seconds)
            used = (bot.processor_seconds() - used) * 1000 / (len(load.delivered) - before)
            done.append((figures.per_second, at_once, figures, used))
        load.close()
        configuration = bot.says[0] if bot.says else ""
    _, at_once, full, processor = max(done, key=lambda each: each[0])
    by_response = platform.answers["response"] / platform.answers.total()
    wrong = await asyncio.to_thread(_faults, kind, platform, load)
    return Row(kind, milliseconds, full, at_once, easy, processor, by_response, wrong, configuration)


def _faults(kind: Kind, platform: Platform, load: Load) -> list[str]:
    counted = {
        "deliveries failed": load.again,
        "unexpected answers": len(load.unexpected),
        "messages nobody waited for": len(platform.arrived),
    }
    found = [f"{count} {what}" for what, count in counted.items() if count]
    if kind.is_kamerbot:
        engine = open_database(kind.database)
        found += faults(engine, load.delivered)
        engine.dispose()
    return found


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table, below HEADS."""
    return (
        row.kind.name,
        f"{row.full.per_second:,.0f}",
        str(row.at_once),
        *(f"{figures.percentile(part):.1f}" for figures in (row.full, row.easy) for part in (0.5, 0.95)),
        f"{row.processor:.2f}",
        f"{row.by_response:.0%}",
        "; ".join(row.faults) or "right",
    )


HEADS = (
    "",
    "updates/s",
    "at once",
    "p50 ms",
    "p95 ms",
    f"p50 at {EASY}/s",
    f"p95 at {EASY}/s",
    "cpu ms each",
    "in response",
    "books",
)


def all_messages(effort: Effort) -> list[Update]:
    """Everything that the volunteers have to tell, made before anything is measured."""
    return list(updates(effort.rooms * PEOPLE_IN_ROOM))
