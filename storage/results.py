"""Entered results: what was found outside the bot of an indicator (interview, budget, audit), with day and source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, select

from storage import versions
from storage.agreements.terms import Outcome
from storage.entries import Evidence
from storage.tables import Result, ResultVersion

Value = Decimal | Outcome
"""A number in the indicator's unit, or whether the result is positive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found: from which day on it holds (in the room's zone), and where it comes from, in words."""

    value: Value
    date: date
    source: str


def enter(session: Session, room_id: int, indicator: str, finding: Finding, evidence: Evidence) -> ResultVersion:
    """Enter what was found of an indicator in a room."""
    result = Result(room_id=room_id, indicator=indicator)
    session.add(result)
    session.flush()
    return _add_version(session, result, None, finding, evidence, "told")


def revise(
    session: Session,
    current: ResultVersion,
    finding: Finding,
    evidence: Evidence,
    reason: str,
    *,
    is_withdrawn: bool = False,
) -> ResultVersion:
    """Write what the result says from now on; what it said stays as an older version."""
    result = session.get_one(Result, current.result_id)
    return _add_version(session, result, current, finding, evidence, reason, is_withdrawn=is_withdrawn)


def _add_version(
    session: Session,
    result: Result,
    current: ResultVersion | None,
    finding: Finding,
    evidence: Evidence,
    reason: str,
    *,
    is_withdrawn: bool = False,
) -> ResultVersion:
    return versions.add_version(
        session,
        ResultVersion,
        current,
        evidence,
        result_id=result.id,
        room_id=result.room_id,
        indicator=result.indicator,
        date=finding.date,
        value=str(finding.value),
        source=finding.source,
        is_withdrawn=is_withdrawn,
        reason=reason,
    )


def finding_of(version: ResultVersion) -> Finding:
    """What this version of a result says."""
    return Finding(value=value_of(version), date=version.date, source=version.source)


def value_of(version: ResultVersion) -> Value:
    """What was found, as a number in the indicator's unit or as positive or negative."""
    return as_value(version.value)


def as_value(written: str) -> Value:
    """A value as it is kept: a number, or "positive" or "negative"."""
    if written == "positive":
        return "positive"
    return "negative" if written == "negative" else Decimal(written)


def current(session: Session, result_id: int) -> ResultVersion | None:
    """What the result says now; None when there is no such result."""
    return versions.newest(session, ResultVersion, col(ResultVersion.result_id), result_id)


def from_message(session: Session, inbox_id: int) -> list[ResultVersion]:
    """What the results that this message made or changed say now."""
    return versions.from_message(session, ResultVersion, col(ResultVersion.result_id), inbox_id)


def results_in(
    session: Session, room_id: int, first: date, last: date, indicators: Iterable[str] = ()
) -> list[ResultVersion]:
    """The room's results from ``first`` to ``last``, both days in it, the newest first; of these indicators, or all.

    Of several of one day the one that was entered last comes first. None that was withdrawn.
    """
    wanted = (
        select(ResultVersion)
        .where(
            ResultVersion.room_id == room_id,
            col(ResultVersion.is_current),
            col(ResultVersion.is_withdrawn).is_(False),
            col(ResultVersion.date).between(first, last),
        )
        .order_by(col(ResultVersion.date).desc(), col(ResultVersion.result_id).desc())
    )
    if chosen := list(indicators):
        wanted = wanted.where(col(ResultVersion.indicator).in_(chosen))
    return list(session.exec(wanted))


def entered_result(session: Session, room_id: int, indicator: str, on: date) -> ResultVersion | None:
    """The result that holds at the end of the day ``on``: the newest of its year, by the day on which it was found.

    A new year begins without one. The agreement names the sources (interviews, budget, check) and no dates.
    """
    found = results_in(session, room_id, date(on.year, 1, 1), on, (indicator,))
    return found[0] if found else None
