"""How long and how hard everything is measured."""

from dataclasses import dataclass

from bench import totals


@dataclass(frozen=True, slots=True)
class Effort:
    """Numbers of a run; the usual ones are those of a run that counts."""

    seconds: float = 4.0
    """Of each closed load."""
    easy_seconds: float = 10.0
    """Of the open load."""
    warm_up: int = 300
    """Updates before anything is measured."""
    at_once: tuple[int, ...] = (32, 100)
    """Updates on their way at any time: the best of these is what counts."""
    at_once_slow: tuple[int, ...] = (100, 400)
    """The same where a send takes its time."""
    rooms: int = 100
    """Rooms with volunteers in Kamerbot's database."""
    starts: int = 5
    """How often the start is measured."""
    messages: int = 5000
    """After so many messages the memory is looked at."""
    broadcast: int = 3000
    """People to whom a broadcast goes."""
    entries: tuple[int, ...] = totals.SIZES
    """Entries in the books, between which totals are compared."""


FULL = Effort()
QUICK = Effort(
    seconds=0.2,
    easy_seconds=0.4,
    warm_up=5,
    at_once=(2,),
    at_once_slow=(4,),
    starts=1,
    messages=20,
    broadcast=30,
    rooms=1,
    entries=(10_000, 20_000),
)
"""Only to see that everything works: the figures say nothing."""
