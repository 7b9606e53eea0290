"""The export of all that a room accounts for: what is in it, what is not, and how much memory it takes."""

import csv
import json
import tracemalloc
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from reports.room_export import Table, TooLongError, to_csv, to_json_lines, to_xlsx
from storage import klus_steps, people, periods, tables
from storage.database import reading, unit_of_work
from storage.explanations import explain
from storage.group_merging import merge as merge_groups
from storage.groups import add_group, note_change
from storage.inbox import accept
from storage.participants import add_participant, rename
from storage.results import Finding, enter
from storage.room_export import room_tables
from storage.rooms import add_room
from tests.cli import hours
from tests.cli.conftest import Invoke
from tests.figures.invented import LARGE, invent

MONDAY = date(2026, 3, 9)

OF_TABLE = {
    "member": "members",
    "break": "breaks",
    "volunteer_group": "groups",
    "groupmember": "group_members",
    "group_change": "group_changes",
    "entry_version": "entries",
    "klus": "klussen",
    "klus_change": "klus_changes",
    "klus_helper": "klus_helpers",
    "attendance_version": "attendances",
    "attendance_name": "attendance_participants",
    "participant": "participants",
    "participant_change": "participant_changes",
    "tally_version": "tallies",
    "dated_fact": "dated_facts",
    "result_version": "results",
    "closed_period": "periods",
    "snapshot": "snapshots",
    "explanation": "explanations",
}
"""By the tables of the database, what each is called in the export."""
ALREADY_IN_VERSIONS = {"entry", "attendance", "tally", "result"}
NOT_ACCOUNTED_FOR = {
    "room", "room_setting_change", "learnedword", "agreement", "group_chat", "klus_photo", "habit", "shift",
    "person", "account", "invite", "joinrequest", "passedquestion", "inbox", "outbox", "dialogue", "channel_pace",
    "told", "run", "note", "survey_round", "survey_count", "survey_person",
}  # fmt: skip


def exported(session: Session, room_id: int, *, named: bool = False) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for table in room_tables(session, room_id, participants_named=named)
    }


def test_every_table_is_exported_or_left_out_on_purpose(books: Engine) -> None:
    with reading(books) as session:
        there = {table.name for table in room_tables(session, 1, participants_named=False)}
    assert there == set(OF_TABLE.values())
    assert set(SQLModel.metadata.tables) == set(OF_TABLE) | ALREADY_IN_VERSIONS | NOT_ACCOUNTED_FOR


def test_a_room_gives_all_its_rows_and_none_of_another_room(books: Engine) -> None:
    with unit_of_work(books) as session:
        rooms = [room.id for room in invent(session, Random(11), LARGE, 2026)]
    with reading(books) as session:
        both = [exported(session, room) for room in rooms]

        def ids(table: Any, column: str = "room_id") -> list[int]:
            return list(session.exec(select(getattr(table, column))))

        for table, name in (
            (tables.Member, "members"),
            (tables.Group, "groups"),
            (tables.EntryVersion, "entries"),
            (tables.Klus, "klussen"),
            (tables.AttendanceVersion, "attendances"),
            (tables.Participant, "participants"),
            (tables.TallyVersion, "tallies"),
            (tables.DatedFact, "dated_facts"),
        ):
            counts = [ids(table).count(room) for room in rooms]
            assert [len(each[name]) for each in both] == counts
            assert min(counts) > 0
        for table, name in (
            (tables.AttendanceName, "attendance_participants"),
            (tables.KlusHelper, "klus_helpers"),
            (tables.Break, "breaks"),
        ):
            key = next(iter(table.__table__.primary_key)).name  # type: ignore[attr-defined]
            assert sum(len(each[name]) for each in both) == len(ids(table, key))
        booked = [row for row in both[0]["entries"] if row["is_current"] and row["status"] == "booked"]
        wanted = select(tables.EntryVersion.minutes).where(
            tables.EntryVersion.room_id == rooms[0],
            tables.EntryVersion.is_current == True,  # noqa: E712
            tables.EntryVersion.status == "booked",
        )
        assert sum(row["minutes"] for row in booked) == sum(session.exec(wanted))


