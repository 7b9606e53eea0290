"""kill -9 at any moment during a stream of messages: each acknowledged message is booked once.

The moments are drawn from a seed, which is printed: FAULT_SEED repeats a run, FAULT_ROUNDS makes it longer.
"""

import os
import random
from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.faults import books
from tests.faults.chaos import Chaos
from tests.faults.people import add_members, add_room, move_in
from tests.faults.phones import doubled
from tests.faults.programs import PATIENCE, home, until
from tests.faults.stream import MOST_FROM_ONE, Stream, Talker, Writer
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "8"))
SEED = int(os.environ.get("FAULT_SEED", random.randrange(10**6)))
MOST_CALLS = 20
"""Calls of the program in one life, at most: then it is killed."""
MOST_WAITING = 6
"""Messages that Telegram keeps for the program at the same time, at most."""
WRITERS = 40
"""So many that the rates of single chats slow nothing down."""


@pytest.mark.timeout(300 + 30 * ROUNDS)
@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_each_acknowledged_message_is_booked_once(mode: str, engine: Engine, tmp_path: Path) -> None:
    print(f"FAULT_SEED={SEED} FAULT_ROUNDS={ROUNDS}")
    rng = random.Random(f"{SEED} {mode}")
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        stream = _stream(standin, now, rng, with_presses=mode == "polling")
        room = add_room(engine)
        add_members(engine, room, stream.people, now)
        move_in(engine, place)
        chaos = Chaos(place, rng, now, webhook=mode == "webhook")

        for number in range(ROUNDS):
            program = chaos.start()
            if number % 6 == 5:
                chaos.kill_while_starting(program)
            else:
                chaos.receives(program)
                chaos.kill_while_serving(program, rng.randint(0, MOST_CALLS), stream.feed, MOST_WAITING)
            received = books.received(place.database)
            acknowledged = stream.acknowledged()
            assert acknowledged <= received.keys(), "an acknowledged message was lost"
            _check_hours(stream, acknowledged, books.versions(place.database))

        program = chaos.start()
        chaos.receives(program)
        standin.world.wait_until(lambda: standin.waiting == 0, PATIENCE)
        chaos.all_is_sent()
        until(stream.finish_talks)
        standin.world.wait_until(lambda: standin.waiting == 0, PATIENCE)
        chaos.all_is_sent()
        assert program.stop() == 0

        assert books.received(place.database) == dict.fromkeys(stream.wanted)
        versions, sent = books.versions(place.database), books.outbox(place.database)
        _check_hours(stream, stream.wanted, versions)
        assert len(versions) == sum(wanted is not None for wanted in stream.wanted.values())
        assert Counter(row.chat for row in sent if not row.bulk) == Counter(stream.chats), "one answer to each message"
        twice = doubled(standin, sent, chaos.cut_sends)
    assert any(stream.talks_done)
    print(
        f"{mode}: {chaos.kills} kills, {len(stream.wanted)} messages, none lost, none booked twice; "
        f"{len(chaos.cut_sends)} sends cut off, {twice} of them arrived twice"
    )


def _stream(standin: Standin, now: datetime, rng: random.Random, *, with_presses: bool) -> Stream:
    writers = WRITERS + ROUNDS * (MOST_CALLS + MOST_WAITING) // (MOST_FROM_ONE // 2)
    return Stream(
        standin,
        now.date(),
        rng,
        [Writer(standin.person(f"Schrijver {number}")) for number in range(writers)],
        [Talker(standin.person(f"Prater {number}"), minutes=5 + number) for number in range(1 + ROUNDS // 2)],
        with_presses=with_presses,
    )


def _check_hours(stream: Stream, updates: Collection[int], versions: Collection[books.Version]) -> None:
    """Each of these updates wrote what it should; none wrote twice, and nothing was written without one."""
    by_update = {version.update: version for version in versions}
    assert len(by_update) == len(versions), "booked twice"
    for number, version in by_update.items():
        wanted = stream.wanted[number]
        assert wanted is not None
        assert version.status == "booked"
        assert (version.account, version.group, version.date, version.minutes, version.version) == (
            wanted.account,
            wanted.group,
            wanted.date,
            wanted.minutes,
            wanted.version,
        )
    booked = {number for number in updates if stream.wanted[number] is not None}
    assert booked <= by_update.keys(), "an acknowledged message is not booked"
