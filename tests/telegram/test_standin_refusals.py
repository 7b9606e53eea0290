"""The stand-in refuses what Telegram refuses, with Telegram's codes and words."""

import io
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.telegram.standin import Standin

Prepare = Callable[[Standin], None]
CHAT = "700001"
KEY = {"text": "Ja", "callback_data": "y"}


def started(standin: Standin) -> None:
    """Noor started the bot."""
    standin.person("Noor").start()


def known(standin: Standin) -> None:
    """Noor has Telegram, and never met the bot."""
    standin.person("Noor")


def blocked(standin: Standin) -> None:
    """Noor blocked the bot."""
    started(standin)
    standin.person("Noor").blocks()


def gone(standin: Standin) -> None:
    """Noor gave up the account."""
    started(standin)
    standin.person("Noor").deactivates()


def migrated(standin: Standin) -> None:
    """A group became a supergroup."""
    standin.group("Koken").becomes_supergroup(by=standin.person("Noor"))


def outside(standin: Standin) -> None:
    """Groups that put the bot out."""
    standin.group("Koken", bot="kicked")
    standin.group("Tuin", supergroup=True, bot="left")


def silenced(standin: Standin) -> None:
    """A group where the bot may not write."""
    standin.group("Koken").chat.bot_may_write = False


def picky(standin: Standin) -> None:
    """A group in which somebody wrote, and only hearts are allowed."""
    group = standin.group("Koken", bot="administrator")
    group.chat.reactions = ("❤",)
    standin.person("Noor").says("3 uur", to=group)


def react(*reaction: dict[str, str], message: str = "1") -> dict[str, str]:
    """The parameters of setMessageReaction in the group."""
    return {"chat_id": "-4000001", "message_id": message, "reaction": json.dumps(reaction)}


def keys(*rows: list[dict[str, str]]) -> dict[str, str]:
    """An inline keyboard as a parameter."""
    return {"reply_markup": json.dumps({"inline_keyboard": rows})}


def say(text: str, **more: str) -> dict[str, str]:
    """The parameters of sendMessage."""
    return {"chat_id": CHAT, "text": text} | more


def menu(command: str = "uren", description: str = "Uren", **more: str) -> dict[str, str]:
    """The parameters of setMyCommands."""
    return {"commands": json.dumps([{"command": command, "description": description}])} | more


HTML = {"parse_mode": "HTML"}
CANNOT_PARSE = "Bad Request: can't parse entities: "

