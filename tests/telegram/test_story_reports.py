"""A group reports in its own chat: coupled by its leader, kept when the chat moves, ended when the bot is put out."""

import asyncio

from sqlalchemy import Engine
from sqlmodel import select

from storage.database import reading
from storage.tables import GroupChat, Inbox, Outbox
from tests.telegram.stage import Phone, Stage, playing
from tests.telegram.standin import Group, Standin
from tests.telegram.standin.people import read
from tests.telegram.story import join


def _cast(stage: Stage) -> tuple[Phone, Phone, Phone]:
    leader, ahmed, piet = stage.phone("Noor"), stage.phone("Ahmed"), stage.phone("Piet")
    join(leader, stage.invite("leader", "tuingroep"), "Noor")
    code = stage.invite("volunteer", "tuingroep")
    join(ahmed, code, "Ahmed")
    join(piet, code, "Piet")
    return leader, ahmed, piet


def _until(stage: Stage, group: Group, *expected: str) -> None:
    """Wait until the group reads these messages of the bot, and no others."""
    stage.standin.world.wait_until(lambda: read(group.inbox) == list(expected))


COUPLED = (
    "Deze chat hoort nu bij tuingroep.\nSchrijf wat jullie deden: met z'n vieren 2 uur. Ander gepraat bewaar ik niet."
)
LITTLE = (
    "Deze chat hoort nu bij tuingroep.\n"
    "Ik lees alleen /uren, @mijn naam en antwoorden aan mij. Maak mij beheerder, dan lees ik alles."
)


async def test_a_group_reports_in_its_supergroup(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=True) as stage:
        await asyncio.to_thread(_report, stage)


def _report(stage: Stage) -> None:
    group = stage.standin.group("Tuin", supergroup=True, bot="administrator")
    noor, ahmed, piet = _cast(stage)
    refused = "Ik zie niet wie je bent. Zet anoniem beheren uit en probeer het opnieuw."
    noor.person.says("/koppel", to=group, anonymously=True)
    _until(stage, group, refused)
    ahmed.says("/koppel", to=group)
    not_allowed = "Alleen de groepstrekker of coördinator kan deze chat koppelen."
    _until(stage, group, refused, not_allowed)
    noor.says("/koppel@KamerTestBot", to=group)
    said = (refused, not_allowed, COUPLED)
    _until(stage, group, *said)

    report = noor.says("wij waren met z'n drieën 2 uur in de tuin", to=group)
    echo = "Genoteerd: 2 uur tuingroep, donderdag 12 maart."
    _until(stage, group, *said, f"{echo}\nWie waren er nog meer? [Ahmed] [Piet] [+ iemand anders] [Klaar]")
    assert group.inbox[-1].reply_to is report
    ahmed.says("lekker gewerkt hoor", to=group)
    ahmed.presses("Piet", in_group=group)  # not his question
    stage.all_is_received()
    noor.presses("Piet", in_group=group)
    _until(stage, group, *said, f"{echo}\nWie waren er nog meer? [Ahmed] [✓ Piet] [+ iemand anders] [Klaar]")
    piet.hears("Noor heeft voor jou genoteerd: 2 uur tuingroep")
    noor.presses("Klaar", in_group=group)
    _until(stage, group, *said, f"{echo}\nPiet staat er ook bij. [Klopt niet]")

    too = ahmed.person.replies(report, "ik ook")
    stage.standin.world.wait_until(lambda: too.reaction == "👍")
    ahmed.says("@KamerTestBot hoeveel uur heb ik?", to=group)
    ahmed.hears("Dit jaar: 2 uur")
    _until(stage, group, *said, f"{echo}\nPiet staat er ook bij. [Klopt niet]", "Ik stuur het je privé.")
    assert stage.books() == [f"{name} tuingroep 2026-03-12 120 booked" for name in ("Ahmed", "Noor", "Piet")]
    assert [call.method for call in stage.standin.world.calls if call.status != 200] == []


async def test_a_group_that_becomes_a_supergroup_goes_on(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_move, stage)


def _move(stage: Stage) -> None:
    group = stage.standin.group("Tuin")
    noor, ahmed, _ = _cast(stage)
    noor.says("/koppel", to=group)
    _until(stage, group, LITTLE)
    noor.says("/uren 2 of 3 uur", to=group)
    _until(stage, group, LITTLE, "Hoeveel was het? [2 uur] [3 uur] [Iets anders]")
    moved = group.becomes_supergroup(by=noor.person)
    stage.all_is_received()
    moved.gives_bot("administrator", by=noor.person)
    ahmed.says("1 uur tuin gisteren", to=moved)
    _until(stage, moved, "Genoteerd: 1 uur tuingroep, woensdag 11 maart. [Klopt niet]")
    # The question of before can still be answered.
    noor.says("@KamerTestBot 3 uur", to=moved)
    stage.standin.world.wait_until(lambda: len(moved.inbox) == 2)
    assert read(moved.inbox)[1] == "Genoteerd: 3 uur tuingroep, donderdag 12 maart. [Klopt niet]"


