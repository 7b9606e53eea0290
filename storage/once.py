"""Rows that may be there once only: whoever inserts first does the work."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def insert_once(session: Session, table: type[SQLModel], **row: Any) -> int | None:
    """Insert the row and return its id; None when a row like it is there already (by a unique constraint)."""
    dialect = session.get_bind().dialect.name
    statement: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    identity: Any = table.__table__.c.id  # type: ignore[attr-defined]  # SQLModel does not declare the table it makes
    inserted = session.connection().execute(statement.values(**row).on_conflict_do_nothing().returning(identity))
    key: int | None = inserted.scalar_one_or_none()
    return key