@pytest.fixture
def top(books: Engine) -> int:
    """A room with one of everything, of which names begin like formulas."""
    with unit_of_work(books) as session:
        room = add_room(session, "top", "TOP").id
        els, piet = hours.person(session, "=Els"), hours.person(session, "Piet")
        for person in (els, piet):
            people.join(session, room, person, MONDAY, is_coordinator=person == els)
        group, other = (
            add_group(session, room, "+kook", "koken", ("eettafel", "soep")),
            add_group(session, room, "tuin"),
        )
        people.join_group(session, group.id, els)
        by = hours.evidence(session, els, "17")
        note_change(session, group, "name", by, "+kook")
        entry = hours.log(session, room, piet, 90, on=MONDAY, group_id=other.id)
        hours.correct(session, entry, 60, by=els)
        merge_groups(session, other, group, by)
        klus = klus_steps.request(session, room, klus_steps.Told(what="kraan maken", place="Kerkstraat 1"), by)
        klus_steps.take(session, klus, piet, by)
        fatima = add_participant(session, room, "Fatima B.", by)
        rename(session, fatima, "Fatima D.", by)
        enter(session, room, "quality", Finding(date=MONDAY, value="7.5", source="gesprek"), by)
        periods.close(session, room, periods.PeriodKind.MONTH, date(2026, 3, 31), by)
        explain(session, room, "klussen", date(2026, 3, 31), "-te weinig vraag", by)
        people.forget(session, session.get_one(tables.Person, piet), MONDAY, hours.AT)
        return room


def test_changes_bear_their_evidence_and_say_what_things_are_called_now(books: Engine, top: int) -> None:
    with reading(books) as session:
        said = exported(session, top)
    first, second = said["entries"]
    assert (first["minutes"], first["is_current"], first["group"]) == (90, False, "+kook")
    assert (second["minutes"], second["is_current"], second["changed_by"]) == (60, True, "=Els")
    assert (second["channel"], second["message_id"]) == ("telegram", "correction")
    assert [row["change"] for row in said["klus_changes"]] == ["asked", "given"]
    assert [(row["value"], row["source"]) for row in said["results"]] == [("7.5", "gesprek")]
    assert [(row["kind"], row["closed_by"]) for row in said["periods"]] == [("month", "=Els")]
    assert [row["text"] for row in said["explanations"]] == ["-te weinig vraag"]


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_participants_are_numbers_unless_their_names_are_asked_for_which_is_logged(
    invoke: Invoke, top: int, home: Path, form: str
) -> None:
    logged = "all that room top accounts for is exported with the names of participants"
    said = invoke("export", "all", "--room", "top", "--format", form, "--out", "without")
    assert "Fatima" not in everything(home / "without")
    assert logged not in said.stderr
    said = invoke("export", "all", "--room", "top", "--format", form, "--out", "with", "--names")
    assert "Fatima D." in everything(home / "with")
    assert "It holds the names of participants" in said.stderr
    assert logged in said.stderr
    assert "Kerkstraat" not in everything(home / "with")


