"""For whom a message says the hours are, where its words can mean both who worked and who was helped."""

import re

from handlers.rights import in_charge_of
from handlers.turn import Turn
from language.understand.text import fold


def named_after_for(turn: Turn) -> dict[int, str]:
    """Those whose hours the writer may log and whose names stand after "voor" in the message, by their ids.

    "2 uur formulieren voor Noor" is how a coordinator logs for a volunteer, and how anybody tells who was helped.
    """
    said = fold(turn.incoming.text)
    if not _FOR.search(said):
        return {}
    known = in_charge_of(turn)
    whole = {key: name for key, name in known.items() if _after_for(said, name)}
    return whole or {key: name for key, name in known.items() if _after_for(said, name.split()[0])}


_FOR = re.compile(r"\b(?:voor|for)\b")


def _after_for(said: str, name: str) -> bool:
    return re.search(rf"\b(?:voor|for) {re.escape(fold(name))}(?!\w)", said) is not None
