"""A result on its way into the books, and writing it there."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.messages import Reply
from handlers.results.result_words import result_words
from handlers.turn import Turn
from storage import results
from storage.agreements import PromisedIndicator
from storage.results import Finding
from storage.tables import ResultVersion

SUBJECT = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entering:
    """A result on its way into the books, as far as it is known."""

    room_id: int
    indicator: str
    value: str | None = None
    day: str | None = None
    source: str | None = None
    corrects: int | None = None
    """The result that it corrects."""
    reason: str = ""
    """What is corrected of it."""


def known(version: ResultVersion) -> Entering:
    """What a result says now, as the beginning of its correction."""
    return Entering(
        room_id=version.room_id,
        indicator=version.indicator,
        value=version.value,
        day=version.date.isoformat(),
        source=version.source,
        corrects=version.result_id,
    )


def write(turn: Turn, entering: Entering, indicator: PromisedIndicator) -> list[Reply]:
    """Enter the result of which everything is told, or correct the one that it corrects."""
    turn.settle()
    assert entering.value is not None
    assert entering.day is not None
    assert entering.source is not None
    value, day = results.as_value(entering.value), date.fromisoformat(entering.day)
    finding = Finding(value=value, date=day, source=entering.source)
    if entering.corrects is None:
        version = results.enter(turn.session, entering.room_id, entering.indicator, finding, turn.evidence)
        return [_echo(turn, "result-told", indicator, version)]
    current = results.current(turn.session, entering.corrects)
    if current is None or current.is_withdrawn or current.room_id != entering.room_id:
        return [Reply(text=turn.say("button-done"))]
    revised = _corrected(results.finding_of(current), finding, entering.reason)
    version = results.revise(turn.session, current, revised, turn.evidence, entering.reason)
    return [_echo(turn, "result-changed", indicator, version)]


def _corrected(now: Finding, told: Finding, field: str) -> Finding:
    """What stands now with that one thing as it was told: somebody else may have corrected another meanwhile."""
    if field == "value":
        return replace(now, value=told.value)
    return replace(now, date=told.date) if field == "day" else replace(now, source=told.source)


def _echo(turn: Turn, key: str, indicator: PromisedIndicator, version: ResultVersion) -> Reply:
    """What was entered or changed, with [Klopt niet]."""
    finding = results.finding_of(version)
    text = turn.say(key, result=result_words(turn.voice, indicator, finding), source=finding.source)
    button = turn.button("button-wrong", f"result-wrong:{version.result_id}")
    return Reply(text=text, buttons=(button,), subject=f"{SUBJECT}:{version.result_id}")
