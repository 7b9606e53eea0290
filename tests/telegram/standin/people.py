"""People with a phone, and the groups they are in: what a test lets them do, and what they see."""

from collections.abc import Iterable
from typing import Any

from tests.telegram.standin.accounts import GROUP_ANONYMOUS_BOT, Chat, Post, Press, User
from tests.telegram.standin.entities import found_in
from tests.telegram.standin.media import MEDIA
from tests.telegram.standin.privacy import bot_sees
from tests.telegram.standin.world import World


class Person:
    """Somebody with Telegram on their phone."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self.user = user

    @property
    def id(self) -> int:
        """The person's id, which is their chat's id too."""
        return self.user.id

    @property
    def chat(self) -> Chat:
        """The chat with the bot."""
        return self._world.private_chat(self.user)

    @property
    def inbox(self) -> list[Post]:
        """What the bot sent to this person, as it now stands."""
        with self._world.lock:
            return [post for post in self.chat.posts if post.by_bot]

    @property
    def menu(self) -> list[str]:
        """The commands that the phone shows: those nearest to this chat and language."""
        menus, language = self._world.bot.menus, self.user.language[:2]
        for scope, chat in (("chat", self.id), ("all_private_chats", 0), ("default", 0)):
            for code in (language, ""):
                if commands := menus.get((scope, chat, code)):
                    return [command["command"] for command in commands]
        return []

    def start(self, code: str = "") -> Post:
        """Open the bot by a link, and press Start."""
        with self._world.lock:
            if self.id in self._world.bot.blocked_by:
                self.unblocks()
            self._world.bot.started_by.add(self.id)
            return self.says(f"/start {code}".strip())

    def says(self, text: str, *, to: "Group | None" = None, at: float | None = None, anonymously: bool = False) -> Post:
        """Send a text. ``at`` is when, if not now; ``anonymously`` as an anonymous admin of the group."""
        return self._post(to, text=text, entities=found_in(text), at=at, anonymously=anonymously)

    def sends(self, what: str, caption: str = "", *, to: "Group | None" = None) -> Post:
        """Send something that is no text: a photo, a sticker, a voice message, ... (see MEDIA)."""
        return self._post(to, text=caption, entities=found_in(caption), content=MEDIA[what])

    def sends_photo(self, caption: str = "", *, to: "Group | None" = None) -> Post:
        """Send a photo."""
        return self.sends("photo", caption, to=to)

    def replies(self, post: Post, text: str, *, quote: str = "") -> Post:
        """Answer a message, quoting a part of it or not."""
        group = Group(self._world, post.chat) if post.chat.is_group else None
        return self._post(group, text=text, entities=found_in(text), reply_to=post, quote=quote)

    def forwards(self, text: str, *, author: str = "Somebody else") -> Post:
        """Pass on what somebody else wrote."""
        origin = {"type": "hidden_user", "date": int(self._world.now()) - 3600, "sender_user_name": author}
        return self._post(None, text=text, forward_origin=origin)

    def edits(self, post: Post, text: str) -> None:
        """Change a message sent before."""
        with self._world.lock:
            assert post.sender == self.user.as_json(), "only one's own message can be changed"
            post.text, post.entities, post.edit_date = text, found_in(text), int(self._world.now())
            self._tell("edited_message", post)

    def presses(self, label: str, *, on: Post | None = None, in_group: "Group | None" = None) -> Press:
        """Press a button: of the newest message that has it, in the chat with the bot or in a group, or ``on`` one."""
        with self._world.lock:
            chat = in_group.chat if in_group else self.chat
            bearers = [on] if on else [post for post in reversed(chat.posts) if label in post.buttons]
            assert bearers, f"no message has a button {label!r}"
            key = next(key for row in bearers[0].keys for key in row if key.label == label)
            press = Press(str(len(self._world.bot.presses) + 1), self._world.now())
            self._world.bot.presses[press.id] = press
            query = {"id": press.id, "from": self.user.as_json(), "chat_instance": "1", "data": key.data}
            self._world.update("callback_query", query | {"message": bearers[0].as_json()}, bearers[0].chat)
            return press

    def blocks(self) -> None:
        """Block the bot."""
        with self._world.lock:
            self._world.bot.blocked_by.add(self.id)
            self._tell_membership("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        with self._world.lock:
            self._world.bot.blocked_by.discard(self.id)
            self._tell_membership("kicked", "member")

    def deactivates(self) -> None:
        """Give up the account."""
        self.user.deactivated = True

    def _post(self, to: "Group | None", *, at: float | None = None, anonymously: bool = False, **content: Any) -> Post:
        with self._world.lock:
            chat = to.chat if to else self.chat
            if to is None:
                assert self.id not in self._world.bot.blocked_by, "a phone that blocked the bot cannot write to it"
                self._world.bot.started_by.add(self.id)
            post = Post(
                id=self._world.new_post_id(chat),
                chat=chat,
                date=int(self._world.now() if at is None else at),
                sender=GROUP_ANONYMOUS_BOT if anonymously else self.user.as_json(),
                sender_chat=chat if anonymously else None,
                **content,
            )
            chat.posts.append(post)
            self._tell("message", post)
            return post

    def _tell(self, kind: str, post: Post) -> None:
        if bot_sees(self._world.bot, post):
            self._world.update(kind, post.as_json(), post.chat)

    def _tell_membership(self, old: str, new: str) -> None:
        self._world.update("my_chat_member", membership(self._world, self.chat, self.user, old, new), self.chat)


class Group:
    """A group chat."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def id(self) -> int:
        """The chat's id: negative."""
        return self.chat.id

    @property
    def inbox(self) -> list[Post]:
        """What the bot wrote in it."""
        with self._world.lock:
            return [post for post in self.chat.posts if post.by_bot]

    def gives_bot(self, status: str, *, by: Person) -> None:
        """Make the bot a member or an administrator, or put it out (left, kicked)."""
        with self._world.lock:
            old, self.chat.bot_status = self.chat.bot_status, status
            change = membership(self._world, self.chat, by.user, old, status)
            self._world.update("my_chat_member", change, self.chat)

    def becomes_supergroup(self, *, by: Person) -> "Group":
        """Telegram makes a supergroup of it, with another id."""
        with self._world.lock:
            new = Chat(id=self.chat.id - 10**12, type="supergroup", title=self.chat.title)
            new.bot_status, self._world.chats[new.id] = self.chat.bot_status, new
            self.chat.moved_to = new.id
            for chat, tells in (
                (self.chat, {"migrate_to_chat_id": new.id}),
                (new, {"migrate_from_chat_id": self.chat.id}),
            ):
                post = Post(
                    id=self._world.new_post_id(chat),
                    chat=chat,
                    date=int(self._world.now()),
                    sender=by.user.as_json(),
                    content=tells,
                )
                self._world.update("message", post.as_json(), chat)
        return Group(self._world, new)


def membership(world: World, chat: Chat, actor: User, old: str, new: str) -> dict[str, Any]:
    """The ChatMemberUpdated object about the bot itself."""
    return {
        "chat": chat.as_json(),
        "from": actor.as_json(),
        "date": int(world.now()),
        "old_chat_member": {"user": world.bot.as_json(), **chat.bot_membership(old)},
        "new_chat_member": {"user": world.bot.as_json(), **chat.bot_membership(new)},
    }


def read(posts: Iterable[Post]) -> list[str]:
    """What can be read in messages: the texts, with their buttons behind them in brackets."""
    return [" ".join([post.text, *(f"[{label}]" for label in post.buttons)]) for post in posts]
