"""What a request asks for, read as strictly as Telegram reads it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.telegram.standin.accounts import Key, Upload
from tests.telegram.standin.entities import Entity, found_in, read_html, utf16_length
from tests.telegram.standin.errors import bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_MOST_BUTTONS = 100
_BUTTON_DATA = 64  # bytes
_MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST_DESCRIPTION = 256
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators")


class Parameters:
    """The fields and files of one request."""

    def __init__(self, fields: Mapping[str, str], files: Mapping[str, Upload]) -> None:
        self.fields = fields
        self.files = files

    def text(self, name: str) -> str:
        """A field as it came, or nothing."""
        return self.fields.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """A field as a number; what is none counts as the default."""
        value = self.text(name).strip()
        return int(value) if re.fullmatch(r"-?\d{1,18}", value) else default

    def flag(self, name: str) -> bool:
        """A field as yes or no."""
        return self.text(name).lower() in ("true", "yes", "1")

    def parsed(self, name: str, what: str) -> Any:
        """A field that holds JSON; None when it is not given. Raises ApiError when it is no JSON."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None


def formatted(parameters: Parameters, name: str, longest: int) -> tuple[str, list[Entity]]:
    """A text or caption with its entities. Raises ApiError when it is badly formatted or too long."""
    source, mode = parameters.text(name), parameters.text("parse_mode").lower()
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    text, entities = read_html(source) if mode else (source, found_in(source))
    if utf16_length(text) > longest:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    return text.strip(), entities


def keyboard(parameters: Parameters) -> list[list[Key]]:
    """The inline keyboard. Raises ApiError for one that Telegram does not take."""
    markup = parameters.parsed("reply_markup", "reply keyboard markup")
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    keys = [[_key(button) for button in row] for row in rows]
    if sum(map(len, keys)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return keys


def _key(button: Any) -> Key:
    wrong = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{wrong}InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(f'{wrong}Can\'t find field "text"')
    if not button.get("callback_data"):
        raise bad_request(f"{wrong}Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if len(button["callback_data"].encode()) > _BUTTON_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return Key(button["text"], button["callback_data"])


def reply(parameters: Parameters) -> tuple[int, bool]:
    """The message that is answered (0 is none), and whether it may be missing. Raises ApiError."""
    given = parameters.parsed("reply_parameters", "reply parameters")
    if given is None or given == {}:
        return 0, True
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if not isinstance(given.get("message_id"), int):
        raise bad_request('Can\'t find field "message_id"')
    return max(given["message_id"], 0), bool(given.get("allow_sending_without_reply"))


def commands(parameters: Parameters) -> list[dict[str, str]]:
    """The commands of a menu. Raises ApiError for those that Telegram does not take."""
    given = parameters.parsed("commands", "commands") or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(command) for command in given]


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(given.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command, description = given["command"].strip().removeprefix("/"), given["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > 32:
        raise bad_request("command length must not exceed 32")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > _LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {_LONGEST_DESCRIPTION}")
    return {"command": command, "description": description}


def scope(parameters: Parameters) -> tuple[str, str]:
    """Whom a menu is for: the kind of scope and its chat. Raises ApiError for an unknown kind."""
    given = parameters.parsed("scope", "BotCommandScope") or {"type": "default"}
    kind = given.get("type") if isinstance(given, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return kind, str(given.get("chat_id", ""))


def language(parameters: Parameters) -> str:
    """The language of a menu: two letters or none."""
    code = parameters.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code
