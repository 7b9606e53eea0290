"""Somebody blocks the bot, or lets it write again."""

from handlers.messages import Kind, Reply
from handlers.turn import Turn


def changed(turn: Turn) -> list[Reply]:
    """Remember whether the account can be written to; nothing is said."""
    blocked = turn.incoming.kind is Kind.BLOCKED
    turn.account.unreachable_since = turn.now if blocked else None
    return []
