"""What one message costs, from the platform's update to the commit, and where the time goes."""

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import func, select
from telegram import Update

from bench.filled import FIRST_CHAT, TODAY, filled
from bot.channels.telegram import incoming_from
from handlers import vocabulary
from handlers.receive import receive
from language import say
from storage.database import reading
from storage.tables import EntryVersion

PEOPLE, ENTRIES = 40, 5_000
WARM, MESSAGES = 200, 1_000
TEXTS = (
    *("2 uur tuin", "3 uur kookgroep gisteren", "gisteren van 9 tot half 1 klussendienst", "1,5 uur taalles"),
    *("vandaag 2 uur en een kwartier naaiatelier", "anderhalf uur formulieren gisteren", "90 minuten wandelclub"),
    *("ik heb gisteren 2 uur geholpen bij de inloop", "45 min bloembakken", "maandag 1 uur computerclub"),
)


class Stages:
    """Seconds and calls by the name of a stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, with its time counted under a name."""

        def counted(*args: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return work(*args, **named)
            finally:
                self.seconds[name] += time.perf_counter() - start
                self.calls[name] += 1

        return counted

    def watch(self, holder: Any, attribute: str, name: str) -> None:
        """Count from now on what ``holder`` calls by this attribute."""
        setattr(holder, attribute, self.timed(name, getattr(holder, attribute)))


def updates(count: int) -> Iterator[dict[str, Any]]:
    """Bookings by everybody in turn, a day later in each round, as Telegram sends them."""
    for number in range(count):
        day, who = divmod(number, PEOPLE)
        sent = datetime(TODAY.year, TODAY.month, TODAY.day, 19, tzinfo=UTC) + timedelta(days=2 * day)
        user = {"id": FIRST_CHAT + who + 1, "is_bot": False, "first_name": "N", "language_code": "nl"}
        message = {
            **{"message_id": number, "date": int(sent.timestamp()), "from": user},
            **{"chat": {"id": user["id"], "type": "private"}, "text": TEXTS[(day + who) % len(TEXTS)]},
        }
        yield {"update_id": number, "message": message}


def handle(engine: Engine, update: dict[str, Any], stages: Stages) -> None:
    """Take an update in, as the webhook does."""

    def parse() -> Any:
        read = Update.de_json(update, None)
        return incoming_from(read, read.effective_message.date)

    incoming = stages.timed("parse", parse)()
    stages.timed("receive", receive)(engine, incoming, incoming.sent_at)


def booked(engine: Engine) -> int:
    """How many entries stand in the books."""
    with reading(engine) as session:
        return session.exec(select(func.count()).select_from(EntryVersion)).one()


def run() -> None:
    """Print messages a second, and the cost of one by stage."""
    with tempfile.TemporaryDirectory() as folder:
        measure(filled(Path(folder) / "kamerbot.sqlite3", PEOPLE, ENTRIES))


def measure(engine: Engine) -> None:
    """Handle messages from everybody in this database, and print what they cost."""
    todo = updates(WARM + 2 * MESSAGES)
    for update in islice(todo, WARM):
        handle(engine, update, Stages())
    before, start = booked(engine), time.perf_counter()
    for update in islice(todo, MESSAGES):
        handle(engine, update, Stages())
    took, made = time.perf_counter() - start, booked(engine) - before
    print(f"{'one message':<34}{MESSAGES:,} messages of {PEOPLE} people, {made:,} of them booked at once")
    print(f"{'  kamerbot, ' + engine.dialect.name:<34}{MESSAGES / took:>10,.0f} messages/s")
    _print_stages(engine, todo)


def _print_stages(engine: Engine, todo: Iterator[dict[str, Any]]) -> None:
    # Counting costs time itself, so it is a round of its own.
    stages = Stages()
    stages.watch(vocabulary, "understand", "understand")
    stages.watch(say, "_format", "wording")
    stages.watch(engine.dialect, "do_execute", "statements")
    stages.watch(engine.dialect, "do_commit", "commit")
    for update in todo:
        handle(engine, update, stages)
    inside = ("understand", "wording", "statements", "commit")
    stages.seconds["the rest of it"] = stages.seconds["receive"] - sum(stages.seconds[name] for name in inside)
    for name in ("parse", *inside, "the rest of it"):
        count = f"{stages.calls[name] / MESSAGES:>8.1f} a message" if stages.calls[name] else ""
        print(f"{'  ' + name:<34}{stages.seconds[name] / MESSAGES * 1000:>10.2f} ms{count}")


if __name__ == "__main__":
    run()
