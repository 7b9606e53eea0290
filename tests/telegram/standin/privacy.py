"""What a bot sees of a group."""

from tests.telegram.standin.accounts import BotAccount, Post


def bot_sees(bot: BotAccount, post: Post) -> bool:
    """Everything in a private chat; in a group with privacy mode only what is meant for it.

    As an administrator, or with the mode off, it sees all of a group that it is in.
    """
    chat = post.chat
    if not chat.is_group:
        return True
    if chat.bot_status not in ("member", "administrator"):
        return False
    if chat.bot_status == "administrator" or not bot.privacy_mode:
        return True
    return _is_reply_to_bot(post) or any(_is_for_bot(bot, word) for word in _marked(post))


def _is_reply_to_bot(post: Post) -> bool:
    return post.reply_to is not None and post.reply_to.by_bot


def _is_for_bot(bot: BotAccount, word: str) -> bool:
    """A command without a name, a command with the bot's name, or its name alone."""
    command, _, name = word.partition("@")
    return name.lower() == bot.username.lower() if name else command.startswith("/")


def _marked(post: Post) -> list[str]:
    units = post.text.encode("utf-16-le")
    return [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in post.entities
        if entity["type"] in ("bot_command", "mention")
    ]
