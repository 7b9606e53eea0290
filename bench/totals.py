"""Whether totals cost the same however much is in the books: one's own hours, and a room's digest and weekly total.

Each size is a file of its own with the same room in it; the rest are entries of earlier years and other rooms.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from bench.filled import CHANNEL, FIRST_CHAT, ROOM, TODAY, filled
from bench.table import aim
from handlers.messages import Incoming
from handlers.receive import receive
from scheduler.job_run import JobRun
from scheduler.jobs.digest import digest
from storage.database import unit_of_work
from storage.rooms import room_by_slug, settings_of
from storage.runs import week_of

SIZES = (10_000, 1_000_000, 10_000_000)
PEOPLE, THIS_YEAR = 300, 8_000
ROUNDS = 15
FLAT = 1.3
"""So many times what it takes in the smallest database it may take in the others."""
MONDAY = datetime(TODAY.year, TODAY.month, TODAY.day, 8, 30, tzinfo=UTC)


def run(sizes: tuple[int, ...] = SIZES) -> None:
    """Print for each size what is asked every day and week, in milliseconds and as a ratio to the first size."""
    print(f"{'totals':<34}" + "".join(f"{size:>15,} entries" for size in sizes))
    with tempfile.TemporaryDirectory() as folder:
        engines = [filled(Path(folder) / f"{size}.sqlite3", PEOPLE, THIS_YEAR, size - THIS_YEAR) for size in sizes]
        compare(engines)


def compare(engines: list[Engine]) -> None:
    """Print a line for each thing that is asked, with its time in each database."""
    for name, work in {'"hoeveel uur heb ik"': _my_hours, "a booking": _booking, "the digest of 300": _digest}.items():
        took = [_best_of(work, engine) for engine in engines]
        cells = "".join(f"{seconds * 1000:>10.2f} ms {seconds / took[0]:>5.2f} x  " for seconds in took)
        print(f"{'  ' + name:<34}{cells}")
        ratio = max(took) / took[0]
        print(aim(f"{name}: the slowest beside the smallest", f"{ratio:.2f} x", f"<= {FLAT} x", met=ratio <= FLAT))


def _best_of(work: Callable[[Engine, int], None], engine: Engine) -> float:
    rounds = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        work(engine, number)
        rounds.append(time.perf_counter() - start)
    return min(rounds)


def _say(engine: Engine, text: str, number: int) -> None:
    chat = str(FIRST_CHAT + 2 + number)
    moment = MONDAY + timedelta(hours=10)
    key = f"{text} {number} {time.perf_counter_ns()}"
    incoming = Incoming(channel=CHANNEL, id=key, account=chat, chat=chat, sent_at=moment, text=text, message=key)
    receive(engine, incoming, moment)


def _my_hours(engine: Engine, number: int) -> None:
    _say(engine, "hoeveel uur heb ik", number)


def _booking(engine: Engine, number: int) -> None:
    _say(engine, f"{number + 10} minuten tuin gisteren", number)


def _digest(engine: Engine, _number: int) -> None:
    with unit_of_work(engine) as session:
        digest(_job(session))
        session.rollback()


def _job(session: Session) -> JobRun:
    room = room_by_slug(session, ROOM)
    if room is None:
        raise ValueError(f"there is no room {ROOM!r}")
    period = week_of(TODAY - timedelta(days=7))
    return JobRun(session=session, room=room, settings=settings_of(room), period=period, id=1, now=MONDAY)


if __name__ == "__main__":
    run()
