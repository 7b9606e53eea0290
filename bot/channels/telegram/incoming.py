"""What Telegram's updates mean to us."""

import re
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from handlers.messages import Incoming, Kind

TELEGRAM = "telegram"
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)

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
