"""Answers in the response to an update: handed over once, given again when it comes again, and never depended on."""

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from storage import groups
from storage.database import reading, unit_of_work
from storage.tables import Outbox
from tests.telegram.stage import Phone, Stage, playing
from tests.telegram.standin import Standin
from tests.telegram.story import join


async def _play(standin: Standin, engine: Engine, story: Callable[[Stage, Phone], None]) -> list[Outbox]:
    """Play with a volunteer of the kookgroep whom the bot answers in the response; returns what it wrote to her."""

    def whole(stage: Stage) -> None:
        noor = stage.phone("Noor")
        join(noor, stage.invite("volunteer", "kookgroep"), "Noor")
        stage.all_is_received()
        stage.all_is_sent()
        story(stage, noor)
        stage.all_is_received()

    async with playing(standin, engine, webhook=True, in_response=True) as stage:
        await asyncio.to_thread(whole, stage)
    with reading(engine) as session:
        return list(session.exec(select(Outbox).order_by(Outbox.id)))


def _in_response(standin: Standin) -> list[str]:
    return [call.parameters["text"] for call in standin.world.calls if call.in_response]


async def test_an_answer_is_handed_over_and_not_sent_again(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        noor.says("3 uur kookgroep gisteren")
        post = noor.hears("Genoteerd: 3 uur kookgroep")
        assert post.buttons == ["Klopt niet"]

    row = (await _play(standin, engine, story))[-1]
    assert (row.status, row.message, row.attempts, row.error) == ("handed_over", None, 0, None)
    assert row.sent_at is not None
    assert row.answers is not None
    assert len(_texts_to(standin, "Genoteerd")) == 1
    assert len([text for text in _in_response(standin) if text.startswith("Genoteerd")]) == 1


def _texts_to(standin: Standin, begin: str) -> list[str]:
    return [post.text for post in standin.person("Noor").inbox if post.text.startswith(begin)]


async def test_a_reply_to_it_is_known_by_what_is_quoted_of_it(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        noor.says("3 uur kookgroep gisteren")
        echo = noor.hears("Genoteerd: 3 uur kookgroep")
        noor.says("1 uur kookgroep dinsdag")
        noor.hears("Genoteerd: 1 uur kookgroep")
        noor.replies(echo, "nee, 2 uur")
        noor.hears("Aangepast: 2 uur kookgroep, woensdag 11 maart.")
        assert stage.books() == ["Noor kookgroep 2026-03-10 60 booked", "Noor kookgroep 2026-03-11 120 booked"]

    rows = await _play(standin, engine, story)
    named = [row.message for row in rows if row.status == "handed_over" and row.message]
    assert named == [str(post.id) for post in standin.person("Noor").inbox if post.text.startswith("Genoteerd: 3")]


async def test_of_two_that_look_alike_it_is_asked_which_is_meant(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        noor.says("3 uur kookgroep gisteren")
        echo = noor.hears("Genoteerd: 3 uur kookgroep")
        noor.says("3 uur kookgroep gisteren")
        noor.hears("3 uur kookgroep")
        stage.all_is_sent()
        noor.presses("Nog een keer")
        noor.hears("Genoteerd: 3 uur kookgroep")
        noor.replies(echo, "nee, 2 uur")
        noor.hears("Welke")
        assert [line.split()[3] for line in stage.books()] == ["180", "180"]

    await _play(standin, engine, story)


async def test_its_buttons_say_themselves_what_they_are_about(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        noor.says("3 uur kookgroep gisteren")
        noor.hears("Genoteerd: 3 uur kookgroep")
        noor.says("1 uur kookgroep dinsdag")
        noor.hears("Genoteerd: 1 uur kookgroep")
        noor.presses("Klopt niet")
        noor.hears("1 uur kookgroep", "Wat klopt er niet?")
        noor.presses("Uren")
        noor.hears("Hoeveel uur was het?")
        noor.says("2")
        noor.hears("Aangepast: 2 uur kookgroep, dinsdag 10 maart.")

    await _play(standin, engine, story)


async def test_a_question_that_goes_on_stays_in_the_message_that_was_handed_over(
    engine: Engine, standin: Standin
) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        with unit_of_work(engine) as session:
            for number in range(12):
                groups.add_group(session, stage.room, f"groep {number}", "koken")
        noor.says("/uren")
        question = noor.hears("Bij welke groep was het?")
        before = question.buttons
        noor.presses("Meer…")
        stage.all_is_received()
        standin.world.wait_until(lambda: question.edit_date is not None)
        assert question.buttons != before
        noor.presses("Tuingroep")
        noor.hears("Hoeveel uur was het?")

    await _play(standin, engine, story)


@pytest.mark.parametrize("lost", [1, 2])
async def test_an_answer_that_did_not_arrive_comes_again_as_it_was(engine: Engine, standin: Standin, lost: int) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        standin.world.answers_lost = lost
        noor.says("3 uur kookgroep gisteren")
        for _ in range(lost):
            standin.world.wait_until(lambda: standin.world.bot.webhook_error != "")
            standin.world.bot.webhook_error = ""
            standin.advance(2)
        noor.hears("Genoteerd: 3 uur kookgroep")
        assert stage.books() == ["Noor kookgroep 2026-03-11 180 booked"]

    rows = await _play(standin, engine, story)
    assert len(_texts_to(standin, "Genoteerd")) == 1
    assert [row.status for row in rows[-1:]] == ["handed_over"]


async def test_one_that_telegram_refuses_is_swallowed_and_holds_up_nothing(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        standin.fail("500", method="sendMessage")
        noor.says("3 uur kookgroep gisteren")
        stage.all_is_received()
        noor.says("1 uur kookgroep dinsdag")
        noor.hears("Genoteerd: 1 uur kookgroep")
        assert len(stage.books()) == 2

    rows = await _play(standin, engine, story)
    assert [row.status for row in rows[-2:]] == ["handed_over", "handed_over"]
    assert _texts_to(standin, "Genoteerd: 3") == []


async def test_a_picture_and_what_others_are_told_goes_the_usual_way(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage, noor: Phone) -> None:
        noor.says("3 uur kookgroep gisteren")
        noor.hears("Genoteerd: 3 uur kookgroep")
        noor.says("hoeveel uur heb ik?")
        assert noor.hears("Deze week: 3 uur").upload is not None

    rows = await _play(standin, engine, story)
    assert [row.status for row in rows[-2:]] == ["handed_over", "sent"]


async def test_with_few_messages_at_once_all_is_sent(engine: Engine, standin: Standin) -> None:
    def story(stage: Stage) -> None:
        noor = stage.phone("Noor")
        join(noor, stage.invite("volunteer"), "Noor")
        stage.all_is_received()

    async with playing(standin, engine, webhook=True) as stage:
        stage.program._answers_from = 3
        await asyncio.to_thread(story, stage)
    assert _in_response(standin) == []
