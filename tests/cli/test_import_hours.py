"""The import of a coordinator's own list of hours: what is booked, on what evidence, and that twice changes nothing."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from handlers.messages import Incoming, Kind
from handlers.receive import receive
from storage import people, periods, snapshots
from storage.database import reading, unit_of_work
from storage.entries import Status, current, entries_from
from storage.figures.evidence import HOURS, evidence
from storage.group_merging import merge as merge_groups
from storage.groups import add_group, people_in
from storage.merging import merge
from storage.restatements import restatements
from storage.rooms import add_room
from storage.tables import Account, EntryVersion, Group, Inbox, Outbox, Person, Room, Snapshot
from tests.cli import hours
from tests.cli.conftest import Invoke
from tests.cli.lists import text, workbook

MONDAY = date(2026, 3, 9)


@dataclass(frozen=True)
class Top:
    """A room with a coordinator (Els), a volunteer with a chat (Noor), one without (Piet B.), and a group."""

    id: int
    els: int
    noor: int
    piet: int
    kookgroep: int


@pytest.fixture
def top(books: Engine) -> Top:
    with unit_of_work(books) as session:
        room = add_room(session, "top", "TOP").id
        els, noor = (hours.person(session, name) for name in ("Els", "Noor de Vries"))
        people.join(session, room, els, date(2025, 1, 1), is_coordinator=True)
        people.join(session, room, noor, date(2025, 1, 1))
        for number, person in enumerate((els, noor)):
            account = {"channel": "telegram", "external_id": str(number), "chat": str(number)}
            session.add(Account(**account, person_id=person, last_seen_at=hours.AT))
        kookgroep = add_group(session, room, "kookgroep", "koken", ("eettafel",)).id
        piet = people.add_paper_volunteer(session, room, "Piet Bakker", MONDAY, kookgroep).id
        return Top(room, els, noor, piet, kookgroep)


def standing(session: Session, room: int) -> list[tuple[int, date, int | None, int]]:
    wanted = select(EntryVersion).where(
        EntryVersion.room_id == room, col(EntryVersion.is_current), EntryVersion.status == Status.BOOKED
    )
    said = (session.exec(wanted.order_by(col(EntryVersion.date), col(EntryVersion.entry_id)))).all()
    return [(version.person_id, version.date, version.group_id, version.minutes) for version in said]


def rows_of(session: Session) -> dict[str, int]:
    return {
        table.__name__: session.exec(select(func.count()).select_from(table)).one()
        for table in (EntryVersion, Inbox, Outbox, Person, Group)
    }


def exported(invoke: Invoke) -> list[dict[str, Any]]:
    lines = invoke("export", "hours", "--room", "top", "--format", "jsonl").stdout.splitlines()
    return [json.loads(line) for line in lines]


def three_rows(home: Path) -> Path:
    return workbook(
        home / "uren.xlsx",
        (datetime.combine(MONDAY, time()), "Noor", "kookgroep", 1.5),
        (datetime.combine(date(2026, 3, 10), time()), "Piet Bakker", "Eettafel", time(2, 15)),
        (datetime.combine(date(2026, 3, 10), time()), "noor de vries", None, "90 min"),
    )


def test_without_write_it_shows_what_it_understood_and_books_nothing(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    with reading(books) as session:
        before = rows_of(session)
    said = invoke("import", "hours", three_rows(home), "--room", "top").stdout
    assert said.splitlines() == [
        "Sheet Uren, headings in row 1:",
        "  date              A   Datum",
        "  name              B   Naam",
        "  group             C   Groep",
        "  hours             D   Uren",
        "Names:",
        "  Noor                          Noor de Vries",
        "  Piet Bakker                   Piet B. (without a chat)",
        "  noor de vries                 Noor de Vries",
        "Groups:",
        "  Eettafel                      kookgroep",
        "  kookgroep                     kookgroep",
        "To be booked: 3 rows of 2 people, 5.25 hours, 09-03-2026 to 10-03-2026",
        "Nothing was booked. With --write it is, as noted by Els.",
    ]
    with reading(books) as session:
        assert rows_of(session) == before


def test_with_write_each_row_is_booked_on_evidence_of_its_own(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    said = invoke("import", "hours", three_rows(home), "--room", "top", "--write").stdout
    assert said.splitlines()[-1] == "Booked: 3, as noted by Els."
    with reading(books) as session:
        assert standing(session, top.id) == [
            (top.noor, MONDAY, top.kookgroep, 90),
            (top.piet, date(2026, 3, 10), top.kookgroep, 135),
            (top.noor, date(2026, 3, 10), None, 90),
        ]
        inbox = session.exec(select(Inbox).order_by(col(Inbox.id))).all()
        assert [(row.channel, row.message, row.person_id, row.payload) for row in inbox] == [
            ("import", f"uren.xlsx, blad Uren, rij {number}", top.els, None) for number in (2, 3, 4)
        ]
        for row in inbox:
            [version] = entries_from(session, [row.id])
            assert (version.version, version.changed_by, version.reason) == (1, top.els, "imported")
        room = session.get_one(Room, top.id)
        assert sum(row.amount for row in evidence(session, room, HOURS, date(2026, 12, 31))) == 315
    row = exported(invoke)[0]
    assert (row["person"], row["logged_by"], row["channel"]) == ("Noor de Vries", "Els", "import")
    assert row["message_id"] == "uren.xlsx, blad Uren, rij 2"


def test_twice_changes_nothing_also_from_another_file_in_another_order(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    twice_a_day = "9-3-2026;Noor;kookgroep;1,5"
    first = text(home / "een.csv", "Datum;Naam;Groep;Uren", twice_a_day, twice_a_day, "10-3-2026;Piet B.;;2")
    invoke("import", "hours", first, "--room", "top", "--write")
    with reading(books) as session:
        before = rows_of(session)
    second = workbook(
        home / "twee.xlsx",
        (MONDAY + timedelta(days=1), "Piet Bakker", "", "2 uur"),
        (MONDAY, "Noor de Vries", "eettafel", 90 / 60),
        (MONDAY, "Noor de Vries", "eettafel", 90 / 60),
    )
    for file in (first, second):
        said = invoke("import", "hours", file, "--room", "top", "--write").stdout
        assert "To be booked: nothing" in said
        assert "In the books already: 3 rows, 5 hours" in said
        assert said.splitlines()[-1] == "Booked: 0, as noted by Els."
    with reading(books) as session:
        assert rows_of(session) == before


def test_a_row_more_of_the_same_is_booked_once_more(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    row = "9-3-2026,Noor,kookgroep,2"
    invoke("import", "hours", text(home / "a.csv", "Datum,Naam,Groep,Uren", row), "--room", "top", "--write")
    invoke("import", "hours", text(home / "a.csv", "Datum,Naam,Groep,Uren", row, row), "--room", "top", "--write")
    with reading(books) as session:
        assert standing(session, top.id) == [(top.noor, MONDAY, top.kookgroep, 120)] * 2


def test_what_was_corrected_taken_back_or_turned_out_to_be_anothers_since_does_not_come_in_again(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    rows = [f"{day}-3-2026;{name};kookgroep;{day}" for day in (2, 3, 4) for name in ("Noor", "Piet Bakker")]
    file = text(home / "uren.csv", "Datum;Naam;Groep;Uren", *rows)
    invoke("import", "hours", file, "--room", "top", "--write")
    with unit_of_work(books) as session:
        made = {(v.person_id, v.date.day): v for v in current(session, range(1, 7))}
        hours.correct(session, made[top.noor, 2], 60, by=top.noor)
        hours.correct(session, made[top.noor, 3], 180, by=top.noor, status=Status.WITHDRAWN)
        other = add_group(session, top.id, "tuingroep")
        merge_groups(session, session.get_one(Group, top.kookgroep), other, hours.evidence(session, top.els))
        pieter = session.get_one(Person, hours.person(session, "Piet Bakker"))
        people.join(session, top.id, pieter.id, MONDAY)
        merge(session, session.get_one(Person, top.piet), pieter, hours.evidence(session, top.els))
    assert "To be booked: nothing" in invoke("import", "hours", file, "--room", "top", "--write").stdout


def test_what_somebody_logged_in_the_chat_is_not_booked_once_more(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    with unit_of_work(books) as session:
        hours.log(session, top.id, top.noor, 90, on=MONDAY, group_id=top.kookgroep)
    said = invoke("import", "hours", three_rows(home), "--room", "top", "--write").stdout
    assert "To be booked: 2 rows" in said
    assert "In the books already: 1 row, 1.5 hours" in said
    with reading(books) as session:
        assert sum(minutes for *_, minutes in standing(session, top.id)) == 315


def test_everybody_with_a_chat_is_told_once_and_can_object(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    file = text(home / "uren.csv", "Datum;Naam;Uren", "9-3-2026;Noor;2", "10-3-2026;Noor;1,5", "10-3-2026;Els;2")
    invoke("import", "hours", file, "--room", "top", "--write")
    with reading(books) as session:
        [told] = session.exec(select(Outbox)).all()
        assert (told.person_id, told.bulk, (told.body or {})["text"]) == (
            top.noor,
            True,
            "Els heeft 2 keer uren voor jou ingevoerd, samen 3 uur en 30 minuten.",
        )
        assert told.body is not None
        assert told.body["buttons"] == [["Klopt niet", "noted"]]


def test_what_was_entered_wrongly_is_objected_to_by_the_button_under_it(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    file = text(home / "uren.csv", "Datum;Naam;Groep;Uren", "9-3-2026;Noor;kookgroep;2", "10-3-2026;Noor;;1,5")
    invoke("import", "hours", file, "--room", "top", "--write")

    def told() -> dict[str, Any]:
        with reading(books) as session:
            newest = select(Outbox).where(Outbox.person_id == top.noor).order_by(col(Outbox.id).desc())
            return session.exec(newest).first().body or {}  # type: ignore[union-attr]

    def press(data: str) -> None:
        pressed = Incoming(
            channel="telegram", id=f"press {data}", account="1", chat="1", sent_at=hours.AT, kind=Kind.BUTTON, text=data
        )
        receive(books, pressed, hours.AT)

    [[label, data]] = told()["buttons"]
    assert label == "Klopt niet"
    press(data)
    assert told()["text"] == "Welke uren kloppen niet?"
    press(next(data for label, data in told()["buttons"] if "2 uur" in label))
    with reading(books) as session:
        assert standing(session, top.id) == [(top.noor, date(2026, 3, 10), None, 90)]


def test_who_is_new_comes_in_without_a_chat_only_when_the_operator_says_that_they_know(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    rows = ("9-3-2026;Vos, Ahmed;kookgroep;2", "10-3-2026;ahmed vos;;1", "10-3-2026;Noor;;1")
    file = text(home / "uren.csv", "Datum;Naam;Groep;Uren", *rows)
    refused = invoke("import", "hours", file, "--room", "top", "--write", code=2)
    assert "row 2: nobody in the room is called 'Ahmed Vos'" in refused.stdout
    assert "--new-people" in refused.stderr
    with reading(books) as session:
        assert standing(session, top.id) == []
    invoke("import", "hours", file, "--room", "top", "--write", "--new-people")
    with reading(books) as session:
        ahmed = session.exec(select(Person).where(Person.name == "Ahmed V.")).one()
        assert people.is_paper(session, ahmed.id)
        assert ahmed.id in people_in(session, [top.kookgroep])
        assert [row[3] for row in standing(session, top.id) if row[0] == ahmed.id] == [120, 60]
    again = invoke("import", "hours", file, "--room", "top", "--write", "--new-people").stdout
    assert "To be booked: nothing" in again


def test_bad_rows_stop_all_others_unless_they_are_left_out(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    rows = ("30-2-2026;Noor;;2", "9-3-2026;Noor;;2")
    file = text(home / "uren.csv", "Datum;Naam;Groep;Uren", *rows)
    assert "Nothing was booked." in invoke("import", "hours", file, "--room", "top", "--write", code=2).stderr
    with reading(books) as session:
        assert standing(session, top.id) == []
    left_out = invoke("import", "hours", file, "--room", "top", "--write", "--leave-out-bad").stdout
    assert "row 2: '30-2-2026' is no date that exists" in left_out
    with reading(books) as session:
        assert standing(session, top.id) == [(top.noor, MONDAY, None, 120)]


def test_what_fails_half_way_books_nothing(
    invoke: Invoke, books: Engine, top: Top, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from storage import imports

    booked = imports.add_entry
    calls = []

    def failing(*values: Any) -> EntryVersion:
        calls.append(values)
        if len(calls) == 3:
            raise RuntimeError("the power is gone")
        return booked(*values)

    monkeypatch.setattr(imports, "add_entry", failing)
    with pytest.raises(RuntimeError):
        invoke("import", "hours", three_rows(home), "--room", "top", "--write")
    with reading(books) as session:
        assert (standing(session, top.id), session.exec(select(Inbox)).all()) == ([], [])


def test_rows_in_a_closed_period_are_told_of(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    with unit_of_work(books) as session:
        by, march = hours.evidence(session, top.els), (periods.PeriodKind.MONTH, date(2026, 3, 31))
        taken = snapshots.take(session, top.id, hours.AT)
        period = periods.close(session, top.id, *march, by)
        kept = snapshots.keep(session, top.id, *march, {}, taken, made=by, period=period).id
    file = text(home / "uren.csv", "Datum;Naam;Uren", "9-3-2026;Noor;2", "1-4-2026;Noor;2")
    assert (
        "In 01-03-2026 to 31-03-2026, which is closed: 1 row. The next report lists these as restatements."
        in invoke("import", "hours", file, "--room", "top", "--write").stdout
    )
    with reading(books) as session:
        [restated] = restatements(session, session.get_one(Snapshot, kept))
        assert (restated.kind, restated.person_id, restated.before) == ("hours", top.noor, None)
        assert restated.after is not None
        assert (restated.after.date, restated.after.amount) == (MONDAY, 120)


def test_members_of_another_room_are_strangers_here(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    with unit_of_work(books) as session:
        hart = add_room(session, "hart", "Hart").id
        mo = hours.person(session, "Mo")
        people.join(session, hart, mo, MONDAY)
        add_group(session, hart, "tuingroep")
    file = text(home / "uren.csv", "Datum;Naam;Groep;Uren", "9-3-2026;Mo;;2", "9-3-2026;Noor;tuingroep;2")
    said = invoke("import", "hours", file, "--room", "top", code=2).stdout
    assert "row 2: nobody in the room is called 'Mo'" in said
    assert "row 3: the room has no group 'tuingroep'" in said


def test_whose_list_it_is_must_be_plain(invoke: Invoke, books: Engine, top: Top, home: Path) -> None:
    file = text(home / "uren.csv", "Datum;Naam;Uren", "9-3-2026;Noor;2")
    with unit_of_work(books) as session:
        add_room(session, "hart", "Hart")
        people.join(session, top.id, top.noor, MONDAY, is_coordinator=True)
    assert "no coordinator" in invoke("import", "hours", file, "--room", "hart", code=2).stderr
    assert "--by" in invoke("import", "hours", file, "--room", "top", code=2).stderr
    assert "Els, Noor de Vries" in invoke("import", "hours", file, "--room", "top", "--by", "Piet", code=2).stderr
    said = invoke("import", "hours", file, "--room", "top", "--by", "els", "--write").stdout
    assert said.splitlines()[-1] == "Booked: 1, as noted by Els."


def test_a_file_written_by_the_export_comes_in_again_as_nothing_new(
    invoke: Invoke, books: Engine, top: Top, home: Path
) -> None:
    with unit_of_work(books) as session:
        hours.log(session, top.id, top.noor, 95, on=MONDAY, group_id=top.kookgroep)
        hours.log(session, top.id, top.piet, 30, on=MONDAY)
    invoke("export", "hours", "--room", "top", "--output", "terug.csv")
    said = invoke("import", "hours", home / "terug.csv", "--room", "top").stdout
    assert "To be booked: nothing" in said
    assert "In the books already: 2 rows" in said


def test_a_formula_and_merged_cells_are_told_with_the_row(invoke: Invoke, top: Top, home: Path) -> None:
    file = workbook(
        home / "uren.xlsx",
        (MONDAY, "Noor", "", "=1+1"),
        (MONDAY, "Noor", "", 2),
        (MONDAY, "Noor", "", 3),
        ("Totaal", None, None, "=SUM(D2:D4)"),
        (),
    )
    book = load_workbook(file)
    book.worksheets[0].merge_cells("D3:D4")
    book.create_sheet("Adressen").append(["Straat", "Plaats"])
    hidden = book.create_sheet("Oud")
    hidden.append(["Datum", "Naam", "Uren"])
    hidden.sheet_state = "hidden"
    book.save(file)
    said = invoke("import", "hours", file, "--room", "top", code=2).stdout
    assert "Uren, row 2: the amount is a formula: paste its value in its place" in said
    assert "Uren, row 4: the amount is merged with another cell" in said
    assert "To be booked: 1 row of 1 person, 2 hours" in said
    assert "With a total, passed over: 1 row" in said
    assert "Sheets without such headings, passed over: Adressen" in said
    assert "Oud" not in said
