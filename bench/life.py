"""How soon Kamerbot serves, how much memory it takes, and how it sends to many people at once."""

import statistics
from pathlib import Path

import uvloop

from bench import databases
from bench.bots import Kind, kamerbot, running
from bench.effort import Effort
from bench.load import Load
from bench.platform import Platform
from bench.table import aim
from bench.volunteers import PEOPLE_IN_ROOM, lay_broadcast, updates
from storage.database import open_database
from tests.telegram.standin.limits import Limits

MOST_START, MOST_MEMORY = 1.5, 150
"""Seconds until it serves, megabytes that it takes."""
LEAST_OF_RATE = 0.95
MOST_WAIT = 1.0
"""Seconds that a reply may wait behind a broadcast."""
TALKING = 1.0
"""Messages a second from people during the broadcast."""
SEND_SECONDS = 0.06


def start_and_memory(effort: Effort) -> None:
    """Print how long a start takes and how much memory is taken, then and after many messages."""
    with databases.folder() as place:
        kind = kamerbot("Kamerbot", f"sqlite:///{place / 'kamerbot.db'}", TELEGRAM_ANSWER_IN_RESPONSE="always")
        databases.begin_anew(kind.database, effort.rooms)
        seconds, at_start, later = uvloop.run(_lives(kind, effort, place))
    print(f"start and memory, SQLite, {effort.rooms * PEOPLE_IN_ROOM:,} volunteers in the database")
    middle = statistics.median(seconds)
    what = f"from the start of the process to /healthz, the middle of {len(seconds)}"
    print(aim(what, f"{middle:.2f} s", f"< {MOST_START} s", met=middle < MOST_START))
    for what, megabytes in (("after the start", at_start), (f"after {effort.messages:,} messages", later)):
        print(aim(f"memory {what}", f"{megabytes:.0f} MB", f"< {MOST_MEMORY} MB", met=megabytes < MOST_MEMORY))


async def _lives(kind: Kind, effort: Effort, place: Path) -> tuple[list[float], float, float]:
    seconds = []
    async with Platform() as platform:
        for _ in range(effort.starts):
            async with running(kind, platform, place) as bot:
                seconds.append(bot.ready_seconds)
        async with running(kind, platform, place) as bot:
            at_start = bot.megabytes()
            load = Load(platform, bot.port)
            await load.some(updates(effort.rooms * PEOPLE_IN_ROOM), effort.messages)
            load.close()
            return seconds, at_start, bot.megabytes()


def broadcast(effort: Effort) -> None:
    """Print how fast a message goes to many, with Telegram's limits on, and how long replies wait meanwhile."""
    with databases.folder() as place:
        # Without a rate of its own: Telegram's limits are what it must keep to.
        database = f"sqlite:///{place / 'kamerbot.db'}"
        kind = kamerbot("Kamerbot", database, TELEGRAM_RATE="", TELEGRAM_ANSWER_IN_RESPONSE="never")
        databases.begin_anew(database, effort.rooms)
        engine = open_database(database)
        lay_broadcast(engine, effort.broadcast)
        engine.dispose()
        uvloop.run(_broadcast(kind, effort, place))


async def _broadcast(kind: Kind, effort: Effort, place: Path) -> None:
    limits = Limits()
    allowed = limits.overall_per_second
    async with Platform(SEND_SECONDS, limits) as platform, running(kind, platform, place) as bot:
        load = Load(platform, bot.port)
        others = updates(effort.rooms * PEOPLE_IN_ROOM, effort.broadcast)
        replies = await load.opened(others, TALKING, effort.broadcast / allowed)
        await platform.until_arrived(effort.broadcast)
        load.close()
    first, last = platform.arrived[0][0], platform.arrived[-1][0]
    rate = (len(platform.arrived) + platform.answers.total()) / (last - first)
    chats = {chat for _, chat, _ in platform.arrived}
    assert len(chats) == len(platform.arrived) == effort.broadcast, "somebody got it twice"
    print(f"broadcast to {effort.broadcast:,} people; Telegram takes {allowed} a second; a send takes 60 ms")
    what = f"messages a second, {platform.answers.total()} replies among them"
    wanted = LEAST_OF_RATE * allowed
    print(aim(what, f"{rate:.1f}", f">= {wanted}", met=rate >= wanted))
    print(aim("answers 429", str(len(platform.refused)), "0", met=not platform.refused))
    slowest = max(replies.waits) / 1000
    print(
        aim("the longest wait for a reply meanwhile", f"{slowest:.2f} s", f"< {MOST_WAIT} s", met=slowest < MOST_WAIT)
    )
    middle, most = (replies.percentile(part) for part in (0.5, 0.95))
    print(f"  {'p50 and p95 of the waits for a reply':<84}{f'{middle:,.0f}, {most:,.0f} ms':>12}")
