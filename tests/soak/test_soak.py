"""A short soak; ``make soak`` makes it as long as is wanted.

What happens is drawn from a seed, which is printed: SOAK_SEED repeats a run, SOAK_ROUNDS makes it longer.
"""

import os
import random
from pathlib import Path

import pytest

from tests.soak.inside import POINTS
from tests.soak.lives import Setup
from tests.soak.soak import soak

SEED = os.environ.get("SOAK_SEED", str(random.randrange(10**6)))
ROUNDS = int(os.environ.get("SOAK_ROUNDS", "6"))


@pytest.mark.timeout(300 + 30 * ROUNDS)
@pytest.mark.parametrize(
    "setup",
    [
        Setup(postgres=False, webhook=False),
        Setup(postgres=False, webhook=True),
        Setup(postgres=True, workers=2, webhook=True),
    ],
    ids=str,
)
def test_nothing_is_lost_or_doubled_whatever_goes_wrong(setup: Setup, tmp_path: Path) -> None:
    print(f"SOAK_SEED={SEED} SOAK_ROUNDS={ROUNDS}")
    tally = soak([setup], ROUNDS, SEED, tmp_path)
    print(tally)
    assert tally.rounds == ROUNDS
    assert tally.messages > ROUNDS


@pytest.mark.parametrize("point", POINTS)
def test_each_commit_is_where_the_soak_looks_for_it(point: str) -> None:
    module, function = POINTS[point]
    assert callable(getattr(__import__(module, fromlist=[function]), function))
