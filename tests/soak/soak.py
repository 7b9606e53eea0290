"""Rounds of faults, on one database after another."""

import random
import time
from collections.abc import Callable
from pathlib import Path

from tests.soak import comparing, faults
from tests.soak.databases import Maker, databases
from tests.soak.lives import Setup
from tests.soak.series import Series, furnish, series
from tests.soak.tally import Tally

ROUNDS_OF_ONE = 25
"""Rounds on one database."""
ANSWERS_IN_A_TALK = 4


def soak(
    setups: list[Setup], rounds: int, seed: str, folder: Path, *, only: str = "", told: Callable[[str], None] = print
) -> Tally:
    """So many rounds, on setups in turn. Raises AssertionError at the first thing that is wrong."""
    tally, since, number = Tally(), time.monotonic(), 0
    with databases("postgres" if setups[0].postgres else "sqlite") as maker:
        while tally.rounds < rounds:
            setup = setups[number % len(setups)]
            number += 1
            own = folder / f"series-{number}"
            own.mkdir()
            count = min(ROUNDS_OF_ONE, rounds - tally.rounds)
            # A series of its own seed can be repeated without those before it.
            rng = random.Random(f"{seed} {number}")
            told(f"series {number} ({setup}), {count} rounds")
            _one_series(maker, setup, own, rng, count, only, tally)
    tally.seconds = time.monotonic() - since
    return tally


def _one_series(
    maker: Maker, setup: Setup, folder: Path, rng: random.Random, count: int, only: str, tally: Tally
) -> None:
    with maker.new() as database, series(setup, database, folder, rng, count, tally) as found:
        with tally.timed("making"):
            _make_schema(found)
        for number in range(count):
            fault = faults.drawn(rng, setup, only)
            try:
                _round(found, fault)
            except Exception as failure:
                failure.add_note(
                    f"{found.lives.output[-6000:]}\nround {number + 1} of this series, {setup}: {fault.name}"
                )
                raise
        _end(found)
        tally.starts += found.lives.begun
        tally.copies += found.edge.copies
        tally.messages += len(found.stream.wanted)
        tally.booked += len(found.read().versions)
        tally.reached.update(found.control.reached)


def _make_schema(found: Series) -> None:
    """Let the program make the database's tables, and die of it now and then."""
    lives = found.lives
    for moment in ("before", "after"):
        if found.rng.random() < 0.5:
            found.control.arm("migration", moment)
            lives.start_without_waiting()
            for program in lives.programs:
                program.ended()
            found.control.disarm()
    lives.start()
    furnish(found)


def _round(found: Series, fault: faults.Fault) -> None:
    found.cuts, found.kills = fault.cuts, fault.kills
    found.feed(found.rng.randint(0, 2))
    with found.tally.timed("faults"):
        fault.happens(found)
    with found.tally.timed("starting"):
        found.lives.start()
    with found.tally.timed("settling"):
        found.settle()
    with found.tally.timed("comparing"):
        found.compare()
    found.tally.rounds += 1
    found.tally.faults[fault.name] += 1


def _end(found: Series) -> None:
    """Let all that was begun come to its end."""
    for _ in range(ANSWERS_IN_A_TALK):
        found.stream.finish_talks()
        found.settle()
    found.tally.swallowed += len(comparing.swallowed(found.standin))
    stuck = [talker for talker in found.stream.talkers if talker.step and not talker.is_done]
    assert not stuck, "a question was not asked"
    found.settle()
    found.compare()
    assert not any(found.lives.stop())
