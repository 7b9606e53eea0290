"""Columns that many tables of a room have: people, groups, and the message behind a change."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col

from storage.tables import Group, Inbox, Person

Statement = Select[*tuple[Any, ...]]


def as_is(table: type[SQLModel], *names: str) -> list[Any]:
    """Columns as the table has them."""
    return [col(getattr(table, name)) for name in names]


def person(label: str, person_id: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The number that stands in the row, and what that person is called now, also where it turned out to be another."""
    then, now = aliased(Person), aliased(Person)
    name = (
        select(col(now.name))
        .join_from(then, now, col(now.id) == func.coalesce(col(then.merged_into), col(then.id)))
        .where(col(then.id) == col(person_id))
        .scalar_subquery()
    )
    return col(person_id).label(f"{label}_id"), name.label(label)


def group(group_id: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The number that stands in the row, and the name of the group that it counts for now."""
    then, now = aliased(Group), aliased(Group)
    name = (
        select(col(now.name))
        .join_from(then, now, col(now.id) == func.coalesce(col(then.merged_into), col(then.id)))
        .where(col(then.id) == col(group_id))
        .scalar_subquery()
    )
    return col(group_id).label("group_id"), name.label("group")


def message(inbox_id: Any, before: str = "") -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The channel and the platform's id of a message; nothing that it said."""

    def told(what: Any) -> Any:
        return select(what).where(col(Inbox.id) == col(inbox_id)).scalar_subquery()

    message = func.coalesce(func.nullif(col(Inbox.message), ""), col(Inbox.external_id))
    return told(col(Inbox.channel)).label(f"{before}channel"), told(message).label(f"{before}message_id")


def evidence(table: Any) -> list[Any]:
    """Who changed it, when, and by which message."""
    return [col(table.changed_at), *person("changed_by", table.changed_by), *message(table.inbox_id)]
