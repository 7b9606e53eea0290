"""Somebody blocks the bot, or lets it write again."""

from handlers.members.first_contact import STANDING, noted_reply
from handlers.messages import Kind, Reply
from handlers.turn import Turn
from storage import people
from storage.history import noted_by_others
from storage.tables import EntryVersion


def changed(turn: Turn) -> list[Reply]:
    """Remember whether the account can be written to; who could not be told of hours meanwhile is shown them."""
    missed = [] if turn.incoming.kind is Kind.BLOCKED else _missed(turn)
    turn.account.unreachable_since = turn.now if turn.incoming.kind is Kind.BLOCKED else None
    return [noted_reply(turn, turn.voice, turn.say("noted-while-away"), missed)] if missed else []


def _missed(turn: Turn) -> list[EntryVersion]:
    """What others noted while the person could be reached nowhere, the oldest day first."""
    since = turn.account.unreachable_since
    if since is None or not turn.places or people.reachable_account(turn.session, turn.person.id) is not None:
        return []
    noted = noted_by_others(turn.session, turn.person.id, since)
    return [entry for entry in reversed(noted) if entry.status in STANDING]
