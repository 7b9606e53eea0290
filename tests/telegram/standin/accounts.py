"""Who and what there is on the stand-in: people, bots, chats and messages, and how the Bot API shows them."""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram.standin.entities import Entity
from tests.telegram.standin.updates import UpdateQueue

GROUP_ANONYMOUS_BOT = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


# What ChatMemberAdministrator always tells.
_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class User:
    """A person with an account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "nl"
    deactivated: bool = False

    def as_json(self) -> dict[str, Any]:
        """The User object."""
        shown = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        extra = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return shown | {key: value for key, value in extra.items() if value}


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """A private chat (with its person's id), a group or a supergroup (negative ids)."""

    id: int
    type: str
    user: User | None = None
    title: str = ""
    bot_status: str = "left"
    """What the bot is in a group: member, administrator, left, kicked."""
    bot_may_write: bool = True
    reactions: tuple[str, ...] | None = None
    """The emoji that may be set on messages; None is all."""
    moved_to: int | None = None
    posts: list["Post"] = field(default_factory=list)
    next_post: int = 1
    """The next message id, in a supergroup; all other chats share the account's."""

    def bot_membership(self, status: str = "") -> dict[str, Any]:
        """The bot's ChatMember object without the bot: what it is in the group now, or in another status."""
        status = status or self.bot_status
        if status == "administrator":
            return {"status": status} | dict.fromkeys(_RIGHTS, False)
        return {"status": status, "until_date": 0} if status == "kicked" else {"status": status}

    @property
    def is_group(self) -> bool:
        """Whether several people can be in it."""
        return self.type != "private"

    def as_json(self) -> dict[str, Any]:
        """The Chat object."""
        if self.user is None:
            return {"id": self.id, "type": self.type, "title": self.title}
        names = {key: value for key, value in self.user.as_json().items() if key not in ("id", "is_bot")}
        names.pop("language_code", None)
        return {"id": self.id, "type": self.type} | names


@dataclass(frozen=True, slots=True)
class Key:
    """An inline button."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a bot sent."""

    name: str
    media_type: str
    content: bytes


@dataclass(slots=True, kw_only=True, eq=False)
class Post:
    """A message in a chat, as it now stands."""

    id: int
    chat: Chat
    date: int
    sender: dict[str, Any]
    by_bot: bool = False
    sender_chat: Chat | None = None
    text: str = ""
    """Plain text or caption."""
    entities: list[Entity] = field(default_factory=list)
    content: dict[str, Any] = field(default_factory=dict)
    """What it holds instead of text: {"photo": [...]}."""
    upload: Upload | None = None
    keys: list[list[Key]] = field(default_factory=list)
    edit_date: int | None = None
    reply_to: "Post | None" = None
    quote: str = ""
    forward_origin: dict[str, Any] | None = None
    reaction: str = ""
    """What the bot set on it."""

    @property
    def buttons(self) -> list[str]:
        """What can be read on the buttons, row after row."""
        return [key.label for row in self.keys for key in row]

    def as_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object."""
        kind, entities = ("caption", "caption_entities") if self.content else ("text", "entities")
        shown: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat.as_json(),
            "date": self.date,
        }
        shown |= self.content
        if self.text:
            shown[kind] = self.text
        if self.entities:
            shown[entities] = self.entities
        if self.sender_chat:
            shown["sender_chat"] = self.sender_chat.as_json()
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if self.forward_origin:
            shown["forward_origin"] = self.forward_origin
        if self.reply_to and with_reply:
            shown["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        if self.quote:
            shown["quote"] = {"text": self.quote, "position": 0, "is_manual": True}
        if self.keys:
            rows = [[{"text": key.label, "callback_data": key.data} for key in row] for row in self.keys]
            shown["reply_markup"] = {"inline_keyboard": rows}
        return shown


@dataclass(slots=True, eq=False)
class Press:
    """A press of a button. ``answered`` tells whether the wheel on the button has stopped."""

    id: str
    pressed_at: float
    answered: bool = False
    answer: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class BotAccount:
    """A bot: its token, who started it, and what it still has to receive."""

    id: int
    token: str
    username: str
    updates: UpdateQueue
    first_name: str = "Kamerbot"
    privacy_mode: bool = True
    started_by: set[int] = field(default_factory=set)
    blocked_by: set[int] = field(default_factory=set)
    presses: dict[str, Press] = field(default_factory=dict)
    menus: dict[tuple[str, int, str], list[dict[str, str]]] = field(default_factory=dict)
    """Commands by (scope, chat or 0, language or "")."""
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_error: str = ""
    webhook_error_at: float = 0.0
    next_post: int = 1

    def as_json(self, *, about_itself: bool = False) -> dict[str, Any]:
        """The User object; ``about_itself`` as getMe shows it."""
        shown = {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}
        abilities = {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy_mode,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return shown | (abilities if about_itself else {})
