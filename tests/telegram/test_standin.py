"""The stand-in keeps Telegram's rates, order and privacy."""

import asyncio
import json
import threading
from typing import Any

import httpx
import pytest
from telegram import Update

from tests.telegram.standin import Limits, Standin
from tests.telegram.standin.errors import ApiError
from tests.telegram.standin.limits import FloodControl
from tests.telegram.standin.media import MEDIA
from tests.telegram.test_standin_refusals import ask


def _updates(standin: Standin, **parameters: Any) -> list[dict[str, Any]]:
    answer = ask(standin, "getUpdates", data=parameters)
    answer.raise_for_status()
    found: list[dict[str, Any]] = answer.json()["result"]
    return found


def _texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


def _ask_yes(standin: Standin, chat: int) -> None:
    """Let the bot ask something with one button: [Ja]."""
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    ask(standin, "sendMessage", json={"chat_id": chat, "text": "Ja?", "reply_markup": keyboard})


def _sent(flood: FloodControl, chats: list[int], now: float, *, is_group: bool = False) -> int:
    """How many of these messages go through; the others must be told to wait."""
    refused: list[ApiError] = []
    for chat in chats:
        try:
            flood.count(chat, is_group=is_group, now=now)
        except ApiError as error:
            refused.append(error)
    assert all(error.code == 429 and error.parameters["retry_after"] >= 1 for error in refused)
    return len(chats) - len(refused)


def test_one_message_a_second_to_a_chat() -> None:
    flood = FloodControl(Limits())

    assert [_sent(flood, [1, 1], now) for now in (0.0, 0.5, 1.0, 2.5)] == [1, 0, 1, 1]


def test_a_burst_is_let_through_and_must_be_made_up_for() -> None:
    flood = FloodControl(Limits(chat_burst=3))

    assert [_sent(flood, [1] * 5, now) for now in (0.0, 1.0, 10.0)] == [3, 1, 3]


def test_thirty_messages_a_second_over_all_chats() -> None:
    flood = FloodControl(Limits())

    assert [_sent(flood, list(range(start, start + 40)), now) for start, now in ((0, 0.0), (50, 0.9), (99, 1.0))] == [
        30,
        0,
        30,
    ]


def test_twenty_messages_a_minute_to_a_group() -> None:
    flood = FloodControl(Limits())

    assert sum(_sent(flood, [-5], float(second), is_group=True) for second in range(60)) == 20
    assert _sent(flood, [-5], 60.0, is_group=True) == 1


def test_too_many_are_told_how_long_to_wait() -> None:
    with Standin() as standin:
        standin.person("Noor").start()
        first, second = (ask(standin, "sendMessage", data={"chat_id": "700001", "text": "x"}) for _ in range(2))

    assert first.status_code == 200
    assert second.status_code == 429
    assert second.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


def test_updates_come_again_until_they_are_confirmed(standin: Standin) -> None:
    noor = standin.person("Noor")
    for text in ("een", "twee", "drie"):
        noor.says(text)

    first = _updates(standin)
    assert _texts(first) == _texts(_updates(standin)) == ["een", "twee", "drie"]
    assert _texts(_updates(standin, limit=1)) == ["een"]
    assert _texts(_updates(standin, offset=first[1]["update_id"])) == ["twee", "drie"]
    assert _texts(_updates(standin)) == ["twee", "drie"]
    assert _texts(_updates(standin, offset=-1)) == ["drie"]
    assert _updates(standin, offset=first[2]["update_id"] + 1) == []


def test_updates_are_kept_for_a_day_and_presses_for_150_seconds(standin: Standin) -> None:
    noor = standin.person("Noor")
    noor.start()
    _ask_yes(standin, noor.id)
    noor.presses("Ja")

    kinds = [[*update][1] for update in _updates(standin)]
    standin.advance(150)
    later = [[*update][1] for update in _updates(standin)]
    standin.advance(86_400)

    assert kinds == ["message", "callback_query"]
    assert later == ["message"]
    assert _updates(standin) == []


