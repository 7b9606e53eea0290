"""Our messages as requests to Telegram, and the rates at which it takes them."""

import html
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from telegram import (
    Bot,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, MessageLimit, ParseMode
from telegram.error import BadRequest

from bot.channels.pieces import in_pieces, visible_length
from bot.channels.telegram.errors import FAILURES, send_error
from handlers.messages import MOST_BUTTONS, Button
from scheduler.rate import Rate
from scheduler.sending import File, Outgoing, RefusedError, UnreachableError

log = logging.getLogger(__name__)

_BETWEEN_PIECES = 1.1  # seconds; Telegram wants no more than one message a second in a chat
_ROW = 36  # characters on the buttons that fit side by side on a small phone
_PICTURES = ("image/png", "image/jpeg")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# What Telegram writes when a reaction cannot be set, or a message not be changed: then a message is sent instead.
_NO_REACTION = ("reaction", "message to react")
_NOT_EDITED = ("message to edit", "message can't be edited", "there is no text in the message")
_NO_FILE = ("file identifier", "file reference", "file_id")
RATE = Rate(
    per_second=29.0,
    chat_rest=1.0,
    group_per_minute=19,
    is_group=lambda chat: chat.startswith("-"),
    most_in_second=30,
)
"""Telegram takes 30 messages a second, 1 a second in a chat, 20 a minute in a group. Groups have negative ids."""


def rate_of(per_second: int | None) -> Rate | None:
    """The rate to keep to: Telegram's own, or that of a server which takes so many messages a second; 0 is none."""
    if per_second is None:
        return RATE
    return Rate(per_second=per_second, chat_rest=0.0) if per_second else None


class Sender:
    """Sends messages through a bot; ``pause`` is how it waits (in seconds)."""

    def __init__(self, bot: Bot, pause: Callable[[float], Awaitable[None]]) -> None:
        self._bot = bot
        self._pause = pause
        self._begun: dict[int, tuple[int, str]] = {}
        """Messages of which some pieces are sent: how many, and what the last is called."""

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message, in several where Telegram takes no longer one; returns the id of the last.

        The last bears the buttons. Where one fails halfway, the same Outgoing goes on from there when it is tried
        again. This is remembered while the program runs: a restart in between repeats the first pieces.
        A request that timed out may have arrived: then that piece comes twice.
        """
        try:
            done = await self._react(outgoing) or await self._replace(outgoing)
        except FAILURES as error:
            raise send_error(error) from None
        return outgoing.replaces if done else await self._send_new(outgoing)

    async def announce(self, chat: str, media_type: str) -> None:
        """Show that a picture or document is coming. Raises SendError."""
        action = ChatAction.UPLOAD_PHOTO if media_type in _PICTURES else ChatAction.UPLOAD_DOCUMENT
        try:
            await self._bot.send_chat_action(chat, action)
        except FAILURES as error:
            raise send_error(error) from None

    async def _react(self, outgoing: Outgoing) -> bool:
        """Set the reaction; False where there is none, or the chat does not take it."""
        if not outgoing.reaction:
            return False
        try:
            await self._bot.set_message_reaction(outgoing.chat, int(outgoing.replies_to), outgoing.reaction)
        except BadRequest as error:
            if any(words in str(error).lower() for words in _NO_REACTION):
                return False
            raise
        return True

    async def _replace(self, outgoing: Outgoing) -> bool:
        """Put the text in the place of an earlier message; False where there is none, or it cannot be changed."""
        if not outgoing.replaces or outgoing.file or visible_length(outgoing.text) > MessageLimit.MAX_TEXT_LENGTH:
            return False
        try:
            await self._bot.edit_message_text(
                outgoing.text,
                outgoing.chat,
                int(outgoing.replaces),
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(outgoing.buttons),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            said = str(error).lower()
            if "message is not modified" in said:
                return True
            if any(words in said for words in _NOT_EDITED):
                return False
            raise
        return True

    async def _send_new(self, outgoing: Outgoing) -> str:
        steps = self._steps(outgoing)
        begun, message = self._begun.get(outgoing.id, (0, ""))
        for index in range(begun, len(steps)):
            if message:
                await self._pause(_BETWEEN_PIECES)
            try:
                message = await steps[index]() or message
            except FAILURES as error:
                failure = send_error(error)
                if isinstance(failure, UnreachableError | RefusedError):
                    self._begun.pop(outgoing.id, None)
                raise failure from None  # the library's own sentence may hold words of the text
            self._begun[outgoing.id] = (index + 1, message)
        del self._begun[outgoing.id]
        return message

    def _steps(self, outgoing: Outgoing) -> list[Callable[..., Awaitable[str]]]:
        chat, text, file = outgoing.chat, outgoing.text, outgoing.file
        has_picture = file is not None or bool(outgoing.photo)
        as_caption = has_picture and 0 < visible_length(text) <= MessageLimit.CAPTION_LENGTH
        texts = [] if as_caption else in_pieces(text, MessageLimit.MAX_TEXT_LENGTH)
        steps: list[Callable[..., Awaitable[str]]] = [partial(self._send_text, chat, piece) for piece in texts]
        if file:
            caption = text if as_caption else html.escape(file.description[: MessageLimit.CAPTION_LENGTH], quote=False)
            steps.append(partial(self._send_file, chat, file, caption))
        elif outgoing.photo:
            steps.append(partial(self._send_kept, chat, outgoing.photo, text if as_caption else ""))
        if not steps:
            raise RefusedError("the message has no text and no file")
        steps[0] = partial(steps[0], reply_parameters=_reply_parameters(outgoing.replies_to))
        steps[-1] = partial(steps[-1], reply_markup=_keyboard(outgoing.buttons))
        return [partial(self._show_menu, chat, outgoing.menu), *steps] if outgoing.menu else steps

    async def _send_text(self, chat: str, text: str, **more: Any) -> str:
        sent = await self._bot.send_message(chat, text, ParseMode.HTML, link_preview_options=_NO_PREVIEW, **more)
        return str(sent.message_id)

    async def _send_kept(self, chat: str, photo: str, caption: str, **more: Any) -> str:
        """Show a picture that Telegram has; the words alone where it has it no more."""
        try:
            sent = await self._bot.send_photo(chat, photo, caption=caption, parse_mode=ParseMode.HTML, **more)
        except BadRequest as error:
            if not caption or not any(words in str(error).lower() for words in _NO_FILE):
                raise
            return await self._send_text(chat, caption, **more)
        return str(sent.message_id)

    async def _send_file(self, chat: str, file: File, caption: str, **more: Any) -> str:
        # As a photo a picture is seen at once; any other file is left as it is.
        method = self._bot.send_photo if file.media_type in _PICTURES else self._bot.send_document
        sent = await method(chat, file.content, caption=caption, parse_mode=ParseMode.HTML, filename=file.name, **more)
        return str(sent.message_id)

    async def _show_menu(self, chat: str, menu: Sequence[tuple[str, str]]) -> str:
        try:
            await self._bot.set_my_commands(menu, BotCommandScopeChat(chat))
        except BadRequest as error:
            log.error("a chat's menu was not set: %s", send_error(error))  # the message itself matters more
        return ""


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    keys = [InlineKeyboardButton(button.label, callback_data=button.data) for button in buttons]
    longest = max(len(button.label) for button in buttons)
    side_by_side = len(keys) <= MOST_BUTTONS and longest * len(keys) <= _ROW
    return InlineKeyboardMarkup([keys] if side_by_side else [[key] for key in keys])


def request_back(outgoing: Outgoing) -> dict[str, Any]:
    """The request that sends words and buttons, as Telegram reads it in the response to an update."""
    keyboard, replies_to = _keyboard(outgoing.buttons), _reply_parameters(outgoing.replies_to)
    request: dict[str, Any] = {
        "method": "sendMessage",
        "chat_id": outgoing.chat,
        "text": outgoing.text,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": _NO_PREVIEW.to_dict(),
    }
    if keyboard:
        request["reply_markup"] = keyboard.to_dict()
    if replies_to:
        request["reply_parameters"] = replies_to.to_dict()
    return request


def _reply_parameters(message: str) -> ReplyParameters | None:
    return ReplyParameters(int(message), allow_sending_without_reply=True) if message else None