def everything(path: Path) -> str:
    if path.is_dir():
        return "\n".join(file.read_text(encoding="utf-8-sig") for file in sorted(path.iterdir()))
    if path.read_bytes().startswith(b"PK"):
        book = load_workbook(BytesIO(path.read_bytes()))
        return "\n".join(str(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    return path.read_text(encoding="utf-8")


def test_a_folder_of_csv_opens_in_a_spreadsheet_and_runs_nothing(invoke: Invoke, top: int, home: Path) -> None:
    said = invoke("export", "all", "--room", "top", "--out", "alles").stdout
    assert said.startswith("alles: members 2, breaks 0, groups 2,")
    assert {file.stem for file in (home / "alles").iterdir()} == set(OF_TABLE.values())
    assert {file.stat().st_mode & 0o777 for file in (home / "alles").iterdir()} == {0o600}
    assert (home / "alles").stat().st_mode & 0o777 == 0o700

    def rows(name: str) -> list[dict[str, str]]:
        with (home / "alles" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))

    assert [row["person"] for row in rows("members")] == ["'=Els", "persoon 2"]
    assert [row["name"] for row in rows("groups")] == ["'+kook", "tuin"]
    assert rows("entries")[1]["changed_at"] == "2026-11-23T20:15:00+01:00"
    assert rows("explanations")[0]["text"] == "'-te weinig vraag"


def test_a_workbook_has_numbers_days_and_words_but_no_formulas(invoke: Invoke, top: int, home: Path) -> None:
    invoke("export", "all", "--room", "top", "--format", "xlsx", "--out", "alles.xlsx")
    assert (home / "alles.xlsx").stat().st_mode & 0o777 == 0o600
    book = load_workbook(home / "alles.xlsx")
    assert book.sheetnames == list(dict.fromkeys(OF_TABLE.values()))
    assert (book["entries"].freeze_panes, book["entries"].auto_filter.ref) == ("A2", "A1:S3")
    heading, first, _ = book["entries"].iter_rows()
    cells = {str(name.value): cell for name, cell in zip(heading, first, strict=True)}
    assert (cells["minutes"].value, cells["minutes"].data_type) == (90, "n")
    assert (cells["date"].value, cells["is_current"].value) == (datetime.combine(MONDAY, datetime.min.time()), "no")
    assert (cells["group"].value, cells["group"].quotePrefix) == ("+kook", True)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert {"n", "d"} < kinds


def test_json_lines_say_of_which_table_they_are(invoke: Invoke, top: int, home: Path) -> None:
    invoke("export", "all", "--room", "top", "--format", "jsonl", "--out", "alles.jsonl")
    by_table = defaultdict(list)
    for line in (home / "alles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_table[row.pop("table")].append(row)
    assert by_table["groups"][0]["aliases"] == ["eettafel", "soep", "tuin"]
    assert by_table["members"][0]["is_coordinator"] is True
    assert by_table["entries"][0]["date"] == "2026-03-09"


def test_a_folder_in_which_something_is_stays_as_it_is(invoke: Invoke, top: int, home: Path) -> None:
    (home / "vol").mkdir()
    (home / "vol" / "brief.txt").write_text("van mij")
    assert "new or empty" in invoke("export", "all", "--room", "top", "--out", "vol", code=1).stderr
    assert [file.name for file in (home / "vol").iterdir()] == ["brief.txt"]
    (home / "leeg").mkdir()
    invoke("export", "all", "--room", "top", "--out", "leeg")
    assert (home / "leeg" / "entries.csv").exists()


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_what_fails_half_way_leaves_nothing(
    invoke: Invoke, top: int, home: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(session: Session, statement: Any) -> Iterator[Any]:
        yield from session.execute(statement)
        if "FROM entry_version" in str(statement):
            raise RuntimeError("the power is gone")

    before = sorted(path.name for path in home.iterdir())
    monkeypatch.setattr("storage.room_export._rows", failing)
    with pytest.raises(RuntimeError):
        invoke("export", "all", "--room", "top", "--format", form, "--out", "alles")
    assert sorted(path.name for path in home.iterdir()) == before


def endless(asked: list[int]) -> Iterator[tuple[int, str]]:
    number = 0
    while True:
        number += 1
        asked.append(number)
        yield number, "woord"


def test_a_row_is_asked_for_when_it_is_written_and_not_before() -> None:
    for lines, first in (
        (lambda rows: to_csv(Table("t", ("a", "b"), rows)), 1),
        (lambda rows: to_json_lines([Table("t", ("a", "b"), rows)]), 0),
    ):
        asked: list[int] = []
        written = lines(endless(asked))
        for _ in range(first):
            next(written)
        assert asked == []
        next(written)
        assert asked == [1]


def test_a_table_that_a_sheet_cannot_hold_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.room_export.MOST_SHEET_ROWS", 5)
    with pytest.raises(TooLongError, match="entries"):
        to_xlsx([Table("entries", ("a", "b"), endless([]))], tmp_path / "alles.xlsx")


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_more_rows_need_no_more_memory(
    invoke: Invoke, books: Engine, home: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(session: Session, room: int, person: int, count: int) -> None:
        taken = accept(
            session, channel="x", external_id=f"m{count}", chat="", message="", sent_at=hours.AT,
            received_at=hours.AT, payload=None,
        )  # fmt: skip
        assert taken is not None
        for _ in range(count):
            entry = tables.Entry(room_id=room, person_id=person)
            session.add(entry)
        session.flush()
        entries = session.exec(select(tables.Entry.id).where(tables.Entry.room_id == room)).all()
        said = {"room_id": room, "person_id": person, "date": MONDAY, "minutes": 1, "status": "booked"}
        by = {"changed_at": hours.AT, "changed_by": person, "inbox_id": taken.id}
        session.add_all(
            tables.EntryVersion(entry_id=entry, version=1, is_current=True, reason=f"reden {entry}", **said, **by)
            for entry in entries
        )

    with unit_of_work(books) as session:
        person = hours.person(session, "Noor")
        for slug, count in (("warm", 10), ("klein", 120), ("groot", 720)):
            fill(session, add_room(session, slug, slug).id, person, count)

    def peak(slug: str) -> int:
        tracemalloc.start()
        try:
            invoke("export", "all", "--room", slug, "--format", form, "--out", f"{slug}.{form}")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    monkeypatch.setattr("storage.room_export._AT_ONCE", 50)
    peak("warm")  # what is imported and compiled once
    assert peak("groot") < 1.2 * peak("klein")
