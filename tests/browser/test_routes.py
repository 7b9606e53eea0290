"""The try-out on the web, without a browser: who may use it, and what it takes."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

import bot.tryout
from bot.tryout.clock import Step, after
from handlers.messages import Kind
from tests.browser.echo import AMSTERDAM, FILES, NOOR, EchoTryOut

STATIC = Path(bot.tryout.__file__).parent / "static"
MESSAGE_ID = "0b0a6f0e-58a5-4f6e-8d5e-0123456789ab"


def message(**fields: Any) -> dict[str, Any]:
    return {"phone": NOOR.key, "id": MESSAGE_ID, "text": "3 uur kookgroep gisteren"} | fields


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8000"])
async def test_this_machine_may_look(client: httpx.AsyncClient, host: str) -> None:
    for path in ("/", "/tryout/state", "/tryout/static/page.js"):
        response = await client.get(path, headers={"host": host})
        assert response.status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "192.168.1.2", "127.0.0.1:80@evil", ""],
)
@pytest.mark.parametrize("path", ["/", "/tryout/state", "/tryout/events", "/tryout/static/page.js"])
async def test_another_name_is_refused(client: httpx.AsyncClient, host: str, path: str) -> None:
    response = await client.get(path, headers={"host": host})
    assert response.status_code == 400
    assert "127.0.0.1" in response.json()["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": "application/json; charset=utf-8"}, 200),
    ],
)
async def test_only_its_own_page_may_post(
    tryout: EchoTryOut, client: httpx.AsyncClient, headers: Mapping[str, str], status: int
) -> None:
    response = await client.post("/tryout/messages", json=message(), headers=headers)
    assert response.status_code == status
    assert len(tryout.received) == (1 if status == 200 else 0)
    for path in ("/tryout/clock", "/tryout/afresh"):
        body = {"step": "hour"} if path.endswith("clock") else {}
        assert (await client.post(path, json=body, headers=headers)).status_code == status


async def test_every_answer_is_protected(client: httpx.AsyncClient) -> None:
    for path in ("/", "/tryout/state", "/tryout/static/page.js", "/tryout/files/1"):
        headers = (await client.get(path)).headers
        assert "default-src 'none'; script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_the_page_needs_nothing_from_elsewhere() -> None:
    for file in STATIC.iterdir():
        text = file.read_text().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//[a-z]+\.|@import|innerHTML|\bon[a-z]+=\"|style=\"", text), file.name


async def test_a_message_reaches_the_core(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    response = await client.post(
        "/tryout/messages", json=message(repliesTo="7", repliesToText="Genoteerd", forwarded=True)
    )
    assert response.status_code == 200
    [incoming] = tryout.received
    assert (incoming.channel, incoming.id, incoming.message) == ("browser", MESSAGE_ID, MESSAGE_ID)
    assert (incoming.account, incoming.chat, incoming.sender_name) == (NOOR.key, NOOR.key, "Noor")
    assert (incoming.kind, incoming.text) == (Kind.TEXT, "3 uur kookgroep gisteren")
    assert (incoming.replies_to, incoming.replies_to_text, incoming.forwarded) == ("7", "Genoteerd", True)
    assert not incoming.edited
    assert incoming.sent_at == datetime.fromisoformat(response.json()["sentAt"])
    assert abs((incoming.sent_at - tryout.now()).total_seconds()) < 60


async def test_an_edit_is_another_delivery_of_the_same_message(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    for edit in (0, 1, 2):
        await client.post("/tryout/messages", json=message(text=f"{edit} uur", edit=edit))
    assert [incoming.id for incoming in tryout.received] == [MESSAGE_ID, f"{MESSAGE_ID}:edit:1", f"{MESSAGE_ID}:edit:2"]
    assert {incoming.message for incoming in tryout.received} == {MESSAGE_ID}
    assert [incoming.edited for incoming in tryout.received] == [False, True, True]


async def test_a_press_names_its_button_and_message(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    await client.post("/tryout/messages", json=message(kind="button", text="wrong:5", repliesTo="12"))
    [incoming] = tryout.received
    assert (incoming.kind, incoming.text, incoming.replies_to) == (Kind.BUTTON, "wrong:5", "12")


async def test_the_same_post_twice_changes_nothing(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await client.post("/tryout/messages", json=message())).status_code == 200
    assert tryout.deliveries == 2
    assert len(tryout.received) == 1
    assert len((await client.get("/tryout/state")).json()["phones"][0]["lines"]) == 2


async def test_a_failure_can_be_tried_again(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    tryout.failures = 1
    assert (await client.post("/tryout/messages", json=message())).status_code == 500
    assert tryout.received == []
    assert (await client.post("/tryout/messages", json=message())).status_code == 200
    assert len(tryout.received) == 1


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "😀" * 10_000, "\n" * 10_000, ""], ids=["letters", "emoji", "lines", "empty"]
)
async def test_a_very_long_or_empty_text_reaches_the_core(
    tryout: EchoTryOut, client: httpx.AsyncClient, text: str
) -> None:
    response = await client.post("/tryout/messages", json=message(text=text))
    assert response.status_code == 200
    assert tryout.received[0].text == text


async def test_a_huge_body_is_refused(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    assert (await client.post("/tryout/messages", json=message(text="a" * 300_000))).status_code == 413
    assert tryout.received == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"phone": "phone-volunteer"}',
        b'{"phone": "phone-volunteer", "id": "short", "text": "hoi"}',
        b'{"phone": "phone-volunteer", "id": "has:colons:in:it", "text": "hoi"}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "text": 3}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "text": "\\ud800"}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "kind": "blocked"}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "kind": "nonsense"}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "kind": "button", "text": "yes"}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "text": "hoi", "edit": -1}',
        b'{"phone": "phone-volunteer", "id": "0123456789", "text": "hoi", "account": "phone-coordinator"}',
    ],
)
async def test_what_cannot_be_read_is_refused_in_words(
    tryout: EchoTryOut, client: httpx.AsyncClient, body: bytes
) -> None:
    response = await client.post("/tryout/messages", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
    assert response.json()["error"].startswith("Dit bericht is niet te lezen: ")
    assert tryout.received == []


async def test_an_unknown_phone_is_refused(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    response = await client.post("/tryout/messages", json=message(phone="phone-of-somebody"))
    assert (response.status_code, response.json()["error"]) == (404, "Deze telefoon is er niet.")
    assert tryout.received == []


async def test_history_outlives_the_page(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    await client.post("/tryout/messages", json=message())
    await client.post("/tryout/messages", json=message(text="2 uur", edit=1))
    state = (await client.get("/tryout/state")).json()
    assert [phone["person"] for phone in state["phones"]] == ["Noor", "Ahmed", "Els", "Kookgroep"]
    first, echo, edit, _ = state["phones"][0]["lines"]
    assert (first["id"], first["fromBot"], first["text"]) == (MESSAGE_ID, False, "3 uur kookgroep gisteren")
    assert (echo["fromBot"], echo["buttons"]) == (True, [{"label": "Klopt niet", "data": "klopt niet"}])
    assert (edit["id"], edit["edited"], edit["text"]) == (MESSAGE_ID, True, "2 uur")


@pytest.mark.parametrize(
    ("word", "disposition"),
    [
        ("plaatje", "inline; filename*=UTF-8''jaar.png"),
        ("bestand", "attachment; filename*=UTF-8''mijn-gegevens.json"),
        ("pagina", "attachment; filename*=UTF-8''x.html"),
    ],
)
async def test_pictures_are_shown_and_all_else_is_downloaded(
    client: httpx.AsyncClient, word: str, disposition: str
) -> None:
    await client.post("/tryout/messages", json=message(text=word))
    line = (await client.get("/tryout/state")).json()["phones"][0]["lines"][1]
    assert line["file"]["description"] == FILES[word].description
    response = await client.get(f"/tryout/files/{line['id']}")
    assert response.content == FILES[word].content
    assert response.headers["content-disposition"] == disposition


async def test_a_file_that_is_not_there(client: httpx.AsyncClient) -> None:
    assert (await client.get("/tryout/files/99")).status_code == 404


async def test_starting_afresh_forgets_all(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    await client.post("/tryout/messages", json=message(text="plaatje"))
    assert (await client.get("/tryout/files/1")).status_code == 200
    assert (await client.post("/tryout/afresh", json={})).status_code == 200
    assert (await client.get("/tryout/files/1")).status_code == 404
    assert (await client.get("/tryout/state")).json()["phones"][0]["lines"] == []


async def test_the_clock_moves_forward(tryout: EchoTryOut, client: httpx.AsyncClient) -> None:
    for step, shown in (("sunday", "2026-11-15T18:00"), ("monday", "2026-11-16T08:30"), ("hour", "2026-11-16T09:30")):
        response = await client.post("/tryout/clock", json={"step": step})
        assert datetime.fromisoformat(response.json()["now"]).astimezone(AMSTERDAM).isoformat().startswith(shown)
    assert (await client.post("/tryout/clock", json={"step": "back"})).status_code == 400
    assert (await client.post("/tryout/clock", json={"to": "2020-01-01T00:00:00Z"})).status_code == 400


@pytest.mark.parametrize(
    ("step", "now", "then"),
    [
        (Step.HOUR, "2026-11-12T20:15+01:00", "2026-11-12T21:15+01:00"),
        (Step.HOUR, "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"),
        (Step.SUNDAY, "2026-11-12T20:15+01:00", "2026-11-15T18:00+01:00"),
        (Step.SUNDAY, "2026-11-15T17:59:59+01:00", "2026-11-15T18:00+01:00"),
        (Step.SUNDAY, "2026-11-15T18:00+01:00", "2026-11-22T18:00+01:00"),
        (Step.SUNDAY, "2026-10-20T12:00+02:00", "2026-10-25T18:00+01:00"),
        (Step.SUNDAY, "2026-11-14T23:30+00:00", "2026-11-15T18:00+01:00"),
        (Step.MONDAY, "2026-11-15T18:00+01:00", "2026-11-16T08:30+01:00"),
        (Step.MONDAY, "2026-11-16T08:30+01:00", "2026-11-23T08:30+01:00"),
        (Step.MONDAY, "2026-03-28T12:00+01:00", "2026-03-30T08:30+02:00"),
        (Step.MONDAY, "2026-12-29T12:00+01:00", "2027-01-04T08:30+01:00"),
    ],
)
async def test_where_the_steps_of_the_clock_lead(step: Step, now: str, then: str) -> None:
    assert after(step, datetime.fromisoformat(now), AMSTERDAM) == datetime.fromisoformat(then)
