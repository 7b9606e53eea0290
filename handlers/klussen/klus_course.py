"""Klussen told at once on their way into the books: what a dialogue keeps while it asks about one of them."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.turn import Turn
from storage import entries
from storage.entries import Status
from storage.tables import EntryVersion, Klus


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A klus told at once, on its way into the books: the hours are there already."""

    what: str
    place: str | None
    photo: str
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far the klussen of a message are: what a dialogue keeps while it asks about one of them."""

    jobs: tuple[Job, ...]
    """Those still to be made."""
    recorded: tuple[int, ...] = ()
    """The ids of those that were made, or turned out to be known."""
    entries: tuple[int, ...]
    wrong: str
    """The data of [Klopt niet]."""
    people: int = 0
    """How many there were, where that was told."""

    def hours(self, turn: Turn) -> list[EntryVersion]:
        """The hours of the next klus, as they say now."""
        found = entries.current(turn.session, self.jobs[0].entries)
        return [entry for entry in found if entry.status != Status.WITHDRAWN]

    def with_recorded(self, klus: Klus) -> "Course":
        """The next klus is this one."""
        return replace(self, jobs=self.jobs[1:], recorded=(*self.recorded, klus.id))

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        return asdict(self)


def course_from_json(plain: dict[str, Any]) -> Course:
    """The course that ``to_json`` wrote."""
    jobs = tuple(Job(**{**job, "entries": tuple(job["entries"])}) for job in plain["jobs"])
    known = {**plain, "jobs": jobs, "recorded": tuple(plain["recorded"]), "entries": tuple(plain["entries"])}
    return Course(**known)
