"""A coordinator asks for a chart, and sees on Telegram that it is coming while it is drawn."""

import asyncio

from sqlalchemy import Engine

from bot.sample.rooms import AGREEMENT
from storage.agreements import keep_agreement, parse
from storage.database import unit_of_work
from tests.telegram.stage import Stage, playing
from tests.telegram.standin import Standin
from tests.telegram.story import join


async def test_a_chart_is_announced_while_it_is_drawn(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        with unit_of_work(engine) as session:
            terms = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026)
            keep_agreement(session, stage.room, 2026, terms)
        await asyncio.to_thread(_ask, stage)


def _ask(stage: Stage) -> None:
    els = stage.phone("Els")
    join(els, stage.invite("coordinator"), "Els")
    els.says("/overzicht")
    els.hears("TOP 2026")
    els.says("sleutelhouders")
    els.hears("Sleutelhouders (TOP, 2026)")
    els.presses("Grafiek")
    els.hears("Sleutelhouders in 2026")
    stage.all_is_sent()
    # Where drawing is slow the sign is shown more than once.
    board, first, *again, chart = [
        call for call in stage.standin.world.calls if call.method in ("sendChatAction", "sendPhoto")
    ]
    assert (board.method, chart.method) == ("sendPhoto", "sendPhoto")
    for sign in (first, *again):
        assert (sign.method, sign.status) == ("sendChatAction", 200)
        assert sign.parameters == {"chat_id": str(els.person.id), "action": "upload_photo"}
