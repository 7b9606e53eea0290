"""Reading beside whoever writes, on both databases."""

import pytest
from sqlalchemy import Engine

from storage.database import reading, unit_of_work
from storage.runs import keep_note, note


@pytest.mark.parametrize("database", ["engine", "postgres_engine"])
def test_all_that_is_read_is_of_one_moment(database: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(database)
    with reading(engine) as session:
        assert note(session, "first") is None
        with unit_of_work(engine) as other:
            keep_note(other, "second", "changed")
        assert note(session, "second") is None
    with reading(engine) as session:
        assert note(session, "second") == "changed"
