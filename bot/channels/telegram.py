"""Telegram: its updates as ``Incoming``, our messages as its requests. The only file that knows the library."""

import asyncio
import html
import logging
import os
import re
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from starlette.routing import Route
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType, MessageLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.in_order import InOrder
from bot.channels.pieces import in_pieces, visible_length
from bot.channels.webhook import secret_route
from handlers.messages import MOST_BUTTONS, Button, Incoming, Kind, trace_of
from scheduler.rate import Rate
from scheduler.sending import (
    ChatMovedError,
    File,
    Outgoing,
    RefusedError,
    SendError,
    TryAgainError,
    UnreachableError,
)
from scheduler.trace import follow

# The library gives waiting times as timedelta only when asked, and warns at each of them when not.
os.environ.setdefault("PTB_TIMEDELTA", "true")

log = logging.getLogger(__name__)
T = TypeVar("T")
Receive = Callable[[Incoming], Awaitable[None]]
"""Takes one message in; returns after the commit, raises when it could not be kept."""
Answer = Callable[[Incoming], Awaitable[Outgoing | None]]
"""The same; what it returns goes in the response to the update."""
Menu = Sequence[tuple[str, str]]

TELEGRAM = "telegram"
API_URL = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATES = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

_LONG_POLL = 30  # seconds that Telegram holds an empty answer back
_LONGEST_PAUSE = 30.0  # seconds between two tries
_SENDS_AT_ONCE = 40  # Telegram takes 30 messages a second; a few are on their way longer than that
_BETWEEN_PIECES = 1.1  # seconds; Telegram wants no more than one message a second in a chat
_ROW = 36  # characters on the buttons that fit side by side on a small phone
_PICTURES = ("image/png", "image/jpeg")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_FAILURES = (TelegramError, LookupError, TypeError, ValueError)  # the last three: an answer that is none of Telegram's
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)

RATE = Rate(per_second=28.8, chat_rest=1.0, group_per_minute=19, is_group=lambda chat: chat.startswith("-"))
"""Telegram takes 30 messages a second, 1 a second in a chat, 20 a minute in a group. Groups have negative ids."""


def rate_of(per_second: int | None) -> Rate | None:
    """The rate to keep to: Telegram's own, or that of a server which takes so many messages a second; 0 is none."""
    if per_second is None:
        return RATE
    return Rate(per_second=per_second, chat_rest=0.0) if per_second else None


# The first that a message has is what it is: an animation is a document too, a venue a location. A message that has
# none of these tells of the chat itself (a new title, somebody who left) and is no concern of ours.
_CONTENT = {
    "text": Kind.TEXT,
    "photo": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "animation": Kind.VIDEO,
    "video": Kind.VIDEO,
    "video_note": Kind.VIDEO,
    "location": Kind.LOCATION,
    "contact": Kind.CONTACT,
    "document": Kind.FILE,
} | dict.fromkeys(
    ("poll", "dice", "game", "story", "checklist", "paid_media", "invoice", "giveaway", "gift", "web_app_data"),
    Kind.OTHER,
)

# What Telegram writes when a reaction cannot be set, or a message not be changed: then a message is sent instead.
_NO_REACTION = ("reaction", "message to react")
_NOT_EDITED = ("message to edit", "message can't be edited", "there is no text in the message")
_NO_FILE = ("file identifier", "file reference", "file_id")
# What Telegram writes when there is nobody (any more) to write to, with 400 instead of 403.
_NOBODY_THERE = ("chat not found", "deactivated", "user not found", "not enough rights", "write access", "chat_write")
_REFUSALS = {
    "can't parse entities": "the text is no valid HTML",
    "button": "a button is not allowed",
    "command": "a command of the menu is not allowed",
    "photo": "the picture is not allowed",
    "image": "the picture is not allowed",
    "too long": "the text is too long",
    "empty": "the text is empty",
    "webhook": "the webhook's address or secret is not allowed",
}


# --- What came in


