"""A big room: what a coordinator asks for is longer than one message of Telegram, and comes in several."""

import asyncio
from datetime import timedelta

from sqlalchemy import Engine

from tests.faults.people import add_hours, add_members
from tests.telegram.stage import Stage, playing
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS
from tests.telegram.story import join

VOLUNTEERS = 100
LONGEST = 4096


async def test_a_long_answer_comes_in_pieces(engine: Engine) -> None:
    # All weekly totals go out in what is one moment for Telegram's clock, which stands still.
    with Standin(limits=NO_LIMITS) as standin:
        await _ask_for_details(standin, engine)


async def _ask_for_details(standin: Standin, engine: Engine) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        volunteers = [standin.person(f"Vrijwilliger met een lange naam {number}") for number in range(VOLUNTEERS)]
        standin.world.bot.started_by |= {person.id for person in volunteers}
        add_members(engine, stage.room, volunteers, stage.now() - timedelta(days=40))
        add_hours(engine, stage.room, stage.now())
        await asyncio.to_thread(_read_details, stage)


def _read_details(stage: Stage) -> None:
    els = stage.phone("Els")
    join(els, stage.invite("coordinator"), "Els")
    stage.goes_to("2026-03-16 08:30")
    els.hears("TOP: week 11", "Samen deden jullie 150 uur.")
    els.presses("Details")
    first, second = els.hears("Per persoon:"), els.hears()
    assert max(len(first.text), len(second.text)) <= LONGEST
    lines = [line for post in (first, second) for line in post.text.splitlines() if "lange naam" in line]
    assert len(lines) == VOLUNTEERS
    assert all(line.endswith("1 uur en 30 minuten") for line in lines), "a line is cut"
