"""``make soak``: rounds of faults on real processes, until something is lost, doubled or out of order."""

import argparse
import logging
import random
import signal
import sys
import tempfile
from pathlib import Path

from tests.soak.lives import Setup
from tests.soak.soak import soak

RATE = 200
"""Messages a second, where all processes together have to keep to a rate."""


def setups(database: str, workers: int) -> list[Setup]:
    """How the programs are run in turn."""
    if database == "sqlite":
        return [Setup(postgres=False, rate=RATE), Setup(postgres=False, webhook=True)]
    return [
        Setup(postgres=True, workers=workers, webhook=True),
        Setup(postgres=True, workers=workers, rate=RATE),
        Setup(postgres=True, machines=workers, webhook=True),
    ]


def main() -> int:
    """Run it; 0 when nothing was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite", help="on which (sqlite)")
    parser.add_argument("--workers", type=int, default=2, help="processes on one PostgreSQL database (2)")
    parser.add_argument("--seed", default=str(random.randrange(10**6)), help="repeats a run; one is drawn and printed")
    parser.add_argument("--only", default="", help="faults with this in their name")
    given = parser.parse_args()
    # Whoever ends it (a time limit, say) leaves no server running and no disk mounted.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    # The stand-in's web server wonders about answers that are broken off on purpose.
    logging.getLogger("uvicorn.error").addHandler(logging.NullHandler())
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    print(f"seed {given.seed}: {given.rounds} rounds on {given.database}; what programs say is kept in {folder}")
    tally = soak(setups(given.database, given.workers), given.rounds, given.seed, folder, only=given.only, told=_tell)
    print(tally)
    return 0


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
