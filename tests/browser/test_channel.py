"""The browser channel: what open pages hear."""

from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from bot.channels.browser import BrowserChannel, PageEvent
from handlers.messages import Button
from scheduler.sending import Channel, File, Outgoing
from tests.browser.echo import START


@pytest.fixture
def channel() -> BrowserChannel:
    return BrowserChannel(lambda: START)


def outgoing(number: int) -> Outgoing:
    return Outgoing(id=number, chat="phone-volunteer", text=f"bericht {number}")


async def next_of(page: AsyncIterator[PageEvent]) -> tuple[str, str]:
    event = await anext(page)
    return event.name, event.data["line"]["id"] if event.name == "line" else ""


async def test_a_message_is_named_by_its_outbox_row(channel: BrowserChannel) -> None:
    as_channel: Channel = channel
    assert as_channel.name == "browser"
    assert await as_channel.send(outgoing(12)) == "12"


async def test_every_open_page_hears_every_message_once(channel: BrowserChannel) -> None:
    async with aclosing(channel.listen()) as one, aclosing(channel.listen()) as other:
        for page in (one, other):
            assert await next_of(page) == ("hello", "")
        await channel.send(outgoing(1))
        await channel.send(outgoing(2))
        for page in (one, other):
            assert [await next_of(page), await next_of(page)] == [("line", "1"), ("line", "2")]


async def test_a_page_that_comes_late_hears_the_last_messages_again(channel: BrowserChannel) -> None:
    await channel.send(outgoing(1))
    async with aclosing(channel.listen()) as page:
        assert await next_of(page) == ("hello", "")
        await channel.send(outgoing(2))
        assert [await next_of(page), await next_of(page)] == [("line", "1"), ("line", "2")]


async def test_a_fresh_start_is_told_and_nothing_from_before_it(channel: BrowserChannel) -> None:
    await channel.send(outgoing(1))
    async with aclosing(channel.listen()) as page:
        assert [await next_of(page), await next_of(page)] == [("hello", ""), ("line", "1")]
        channel.start_afresh()
        assert await next_of(page) == ("afresh", "")
    await channel.send(outgoing(1))
    async with aclosing(channel.listen()) as page:
        assert [await next_of(page), await next_of(page)] == [("hello", ""), ("line", "1")]


async def test_what_is_coming_is_told_to_who_looks_now(channel: BrowserChannel) -> None:
    async with aclosing(channel.listen()) as page:
        await anext(page)
        await channel.announce("phone-coordinator", "application/pdf")
        assert await anext(page) == PageEvent("coming", {"phone": "phone-coordinator"})
    async with aclosing(channel.listen()) as page:
        await anext(page)
        await channel.send(outgoing(1))
        assert await next_of(page) == ("line", "1")


async def test_a_page_is_told_all_of_a_message(channel: BrowserChannel) -> None:
    picture = File("jaar.png", "image/png", b"...", "Je jaar in een diagram")
    await channel.send(
        Outgoing(
            id=3,
            chat="phone-coordinator",
            text="<b>Weekbericht</b>",
            buttons=(Button("Details", "details:1"),),
            file=picture,
            menu=(("uren", "Uren doorgeven"),),
        )
    )
    async with aclosing(channel.listen()) as page:
        await anext(page)
        told = (await anext(page)).data
    assert told == {
        "phone": "phone-coordinator",
        "line": {
            "id": "3",
            "fromBot": True,
            "sentAt": START.isoformat(),
            "text": "<b>Weekbericht</b>",
            "kind": "text",
            "buttons": [{"label": "Details", "data": "details:1"}],
            "menu": [{"command": "uren", "description": "Uren doorgeven"}],
            "file": {"name": "jaar.png", "description": "Je jaar in een diagram", "isPicture": True},
            "edited": False,
            "repliesTo": "",
            "forwarded": False,
            "author": "",
            "reaction": "",
            "replaces": "",
        },
    }