async def test_what_waits_for_a_group_that_moved_follows_it(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_move_unheard, stage)


def _move_unheard(stage: Stage) -> None:
    group = stage.standin.group("Tuin", bot="administrator")
    noor, _, _ = _cast(stage)
    noor.says("/koppel", to=group)
    _until(stage, group, COUPLED)
    noor.says("/uren 2 of 3 uur", to=group)
    _until(stage, group, COUPLED, "Hoeveel was het? [2 uur] [3 uur] [Iets anders]")
    # Nobody tells the bot that the chat moved: its answer finds out.
    stage.standin.world.bot.updates.allowed = ("callback_query",)
    moved = group.becomes_supergroup(by=noor.person)
    noor.presses("3 uur", in_group=group)
    stage.standin.world.wait_until(lambda: bool(moved.inbox))
    assert read(moved.inbox) == ["Genoteerd: 3 uur tuingroep, donderdag 12 maart. [Klopt niet]"]
    stage.standin.world.bot.updates.allowed = None
    noor.says("1 uur tuin gisteren", to=moved)
    stage.standin.world.wait_until(lambda: len(moved.inbox) == 2)


async def test_put_out_of_its_chat_the_bot_tells_the_leader_once(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_put_out, stage)
    with reading(engine) as session:
        [row] = session.exec(select(GroupChat)).all()
        waiting = session.exec(select(Outbox).where(Outbox.status == "waiting")).all()
    assert row.uncoupled_at is None  # it was put back
    assert waiting == []


def _put_out(stage: Stage) -> None:
    group = stage.standin.group("Tuin", bot="administrator")
    noor, ahmed, _ = _cast(stage)
    noor.says("/koppel", to=group)
    _until(stage, group, COUPLED)
    stage.goes_to("2026-03-13 12:00")
    group.gives_bot("kicked", by=ahmed.person)
    noor.hears("Ik kan niet meer in de chat van tuingroep.")
    group.gives_bot("member", by=ahmed.person)
    stage.all_is_received()
    group.gives_bot("left", by=ahmed.person)
    group.gives_bot("administrator", by=noor.person)
    _until(stage, group, COUPLED, "Deze chat hoort nu bij tuingroep.")
    ahmed.says("1 uur tuin", to=group)
    _until(
        stage,
        group,
        COUPLED,
        "Deze chat hoort nu bij tuingroep.",
        "Genoteerd: 1 uur tuingroep, vrijdag 13 maart. [Klopt niet]",
    )
    assert noor.unheard == []


async def test_a_chat_that_turns_out_to_be_closed_is_uncoupled(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_find_it_closed, stage)
    with reading(engine) as session:
        [row] = session.exec(select(GroupChat)).all()
    assert row.uncoupled_at is not None


def _find_it_closed(stage: Stage) -> None:
    group = stage.standin.group("Tuin", bot="administrator")
    noor, ahmed, _ = _cast(stage)
    noor.says("/koppel", to=group)
    _until(stage, group, COUPLED)
    stage.goes_to("2026-03-13 12:00")
    group.chat.bot_may_write = False  # nobody tells the bot of that
    ahmed.says("1 uur tuin", to=group)
    noor.hears("Ik kan niet meer in de chat van tuingroep.")


async def test_of_talk_in_a_coupled_chat_nothing_is_kept(engine: Engine, standin: Standin) -> None:
    async with playing(standin, engine, webhook=False) as stage:
        await asyncio.to_thread(_talk, stage)
    with reading(engine) as session:
        kept = session.exec(select(Inbox).where(Inbox.chat == str(standin.group("Tuin").id))).all()
    assert [(row.payload is None, row.person_id is None) for row in kept] == [(False, False), *[(True, True)] * 3]


def _talk(stage: Stage) -> None:
    group = stage.standin.group("Tuin", bot="administrator")
    noor, ahmed, _ = _cast(stage)
    noor.says("/koppel", to=group)
    _until(stage, group, COUPLED)
    ahmed.says("wie heeft de sleutel?", to=group)
    ahmed.person.sends_photo("kijk eens", to=group)
    stage.standin.person("Xan").says("2 uur tuin", to=group)
    stage.all_is_received()
    assert len(group.inbox) == 1
