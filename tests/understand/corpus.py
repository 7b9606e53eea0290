"""The corpus: messages as people type them, each with what it must be understood as.

A line is ``message => expectation``; ``@ 2026-11-25T20:15`` sets the moment of the lines after it; ``\\n`` in a
message is a new line. An expectation is one of

* entries, parted by ``;``: ``180 24 koken`` (minutes, day of the month or month-day, activity or ``-``, ``p4`` people);
* ``ask`` with or without the reason: ``ask which_amount``;
* another meaning, a correction with the new minutes: ``question``, ``correction 120``. Facts may follow it, as
  ``name=value`` of the understanding, its attendance, its tally or its only draft, with ``_`` for a space and ``,``
  between several: ``habit weekdays=1,4 minutes=120 activity=inloop``; ``-`` stands for what is not told.

`` | `` with spaces parts expectations that are as good as one another; without spaces, days or activities.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from language.understand.meaning import Meaning, Understanding

BLIND = (
    *("blind.jsonl", "blind-third.jsonl", "blind-fourth.jsonl"),
    *("blind-sixth.jsonl", "blind-seventh.jsonl"),
)
ALL_BLIND = (
    *BLIND,
    "blind-second.jsonl",
    "blind-fifth.jsonl",
    "blind-eighth.jsonl",
    "blind-ninth.jsonl",
    "blind-tenth.jsonl",
    "blind-talk.jsonl",
)
CORPUS = Path(__file__).parent.parent / "corpus"
FOLDER = CORPUS / "understanding"
ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Example:
    """A message of the corpus: where it stands, what it says, when, and what it must mean."""

    place: str
    text: str
    now: datetime
    expected: str

    def fits(self, understood: Understanding) -> bool:
        """Whether the message was understood as expected."""
        if understood.meaning is Meaning.LOG:
            return any(self._fits_entries(text, understood) for text in self._readings if text[0].isdigit())
        return any(self._fits_meaning(text.split(), understood) for text in self._readings)

    @property
    def may_be_logged(self) -> bool:
        """Whether an entry is among what is expected."""
        return any(text[0].isdigit() for text in self._readings)

    @property
    def _readings(self) -> list[str]:
        return self.expected.split(" | ")

    @staticmethod
    def _fits_meaning(words: list[str], understood: Understanding) -> bool:
        if words[0] != understood.meaning.value:
            return False
        facts = [word for word in words[1:] if "=" in word]
        if not all(told(understood, *fact.split("=", 1)) for fact in facts):
            return False
        if len(words) == 1 + len(facts):
            return True
        if understood.meaning is Meaning.ASK:
            return understood.ask is not None and understood.ask.reason.value == words[1]
        return understood.change is not None and understood.change.minutes == int(words[1])

    def _fits_entries(self, text: str, understood: Understanding) -> bool:
        wanted: dict[tuple[frozenset[date], frozenset[str | None]], int] = defaultdict(int)
        people = None
        for entry in text.split(";"):
            minutes, days, activities, *rest = entry.split()
            people = int(rest[0].removeprefix("p")) if rest else None
            key = frozenset(map(self._day, days.split("|")))
            labels = frozenset(None if label == "-" else label for label in activities.split("|"))
            wanted[key, labels] += int(minutes)
        found: dict[tuple[date | None, str | None], int] = defaultdict(int)
        for draft in understood.drafts:
            found[draft.date, draft.activity] += draft.minutes or 0
            if draft.people != people:
                return False
        return len(found) == len(wanted) and all(
            any(day in days and label in labels and found[day, label] == minutes for day, label in found)
            for (days, labels), minutes in wanted.items()
        )

    def _day(self, text: str) -> date:
        month, _, day = text.rpartition("-")
        found = date(self.now.year, int(month or self.now.month), int(day))
        return found if found <= self.now.date() else found.replace(year=found.year - 1)


@dataclass(frozen=True)
class Labelled:
    """A message of the set that was labelled apart from the rules, as the conventions write it."""

    place: str
    text: str
    now: datetime
    expected: Any

    @property
    def is_entry(self) -> bool:
        """Whether the label is entries; else nothing may be logged."""
        return isinstance(self.expected, list)

    def fits(self, understood: Understanding) -> bool:
        """Whether entries are exactly as labelled, what is ambiguous is asked, and of the rest nothing is logged."""
        if not self.is_entry:
            asked = understood.meaning is Meaning.ASK
            return asked if "ambiguous" in self.expected else not asked and understood.meaning is not Meaning.LOG
        return understood.meaning is Meaning.LOG and self._told(understood) == self._wanted()

    @staticmethod
    def _told(understood: Understanding) -> dict[tuple[str, str | None, int | None], int]:
        found: dict[tuple[str, str | None, int | None], int] = defaultdict(int)
        for draft in understood.drafts:
            found[str(draft.date), draft.activity, draft.people] += draft.minutes or 0
        return dict(found)

    def _wanted(self) -> dict[tuple[str, str | None, int | None], int]:
        wanted: dict[tuple[str, str | None, int | None], int] = defaultdict(int)
        for entry in self.expected:
            wanted[entry["date"], entry["activity"], entry.get("people")] += entry["minutes"]
        return dict(wanted)


def told(understood: Understanding, name: str, value: str) -> bool:
    """Whether a fact of this name is told with this value."""
    holders = (understood, understood.attendance, understood.tally, *understood.drafts[:1])
    values = [getattr(holder, name) for holder in holders if holder is not None and hasattr(holder, name)]
    return value in [_written(found).replace(" ", "_") for found in values]


def _written(value: Any) -> str:
    if value is None or value == ():
        return "-"
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def labelled(name: str) -> Iterator[Labelled]:
    """A set that was first scored blind; README.md beside it tells that score."""
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        now = datetime.fromisoformat(record["now"]).replace(tzinfo=ZONE)
        yield Labelled(record["id"], record["text"], now, record["expected"])


def examples() -> Iterator[Example]:
    """Every example of the corpus."""
    for path in sorted(FOLDER.glob("*.txt")):
        now: datetime | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("@ "):
                now = datetime.fromisoformat(line[2:]).replace(tzinfo=ZONE)
            elif line and not line.startswith("#"):
                text, _, expected = line.rpartition(" => ")
                assert now is not None, f"{path.name}:{number} has no moment"
                yield Example(f"{path.name}:{number}", text.replace("\\n", "\n"), now, expected)
