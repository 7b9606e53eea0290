"""What was reported of a room: entered results, closed periods, kept figures and explanations."""

from sqlalchemy import select
from sqlmodel import col

from storage.room_export.columns import Statement, as_is, evidence, message, person
from storage.tables import ClosedPeriod, Explanation, Result, ResultVersion, Snapshot


def results(room_id: int) -> Statement:
    """Every version of what was found outside the bot."""
    said = ("indicator", "date", "value", "source", "is_withdrawn", "reason")
    return (
        select(
            *as_is(ResultVersion, "result_id", "version", "is_current", *said),
            *evidence(ResultVersion),
        )
        .join_from(ResultVersion, Result, col(Result.id) == col(ResultVersion.result_id))
        .where(col(ResultVersion.room_id) == room_id)
        .order_by(col(ResultVersion.result_id), col(ResultVersion.version))
    )


def periods(room_id: int) -> Statement:
    """The periods that were closed."""
    return (
        select(
            col(ClosedPeriod.id).label("period_id"),
            *as_is(ClosedPeriod, "kind", "first", "last", "closed_at"),
            *person("closed_by", ClosedPeriod.closed_by),
            *message(ClosedPeriod.inbox_id),
        )
        .where(col(ClosedPeriod.room_id) == room_id)
        .order_by(col(ClosedPeriod.id))
    )


def snapshots(room_id: int) -> Statement:
    """When which figures were kept; what they were is what ``kamerbot report --snapshot`` makes a report of."""
    return (
        select(
            col(Snapshot.id).label("snapshot_id"),
            *as_is(Snapshot, "kind", "last", "period_id", "figures_at", "made_at"),
            *person("made_by", Snapshot.made_by),
            *message(Snapshot.inbox_id),
        )
        .where(col(Snapshot.room_id) == room_id)
        .order_by(col(Snapshot.id))
    )


def explanations(room_id: int) -> Statement:
    """Every version of why a figure is what it is."""
    return (
        select(
            *as_is(Explanation, "indicator", "last", "version", "is_current", "text"),
            *evidence(Explanation),
        )
        .where(col(Explanation.room_id) == room_id)
        .order_by(col(Explanation.id))
    )
