"""kill -9 between a question of the bot and its answer: the next life of the program goes on mid-question."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from tests.faults import books
from tests.faults.chaos import Chaos
from tests.faults.people import add_members, add_room, move_in
from tests.faults.programs import home, until
from tests.telegram.stage import Phone
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS


def test_after_each_kill_the_open_question_is_answered(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now, noor = datetime.fromtimestamp(standin.world.now(), UTC), Phone(standin, "Noor")
        add_members(engine, add_room(engine), [noor.person], now)
        move_in(engine, place)
        chaos = Chaos(place, random.Random(1), now)
        steps: list[tuple[Callable[[], object], str]] = [
            (lambda: noor.says("/uren"), "Bij welke groep was het?"),
            (lambda: noor.presses("Tuingroep"), "Hoeveel uur was het?"),
            (lambda: noor.says("1,5 uur"), "Welke dag was het?"),
            (lambda: noor.presses("Gisteren"), "Genoteerd: 1 uur en 30 minuten tuingroep, woensdag 11 maart."),
        ]
        for does, hears in steps:
            program = chaos.start()
            chaos.receives(program)
            does()
            noor.hears(hears)
            until(lambda: all(row.status == "sent" for row in books.outbox(place.database)))
            chaos.kill(program, 0.0)
        [version] = books.versions(place.database)
    assert (version.group, version.date, version.minutes) == ("tuingroep", "2026-03-11", 90)
    assert noor.unheard == []
    assert chaos.kills == len(steps)
