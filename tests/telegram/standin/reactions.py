"""Emoji that a bot sets on messages."""

from typing import Any

from telegram.constants import ReactionEmoji

from tests.telegram.standin.errors import bad_request
from tests.telegram.standin.parameters import Parameters
from tests.telegram.standin.world import World

# The list of the Bot API, ReactionTypeEmoji.
_KNOWN = frozenset(str(emoji.value) for emoji in ReactionEmoji)


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    """Set the bot's reaction on a message, in place of what it set before; an empty list takes it away."""
    given = parameters.parsed("reaction", "reaction types")
    if given is not None and not isinstance(given, list):
        raise bad_request("expected an Array of ReactionType")
    emojis = [_emoji(reaction) for reaction in given or []]
    chat = world.chat_to_read(parameters.text("chat_id"))
    post = next((post for post in chat.posts if post.id == parameters.integer("message_id")), None)
    if post is None:
        raise bad_request("message to react not found")
    if len(emojis) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    allowed = _KNOWN if chat.reactions is None else _KNOWN.intersection(chat.reactions)
    if not allowed.issuperset(emojis):
        raise bad_request("REACTION_INVALID")
    post.reaction = emojis[0] if emojis else ""
    return True


def _emoji(reaction: Any) -> str:
    wrong = "can't parse ReactionType: "
    if not isinstance(reaction, dict):
        raise bad_request(f"{wrong}expected an Object")
    if reaction.get("type") == "custom_emoji":
        raise bad_request("REACTION_INVALID")  # none is on any message here, and no admin allowed one
    if reaction.get("type") != "emoji":
        raise bad_request(f"{wrong}invalid reaction type specified")
    if not isinstance(reaction.get("emoji"), str):
        raise bad_request(f'{wrong}Can\'t find field "emoji"')
    return str(reaction["emoji"])
