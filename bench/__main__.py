"""``make bench``: every measurement, each beside what it should be or a floor measured in the same run.

``python -m bench [part …]`` measures some parts alone; ``--quick`` only looks whether they work.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial

from bench import board, comparison, life, machine, message, pictures, reports, totals, understanding
from bench.effort import FULL, QUICK, Effort


def _parts(effort: Effort) -> dict[str, Callable[[], None]]:
    return {
        "machine": machine.run,
        "webhook": partial(comparison.run, effort),
        "start": partial(life.start_and_memory, effort),
        "broadcast": partial(life.broadcast, effort),
        "message": message.run,
        "totals": partial(totals.run, effort.entries),
        "understanding": understanding.run,
        "pictures": pictures.main,
        "board": board.run,
        "reports": reports.run,
    }


def wanted(arguments: Sequence[str]) -> tuple[list[str], Effort]:
    """The parts that were asked for, all but the variants where none is, and how long to measure."""
    usual = [*_parts(FULL)]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*usual, "variants", "all"], default="all", metavar="part")
    parser.add_argument("--quick", action="store_true", help="so few that the figures say nothing")
    given = parser.parse_args(arguments)
    return usual if "all" in given.part else given.part, QUICK if given.quick else FULL


def main() -> None:
    """Print the tables that were asked for."""
    chosen, effort = wanted(sys.argv[1:])
    parts = _parts(effort) | {"variants": partial(comparison.run_variants, effort)}
    for number, part in enumerate(chosen):
        if number:
            print()
        parts[part]()


if __name__ == "__main__":
    main()
