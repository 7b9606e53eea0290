"""The export of hours: what is in it, what a spreadsheet makes of it, and that it is of one moment."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from storage import people
from storage.database import reading, unit_of_work
from storage.entries import Status
from storage.exports import logged_hours
from storage.group_merging import merge
from storage.groups import add_group
from storage.rooms import add_room
from storage.tables import Person
from tests.cli.conftest import Invoke
from tests.cli.hours import AT, correct, evidence, log, person
from tests.cli.programs import writer

COLUMNS = [
    *("date", "person", "group", "minutes", "status", "logged_at", "logged_by", "channel", "message_id", "version"),
    "seen",
]


@pytest.fixture
def top(books: Engine) -> int:
    with unit_of_work(books) as session:
        return add_room(session, "top", "TOP").id


def as_json(invoke: Invoke, *words: str) -> list[dict[str, Any]]:
    result = invoke("export", "hours", "--room", "top", "--format", "jsonl", *words)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_entry_is_told_as_it_is_now_with_its_evidence(invoke: Invoke, books: Engine, top: int) -> None:
    with unit_of_work(books) as session:
        noor, els = person(session, "Noor"), person(session, "Els")
        kookgroep = add_group(session, top, "kookgroep").id
        entry = log(session, top, noor, 180, group_id=kookgroep, message="17")
        log(session, top, noor, 60, on=date(2026, 11, 1), status=Status.WAITING, message="")
        correct(session, entry, 150, by=els)
    waiting, corrected = as_json(invoke)
    assert list(corrected) == COLUMNS
    assert corrected == {
        "date": "2026-11-23",
        "person": "Noor",
        "group": "kookgroep",
        "minutes": 150,
        "status": "booked",
        "logged_at": "2026-11-23T20:15:00+01:00",
        "logged_by": "Els",
        "channel": "telegram",
        "message_id": "correction",
        "version": 2,
        "seen": True,
    }
    assert (waiting["date"], waiting["status"], waiting["group"]) == ("2026-11-01", "waiting", "")
    assert waiting["message_id"].startswith("update-"), "a press has no message of its own"


def test_what_is_withdrawn_of_another_room_or_another_year_is_left_out(invoke: Invoke, books: Engine, top: int) -> None:
    with unit_of_work(books) as session:
        noor = person(session, "Noor")
        hart = add_room(session, "hart", "Hart").id
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)):
            log(session, top, noor, 60, on=day)
        log(session, hart, noor, 61)
        correct(session, log(session, top, noor, 62), 62, by=noor, status=Status.WITHDRAWN)
    assert [row["date"] for row in as_json(invoke, "--year", "2026")] == ["2026-01-01", "2026-12-31"]
    assert [row["minutes"] for row in as_json(invoke)] == [60, 60, 60, 60]


def test_hours_of_somebody_without_a_chat_are_not_seen_yet_and_merged_groups_count_as_one(
    invoke: Invoke, books: Engine, top: int
) -> None:
    with unit_of_work(books) as session:
        els = person(session, "Els")
        knitting, crafts = add_group(session, top, "breiclub"), add_group(session, top, "handwerk")
        piet = people.add_paper_volunteer(session, top, "Piet Bakker", AT.date(), knitting.id)
        log(session, top, piet.id, 60, group_id=knitting.id)
        merge(session, knitting, crafts, evidence(session, els))
    [row] = as_json(invoke)
    assert (row["person"], row["group"], row["seen"]) == ("Piet B.", "handwerk", False)


def test_who_left_has_a_number_alone(invoke: Invoke, books: Engine, top: int) -> None:
    with unit_of_work(books) as session:
        noor = person(session, "Noor")
        log(session, top, noor, 60)
        people.forget(session, session.get_one(Person, noor), AT.date(), AT)
    [row] = as_json(invoke)
    assert row["person"] == row["logged_by"] == f"persoon {noor}"


def test_a_spreadsheet_runs_nothing_of_the_csv(invoke: Invoke, books: Engine, top: int, home: Path) -> None:
    names = ['=HYPERLINK("http://evil","x")', "+31", "-1", "@SUM(A1)", "\tx", 'Noor; "de" Vries']
    with unit_of_work(books) as session:
        group = add_group(session, top, "=cmd|' /C calc'!A0").id
        for name in names:
            log(session, top, person(session, name), 60, group_id=group)
    invoke("export", "hours", "--room", "top", "--output", "hours.csv")
    with (home / "hours.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["person"] for row in rows] == [f"'{name}" for name in names[:-1]] + names[-1:]
    assert {row["group"] for row in rows} == {"'=cmd|' /C calc'!A0"}
    assert [row["person"] for row in as_json(invoke)] == names


def test_the_file_is_for_its_owner_alone_and_takes_the_place_of_an_older_one(
    invoke: Invoke, books: Engine, top: int, home: Path
) -> None:
    (home / "hours.csv").write_text("older")
    assert invoke("export", "hours", "--room", "top", "--output", "hours.csv").stdout == ""
    assert (home / "hours.csv").read_text(encoding="utf-8-sig").split() == [";".join(COLUMNS)]
    assert (home / "hours.csv").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in home.iterdir() if file.is_file()] == ["hours.csv"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--room", "top", "--year", "26"], 2, "--year"),
        (["--room", "top", "--format", "xlsx"], 2, "'csv', 'jsonl'"),
        (["--room", "top", "--output", "none/hours.csv"], 1, "No such file or directory"),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_expected(
    invoke: Invoke, top: int, words: list[str], code: int, said: str
) -> None:
    assert said in invoke("export", "hours", *words, code=code).stderr


def test_without_a_database_there_is_nothing_to_export_and_none_is_made(invoke: Invoke, home: Path) -> None:
    assert "There is no database yet" in invoke("export", "hours", "--room", "top", code=1).stderr
    assert not (home / "var" / "tryout.db").exists()


def test_an_export_is_of_the_moment_at_which_it_began(books: Engine, top: int) -> None:
    with unit_of_work(books) as session:
        noor = person(session, "Noor")
        for _ in range(510):
            log(session, top, noor, 1)
    with reading(books) as session:
        rows = logged_hours(session, top)
        seen = [next(rows)]
        with unit_of_work(books) as other:
            log(other, top, noor, 2)
        seen += rows
    assert [row.minutes for row in seen] == [1] * 510


def test_an_export_has_whole_transactions_while_another_process_writes(invoke: Invoke, books: Engine, top: int) -> None:
    with writer(str(books.url)):
        counts = [len(as_json(invoke)) for _ in range(3)]
    assert all(count and count % 2 == 0 for count in counts)
    assert counts == sorted(counts)
