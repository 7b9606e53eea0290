"""What is sent: ``Outgoing`` in, requests to Telegram out, and what a person then reads."""

import asyncio
import io
import traceback
from typing import Any

import pytest
from PIL import Image

from bot.channels.telegram import RATE, TelegramChannel, rate_of
from handlers.messages import Button
from scheduler.sending import (
    ChatMovedError,
    File,
    Outgoing,
    RefusedError,
    SendError,
    TryAgainError,
    UnreachableError,
)
from tests.telegram.conftest import Wired
from tests.telegram.standin import Standin
from tests.telegram.standin.accounts import Upload
from tests.telegram.standin.limits import NO_LIMITS
from tests.telegram.standin.people import read


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, "PNG")
    return drawn.getvalue()


CHART = File("jaar.png", "image/png", _picture(), "Je uren per maand")
SHEET = File("mijn gegevens.json", "application/json", b'{"uren": 3}\r\n\x00\xff', "Alles over <jou>")
CHAT = "700001"
YES_NO = (Button("Ja", "yes:1"), Button("Nee", "no:1"))
LONG = "Dit is een zin. " * 300  # 4,800 characters


def _keys(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


TEXT = {"chat_id": CHAT, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
IN_FILE = {"chat_id": CHAT, "parse_mode": "HTML"}

REQUESTS: list[tuple[str, dict[str, Any], list[tuple[str, dict[str, Any]]]]] = [
    ("a text", {"text": "<b>3 uur</b> &amp; meer"}, [("sendMessage", TEXT | {"text": "<b>3 uur</b> &amp; meer"})]),
    (
        "short buttons side by side",
        {"text": "Klopt het?", "buttons": YES_NO},
        [
            (
                "sendMessage",
                TEXT | {"text": "Klopt het?", "reply_markup": _keys([("Ja", "yes:1"), ("Nee", "no:1")])},
            )
        ],
    ),
    (
        "long buttons below each other",
        {"text": "Welke?", "buttons": (Button("Kookgroep De Verbi..", "a"), Button("Tuingroep", "b"))},
        [
            (
                "sendMessage",
                TEXT | {"text": "Welke?", "reply_markup": _keys([("Kookgroep De Verbi..", "a")], [("Tuingroep", "b")])},
            )
        ],
    ),
    (
        "a list of four below each other, short as they are",
        {"text": "Welke?", "buttons": tuple(Button(name, name) for name in "abcd")},
        [("sendMessage", TEXT | {"text": "Welke?", "reply_markup": _keys(*[[(name, name)] for name in "abcd"])})],
    ),
    (
        "a picture with its text",
        {"text": "Je jaar.", "file": CHART, "buttons": YES_NO},
        [
            (
                "sendPhoto",
                IN_FILE
                | {
                    "caption": "Je jaar.",
                    "reply_markup": _keys([("Ja", "yes:1"), ("Nee", "no:1")]),
                    "photo": Upload("jaar.png", "image/png", CHART.content),
                },
            )
        ],
    ),
    (
        "any other file, byte for byte, with its description as there is no text",
        {"text": "", "file": SHEET},
        [
            (
                "sendDocument",
                IN_FILE
                | {
                    "caption": "Alles over &lt;jou&gt;",
                    "document": Upload("mijn gegevens.json", "application/json", SHEET.content),
                },
            )
        ],
    ),
    (
        "a picture that a person sent, by its file_id",
        {"text": "Klus 1.", "photo": "large-of-a-person", "buttons": YES_NO},
        [
            (
                "sendPhoto",
                IN_FILE
                | {
                    "caption": "Klus 1.",
                    "reply_markup": _keys([("Ja", "yes:1"), ("Nee", "no:1")]),
                    "photo": "large-of-a-person",
                },
            )
        ],
    ),
    (
        "a picture that Telegram has no more: the words alone",
        {"text": "Klus 1.", "photo": "gone"},
        [
            ("sendPhoto", IN_FILE | {"caption": "Klus 1.", "photo": "gone"}),
            ("sendMessage", TEXT | {"text": "Klus 1."}),
        ],
    ),
    (
        "a text too long for a caption goes first",
        {"text": "a" * 1025, "file": CHART, "buttons": YES_NO},
        [
            ("sendMessage", TEXT | {"text": "a" * 1025}),
            (
                "sendPhoto",
                IN_FILE
                | {
                    "caption": "Je uren per maand",
                    "reply_markup": _keys([("Ja", "yes:1"), ("Nee", "no:1")]),
                    "photo": Upload("jaar.png", "image/png", CHART.content),
                },
            ),
        ],
    ),
    (
        "a text too long for one message: the buttons under the last",
        {"text": LONG, "buttons": YES_NO},
        [
            ("sendMessage", TEXT | {"text": ("Dit is een zin. " * 256).strip()}),
            (
                "sendMessage",
                TEXT
                | {
                    "text": ("Dit is een zin. " * 44).strip(),
                    "reply_markup": _keys([("Ja", "yes:1"), ("Nee", "no:1")]),
                },
            ),
        ],
    ),
    (
        "a menu for this chat",
        {"text": "Welkom.", "menu": (("uren", "Uren opschrijven"),)},
        [
            (
                "setMyCommands",
                {
                    "commands": [{"command": "uren", "description": "Uren opschrijven"}],
                    "scope": {"type": "chat", "chat_id": 700001},
                },
            ),
            ("sendMessage", TEXT | {"text": "Welkom."}),
        ],
    ),
]


@pytest.mark.parametrize(("outgoing", "requests"), [case[1:] for case in REQUESTS], ids=[case[0] for case in REQUESTS])
async def test_outgoing_becomes_requests(wired: Wired, outgoing: dict[str, Any], requests: list[Any]) -> None:
    noor = wired.standin.person("Noor")
    noor.start()

    sent = await wired.channel.send(Outgoing(id=1, chat=CHAT, **outgoing))

    assert [(call.method, call.parameters) for call in wired.standin.world.calls] == requests
    assert sent == str(noor.inbox[-1].id)


async def test_what_a_person_typed_arrives_as_they_typed_it(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()

    await wired.channel.send(Outgoing(id=1, chat=CHAT, text="<b>&lt;script&gt; &amp;amp; 3 &lt; 4</b>"))

    assert read(noor.inbox) == ["<script> &amp; 3 < 4"]
    assert [entity["type"] for entity in noor.inbox[0].entities] == ["bold"]


async def test_a_menu_that_telegram_refuses_does_not_hold_up_the_message(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()

    await wired.channel.send(Outgoing(id=1, chat=CHAT, text="Welkom.", menu=(("Uren!", "Uren"),)))

    assert read(noor.inbox) == ["Welkom."]
    assert noor.menu == []


async def _fails(channel: TelegramChannel, **outgoing: Any) -> SendError:
    usual: dict[str, Any] = {"id": 1, "chat": CHAT, "text": "geheim"}
    with pytest.raises(SendError) as caught:
        await channel.send(Outgoing(**(usual | outgoing)))
    assert "geheim" not in str(caught.value)
    return caught.value


async def test_somebody_who_never_started_the_bot(wired: Wired) -> None:
    wired.standin.person("Noor")

    assert isinstance(await _fails(wired.channel), UnreachableError)


async def test_somebody_who_blocked_the_bot(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    noor.blocks()

    assert isinstance(await _fails(wired.channel), UnreachableError)


async def test_an_account_that_is_gone(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    noor.deactivates()

    assert isinstance(await _fails(wired.channel), UnreachableError)


async def test_a_chat_that_does_not_exist(wired: Wired) -> None:
    assert isinstance(await _fails(wired.channel, chat="123"), UnreachableError)


async def test_a_group_that_put_the_bot_out(wired: Wired) -> None:
    group = wired.standin.group("Kookgroep", bot="kicked")

    assert isinstance(await _fails(wired.channel, chat=str(group.id)), UnreachableError)


async def test_a_group_where_the_bot_may_not_write(wired: Wired) -> None:
    group = wired.standin.group("Kookgroep")
    group.chat.bot_may_write = False

    assert isinstance(await _fails(wired.channel, chat=str(group.id)), UnreachableError)


async def test_a_group_that_became_a_supergroup_tells_its_new_chat(wired: Wired) -> None:
    group = wired.standin.group("Kookgroep")
    moved = group.becomes_supergroup(by=wired.standin.person("Noor"))

    failure = await _fails(wired.channel, chat=str(group.id))

    assert isinstance(failure, ChatMovedError)
    assert failure.new_chat == str(moved.id)


async def test_too_many_messages_say_when_to_try_again(wired: Wired) -> None:
    wired.standin.person("Noor").start()
    for number in range(5):
        await wired.channel.send(Outgoing(id=number, chat=CHAT, text="Hoi."))

    failure = await _fails(wired.channel, id=6)

    assert isinstance(failure, TryAgainError)
    assert failure.after == 1.0
    wired.standin.advance(1)
    await wired.channel.send(Outgoing(id=6, chat=CHAT, text="Hoi."))


@pytest.mark.parametrize(
    ("fault", "after"),
    [("429", 3.0), ("500", None), ("502", None), ("reset", None), ("lost", None), ("half", None), ("no json", None)],
)
async def test_trouble_on_the_way_is_tried_again(wired: Wired, fault: str, after: float | None) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    wired.standin.fail(fault)

    failure = await _fails(wired.channel)

    assert isinstance(failure, TryAgainError)
    assert failure.after == after
    # An answer that was lost leaves a message that did arrive.
    assert len(noor.inbox) == (fault in ("lost", "half"))


async def test_an_answer_that_does_not_come_is_not_waited_for_for_ever(wired: Wired) -> None:
    wired.standin.person("Noor").start()
    wired.standin.fail("timeout")
    impatient = wired.another_channel(read_timeout=0.05)

    assert isinstance(await _fails(impatient), TryAgainError)


async def test_telegram_that_cannot_be_reached(wired: Wired) -> None:
    wired.standin.__exit__(None, None, None)

    assert isinstance(await _fails(wired.channel), TryAgainError)


async def test_a_token_that_telegram_refuses_is_no_fault_of_the_message(wired: Wired) -> None:
    stranger = wired.another_channel(token="1:abc")

    failure = await _fails(stranger)

    assert isinstance(failure, TryAgainError)
    assert "KAMERBOT_TELEGRAM_TOKEN" in str(failure)
    assert "abc" not in str(failure)


@pytest.mark.parametrize(
    ("outgoing", "sentence"),
    [
        ({"text": "geheim</u>"}, "the text is no valid HTML"),
        ({"text": "<geheim>x</geheim>"}, "the text is no valid HTML"),
        ({"text": "Kies.", "buttons": (Button("Ja", "x" * 65),)}, "a button is not allowed"),
        ({"text": "Kies.", "buttons": (Button(" ", "x"),)}, "a button is not allowed"),
        ({"text": "Kijk.", "file": File("x.png", "image/png", b"geheim", "")}, "the picture is not allowed"),
        ({"text": " "}, "no text and no file"),
    ],
)
async def test_what_telegram_never_takes_is_refused(wired: Wired, outgoing: dict[str, Any], sentence: str) -> None:
    wired.standin.person("Noor").start()

    failure = await _fails(wired.channel, **outgoing)

    assert isinstance(failure, RefusedError)
    assert sentence in str(failure)


@pytest.mark.parametrize("fault", ["500", "reset"])
async def test_a_message_in_pieces_goes_on_where_it_failed(wired: Wired, fault: str) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    outgoing = Outgoing(id=7, chat=CHAT, text=LONG * 2, buttons=YES_NO)
    wired.standin.fail(fault, method="sendMessage", after=1)

    with pytest.raises(TryAgainError):
        await wired.channel.send(outgoing)
    sent = await wired.channel.send(outgoing)

    pieces = noor.inbox
    assert " ".join(post.text for post in pieces) == (LONG * 2).strip()
    assert [post.buttons for post in pieces] == [[], [], ["Ja", "Nee"]]
    assert sent == str(pieces[-1].id)
    assert wired.pauses == [1.1, 1.1, 1.1]  # the second one before the failure, and again after it


async def test_a_message_in_pieces_that_is_broken_off_goes_on_later(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    outgoing = Outgoing(id=7, chat=CHAT, text=LONG, buttons=YES_NO)
    wired.standin.fail("timeout", method="sendMessage", after=1)

    sending = asyncio.create_task(wired.channel.send(outgoing))
    await wired.until(lambda: len(wired.standin.calls("sendMessage")) == 2)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await wired.channel.send(outgoing)

    assert " ".join(post.text for post in noor.inbox) == LONG.strip()


async def test_a_message_that_telegram_takes_at_its_strictest() -> None:
    with Standin() as standin:
        wired = Wired(standin)
        noor = standin.person("Noor")
        noor.start()

        await wired.channel.send(Outgoing(id=7, chat=CHAT, text=LONG * 3, file=CHART, menu=(("uren", "Uren"),)))

        assert len(noor.inbox) == 5
        assert all(call.status == 200 for call in standin.world.calls)
        await wired.close()


@pytest.mark.parametrize(
    ("media_type", "action"), [("image/png", "upload_photo"), ("application/pdf", "upload_document")]
)
async def test_what_is_coming_is_shown_as_what_it_is(wired: Wired, media_type: str, action: str) -> None:
    noor = wired.standin.person("Noor")
    noor.start()

    await wired.channel.announce(CHAT, media_type)

    (call,) = wired.standin.calls("sendChatAction")
    assert (call.parameters, call.status, noor.inbox) == ({"chat_id": CHAT, "action": action}, 200, [])


async def test_a_sign_to_somebody_who_is_gone(wired: Wired) -> None:
    noor = wired.standin.person("Noor")
    noor.start()
    noor.blocks()

    with pytest.raises(UnreachableError):
        await wired.channel.announce(CHAT, "image/png")


async def test_the_default_menu_by_language(wired: Wired) -> None:
    noor, grace, olena = (
        wired.standin.person(name, language=code) for name, code in (("Noor", "nl"), ("Grace", "en"), ("Olena", "uk"))
    )

    await wired.channel.set_default_menu(
        {"": [("uren", "Uren")], "nl": [("uren", "Uren"), ("hulp", "Hulp")], "en": [("hours", "Hours")]}, {}
    )

    assert (noor.menu, grace.menu, olena.menu) == (["uren", "hulp"], ["hours"], ["uren"])


async def test_check_tells_how_the_bot_stands(wired: Wired) -> None:
    wired.standin.person("Noor").start()
    wired.standin.world.bot.privacy_mode = False

    health = await wired.channel.check()

    assert (health.username, health.reads_groups, health.webhook, health.waiting) == ("KamerTestBot", True, "", 1)


async def test_check_tells_what_is_wrong(wired: Wired) -> None:
    stranger = wired.another_channel(token="1:abc")

    with pytest.raises(SendError, match="KAMERBOT_TELEGRAM_TOKEN"):
        await stranger.check()


async def test_many_messages_at_once_wait_for_a_connection() -> None:
    with Standin(limits=NO_LIMITS) as standin:
        wired = Wired(standin)
        people = [standin.person(f"Noor {number}") for number in range(150)]
        for person in people:
            person.start()

        await asyncio.gather(
            *(wired.channel.send(Outgoing(id=person.id, chat=str(person.id), text="Hoi.")) for person in people)
        )

        assert all(read(person.inbox) == ["Hoi."] for person in people)
        await wired.close()


def test_the_rate_of_a_server_of_ones_own() -> None:
    assert rate_of(None) == RATE
    assert rate_of(0) is None
    own = rate_of(200)
    assert own is not None
    assert (own.per_second, own.chat_rest, own.is_group("-4000001")) == (200, 0.0, False)


async def test_a_message_that_is_not_answered_says_nothing_of_its_address(standin: Standin) -> None:
    wired = Wired(standin)
    standin.person("Noor").start()
    for fault in ("reset", "half", "timeout"):
        standin.fail(fault)
        channel = wired.another_channel(read_timeout=0.05)
        with pytest.raises(SendError) as caught:
            await channel.send(Outgoing(id=1, chat=CHAT, text="geheim"))
        told = "".join(traceback.format_exception(caught.value))
        assert standin.token.partition(":")[2] not in told
        assert "127.0.0.1" not in told
    await wired.close()
