"""What goes wrong in a round. Each fault is over when its function returns; programs may be dead then."""

import random
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from signal import SIGCONT, SIGSTOP

import httpx

from tests.faults.programs import PATIENCE, SECRET, until
from tests.soak.control import Moment
from tests.soak.databases import TABLES, Postgres, Sqlite
from tests.soak.inside import BUSY_SECONDS
from tests.soak.lives import Setup
from tests.soak.series import Series

MOST = 6
"""Messages in a round, at most, before the fault or while it lasts."""
ANSWERS = ("429", "500", "502", "no json", "timeout", "reset", "lost", "half", "late")
MOST_MOMENTS: tuple[Moment, ...] = ("before", "after")
IN_MESSAGES = ("message", "messages together", "message", "mark and claim", "mark and claim", "")
BY_CLOCK = ("job", "skip", "upkeep")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong."""

    name: str
    happens: Callable[[Series], None]
    weight: int = 2
    cuts: bool = True
    """Whether it may cut off a send between sending and marking."""
    kills: bool = False
    """Whether a process of ours may die of it, that was sending."""
    fits: Callable[[Setup], bool] = lambda _: True


def _kill_while_writing(series: Series) -> None:
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.15)
    series.lives.kill_one()


def _kill_program(series: Series) -> None:
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.1)
    series.lives.kill_program()


def _kill_while_starting(series: Series) -> None:
    series.lives.kill_program()
    series.feed(series.rng.randint(0, 3))
    series.lives.start_without_waiting()
    _wait(series, 0.6)
    series.lives.kill_program()


def _die_at_commit(series: Series) -> None:
    point, moment = series.rng.choice(IN_MESSAGES), series.rng.choice(MOST_MOMENTS)
    alive = set(series.lives.processes)
    series.control.arm(point, moment, nth=series.rng.randint(1, 4))
    series.feed(MOST)
    until(lambda: not alive <= set(series.lives.processes) or series.is_settled())
    series.control.disarm()


def _die_by_the_clock(series: Series) -> None:
    point, moment = series.rng.choice(BY_CLOCK), series.rng.choice(MOST_MOMENTS)
    alive = set(series.lives.processes)
    series.control.arm(point, moment)
    series.pass_time(series.rng.choice((180.0, 3600.0, 5 * 3600.0)))
    series.feed(2)
    _wait_until(lambda: not alive <= set(series.lives.processes), 1.2)
    series.control.disarm()


def _hold_up_at_commit(series: Series) -> None:
    point, moment = series.rng.choice(IN_MESSAGES), series.rng.choice(MOST_MOMENTS)
    series.control.arm(point, moment, nth=series.rng.randint(1, 3), stall=series.rng.uniform(0.05, 0.4))
    series.feed(series.rng.randint(2, MOST))
    _wait(series, 0.3)
    series.control.disarm()


def _lock(series: Series) -> None:
    table = series.rng.choice(TABLES)
    too_long = series.rng.random() < 0.2
    with series.database.held(table):
        series.feed(series.rng.randint(1, MOST))
        if too_long:
            time.sleep(BUSY_SECONDS * 1.2)
        else:
            _wait(series, 0.4)


def _fill_disk(series: Series) -> None:
    assert isinstance(series.database, Sqlite)
    with series.database.disk.full(series.lives.processes, pages=series.rng.randint(0, 12)):
        series.feed(series.rng.randint(1, MOST))
        _wait(series, 0.4)


def _jump(series: Series) -> None:
    series.feed(series.rng.randint(1, 3))
    seconds = series.rng.choice((-3600.0, -61.0, 61.0, 3600.0, 6 * 3600.0))
    series.control.ahead += seconds
    series.feed(series.rng.randint(1, 3))
    _wait(series, 0.2)
    if seconds < 0:
        series.control.ahead -= seconds
    else:
        series.standin.advance(seconds)


def _platform(what: str) -> Fault:
    def happens(series: Series) -> None:
        methods = ["sendMessage", "sendMessage", "sendMessage", "getUpdates", ""]
        method = series.rng.choice(methods)
        if method == "getUpdates" and series.setup.webhook:
            method = "sendMessage"
        series.standin.fail(what, series.rng.randint(1, 3), method=method, after=series.rng.randint(0, 2))
        series.feed(series.rng.randint(1, MOST))
        _wait(series, 0.3)
        with series.standin.world.lock:
            series.standin.world.faults.clear()

    return Fault(f"platform: {what}", happens, weight=1, cuts=what in ("lost", "half"))


def _lose_200(series: Series) -> None:
    series.edge.lost, series.edge.half = series.rng.randint(0, 2), series.rng.randint(0, 2)
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.2)
    series.edge.be_good()


def _bring_again(series: Series) -> None:
    series.edge.at_once, series.edge.again = series.rng.randint(1, 4), series.rng.randint(1, 4)
    series.feed(MOST)
    _wait_until(series.is_settled, 2.0)
    series.edge.be_good()


def _overtake(series: Series) -> None:
    writers = {writer.person.id for writer in series.stream.writers}
    with series.standin.world.lock:
        series.feed(2 * MOST)
        waiting = series.standin.world.bot.updates.waiting
        # Who changes a message has seen that it was taken in; and an answer follows its question.
        apart = [update for update in waiting if update.chat_id in writers and "message" in update.body]
        for update in series.rng.sample(apart, len(apart) // 2):
            series.overtaken.add(update.chat_id)
            series.edge.bring(update.body, SECRET)
        series.edge.arrived(0.3)
    _wait_until(series.is_settled, 2.0)


def _second_poller(series: Series) -> None:
    series.feed(series.rng.randint(1, 3))
    with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
        url = f"{series.standin.url}/bot{series.standin.token}/getUpdates"
        for _ in range(series.rng.randint(1, 3)):
            client.post(url, data={"timeout": 0 if series.standin.waiting else 1, "offset": 0})
            series.feed(1)


def _stop(series: Series) -> None:
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.1)
    assert not any(series.lives.stop()), series.lives.output


def _freeze(series: Series) -> None:
    with _frozen(series):
        series.feed(series.rng.randint(1, MOST))
        _wait(series, 0.2)
        series.pass_time(61.0)
        series.feed(2)
        _wait(series, 0.3)


@contextmanager
def _frozen(series: Series):
    import os
    from contextlib import suppress

    pid = series.rng.choice(series.lives.processes)
    os.kill(pid, SIGSTOP)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, SIGCONT)


def _kill_server(series: Series) -> None:
    server = _postgres(series).server
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.15)
    server.kill()
    series.feed(series.rng.randint(0, 3))
    _wait(series, 0.2)
    server.serves()


def _kill_backend(series: Series) -> None:
    database = _postgres(series)
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.15)
    database.server.kill_one(database.name)
    series.feed(series.rng.randint(0, 3))
    database.server.serves()


def _cut_connections(series: Series) -> None:
    series.feed(series.rng.randint(1, MOST))
    _wait(series, 0.15)
    _postgres(series).cut()
    series.feed(series.rng.randint(0, 3))


def _nothing(series: Series) -> None:
    series.feed(MOST)


def _postgres(series: Series) -> Postgres:
    assert isinstance(series.database, Postgres)
    return series.database


def _wait(series: Series, most: float) -> None:
    """Until a moment that is drawn."""
    time.sleep(series.rng.uniform(0.0, most))


def _wait_until(holds: Callable[[], bool], most: float) -> None:
    try:
        until(holds, most)
    except AssertionError:
        return


def _by_webhook(setup: Setup) -> bool:
    return setup.webhook


def _on_postgres(setup: Setup) -> bool:
    return setup.postgres


FAULTS = (
    Fault("nothing", _nothing, weight=1, cuts=False),
    Fault("kill -9 of a worker", _kill_while_writing, weight=6, kills=True),
    Fault("kill -9 of the program", _kill_program, weight=2, kills=True),
    Fault("kill -9 while starting", _kill_while_starting, weight=2, kills=True),
    Fault("death at a commit", _die_at_commit, weight=12, kills=True),
    Fault("death by the clock", _die_by_the_clock, weight=3, kills=True),
    Fault("held up at a commit", _hold_up_at_commit, weight=3, cuts=False),
    Fault("database locked", _lock, weight=2),
    Fault("disk full", _fill_disk, weight=3, fits=lambda setup: not setup.postgres),
    Fault("clock jump", _jump, weight=3),
    *(_platform(what) for what in ANSWERS),
    Fault("200 lost", _lose_200, weight=3, cuts=False, fits=_by_webhook),
    Fault("update again", _bring_again, weight=4, cuts=False, fits=_by_webhook),
    Fault("update overtaken", _overtake, weight=3, cuts=False, fits=_by_webhook),
    Fault("second poller", _second_poller, weight=2, cuts=False, fits=lambda setup: not setup.webhook),
    Fault("SIGTERM", _stop, weight=1, cuts=False),
    Fault("frozen worker", _freeze, weight=2),
    Fault("kill -9 of PostgreSQL", _kill_server, weight=2, fits=_on_postgres),
    Fault("kill -9 of a backend", _kill_backend, weight=2, fits=_on_postgres),
    Fault("connections cut", _cut_connections, weight=2, fits=_on_postgres),
)


def drawn(rng: random.Random, setup: Setup, only: str = "") -> Fault:
    """A fault that can happen there; of those whose name has ``only`` in it."""
    fitting = [fault for fault in FAULTS if fault.fits(setup) and only in fault.name]
    assert fitting, f"no such fault on {setup}"
    return rng.choices(fitting, [fault.weight for fault in fitting])[0]