def incoming_from(update: Update, now: datetime, username: str = "") -> Incoming | None:
    """What an update means to us, or None where it means nothing.

    ``now`` is the time of receipt: presses bear no time of their own. ``username`` is the bot's own, without @: it is
    taken out of the text, and a command that names another bot is none of ours.
    Whoever writes on behalf of a chat (an anonymous admin, a channel) cannot be told from others who do: they are
    anonymous where they speak to the bot in a group, and left out with the other bots where they do not.
    """
    if update.callback_query:
        return _press(update.update_id, update.callback_query, now)
    if update.my_chat_member:
        return _membership(update.update_id, update.my_chat_member)
    if update.edited_message:
        return _message(update.update_id, update.edited_message, username, edited=True)
    return _message(update.update_id, update.message, username) if update.message else None


def _message(update_id: int, message: Message, username: str, *, edited: bool = False) -> Incoming | None:
    kind = next((kind for name, kind in _CONTENT.items() if getattr(message, name)), None)
    said = message.text or message.caption or ""
    text = _for_us(said, username)
    follows_a_walk = edited and kind == Kind.LOCATION
    if kind is None or text is None or message.is_automatic_forward or follows_a_walk:
        return None
    replied = message.reply_to_message
    if replied and replied.forum_topic_created:  # so a topic's messages look when they reply to nothing
        replied = None
    quote = message.quote.text if message.quote else ""
    addressed = text.startswith("/") or text != said.strip() or (replied is not None and _is_bot(replied, username))
    anonymous = message.sender_chat is not None
    if anonymous and not addressed:
        return None
    return _incoming(
        update_id,
        message.chat,
        message.from_user,
        sent_at=message.edit_date if edited and message.edit_date else message.date,
        kind=kind,
        text=text,
        message=str(message.message_id),
        edited=edited,
        replies_to=str(replied.message_id) if replied else "",
        replies_to_text=quote or replied.text or replied.caption or "" if replied else "",
        forwarded=message.forward_origin is not None,
        addressed=addressed,
        anonymous=anonymous,
        photo=message.photo[-1].file_id if message.photo else "",
    )


def _is_bot(message: Message, username: str) -> bool:
    """Whether the bot itself wrote a message."""
    author = (message.from_user.username if message.from_user else None) or ""
    return bool(username) and author.lower() == username.lower()


def _press(update_id: int, query: CallbackQuery, now: datetime) -> Incoming | None:
    bearer = query.message
    if bearer is None:
        return None
    return _incoming(
        update_id,
        bearer.chat,
        query.from_user,
        sent_at=now,
        kind=Kind.BUTTON,
        text=query.data or "",
        replies_to=str(bearer.message_id),
        replies_to_text=bearer.text or bearer.caption or "" if isinstance(bearer, Message) else "",
    )


def _membership(update_id: int, change: ChatMemberUpdated) -> Incoming | None:
    was_in, is_in = (member.status not in _GONE for member in (change.old_chat_member, change.new_chat_member))
    if was_in == is_in or change.chat.type == ChatType.CHANNEL:
        return None
    kind = Kind.UNBLOCKED if is_in else Kind.BLOCKED
    by = change.from_user
    return _incoming(update_id, change.chat, by, sent_at=change.date, kind=kind, anonymous=by.is_bot)


def _incoming(
    update_id: int,
    chat: Chat,
    user: User | None,
    *,
    anonymous: bool = False,
    addressed: bool = False,
    **rest: Any,
) -> Incoming | None:
    in_group = chat.type in _GROUPS
    if user is None or (user.is_bot and not anonymous) or (anonymous and not in_group):
        return None
    return Incoming(
        channel=TELEGRAM,
        id=str(update_id),
        chat=str(chat.id),
        group_chat=in_group,
        addressed=addressed and in_group,
        anonymous=anonymous,
        account="" if anonymous else str(user.id),
        sender_name="" if anonymous else user.full_name,
        language=user.language_code or "",
        **rest,
    )