def test_an_empty_answer_is_held_back_until_something_comes(standin: Standin) -> None:
    found: list[str] = []
    poller = threading.Thread(target=lambda: found.extend(_texts(_updates(standin, timeout=30))))
    poller.start()
    standin.world.wait_until(lambda: bool(standin.polling))

    standin.person("Noor").says("een")
    poller.join(10)

    assert found == ["een"]


def test_an_empty_answer_is_held_back_no_longer_than_was_asked(standin: Standin) -> None:
    found: list[Any] = []
    poller = threading.Thread(target=lambda: found.append(_updates(standin, timeout=30)))
    poller.start()
    standin.world.wait_until(lambda: bool(standin.polling))
    standin.advance(29)
    assert found == []

    standin.advance(1)
    poller.join(10)

    assert found == [[]]


def test_a_second_poller_sends_the_first_away(standin: Standin) -> None:
    answers: list[httpx.Response] = []
    first = threading.Thread(target=lambda: answers.append(ask(standin, "getUpdates", data={"timeout": 30})))
    first.start()
    standin.world.wait_until(lambda: bool(standin.polling))
    second = threading.Thread(target=lambda: ask(standin, "getUpdates", data={"timeout": 30}))
    second.start()
    first.join(10)
    standin.advance(30)
    second.join(10)

    assert answers[0].json() == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
        "running",
    }


