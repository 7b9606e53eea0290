"""The stand-in as a program of its own, directed over HTTP."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.telegram.standin import TOKEN


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a running stand-in whose time stands still."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.telegram.standin", "--still"], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    yield program.stdout.readline().strip()
    program.send_signal(signal.SIGTERM)
    assert program.wait(10) == 0
    program.stdout.close()


def test_a_conversation_directed_over_http(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False) as client:

        def act(verb: str, **given: Any) -> httpx.Response:
            return client.post(f"/control/{verb}", json=given)

        def bot(method: str, **given: Any) -> httpx.Response:
            return client.post(f"/bot{TOKEN}/{method}", json=given)

        act("start", person="Noor", code="abc")
        said = act("say", person="Noor", text="3 uur").json()["message"]
        act("edit", person="Noor", message=said, text="2 uur")
        keyboard = {"inline_keyboard": [[{"text": "Klopt niet", "callback_data": "e:1"}]]}
        sent = bot("sendMessage", chat_id=700001, text="Genoteerd.", reply_markup=keyboard).json()["result"]
        too_soon = bot("sendMessage", chat_id=700001, text="Nog iets.")
        act("press", person="Noor", label="Klopt niet")
        act("reply", person="Noor", message=sent["message_id"], text="1 uur")
        act("send", person="Noor", what="sticker")
        act("say", person="Ali", text="/uren", group="Kookgroep")
        act("advance", seconds=1)
        act("fail", what="500", method="sendMessage")
        failed = bot("sendMessage", chat_id=700001, text="Nog iets.")
        act("block", person="Noor")
        no_button = act("press", person="Ali", label="Ja")
        updates = bot("getUpdates").json()["result"]
        state = client.get("/control/state").json()

    assert (too_soon.status_code, failed.status_code, no_button.status_code) == (429, 500, 409)
    assert [[*update][1] for update in updates] == [
        "message",
        "message",
        "edited_message",
        "callback_query",
        "message",
        "message",
        "message",
        "my_chat_member",
    ]
    noor = state["people"]["Noor"]["inbox"]
    assert [(post["text"], post["buttons"]) for post in noor] == [("Genoteerd.", ["Klopt niet"])]
    assert state["waiting"] == 8
    assert state["groups"] == {"Kookgroep": []}


def test_an_unknown_verb_tells_which_there_are(address: str) -> None:
    answer = httpx.post(f"{address}/control/dance", json={}, trust_env=False)

    assert answer.status_code == 404
    assert "say" in answer.json()["verbs"]