def _for_us(text: str, username: str) -> str | None:
    """The text without the bot's own name in it, or None for a command that names another bot."""
    command = re.match(r"(/\w+)@(\w+)", text)
    if command and username and command[2].lower() != username.lower():
        return None
    if command:
        text = command[1] + text[command.end() :]
    if username:
        text = re.sub(rf"(?<!\S)@{username}\b[,:]?[ \t]*", "", text, flags=re.IGNORECASE)
    return text.strip()


# --- What goes out


def send_error(error: Exception) -> SendError:
    """What a failed request means for a message. The sentences hold nothing of the request or the answer."""
    said = str(error).lower()
    match error:
        case RetryAfter(retry_after=wait):
            return TryAgainError(
                "Telegram asks to send more slowly", wait.total_seconds() if isinstance(wait, timedelta) else wait
            )
        case ChatMigrated():
            return ChatMovedError(str(error.new_chat_id))
        case Forbidden():
            return UnreachableError("the person or group cannot be written to any more")
        case BadRequest() if any(words in said for words in _NOBODY_THERE):
            return UnreachableError("Telegram knows no such chat, or the bot may not write there")
        case BadRequest():
            reasons = (reason for words, reason in _REFUSALS.items() if words in said)
            return RefusedError(f"Telegram refuses the request: {next(reasons, 'it does not say why in known words')}")
        case InvalidToken():
            return TryAgainError("Telegram refuses the token: look at KAMERBOT_TELEGRAM_TOKEN", _LONGEST_PAUSE)
        case Conflict():
            return TryAgainError(
                "another program receives with this token, or a webhook is set: stop it, only one can", _LONGEST_PAUSE
            )
        case TelegramError() if said.startswith("request entity too large"):
            return RefusedError("the file is too large for Telegram")
    return TryAgainError(f"Telegram cannot be reached or answers wrongly ({type(error).__name__})")


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    keys = [InlineKeyboardButton(button.label, callback_data=button.data) for button in buttons]
    longest = max(len(button.label) for button in buttons)
    side_by_side = len(keys) <= MOST_BUTTONS and longest * len(keys) <= _ROW
    return InlineKeyboardMarkup([keys] if side_by_side else [[key] for key in keys])


def _request_back(outgoing: Outgoing) -> dict[str, Any]:
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


@dataclass(frozen=True, slots=True)
class Health:
    """How the bot stands with Telegram, for the operator."""

    username: str
    reads_groups: bool
    """Whether privacy mode is off; where it is on, the bot sees of a group only what is meant for it."""
    webhook: str
    """The address to which Telegram sends; empty is long polling."""
    waiting: int
    """Updates that Telegram keeps until they are received."""
    webhook_error: str


