"""What the program keeps under a name, on both databases."""

import pytest
from sqlalchemy import Engine

from storage.database import reading, unit_of_work
from storage.runs import keep_note, note


@pytest.mark.parametrize("database", ["engine", "postgres_engine"])
def test_a_note_says_what_was_kept_last(database: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(database)
    for value in ("first", "second"):
        with unit_of_work(engine) as session:
            keep_note(session, "a name", value)
    with reading(engine) as session:
        assert (note(session, "a name"), note(session, "another")) == ("second", None)