REFUSED: list[tuple[str, Prepare, str, dict[str, str], int, str]] = [
    (
        "a sign that there is not",
        started,
        "sendChatAction",
        {"chat_id": CHAT, "action": "thinking"},
        400,
        "Bad Request: wrong parameter action in request",
    ),
    ("no text", started, "sendMessage", say(""), 400, "Bad Request: message text is empty"),
    ("white space", started, "sendMessage", say(" \n"), 400, "Bad Request: text must be non-empty"),
    ("only tags", started, "sendMessage", say("<b></b>", **HTML), 400, "Bad Request: text must be non-empty"),
    ("4,097 characters", started, "sendMessage", say("a" * 4097), 400, "Bad Request: message is too long"),
    ("2,049 smileys", started, "sendMessage", say("🙂" * 2049), 400, "Bad Request: message is too long"),
    ("far too much HTML", started, "sendMessage", say("<b></b>" * 5000, **HTML), 400, "Bad Request: text is too long"),
    (
        "a tag that is not closed",
        started,
        "sendMessage",
        say("<b>x", **HTML),
        400,
        CANNOT_PARSE + 'Can\'t find end tag corresponding to start tag "b"',
    ),
    (
        "an unknown tag, at its byte",
        started,
        "sendMessage",
        say("é<p>x</p>", **HTML),
        400,
        CANNOT_PARSE + 'Unsupported start tag "p" at byte offset 2',
    ),
    (
        "tags that cross",
        started,
        "sendMessage",
        say("<b><i>x</b></i>", **HTML),
        400,
        CANNOT_PARSE + 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    (
        "an end without a begin",
        started,
        "sendMessage",
        say("x</b>", **HTML),
        400,
        CANNOT_PARSE + "Unexpected end tag at byte offset 1",
    ),
    (
        "a < that is not escaped",
        started,
        "sendMessage",
        say("1 < 2", **HTML),
        400,
        CANNOT_PARSE + "Unclosed start tag at byte offset 2",
    ),
    (
        "another parse mode",
        started,
        "sendMessage",
        say("x", parse_mode="wiki"),
        400,
        "Bad Request: unsupported parse_mode",
    ),
    (
        "65 bytes on a button",
        started,
        "sendMessage",
        say("x", **keys([KEY | {"callback_data": "é" * 32 + "x"}])),
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "a button without data",
        started,
        "sendMessage",
        say("x", **keys([KEY | {"callback_data": ""}])),
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "a button without a label",
        started,
        "sendMessage",
        say("x", **keys([KEY | {"text": " "}])),
        400,
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    (
        "101 buttons",
        started,
        "sendMessage",
        say("x", **keys(*[[KEY]] * 101)),
        400,
        "Bad Request: reply markup is too long",
    ),
    (
        "a keyboard that is no JSON",
        started,
        "sendMessage",
        say("x", reply_markup="{"),
        400,
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    ("no chat", started, "sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("a chat that is not there", started, "sendMessage", say("x", chat_id="5"), 400, "Bad Request: chat not found"),
    (
        "somebody who never started the bot",
        known,
        "sendMessage",
        say("x"),
        403,
        "Forbidden: bot can't initiate conversation with a user",
    ),
    ("somebody who blocked it", blocked, "sendMessage", say("x"), 403, "Forbidden: bot was blocked by the user"),
    ("somebody who is gone", gone, "sendMessage", say("x"), 403, "Forbidden: user is deactivated"),
    (
        "a group that put it out",
        outside,
        "sendMessage",
        say("x", chat_id="-4000001"),
        403,
        "Forbidden: bot was kicked from the group chat",
    ),
    (
        "a supergroup that it left",
        outside,
        "sendMessage",
        say("x", chat_id="-1000004000002"),
        403,
        "Forbidden: bot is not a member of the supergroup chat",
    ),
    (
        "a group where it may not write",
        silenced,
        "sendMessage",
        say("x", chat_id="-4000001"),
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    ),
    (
        "a group that became a supergroup",
        migrated,
        "sendMessage",
        say("x", chat_id="-4000001"),
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    ),
    (
        "a reaction on what was never said",
        picky,
        "setMessageReaction",
        react({"type": "emoji", "emoji": "❤"}, message="99"),
        400,
        "Bad Request: message to react not found",
    ),
    (
        "a reaction that the group does not allow",
        picky,
        "setMessageReaction",
        react({"type": "emoji", "emoji": "👍"}),
        400,
        "Bad Request: REACTION_INVALID",
    ),
    (
        "two reactions at once",
        picky,
        "setMessageReaction",
        react({"type": "emoji", "emoji": "❤"}, {"type": "emoji", "emoji": "👍"}),
        400,
        "Bad Request: REACTIONS_TOO_MANY",
    ),
    (
        "a reaction without a type",
        picky,
        "setMessageReaction",
        react({"emoji": "❤"}),
        400,
        "Bad Request: can't parse ReactionType: invalid reaction type specified",
    ),
    (
        "a reaction on a chat that put the bot out",
        outside,
        "setMessageReaction",
        react({"type": "emoji", "emoji": "👍"}),
        403,
        "Forbidden: bot was kicked from the group chat",
    ),
    (
        "an answer to what was never said",
        started,
        "sendMessage",
        say("x", reply_parameters=json.dumps({"message_id": 99})),
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "an answer to nothing",
        started,
        "sendMessage",
        say("x", reply_parameters='{"allow_sending_without_reply": true}'),
        400,
        'Bad Request: Can\'t find field "message_id"',
    ),
    (
        "a photo that is not uploaded",
        started,
        "sendPhoto",
        {"chat_id": CHAT},
        400,
        "Bad Request: there is no photo in the request",
    ),
    (
        "editing what was never sent",
        started,
        "editMessageText",
        say("x", message_id="99"),
        400,
        "Bad Request: message to edit not found",
    ),
    (
        "editing what a person wrote",
        started,
        "editMessageText",
        say("x", message_id="1"),
        400,
        "Bad Request: message can't be edited",
    ),
    (
        "taking back what was never sent",
        started,
        "deleteMessage",
        {"chat_id": CHAT, "message_id": "99"},
        400,
        "Bad Request: message to delete not found",
    ),
    (
        "answering a press that never was",
        started,
        "answerCallbackQuery",
        {"callback_query_id": "9"},
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    ("a command in capitals", started, "setMyCommands", menu("Uren"), 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("a command with a hyphen", started, "setMyCommands", menu("mijn-uren"), 400, "Bad Request: BOT_COMMAND_INVALID"),
    ("an empty command", started, "setMyCommands", menu("/"), 400, "Bad Request: command must be non-empty"),
    (
        "a command of 33",
        started,
        "setMyCommands",
        menu("a" * 33),
        400,
        "Bad Request: command length must not exceed 32",
    ),
    (
        "a command that is not described",
        started,
        "setMyCommands",
        menu(description=" "),
        400,
        "Bad Request: command description must be non-empty",
    ),
    (
        "a description of 257",
        started,
        "setMyCommands",
        menu(description="a" * 257),
        400,
        "Bad Request: command description length must not exceed 256",
    ),
    (
        "101 commands",
        started,
        "setMyCommands",
        {"commands": json.dumps([{"command": "a", "description": "b"}] * 101)},
        400,
        "Bad Request: BOT_COMMANDS_TOO_MUCH",
    ),
    (
        "a menu for a chat that is not there",
        started,
        "setMyCommands",
        menu(scope='{"type": "chat", "chat_id": 5}'),
        400,
        "Bad Request: chat not found",
    ),
    (
        "a menu for nobody",
        started,
        "setMyCommands",
        menu(scope='{"type": "friends"}'),
        400,
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        "a menu in no language",
        started,
        "setMyCommands",
        menu(language_code="nl-NL"),
        400,
        "Bad Request: invalid language code specified",
    ),
    (
        "a webhook without TLS",
        started,
        "setWebhook",
        {"url": "http://bot.example/x"},
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ),
    (
        "a webhook on another port",
        started,
        "setWebhook",
        {"url": "https://bot.example:8000/x"},
        400,
        "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        "a webhook nowhere",
        started,
        "setWebhook",
        {"url": "bot.example"},
        400,
        "Bad Request: invalid webhook URL specified",
    ),
    (
        "a secret of 257",
        started,
        "setWebhook",
        {"url": "https://bot.example/x", "secret_token": "a" * 257},
        400,
        "Bad Request: secret token is too long",
    ),
    (
        "a secret with spaces",
        started,
        "setWebhook",
        {"url": "https://bot.example/x", "secret_token": "a b"},
        400,
        "Bad Request: secret token contains unallowed characters",
    ),
    ("a method that is not there", started, "sendTelepathy", {}, 404, "Not Found: method not found"),
]


def ask(standin: Standin, method: str, *, token: str | None = None, **given: Any) -> httpx.Response:
    """One request to the Bot API."""
    url = f"{standin.url}/bot{token or standin.token}/{method}"
    return httpx.post(url, trust_env=False, verify=False, **given)


@pytest.mark.parametrize(
    ("prepare", "method", "parameters", "code", "description"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_refused(
    standin: Standin, prepare: Prepare, method: str, parameters: dict[str, str], code: int, description: str
) -> None:
    prepare(standin)

    answer = ask(standin, method, data=parameters)

    body = answer.json()
    body.pop("parameters", None)
    assert answer.status_code == code
    assert body == {"ok": False, "error_code": code, "description": description}
    assert standin.person("Noor").inbox == []


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [("1:wrong", 401, "Unauthorized"), ("wrong", 404, "Not Found"), ("x:y", 404, "Not Found")],
)
def test_a_wrong_token(standin: Standin, token: str, code: int, description: str) -> None:
    answer = ask(standin, "getMe", token=token)

    assert answer.json() == {"ok": False, "error_code": code, "description": description}


def test_a_group_that_moved_tells_where_it_went(standin: Standin) -> None:
    migrated(standin)

    answer = ask(standin, "sendMessage", data=say("x", chat_id="-4000001"))

    assert answer.json()["parameters"] == {"migrate_to_chat_id": -1000004000001}


def test_an_edit_that_changes_nothing(standin: Standin) -> None:
    started(standin)
    sent = ask(standin, "sendMessage", data=say("<b>x</b>", **HTML)).json()["result"]
    change = say("<b>x</b>", message_id=str(sent["message_id"]), **HTML)

    same = ask(standin, "editMessageText", data=change)
    other = ask(standin, "editMessageText", data=change | {"text": "<i>x</i>"})

    assert same.json()["description"].startswith("Bad Request: message is not modified: ")
    assert other.json()["ok"]
    assert standin.person("Noor").inbox[0].entities == [{"type": "italic", "offset": 0, "length": 1}]


def _picture(width: int, height: int) -> bytes:
    drawn = io.BytesIO()
    Image.new("1", (width, height)).save(drawn, "PNG")
    return drawn.getvalue()


@pytest.mark.parametrize(
    ("content", "caption", "description"),
    [
        (_picture(9, 9), "a" * 1025, "Bad Request: message caption is too long"),
        (
            _picture(9, 9),
            "<b>",
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (b"no picture", "", "Bad Request: IMAGE_PROCESS_FAILED"),
        (b"", "", "Bad Request: file must be non-empty"),
        (_picture(210, 10), "", "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (_picture(9000, 1001), "", "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (
            b"x" * (10 * 1024 * 1024 + 1),
            "",
            "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10 MB",
        ),
    ],
    ids=["long caption", "bad caption", "no picture", "nothing", "narrow", "large", "heavy"],
)
def test_a_photo_that_is_refused(standin: Standin, content: bytes, caption: str, description: str) -> None:
    started(standin)

    answer = ask(
        standin,
        "sendPhoto",
        data={"chat_id": CHAT, "caption": caption, **HTML},
        files={"photo": ("x.png", content, "image/png")},
    )

    assert answer.json()["description"] == description


def test_what_is_just_short_enough_is_taken(standin: Standin) -> None:
    started(standin)
    data = "é" * 32

    ask(standin, "sendMessage", data=say("&lt;" * 4096, **HTML)).raise_for_status()
    ask(standin, "sendMessage", data=say("x", **keys([KEY | {"callback_data": data}]))).raise_for_status()
    ask(
        standin,
        "sendPhoto",
        data={"chat_id": CHAT, "caption": "🙂" * 512},
        files={"photo": ("x.png", _picture(200, 10), "image/png")},
    ).raise_for_status()
    ask(standin, "setMyCommands", data=menu("a" * 32, "b" * 256)).raise_for_status()

    first, second, third = standin.person("Noor").inbox
    assert first.text == "<" * 4096
    assert second.keys[0][0].data == data
    assert len(third.text) == 1024 // 2


def test_a_file_arrives_byte_for_byte_and_can_be_fetched(standin: Standin) -> None:
    started(standin)
    content = bytes(range(256)) * 3 + b"\r\n--\r\n\n\r"

    sent = ask(
        standin, "sendDocument", data={"chat_id": CHAT}, files={"document": ("urén.bin", content, "text/csv")}
    ).json()["result"]
    path = ask(standin, "getFile", data={"file_id": sent["document"]["file_id"]}).json()["result"]["file_path"]

    upload = standin.person("Noor").inbox[0].upload
    assert upload is not None
    assert (upload.media_type, upload.content) == ("text/csv", content)
    assert httpx.get(f"{standin.url}/file/bot{standin.token}/{path}", trust_env=False).content == content
    assert httpx.get(f"{standin.url}/file/bot1:x/{path}", trust_env=False).status_code == 404


@pytest.mark.parametrize("form", ["address", "form", "json", "multipart"])
def test_parameters_may_come_in_each_form_that_telegram_takes(standin: Standin, form: str) -> None:
    started(standin)
    markup = {"inline_keyboard": [[KEY]]}
    plain = say("één & twee")
    given: dict[str, dict[str, Any]] = {
        "address": {"params": plain | {"reply_markup": json.dumps(markup)}},
        "form": {"data": plain | {"reply_markup": json.dumps(markup)}},
        "json": {"json": plain | {"reply_markup": markup}},
        "multipart": {"data": plain | {"reply_markup": json.dumps(markup)}, "files": {"x": ("x", b"x")}},
    }

    ask(standin, "SENDMESSAGE", **given[form]).raise_for_status()

    post = standin.person("Noor").inbox[0]
    assert (post.text, post.buttons) == ("één & twee", ["Ja"])
