"""Receiving by long polling: what was not kept comes again, and nothing that was kept is asked for twice."""

import asyncio
import logging

import pytest

from bot.channels.telegram import TelegramChannel
from handlers.messages import Button, Incoming, Kind
from scheduler.sending import Outgoing
from tests.telegram.conftest import Wired


async def test_messages_come_in_order_and_are_confirmed(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start("abc")
    noor.says("3 uur kookgroep")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)
        noor.says("nee, 2 uur")
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["/start abc", "3 uur kookgroep", "nee, 2 uur"]
    assert wired.pauses == []


async def test_only_the_kinds_of_update_that_are_used_are_asked_for(wired: Wired) -> None:
    async with wired.polling():
        await wired.until(lambda: wired.standin.world.bot.updates.allowed is not None)

    assert wired.standin.world.bot.updates.allowed == (
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    )


async def test_an_edit_a_reply_a_press_and_a_block_come_as_what_they_are(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    said = noor.says("3 uur")
    echo = await wired.channel.send(
        Outgoing(id=1, chat=str(noor.id), text="Genoteerd.", buttons=(Button("Klopt niet", "e:1"),))
    )
    noor.edits(said, "2 uur")
    noor.replies(noor.inbox[-1], "het was 1 uur")
    noor.presses("Klopt niet")
    noor.blocks()

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    edit, reply, press, block = wired.receiver.taken[2:]
    assert (edit.text, edit.edited, edit.message) == ("2 uur", True, str(said.id))
    assert (reply.text, reply.replies_to, reply.replies_to_text) == ("het was 1 uur", echo, "Genoteerd.")
    assert (press.kind, press.text, press.replies_to) == (Kind.BUTTON, "e:1", echo)
    assert block.kind == Kind.BLOCKED


async def test_what_was_not_kept_comes_again_and_the_offset_stays_before_it(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    for text in ("/start", "een", "twee"):
        noor.says(text)
    wired.receiver.refuse["een"] = 3

    async with wired.polling():
        await wired.receiver.until(lambda: len(wired.receiver.refused) == 2)
        assert wired.standin.waiting == 2  # /start is confirmed, "een" and "twee" are not
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["/start", "een", "twee"]
    assert wired.receiver.refused == ["een"] * 3
    assert wired.pauses == [1.0, 2.0, 4.0]


async def test_a_chat_that_cannot_be_kept_holds_up_no_other(wired: Wired) -> None:
    noor, ali = wired.standin.person("Noor"), wired.standin.person("Ali")
    noor.says("een")
    noor.says("twee")
    ali.says("drie")
    wired.receiver.refuse["een"] = 1

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["drie", "een", "twee"]


async def test_after_a_restart_what_was_not_confirmed_comes_again(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.says("een")
    noor.says("twee")
    wired.receiver.refuse["twee"] = 10**9

    async with wired.polling():
        await wired.receiver.until(lambda: bool(wired.receiver.refused))
    wired.receiver.refuse.clear()
    again = wired.another_channel()
    async with wired.polling(again):
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts in (["een", "twee"], ["een", "een", "twee"])
    assert len({incoming.id for incoming in wired.receiver.taken}) == 2  # by which the second "een" is known


async def test_different_chats_are_taken_in_at_the_same_time(wired: Wired) -> None:
    noor, ali = wired.standin.person("Noor"), wired.standin.person("Ali")
    noor.says("een")
    ali.says("twee")
    both = asyncio.Barrier(2)

    async def receive(incoming: Incoming) -> None:
        async with asyncio.timeout(10):
            await both.wait()

    task = asyncio.create_task(wired.channel.poll(receive))
    await wired.until(lambda: wired.standin.waiting == 0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_press_is_acknowledged_and_handled(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    await wired.channel.send(Outgoing(id=1, chat=str(noor.id), text="Klopt het?", buttons=(Button("Ja", "y"),)))
    press = noor.presses("Ja")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert press.answered
    assert wired.receiver.taken[-1].text == "y"


async def test_a_press_is_acknowledged_before_it_is_handled(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    await wired.channel.send(Outgoing(id=1, chat=str(noor.id), text="Klopt het?", buttons=(Button("Ja", "y"),)))
    press = noor.presses("Ja")
    seen = asyncio.Event()

    async def receive(incoming: Incoming) -> None:
        if incoming.kind == Kind.BUTTON:
            await wired.until(lambda: press.answered)
            seen.set()

    task = asyncio.create_task(wired.channel.poll(receive))
    async with asyncio.timeout(10):
        await seen.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize("fault", ["too late", "500", "reset"])
async def test_a_press_that_cannot_be_acknowledged_is_handled(wired: Wired, fault: str) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    await wired.channel.send(Outgoing(id=1, chat=str(noor.id), text="Klopt het?", buttons=(Button("Ja", "y"),)))
    press = noor.presses("Ja")
    if fault == "too late":
        wired.standin.advance(100)
    else:
        wired.standin.fail(fault, method="answerCallbackQuery")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert not press.answered
    assert wired.receiver.taken[-1].text == "y"


async def test_a_webhook_left_behind_is_taken_away_first(wired: Wired) -> None:
    wired.standin.world.bot.webhook_url = "https://old.example/telegram"
    wired.standin.person("Noor").says("een")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["een"]


async def test_trouble_on_the_way_is_tried_again_ever_more_slowly(wired: Wired) -> None:
    wired.standin.fail("reset", method="getMe")
    wired.standin.fail("500", method="deleteWebhook")
    wired.standin.fail("502", 7, method="getUpdates")
    wired.standin.person("Noor").says("een")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["een"]
    assert wired.pauses == [1, 1, 1, 2, 4, 8, 16, 30, 30]


async def test_an_answer_that_is_cut_short_is_asked_for_again(wired: Wired) -> None:
    wired.standin.person("Noor").says("een")
    wired.standin.fail("half", method="getUpdates")
    wired.standin.fail("lost", method="getUpdates")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["een"]


async def test_telegram_is_obeyed_when_it_asks_to_wait(wired: Wired) -> None:
    wired.standin.fail("429", method="getUpdates")
    wired.standin.person("Noor").says("een")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.pauses == [3.0]


async def test_a_second_poller_is_told_of_and_waits_long(wired: Wired, caplog: pytest.LogCaptureFixture) -> None:
    second = wired.another_channel()

    async with wired.polling(), wired.polling(second):
        await wired.until(lambda: 30.0 in wired.pauses)
        wired.standin.person("Noor").says("een")
        await wired.until(lambda: wired.standin.waiting == 0)

    assert set(wired.pauses) == {30.0}
    assert "only one can" in caplog.text
    assert set(wired.receiver.texts) == {"een"}


async def test_a_token_that_is_refused_is_told_of_and_tried_slowly(
    wired: Wired, caplog: pytest.LogCaptureFixture
) -> None:
    wired.standin.fail("unauthorized", 2, method="getMe")

    async with wired.polling():
        await wired.until(lambda: wired.standin.world.bot.updates.allowed is not None)

    assert wired.pauses == [30.0, 30.0]
    assert "KAMERBOT_TELEGRAM_TOKEN" in caplog.text


async def test_stopping_finishes_what_was_begun_and_begins_nothing_new(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.says("een")
    noor.says("twee")
    begun, may_go_on, done = asyncio.Event(), asyncio.Event(), []

    async def receive(incoming: Incoming) -> None:
        begun.set()
        await may_go_on.wait()
        done.append(incoming.text)

    task = asyncio.create_task(wired.channel.poll(receive))
    await begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert done == ["een"]


async def test_an_update_that_the_library_cannot_read_holds_up_no_other(
    wired: Wired, caplog: pytest.LogCaptureFixture
) -> None:
    noor = wired.standin.person("Noor")
    wired.standin.world.update("message", {"message_id": 1, "date": "never", "chat": 5}, noor.chat)
    noor.says("een")

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["een"]
    assert "cannot be read" in caplog.text


async def test_a_group_that_became_a_supergroup_is_told_of(wired: Wired) -> None:
    group = wired.standin.group("Kookgroep")
    moved = group.becomes_supergroup(by=wired.standin.person("Noor"))

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    # Both chats tell of it, and either may come first.
    assert set(wired.moved) == {(str(group.id), str(moved.id))}
    assert wired.receiver.taken == []


async def test_in_a_group_the_bots_own_name_is_left_out(wired: Wired) -> None:
    noor, group = wired.standin.person("Noor"), wired.standin.group("Kookgroep")
    noor.says("wie kookt er morgen?", to=group)
    noor.says("/uren@KamerTestBot 3 uur", to=group)
    noor.says("@kamertestbot 2 uur tuin", to=group)

    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["/uren 3 uur", "2 uur tuin"]
    assert all(incoming.group_chat and incoming.chat == str(group.id) for incoming in wired.receiver.taken)


def test_the_library_is_silent_from_the_start(wired: Wired) -> None:
    assert isinstance(wired.channel, TelegramChannel)
    assert not logging.getLogger("aiohttp.client").isEnabledFor(logging.INFO)
    assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.CRITICAL)
