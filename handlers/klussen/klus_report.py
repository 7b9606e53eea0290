"""What is told of a klus that is done, as far as it is known: what a dialogue keeps between two messages."""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.vocabulary import named_days
from language.understand.meaning import Understanding

WHICH, MINUTES, TOGETHER = QUESTIONS = ("klus_which", "klus_minutes", "klus_together")
"""The questions whose state keeps a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is told of a klus that is done; None is not told yet."""

    klus: int | None = None
    minutes: int | None = None
    date: dt.date | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    beside: tuple[int, ...] | None = None
    """Who else did it; empty is nobody."""
    names: tuple[str, ...] = ()
    """Names that were said and not looked up yet."""
    unknown: tuple[str, ...] = ()
    """Names of nobody whom the room knows, or of more than one."""
    likely: tuple[int, ...] = ()
    """The amounts that a number can stand for ("klaar, 3")."""
    photo: str = ""

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        plain = asdict(self)
        for name in ("date", "starts", "ends"):
            plain[name] = None if plain[name] is None else plain[name].isoformat()
        return plain


def report_from_json(plain: dict[str, Any]) -> Report:
    """The report that ``to_json`` wrote."""
    known = dict(plain)
    known["date"] = None if known["date"] is None else dt.date.fromisoformat(known["date"])
    for name in ("starts", "ends"):
        known[name] = None if known[name] is None else dt.time.fromisoformat(known[name])
    for name in ("beside", "names", "unknown", "likely"):
        known[name] = None if known[name] is None else tuple(known[name])
    return Report(**known)


def told_in(meant: Understanding, report: Report) -> Report:
    """The report with what a message tells of it."""
    if not meant.drafts:
        return report
    said = meant.drafts[0]
    if said.minutes is not None:
        report = replace(report, minutes=said.minutes, starts=said.starts, ends=said.ends)
    if named_days(meant) and said.date is not None:
        report = replace(report, date=said.date)
    choices = meant.ask.choices if meant.ask is not None else ()
    likely = tuple(drafts[0].minutes for drafts in choices if drafts[0].minutes is not None)
    return replace(report, names=said.names or report.names, likely=likely)
