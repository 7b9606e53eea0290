"""A report as it was kept: plain values that are written once and read back as they are."""

import json
from typing import Any

from reports.report import Report
from storage.tables import Snapshot

LANGUAGE = "nl"
"""Of reports: who they are for reads Dutch."""


def report_of(snapshot: Snapshot) -> Report:
    """The report that was kept, under the snapshot's number."""
    return Report.from_json(json.dumps(snapshot.content)).kept_as(str(snapshot.id))


def content_of(report: Report) -> dict[str, Any]:
    """A report of one room as it is kept: its number is that of the row."""
    content: dict[str, Any] = json.loads(report.kept_as("").to_json())
    return content


def explained(report: Report, explanations: dict[str, str]) -> Report:
    """The same figures of one room, with what is said of them, by indicator."""
    (room,) = report.rooms
    lines = tuple(line.model_copy(update={"explanation": explanations.get(line.id, "")}) for line in room.indicators)
    return report.model_copy(update={"rooms": (room.model_copy(update={"indicators": lines}),)})
