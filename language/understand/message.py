"""A message as its items, with the questions that meaning rules put to it."""

from collections.abc import Sequence

from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item, Moment
from language.understand.segments import AMOUNTS

_QUIET = frozenset(
    CHAR[kind]
    for kind in ("comma", "stop", "exclamation", "emoji", "quote", "dashmark", "colonmark", "open_paren", "close_paren")
)
_FILL = _QUIET | frozenset(
    CHAR[kind]
    for kind in [
        "neutral",
        "a",
        "the",
        "and",
        "i",
        "we",
        "with",
        "for",
        "of",
        "at",
        "from",
        "to",
        "then",
        "greeting",
        "thanks",
        "bye",
        "polite",
        "smalltalk",
        "title",
        "approx",
        "sorry",
        "but",
        "only",
        "before",
        "past",
        "work",
        "be",
        "done",
    ]
)


class Message:
    """The items of a message, and what kinds are among them."""

    def __init__(self, text: str, items: Sequence[Item], moment: Moment) -> None:
        self.text = text
        self.items = list(items)
        self.moment = moment
        self.kinds = frozenset(NAME[item.kind] for item in items)
        self.amounts = [item for item in items if item.kind in AMOUNTS]
        self.activities = [item for item in items if NAME[item.kind] == "activity"]
        self.dates = [item for item in items if NAME[item.kind] == "date"]
        self.unknown = [item for item in items if NAME[item.kind] == "unknown"]

    def has(self, *kinds: str) -> bool:
        """Whether an item of one of these kinds is in the message."""
        return any(kind in self.kinds for kind in kinds)

    def only(self, *kinds: str) -> bool:
        """Whether the message says these kinds and nothing else that matters."""
        wanted = frozenset(CHAR[kind] for kind in kinds)
        found = False
        for item in self.items:
            if item.kind in wanted:
                found = True
            elif item.kind not in _FILL and NAME[item.kind] != "questionmark":
                return False
        return found

    def first(self) -> str:
        """The kind of the first item that is no greeting, filler or mark."""
        quiet = _QUIET | {CHAR["greeting"], CHAR["but"], CHAR["then"], CHAR["sorry"], CHAR["and"]}
        return next((NAME[item.kind] for item in self.items if item.kind not in quiet), "")

    def clause_starts(self) -> list[str]:
        """The kind of the first item of each clause."""
        starts, fresh = [], True
        quiet = {CHAR["greeting"], CHAR["but"], CHAR["then"], CHAR["sorry"], CHAR["and"]}
        for item in self.items:
            if item.kind in _QUIET:
                fresh = True
            elif fresh and item.kind not in quiet:
                starts.append(NAME[item.kind])
                fresh = False
        return starts

    def last(self) -> str:
        """The kind of the last item that is no mark of punctuation but a question mark."""
        return next((NAME[item.kind] for item in reversed(self.items) if item.kind not in _QUIET), "")
