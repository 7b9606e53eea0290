"""A key or a membership as its coordinator sees to it."""

from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import dated_facts
from storage.dated_facts import Fact
from storage.tables import DatedFact


def managed_fact(turn: Turn, fact_id: int, kind: Fact) -> DatedFact | None:
    """The fact, if it is of this kind, still true, and of a room that the writer coordinates now."""
    fact = turn.session.get(DatedFact, fact_id)
    if fact is None or fact.kind != kind or not is_coordinator_of(turn, fact.room_id):
        return None
    return fact if dated_facts.is_running(fact) else None
