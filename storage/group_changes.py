"""Changing a volunteer group: its names, its work, its days; closing and opening it."""

from collections.abc import Collection

from sqlmodel import Session

from storage.entries import Evidence
from storage.groups import note_change
from storage.tables import Group


def rename(session: Session, group: Group, name: str, evidence: Evidence) -> None:
    """Call the group otherwise; its old name stays as another name for it."""
    kept = [alias for alias in group.aliases if alias.casefold() != name.casefold()]
    group.aliases = kept if group.name.casefold() == name.casefold() else [*kept, group.name]
    group.name = name
    note_change(session, group, "name", evidence, name)


def set_aliases(session: Session, group: Group, aliases: Collection[str], evidence: Evidence) -> None:
    """The other names by which people call the group."""
    group.aliases = list(aliases)
    note_change(session, group, "aliases", evidence, ", ".join(aliases))


def set_activity(session: Session, group: Group, activity: str | None, evidence: Evidence) -> None:
    """The kind of work that the group does, as a label of the understanding."""
    group.activity = activity
    note_change(session, group, "activity", evidence, activity or "")


def set_days(session: Session, group: Group, days: Collection[int], evidence: Evidence) -> None:
    """The weekdays on which the group meets, Monday 1 to Sunday 7."""
    group.usual_days = sorted(days)
    note_change(session, group, "days", evidence, " ".join(map(str, group.usual_days)))


def close(session: Session, group: Group, evidence: Evidence) -> None:
    """No hours are logged for the group any more; those that were stay, and it can be opened again."""
    group.closed_at = evidence.at
    note_change(session, group, "closed", evidence)


def open_again(session: Session, group: Group, evidence: Evidence) -> None:
    """The group goes on with everybody who was in it."""
    group.closed_at, group.since = None, evidence.at.date()
    note_change(session, group, "opened", evidence)
