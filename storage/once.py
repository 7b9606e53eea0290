"""Rows that may be there once only, whoever inserts at the same time."""

from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from storage import core


def insert_once(session: Session, model: type[SQLModel], **row: Any) -> int | None:
    """Insert the row and return its id; None when a row like it is there already (by a unique constraint)."""
    statement = _insert_once(session.get_bind().dialect.name, model)
    key: int | None = core.run(session, statement, **row).scalar_one_or_none()
    return key


@cache
def _insert_once(dialect: str, model: type[SQLModel]) -> Executable:
    statement: Executable = (
        _insert(dialect, model).on_conflict_do_nothing().returning(*core.table_of(model).primary_key)
    )
    return statement


def insert_or_update(session: Session, model: type[SQLModel], key: tuple[str, ...], **row: Any) -> None:
    """Insert the row; where one is there with the same ``key``, it says the rest from now on."""
    rest = {name: value for name, value in row.items() if name not in key}
    insert = _insert(session.get_bind().dialect.name, model).values(**row)
    core.run(session, insert.on_conflict_do_update(index_elements=key, set_=rest))


def _insert(dialect: str, model: type[SQLModel]) -> Any:
    return (sqlite if dialect == "sqlite" else postgresql).insert(core.table_of(model))
