"""kill -9 while the clock's messages are laid ready and sent: everybody gets them, and each is laid ready once."""

import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from scheduler.tick import tick
from tests.faults import books
from tests.faults.chaos import Chaos
from tests.faults.people import add_hours, add_members, add_room, move_in
from tests.faults.phones import doubled
from tests.faults.programs import Home, Program, home, until
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "4"))
SEED = int(os.environ.get("FAULT_SEED", random.randrange(10**6)))
VOLUNTEERS = 40
ZONE = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2026, 3, 14, 12, 0, tzinfo=ZONE)
PERIOD = "2026-W11"
JOBS = {
    "weekly_total": (datetime(2026, 3, 15, 18, 0, tzinfo=ZONE), "Deze week: "),
    "digest": (datetime(2026, 3, 16, 8, 30, tzinfo=ZONE), "<b>TOP: week 11</b>"),
}
"""When each comes due, and how its messages begin."""


@pytest.mark.timeout(300 + 30 * ROUNDS)
def test_what_the_clock_sends_is_laid_ready_once(engine: Engine, tmp_path: Path) -> None:
    print(f"FAULT_SEED={SEED} FAULT_ROUNDS={ROUNDS}")
    rng = random.Random(f"{SEED} clock")
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        volunteers = _furnish(engine, standin)
        move_in(engine, place)
        chaos = Chaos(place, rng, SATURDAY)
        while_writing = 0
        for job, (moment, _) in JOBS.items():
            chaos.now = moment.astimezone(UTC)
            for number in range(ROUNDS):
                program = chaos.start()
                program.says("Kamerbot serves")
                if number % 2:
                    while_writing += _kill_while_writing(chaos, program)
                else:
                    chaos.kill(program, rng.uniform(0.0, 0.8))
                _assert_no_half(place, job)
            program = chaos.start()
            chaos.receives(program)
            chaos.all_is_sent()
            assert program.stop() == 0
        assert _laid_ready(place, "weekly_total") == Counter(volunteers)
        assert _laid_ready(place, "digest") == Counter([standin.person("Els").id])
        twice = doubled(standin, books.outbox(place.database), chaos.cut_sends)
    print(
        f"{chaos.kills} kills, {while_writing} of them inside a transaction; "
        f"{len(chaos.cut_sends)} sends cut off, {twice} of them arrived twice"
    )


def _furnish(engine: Engine, standin: Standin) -> list[int]:
    """Volunteers with hours this week and a coordinator, in a room whose clock was looked at on Saturday."""
    volunteers = [standin.person(f"Vrijwilliger {number}") for number in range(VOLUNTEERS)]
    els = standin.person("Els")
    for person in (*volunteers, els):
        person.start()
    standin.world.bot.updates.waiting.clear()
    joined = SATURDAY - timedelta(days=40)
    room = add_room(engine)
    add_members(engine, room, volunteers, joined)
    add_hours(engine, room, SATURDAY - timedelta(days=2))
    add_members(engine, room, [els], joined, is_coordinator=True)
    tick(engine, SATURDAY)
    return [person.id for person in volunteers]


def _kill_while_writing(chaos: Chaos, program: Program) -> bool:
    """Kill it when it has the database for itself; returns whether it had when the moment was drawn."""
    written = chaos.home.database
    until(lambda: books.is_being_written(written) or chaos.is_receiving)
    inside = books.is_being_written(written)
    chaos.kill(program, chaos.rng.uniform(0.0, 0.02))
    return inside


def _assert_no_half(place: Home, job: str) -> None:
    """The weekly total is laid ready for some people at a time, each with the note of it; the digest at once."""
    laid_ready, was_done = _laid_ready(place, job), PERIOD in books.runs(place.database, job)
    if job == "weekly_total":
        assert laid_ready == Counter(books.told(place.database, job, PERIOD))
        assert not was_done or len(laid_ready) == VOLUNTEERS
    else:
        assert was_done == bool(laid_ready)


def _laid_ready(place: Home, job: str) -> Counter[int]:
    """How many of the job's messages are laid ready for each chat."""
    _, beginning = JOBS[job]
    return Counter(row.chat for row in books.outbox(place.database) if row.text.startswith(beginning))