def test_beside_a_webhook_nobody_polls(standin: Standin) -> None:
    ask(standin, "setWebhook", data={"url": "https://bot.example/telegram"}).raise_for_status()

    answer = ask(standin, "getUpdates")

    assert answer.status_code == 409
    assert answer.json()["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )


def test_only_the_kinds_that_were_asked_for_come(standin: Standin) -> None:
    noor = standin.person("Noor")
    _updates(standin, allowed_updates='["edited_message"]')
    said = noor.says("een")
    noor.edits(said, "twee")

    assert [[*update][1] for update in _updates(standin)] == ["edited_message"]


def test_a_press_can_be_answered_once_and_in_time(standin: Standin) -> None:
    noor = standin.person("Noor")
    noor.start()
    _ask_yes(standin, noor.id)
    in_time, too_late = noor.presses("Ja"), noor.presses("Ja")

    codes = [ask(standin, "answerCallbackQuery", data={"callback_query_id": in_time.id}).status_code for _ in range(2)]
    standin.advance(61)
    late = ask(standin, "answerCallbackQuery", data={"callback_query_id": too_late.id})

    assert codes == [200, 400]
    assert late.status_code == 400
    assert (in_time.answered, too_late.answered) == (True, False)


@pytest.mark.parametrize(
    ("bot", "privacy_mode", "seen"),
    [
        ("member", True, ["/uren", "/uren@kamertestbot 3", "hoi @KamerTestBot", "antwoord"]),
        ("administrator", True, "all"),
        ("member", False, "all"),
        ("left", False, []),
    ],
)
def test_what_a_bot_sees_of_a_group(standin: Standin, bot: str, privacy_mode: bool, seen: Any) -> None:
    noor, group = standin.person("Noor"), standin.group("Kookgroep")
    standin.world.bot.privacy_mode = privacy_mode
    ask(standin, "sendMessage", data={"chat_id": str(group.id), "text": "Wie kookt er?"}).raise_for_status()
    group.chat.bot_status = bot
    said = [
        "gewoon gepraat",
        "/uren",
        "/uren@kamertestbot 3",
        "/weer@WeerBot",
        "hoi @KamerTestBot",
        "hoi @iemand_anders",
        "1/uren en a@KamerTestBot",
    ]
    for text in said:
        noor.says(text, to=group)
    noor.replies(group.inbox[0], "antwoord")

    assert _texts(_updates(standin)) == ([*said, "antwoord"] if seen == "all" else seen)


def test_messages_are_numbered_as_telegram_numbers_them(standin: Standin) -> None:
    noor, ali = standin.person("Noor"), standin.person("Ali")
    group, large = standin.group("Kookgroep"), standin.group("Tuingroep", supergroup=True)

    ids = [noor.says("een").id, ali.says("twee").id, noor.says("drie", to=group).id]

    assert ids == [1, 2, 3]
    assert [noor.says("vier", to=large).id, noor.says("vijf", to=large).id] == [1, 2]


def test_a_phone_shows_the_nearest_menu(standin: Standin) -> None:
    noor = standin.person("Noor", language="nl")
    noor.start()
    everybody = '{"type": "all_private_chats"}'
    menus = []
    for command, more in (
        ("basis", {}),
        ("allen", {"scope": everybody}),
        ("nederlands", {"scope": everybody, "language_code": "nl"}),
        ("noor", {"scope": f'{{"type": "chat", "chat_id": {noor.id}}}'}),
    ):
        given = {"commands": f'[{{"command": "{command}", "description": "x"}}]'} | more
        ask(standin, "setMyCommands", data=given).raise_for_status()
        menus.append(noor.menu)

    assert menus == [["basis"], ["allen"], ["nederlands"], ["noor"]]


def test_what_people_send_reads_as_telegram_sends_it(standin: Standin) -> None:
    noor = standin.person("Noor")
    for what in MEDIA:
        noor.sends(what, "bijschrift")
    noor.forwards("van een ander")
    noor.replies(noor.says("een"), "twee", quote="ee")

    read = [Update.de_json(update) for update in _updates(standin)]

    for what, update in zip(MEDIA, read, strict=False):
        assert update.message is not None
        assert getattr(update.message, what)
    assert read[-3].message is not None
    assert read[-3].message.forward_origin is not None


async def test_the_webhook_hears_the_secret_and_is_tried_again_in_order(standin: Standin) -> None:
    heard: list[tuple[str | None, str]] = []
    answers = iter([500, 200, 200])

    async def endpoint(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        fields = dict(line.split(": ", 1) for line in head.splitlines()[1:] if line)
        body = await reader.readexactly(int(fields["content-length"]))
        heard.append((fields.get("x-telegram-bot-api-secret-token"), body.decode()))
        writer.write(f"HTTP/1.1 {next(answers)} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(endpoint, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    noor = standin.person("Noor")
    noor.says("een")
    noor.says("twee")
    hook = {"url": f"http://127.0.0.1:{port}/telegram", "secret_token": "geheim"}
    await asyncio.to_thread(lambda: ask(standin, "setWebhook", data=hook))
    await asyncio.to_thread(standin.world.wait_until, lambda: bool(standin.world.bot.webhook_error))
    trouble = (await asyncio.to_thread(lambda: ask(standin, "getWebhookInfo"))).json()["result"]
    standin.advance(1)
    await asyncio.to_thread(standin.world.wait_until, lambda: standin.waiting == 0)
    server.close()
    await server.wait_closed()

    assert [secret for secret, _ in heard] == ["geheim"] * 3
    assert ["een" in body for _, body in heard] == [True, True, False]
    assert trouble["last_error_message"] == "Wrong response from the webhook: 500"
    assert trouble["pending_update_count"] == 2


def test_a_reaction_stands_on_the_message_until_it_is_taken_away(standin: Standin) -> None:
    group = standin.group("Koken", bot="administrator")
    post = standin.person("Noor").says("3 uur", to=group)
    react = {"chat_id": str(group.id), "message_id": str(post.id)}

    ask(standin, "setMessageReaction", data=react | {"reaction": json.dumps([{"type": "emoji", "emoji": "👍"}])})
    assert post.reaction == "👍"

    ask(standin, "setMessageReaction", data=react | {"reaction": "[]"})
    assert post.reaction == ""
