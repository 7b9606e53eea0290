"""The methods of the Bot API that the stand-in knows, but for getUpdates. Names are case-insensitive, as Telegram's."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from telegram.constants import ChatAction

from tests.telegram.standin.entities import utf16_length
from tests.telegram.standin.errors import bad_request
from tests.telegram.standin.parameters import Parameters, commands, language, scope
from tests.telegram.standin.reactions import set_message_reaction
from tests.telegram.standin.sending import (
    delete_message,
    edit_message_reply_markup,
    edit_message_text,
    send_document,
    send_message,
    send_photo,
)
from tests.telegram.standin.world import World

_LONGEST_ANSWER = 200
_ACTIONS = frozenset(action.value for action in ChatAction)
_WEBHOOK_PORTS = (None, 80, 88, 443, 8443)
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def get_me(world: World, parameters: Parameters) -> dict[str, Any]:
    """The bot itself."""
    return world.bot.as_json(about_itself=True)


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """Show that the bot is busy with a message of some kind."""
    world.chat_to_write(parameters.text("chat_id"))
    if parameters.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """Stop the wheel that turns on a pressed button."""
    text = parameters.text("text")
    if utf16_length(text) > _LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press = world.bot.presses.get(parameters.text("callback_query_id"))
    if press is None or press.answered or world.now() > press.pressed_at + world.answer_within:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    press.answered, press.answer = True, text
    return True


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """Set a menu."""
    world.bot.menus[_menu_key(world, parameters)] = commands(parameters)
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[dict[str, str]]:
    """The menu that was set for exactly this scope and language."""
    return world.bot.menus.get(_menu_key(world, parameters), [])


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    """Take a menu away."""
    world.bot.menus.pop(_menu_key(world, parameters), None)
    return True


def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    """Where a file can be fetched."""
    file_id = parameters.text("file_id")
    if file_id not in world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    size = len(world.files[file_id])
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": f"files/{file_id}"}


def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    """A chat's particulars."""
    return world.chat_to_write(parameters.text("chat_id")).as_json()


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """What somebody, the bot itself included, is in a group."""
    chat = world.chat_to_read(parameters.text("chat_id"))
    user_id = parameters.integer("user_id")
    if user_id == world.bot.id:
        return chat.bot_membership() | {"user": world.bot.as_json()}
    if user_id not in world.users:
        raise bad_request("member not found")
    return {"status": "member", "user": world.users[user_id].as_json()}


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Have updates sent to an address. Plain HTTP is taken on loopback only, as a local Bot API server does."""
    url, secret = parameters.text("url"), parameters.text("secret_token")
    if not url:
        return delete_webhook(world, parameters)
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise bad_request("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    if address.hostname not in LOOPBACK:
        if address.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if address.port not in _WEBHOOK_PORTS:
            raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    note_allowed_updates(world, parameters)
    if parameters.flag("drop_pending_updates"):
        world.bot.updates.waiting.clear()
    world.bot.webhook_url, world.bot.webhook_secret, world.bot.webhook_error = url, secret, ""
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Send updates nowhere."""
    if parameters.flag("drop_pending_updates"):
        world.bot.updates.waiting.clear()
    world.bot.webhook_url = world.bot.webhook_secret = world.bot.webhook_error = ""
    return True


def get_webhook_info(world: World, parameters: Parameters) -> dict[str, Any]:
    """Where updates are sent, and how that goes."""
    bot = world.bot
    info: dict[str, Any] = {
        "url": bot.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(bot.updates.pending(world.now())),
    }
    if bot.webhook_url:
        info |= {"max_connections": 40, "ip_address": "127.0.0.1"}
    if bot.webhook_error:
        info |= {"last_error_date": int(bot.webhook_error_at), "last_error_message": bot.webhook_error}
    if bot.updates.allowed is not None:
        info["allowed_updates"] = list(bot.updates.allowed)
    return info


def note_allowed_updates(world: World, parameters: Parameters) -> None:
    """Remember which kinds of update the bot wants; not told is as before, an empty list the usual ones."""
    wanted = parameters.parsed("allowed_updates", "allowed_updates")
    if wanted is not None:
        world.bot.updates.allowed = tuple(wanted) or None


METHODS: dict[str, Callable[[World, Parameters], Any]] = {
    method.__name__.replace("_", ""): method
    for method in (
        get_me, send_message, send_photo, send_document, edit_message_text, edit_message_reply_markup, delete_message,
        send_chat_action, set_message_reaction, answer_callback_query, set_my_commands, get_my_commands,
        delete_my_commands, get_file, get_chat, get_chat_member, set_webhook, delete_webhook, get_webhook_info,
    )
}  # fmt: skip


def _menu_key(world: World, parameters: Parameters) -> tuple[str, int, str]:
    kind, chat_id = scope(parameters)
    chat = world.chat_to_write(chat_id).id if kind.startswith("chat") else 0
    return kind, chat, language(parameters)
