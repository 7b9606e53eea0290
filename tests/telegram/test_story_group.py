"""What is said in a group is nobody's private chat: nothing of it is kept, and nothing is sent there instead."""

import asyncio

from sqlalchemy import Engine
from sqlmodel import select

from storage.database import reading
from storage.tables import Inbox
from tests.telegram.stage import Stage, playing
from tests.telegram.standin import Standin
from tests.telegram.story import join


async def test_who_spoke_in_a_group_first_reads_their_messages_in_private(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_speak_in_a_group, stage)
    with reading(engine) as session:
        [talk] = session.exec(select(Inbox).where(Inbox.chat == str(standin.group("Kookgroep").id))).all()
    assert (talk.payload, talk.person_id) == (None, None)


def _speak_in_a_group(stage: Stage) -> None:
    group = stage.standin.group("Kookgroep", bot="administrator")
    noor = stage.phone("Noor")
    noor.person.says("wie kookt er morgen?", to=group)
    join(noor, stage.invite("volunteer"), "Noor")
    noor.says("2 uur kookgroep gisteren")
    noor.hears("Genoteerd: 2 uur kookgroep")
    stage.goes_to("2026-03-15 18:00")
    noor.hears("Deze week: 2 uur.")
    assert group.inbox == []


async def test_who_puts_the_bot_out_of_a_group_is_still_written_to(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_put_it_out, stage)


def _put_it_out(stage: Stage) -> None:
    group, els = stage.standin.group("Kookgroep"), stage.phone("Els")
    join(els, stage.invite("coordinator"), "Els")
    group.gives_bot("kicked", by=els.person)
    stage.all_is_received()
    stage.goes_to("2026-03-16 08:30")
    els.hears("TOP: week 11")
