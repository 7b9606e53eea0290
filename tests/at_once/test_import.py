"""Lists of hours that come in from two places at once, and all that a room accounts for, on PostgreSQL."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from storage import people
from storage.database import reading, unit_of_work
from storage.groups import add_group
from storage.room_export import room_tables
from storage.rooms import add_room
from storage.tables import EntryVersion, Inbox
from tests.at_once.crowd import address
from tests.cli import hours
from tests.cli.lists import text
from tests.cli.programs import environment

MONDAY = date(2026, 3, 9)


@pytest.fixture
def room(postgres_engine: Engine) -> int:
    with unit_of_work(postgres_engine) as session:
        top = add_room(session, "top", "TOP").id
        els = hours.person(session, "Els")
        people.join(session, top, els, MONDAY, is_coordinator=True)
        add_group(session, top, "kookgroep")
        return top


def importing(engine: Engine, file: Path) -> "subprocess.Popen[str]":
    """The program, importing a file in the database."""
    words = ["import", "hours", str(file), "--room", "top", "--write", "--new-people"]
    program = [sys.executable, "-c", "from bot.cli import main; main()", *words]
    settings = environment() | {"KAMERBOT_DATABASE_URL": address(engine)}
    return subprocess.Popen(program, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_a_list_that_comes_in_twice_at_once_is_booked_once(postgres_engine: Engine, room: int, tmp_path: Path) -> None:
    rows = [f"{day}-3-2026;{name};kookgroep;2" for day in range(1, 31) for name in ("Els", "Ahmed Vos", "Mo")]
    files = [text(tmp_path / f"{name}.csv", "Datum;Naam;Groep;Uren", *rows) for name in "ab"]
    programs = [importing(postgres_engine, file) for file in files]
    said = [program.communicate(timeout=120)[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    with reading(postgres_engine) as session:
        booked = session.exec(select(EntryVersion).where(EntryVersion.room_id == room)).all()
        assert len(booked) == len(rows)
        assert sorted(name for _, person in people.members(session, room) for name in [person.name]) == [
            "Ahmed V.",
            "Els",
            "Mo",
        ]
        assert len(session.exec(select(Inbox).where(Inbox.channel == "import")).all()) == len(rows)


def test_every_table_of_a_room_is_read(postgres_engine: Engine, room: int) -> None:
    with unit_of_work(postgres_engine) as session:
        els = people.coordinators(session, room)[0].id
        hours.log(session, room, els, 60, on=MONDAY)
    with reading(postgres_engine) as session:
        counts = {table.name: len(list(table.rows)) for table in room_tables(session, room, participants_named=True)}
    assert {name: count for name, count in counts.items() if count} == {"members": 1, "groups": 1, "entries": 1}