class TelegramChannel:
    """The channel to Telegram. ``now`` is the program's clock, ``pause`` how it waits (in seconds)."""

    name = TELEGRAM

    def __init__(
        self,
        token: str,
        *,
        now: Callable[[], datetime],
        api_url: str = API_URL,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        read_timeout: float = 20.0,
        chat_moved: Callable[[str, str], Awaitable[None]] | None = None,
    ) -> None:
        """``chat_moved`` is told of a group that became a supergroup: its old and its new chat."""
        silence_library()
        self._now = now
        self._pause = pause
        self._chat_moved = chat_moved
        # A send that finds all connections taken waits for one: that is no failure of Telegram's.
        sending = HTTPXRequest(_SENDS_AT_ONCE, read_timeout, 20.0, 10.0, pool_timeout=60.0, media_write_timeout=60.0)
        polling = _PollingRequest(1, read_timeout, 20.0, 10.0, pool_timeout=10.0)
        self._requests = (sending, polling)
        root = api_url.rstrip("/")
        self._bot = Bot(token, f"{root}/bot", f"{root}/file/bot", request=sending, get_updates_request=polling)
        self._me: User | None = None
        self._administers: dict[str, bool] = {}
        self._begun: dict[int, tuple[int, str]] = {}
        self.polled_at: float | None = None
        """When Telegram last answered as it was polled, in monotonic seconds; None where it is not polled."""
        self.called_at: float | None = None
        """When Telegram last sent something to the webhook, in monotonic seconds."""

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message, in several where Telegram takes no longer one; returns the id of the last.

        The last bears the buttons. Where one fails halfway, the same Outgoing goes on from there when it is tried
        again. This is remembered while the program runs: a restart in between repeats the first pieces.
        A request that timed out may have arrived: then that piece comes twice.
        """
        try:
            done = await self._react(outgoing) or await self._replace(outgoing)
        except _FAILURES as error:
            raise send_error(error) from None
        return outgoing.replaces if done else await self._send_new(outgoing)

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
            except _FAILURES as error:
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

    async def poll(self, receive: Receive) -> None:
        """Receive by long polling until cancelled; what was begun then is finished first.

        The offset moves past an update only when ``receive`` has returned: one that could not be kept comes again.
        """
        self.polled_at = time.monotonic()
        try:
            await self._poll(receive)
        except asyncio.CancelledError:
            self.polled_at = None
            raise

    async def _poll(self, receive: Receive) -> None:
        self._me = await self._insist(self._bot.get_me)
        await self._insist(self._bot.delete_webhook)
        order = InOrder(number=_number, chat=_chat, take=partial(self._take, receive))
        offset, pauses = 0, _pauses()
        while True:
            ask = partial(self._bot.get_updates, offset, timeout=_LONG_POLL, allowed_updates=UPDATES)
            batch = await self._insist(ask)
            self.polled_at = time.monotonic()
            undone = await order.take_batch(batch)
            if not order.stuck:
                pauses = _pauses()
            if undone is not None:
                offset = undone
                await self._pause(next(pauses))
            elif batch:
                offset = batch[-1].update_id + 1

    def webhook_route(self, receive: Answer, secret: str) -> Route:
        """The route to which Telegram sends updates; it answers 200 only when ``receive`` has returned.

        What ``receive`` returns is sent in that answer (Bot API, "Making requests when getting updates"): words and
        buttons, of which Telegram tells neither whether they could be sent nor what it calls them.
        """

        async def take(data: dict[str, Any]) -> dict[str, Any] | None:
            self.called_at = time.monotonic()
            answer = await self._take(receive, Update.de_json(_readable(data), self._bot))
            return None if answer is None else _request_back(answer)

        return secret_route(WEBHOOK_PATH, HEADER, secret, take)

    async def meet(self) -> None:
        """Learn the bot's own name, by which it knows what is meant for it. Tries until it can."""
        self._me = await self._insist(self._bot.get_me)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have Telegram send updates to ``url`` from now on. Tries until it can; raises RefusedError for a bad one."""
        self._me = await self._insist(self._bot.get_me)
        await self._insist(partial(self._bot.set_webhook, url, allowed_updates=UPDATES, secret_token=secret))

    async def set_default_menu(self, menus: Mapping[str, Menu], in_groups: Mapping[str, Menu]) -> None:
        """Set the commands that people see who have no menu of their own, and those that are seen in groups.

        Both have (command without slash, what it does) by language ("nl", "en"); "" is for all other languages.
        """
        for scope, every in ((BotCommandScopeAllPrivateChats(), menus), (BotCommandScopeAllGroupChats(), in_groups)):
            for language, menu in every.items():
                await self._insist(partial(self._bot.set_my_commands, menu, scope, language_code=language or None))

    async def check(self) -> Health:
        """Ask Telegram how the bot stands there. Raises SendError, with a sentence for the operator."""
        try:
            me = await self._bot.get_me()
            webhook = await self._bot.get_webhook_info()
        except _FAILURES as error:
            raise send_error(error) from None
        return Health(
            username=me.username or "",
            reads_groups=bool(me.can_read_all_group_messages),
            webhook=webhook.url,
            waiting=webhook.pending_update_count,
            webhook_error=webhook.last_error_message or "",
        )

    async def sees_all(self, chat: str) -> bool:
        """Whether the bot is shown all that is said in a group: as its admin, or without privacy mode.

        Raises SendError, with a sentence for the operator.
        """
        try:
            me = self._me or await self._bot.get_me()
            if me.can_read_all_group_messages:
                return True
            if chat not in self._administers:
                member = await self._bot.get_chat_member(chat, me.id)
                self._administers[chat] = member.status == ChatMemberStatus.ADMINISTRATOR
        except _FAILURES as error:
            raise send_error(error) from None
        return self._administers[chat]

    async def _take(self, receive: Callable[[Incoming], Awaitable[T]], update: Update) -> T | None:
        follow(trace_of(TELEGRAM, str(update.update_id)))
        # The answer to a press only stops the turning wheel on the button: handling does not wait for it.
        acknowledged = asyncio.create_task(self._acknowledge(update.callback_query)) if update.callback_query else None
        try:
            await self._note_changes(update)
            incoming = incoming_from(update, self._now(), self._me.username or "" if self._me else "")
            if incoming and incoming.group_chat:
                incoming = replace(incoming, sees_all=await self._is_shown_all(incoming))
            return await receive(incoming) if incoming else None
        finally:
            if acknowledged:
                await acknowledged

    async def _note_changes(self, update: Update) -> None:
        """A group that became a supergroup is told of in both chats; admin rights of the bot come and go."""
        message, change = update.message, update.my_chat_member
        if self._chat_moved and message and message.migrate_to_chat_id:
            await self._chat_moved(str(message.chat.id), str(message.migrate_to_chat_id))
        if self._chat_moved and message and message.migrate_from_chat_id:
            await self._chat_moved(str(message.migrate_from_chat_id), str(message.chat.id))
        if change:
            self._administers[str(change.chat.id)] = change.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR

    async def _is_shown_all(self, incoming: Incoming) -> bool:
        if incoming.message and not incoming.addressed:
            return True  # else it would not have come
        try:
            return await self.sees_all(incoming.chat)
        except SendError as failure:
            log.warning("what the bot is shown of a group is not known: %s", failure)
            return False

    async def _acknowledge(self, query: CallbackQuery) -> None:
        try:
            await self._bot.answer_callback_query(query.id)
        except _FAILURES as error:
            # Telegram answers 400 to a late one; the press itself is handled all the same.
            log.debug("a press was not acknowledged: %s", type(error).__name__)

    async def _insist(self, request: Callable[[], Awaitable[T]]) -> T:
        """Make a request until it is answered, with growing pauses. Raises what trying again cannot mend."""
        for pause in _pauses():
            try:
                return await request()
            except _FAILURES as error:
                failure = send_error(error)
                if not isinstance(failure, TryAgainError):
                    raise failure from None
                wait = max(pause, failure.after or 0.0)
                log.warning("%s; next try in %g seconds", failure, wait)
                await self._pause(wait)
        raise AssertionError("the pauses have no end")


class _PollingRequest(HTTPXRequest):
    """Reads what Telegram answers to getUpdates; an update that the library cannot read holds up no other."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        answer = HTTPXRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    """The update, or its bare number where the library cannot read it."""
    try:
        Update.de_json(update)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        log.error("update %s cannot be read (%s) and is left out", update["update_id"], type(error).__name__)
        return {"update_id": update["update_id"]}
    return update


def _number(update: Update) -> int:
    return update.update_id


def _chat(update: Update) -> str:
    return str(update.effective_chat.id) if update.effective_chat else ""


def _pauses() -> Iterator[float]:
    """Seconds between tries: 1, 2, 4, ... and then always the longest."""
    pause = 1.0
    while True:
        yield pause
        pause = min(pause * 2, _LONGEST_PAUSE)


def silence_library() -> None:
    """Keep the HTTP client and the library from logging addresses, which hold the token, and messages.

    What goes wrong comes to us as an exception, and is told in words of our own.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
