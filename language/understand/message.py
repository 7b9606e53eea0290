"""A message as its items, with the questions that meaning rules put to it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from language.understand.company import Workers, workers
from language.understand.kinds import CHAR, NAME
from language.understand.rule import Item, Moment
from language.understand.segments import AMOUNTS

_QUIET = frozenset(
    CHAR[kind]
    for kind in ("comma", "stop", "exclamation", "quote", "dashmark", "colonmark", "open_paren", "close_paren")
)
_OPENERS = _QUIET | frozenset(CHAR[kind] for kind in ("greeting", "but", "then", "sorry", "and", "thanks", "smalltalk"))
_FILL = _QUIET | frozenset(
    CHAR[kind]
    for kind in (
        *(
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
            "before",
            "past",
            "after",
        ),
        *("greeting", "thanks", "bye", "polite", "smalltalk", "title", "approx", "sorry", "but", "only", "yet"),
        *("work", "be", "is", "done", "helped", "place_at", "each", "questionmark", "those"),
    )
)
_ENGLISH_PAST = re.compile(r".*(?:ed|made|put|built|hung|swept|dug|knit|sewn|taught|cut|read|ran|led)(?:\s.*)?$")
# Dutch participles and past tenses: work that was done, where a bare verb may still be a plan.
_PAST = re.compile(r"(?:^|.*\s)(?!\w*heid$)(?:\w{0,7}ge\w{2,}[dtn]|(?:be|ver|her|ont)\w+[dtn]|\w{3,}(?:de|te))$")
# Verbs that no list has, as each language forms them of work that was done.
_UNKNOWN_PAST_IN = {
    "nl": _PAST,
    "en": re.compile(r"(?!need|miss|tire|bore|excit|interest|marri|retir|advanc|suppos|allow|schedul|plann)\w{3,}ed$"),
    "tr": re.compile(r".{2,}[dt][iu][mk]$"),
    "uk": re.compile(r".{3,}[аяиуi]л[аи](?:ся|сь)?$"),
}
_PAST_IN = {
    "nl": _PAST,
    "en": _ENGLISH_PAST,
    "tr": re.compile(r".*[dt][iu][mk](?:\s.*)?$"),
    "uk": re.compile(r".*(?:ла|ли|в|лась|вся|лися)(?:\s.*)?$"),
}


class Message:
    """The items of a message, and what kinds are among them."""

    def __init__(self, text: str, items: Sequence[Item], moment: Moment) -> None:
        self.text = text
        self.items = items
        self.moment = moment
        self.order = [NAME[item.kind] for item in items]
        self.kinds = frozenset(self.order)
        self.pairs = frozenset(pairwise(self.order))
        self.texts = frozenset([item.text for item in items])
        self.values = frozenset(item.value for item in items if isinstance(item.value, str))
        self.amounts = [item for item in items if item.kind in AMOUNTS]
        self._first = next((NAME[item.kind] for item in items if item.kind not in _OPENERS), "")
        self._last = next((NAME[item.kind] for item in reversed(items) if item.kind not in _QUIET), "")
        self.activities = self.of("activity")
        self.dates = self.of("date")
        self.workers = workers(items, text) if self.amounts or "with" in self.kinds else Workers()
        self.unknown = self._unknown_words()
        self._told: bool | None = None

    def _unknown_words(self) -> list[Item]:
        """The words that nothing is known of and that name nobody who worked along."""
        unknown = self.of("unknown")
        if not unknown or not self.amounts:
            return unknown
        names = {id(self.items[position]) for position in self.workers.named}
        return [item for item in unknown if id(item) not in names]

    def of(self, kind: str) -> list[Item]:
        """The items of one kind."""
        character = CHAR[kind]
        return [item for item in self.items if item.kind == character] if kind in self.kinds else []

    def has(self, *kinds: str) -> bool:
        """Whether an item of one of these kinds is in the message."""
        return not self.kinds.isdisjoint(kinds)

    def says(self, *values: str) -> bool:
        """Whether a word with one of these values is in the message: "begin", "ready"."""
        return not self.values.isdisjoint(values)

    def only(self, *kinds: str) -> bool:
        """Whether the message says these kinds and nothing else that matters."""
        wanted = frozenset(CHAR[kind] for kind in kinds)
        found = False
        for item in self.items:
            if item.kind in wanted:
                found = True
            elif item.kind not in _FILL:
                return False
        return found

    def first(self) -> str:
        """The kind of the first item that is no greeting, filler or mark."""
        return self._first

    def clause_starts(self) -> list[str]:
        """The kind of the first item of each clause."""
        starts, fresh = [], True
        for item in self.items:
            if item.kind in _QUIET:
                fresh = True
            elif fresh and item.kind not in _OPENERS:
                starts.append(NAME[item.kind])
                fresh = False
        return starts

    def last(self) -> str:
        """The kind of the last item that is no mark of punctuation but a question mark."""
        return self._last

    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self._last == "questionmark"

    def follows(self, first: str, *second: str) -> bool:
        """Whether an item of the first kind stands directly before one of the other kinds."""
        return first in self.kinds and any((first, after) in self.pairs for after in second)

    def strength(self) -> int:
        """How surely an activity is named: 0 not at all … 4 a group of the room."""
        return max((item.value.strength for item in self.activities), default=0)

    def told(self) -> bool:
        """Whether work is told as done: "gewerkt", "geharkt", "cooked"."""
        if self._told is None:
            self._told = self._tells_work()
        return self._told

    def _tells_work(self) -> bool:
        past = _PAST_IN.get(self.moment.language)
        unlisted = _UNKNOWN_PAST_IN.get(self.moment.language)
        if unlisted is not None and any(unlisted.match(item.text) for item in self.unknown):
            return True
        return self.has("done", "helped") or any(
            item.value.strength == 2 and (past is None or past.match(item.text) is not None) for item in self.activities
        )

    def worked_minutes(self) -> bool:
        """Whether more than no time at all is told."""
        return any(getattr(item.value, "minutes", 1) for item in self.amounts)
