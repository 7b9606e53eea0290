"""Receiving by webhook: Telegram hears 200 only of what was kept, and sends all else again."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram import HEADER
from handlers.messages import Button, Kind
from scheduler.sending import Outgoing, RefusedError
from tests.telegram.conftest import Wired

SECRET = "geheim_van-de-deur"
UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 2,
        "date": 1773342900,
        "text": "3 uur",
        "chat": {"id": 700001, "type": "private", "first_name": "Noor"},
        "from": {"id": 700001, "is_bot": False, "first_name": "Noor"},
    },
}


def _door(wired: Wired) -> httpx.AsyncClient:
    """A way to the route without a network."""
    app = Starlette(routes=[wired.channel.webhook_route(wired.receiver, SECRET)])
    transport = httpx.ASGITransport(app=app)
    return httpx.AsyncClient(transport=transport, base_url="http://bot")


@asynccontextmanager
async def _served(wired: Wired) -> AsyncIterator[str]:
    """The route on a loopback port, with Telegram sending to it."""
    app = Starlette(routes=[wired.channel.webhook_route(wired.receiver, SECRET)])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off", access_log=False))
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup()
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}/telegram"
    await wired.channel.set_webhook(url, SECRET)
    try:
        yield url
    finally:
        server.force_exit = True
        await server.shutdown()


async def _post(wired: Wired, content: bytes, secret: str | None = SECRET) -> int:
    async with _door(wired) as client:
        headers = {} if secret is None else {HEADER: secret}
        return (await client.post("/telegram", content=content, headers=headers)).status_code


async def test_an_update_with_the_secret_is_taken_in(wired: Wired) -> None:
    assert await _post(wired, json.dumps(UPDATE).encode()) == 200
    assert wired.receiver.texts == ["3 uur"]


@pytest.mark.parametrize("secret", [None, "", "geheim", SECRET + "x", "é"])
async def test_without_the_right_secret_nothing_is_taken_in(wired: Wired, secret: str | None) -> None:
    headers = {} if secret is None else {HEADER.encode(): secret.encode()}
    async with _door(wired) as client:
        answer = await client.post("/telegram", content=json.dumps(UPDATE).encode(), headers=headers)

    assert answer.status_code == 403
    assert wired.receiver.taken == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff", b"null"])
async def test_what_is_no_json_object_is_refused(wired: Wired, body: bytes) -> None:
    assert await _post(wired, body) == 400


async def test_a_body_that_no_update_can_have_is_refused(wired: Wired) -> None:
    assert await _post(wired, b" " * (1 << 20) + json.dumps(UPDATE).encode()) == 413
    assert wired.receiver.taken == []


async def test_what_could_not_be_kept_is_answered_with_500(wired: Wired) -> None:
    wired.receiver.refuse["3 uur"] = 1

    assert await _post(wired, json.dumps(UPDATE).encode()) == 500
    assert await _post(wired, json.dumps(UPDATE).encode()) == 200


async def test_an_update_that_the_library_cannot_read_is_not_sent_again(wired: Wired) -> None:
    broken: dict[str, Any] = {"update_id": 5, "message": {"date": "never"}}

    assert await _post(wired, json.dumps(broken).encode()) == 200
    assert wired.receiver.taken == []


def test_a_webhook_without_a_secret_cannot_be_made(wired: Wired) -> None:
    with pytest.raises(ValueError, match="secret"):
        wired.channel.webhook_route(wired.receiver, "")


async def test_messages_and_presses_arrive(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    async with _served(wired) as url:
        noor.start()
        await wired.until(lambda: wired.standin.waiting == 0)
        await wired.channel.send(Outgoing(id=1, chat=str(noor.id), text="Klopt het?", buttons=(Button("Ja", "y"),)))
        press = noor.presses("Ja")
        await wired.until(lambda: wired.standin.waiting == 0)
        health = await wired.channel.check()

    assert press.answered
    assert [(incoming.kind, incoming.text) for incoming in wired.receiver.taken] == [
        (Kind.TEXT, "/start"),
        (Kind.BUTTON, "y"),
    ]
    assert (health.webhook, health.webhook_error) == (url, "")


async def test_what_was_not_kept_comes_again_in_order(wired: Wired) -> None:
    noor, ali = wired.standin.person("Noor"), wired.standin.person("Ali")
    wired.receiver.refuse["een"] = 2
    async with _served(wired):
        noor.says("een")
        noor.says("twee")
        ali.says("drie")
        await wired.until(lambda: _failures(wired) == 1 and wired.receiver.texts == ["drie"])
        wired.standin.advance(1)
        await wired.until(lambda: _failures(wired) == 2)
        wired.standin.advance(2)
        await wired.until(lambda: wired.standin.waiting == 0)

    assert wired.receiver.texts == ["drie", "een", "twee"]


def _failures(wired: Wired) -> int:
    """How often the oldest update failed."""
    waiting = wired.standin.world.bot.updates.waiting
    return waiting[0].failures if waiting else 0


async def test_only_the_kinds_of_update_that_are_used_are_asked_for(wired: Wired) -> None:
    async with _served(wired):
        allowed = wired.standin.world.bot.updates.allowed

    assert allowed == ("message", "edited_message", "callback_query", "my_chat_member")


async def test_setting_the_webhook_waits_until_telegram_can_be_reached(wired: Wired) -> None:
    wired.standin.fail("502", method="getMe")
    wired.standin.fail("reset", 2, method="setWebhook")

    await wired.channel.set_webhook("https://bot.example/telegram", SECRET)

    assert wired.standin.world.bot.webhook_url == "https://bot.example/telegram"
    assert wired.pauses == [1, 1, 2]


@pytest.mark.parametrize("url", ["http://bot.example/telegram", "https://bot.example:8000/telegram", "ftp://x"])
async def test_an_address_that_telegram_does_not_take_is_refused(wired: Wired, url: str) -> None:
    with pytest.raises(RefusedError, match="webhook"):
        await wired.channel.set_webhook(url, SECRET)


async def test_while_a_webhook_is_set_a_poller_is_refused(wired: Wired, caplog: pytest.LogCaptureFixture) -> None:
    wired.standin.person("Noor").says("een")
    async with wired.polling():
        await wired.until(lambda: wired.standin.waiting == 0)
        await wired.another_channel().set_webhook("https://bot.example/telegram", SECRET)
        await wired.until(lambda: 30.0 in wired.pauses)

    assert "a webhook is set" in caplog.text
