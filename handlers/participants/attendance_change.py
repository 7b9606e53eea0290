"""What a correction in words says of an attendance."""

import datetime as dt
import re
from dataclasses import dataclass

from handlers.turn import Turn
from handlers.vocabulary import named_days
from language.understand.meaning import Understanding

_NEW = re.compile(
    r"\W*(?:(?:waren|zijn|were|are|er|ervan|daarvan|mensen|deelnemers|of them)\s+)*(?:nieuwe?|new)\b", re.I
)
_NONE_NEW = re.compile(r"\b(?:geen|niemand|none|nobody|no one)\s+(?:is |was |were )?(?:nieuwe?|new)\b", re.I)
_NOT = re.compile(r"\b(?:niet|geen|not)\s+$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnoutChange:
    """What a correction says of an attendance; None stays as it was."""

    heads: int | None = None
    new: int | None = None
    date: dt.date | None = None
    group_id: int | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether it leaves all as it was."""
        return self == TurnoutChange()


def change_in(turn: Turn, meant: Understanding) -> TurnoutChange:
    """What a message tells: "17" of the heads, "2 nieuw" of the new, a day, a group."""
    text = turn.incoming.text
    heads: list[int] = []
    new = [0] if _NONE_NEW.search(text) else []
    for part in meant.parts:
        if part.kind == "number" and not _NOT.search(text[: part.start]):
            (new if _NEW.match(text[part.end :]) else heads).append(int(part.value["number"]))
    days = [meant.change.date] if meant.change is not None and meant.change.date is not None else named_days(meant)
    groups = {draft.group for draft in meant.drafts} | {meant.change.group if meant.change is not None else None}
    told = [int(group) for group in groups if group is not None]
    return TurnoutChange(
        heads=heads[0] if len(heads) == 1 and heads[0] >= 0 else None,
        new=new[0] if len(new) == 1 and new[0] >= 0 else None,
        date=days[0] if len(days) == 1 else None,
        group_id=told[0] if len(told) == 1 else None,
    )
