"""The hours for auditors: what goes in comes out, and no cell is a formula."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from io import StringIO
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.hours_export import COLUMNS, HoursRow, to_csv, to_json_lines

NOOR = HoursRow(
    date=date(2026, 3, 11),
    person="Noor",
    group="kookgroep",
    minutes=150,
    status="counted",
    logged_at=datetime(2026, 3, 12, 20, 15, tzinfo=timezone(timedelta(hours=1))),
    logged_by="Noor",
    channel="telegram",
    message_id="4711",
    version=2,
    seen=True,
)
FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
rows = st.builds(
    HoursRow,
    date=st.dates(),
    person=words,
    group=words,
    minutes=st.integers(1, 960),
    status=words,
    logged_at=st.datetimes(timezones=st.just(UTC)),
    logged_by=words,
    channel=words,
    message_id=words,
    version=st.integers(1, 99),
    seen=st.booleans(),
)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_file_that_dutch_excel_opens() -> None:
    assert b"".join(to_csv([NOOR])) == (
        b"\xef\xbb\xbfdate;person;group;minutes;status;logged_at;logged_by;channel;message_id;version;seen\r\n"
        b"2026-03-11;Noor;kookgroep;150;counted;2026-03-12T20:15:00+01:00;Noor;telegram;4711;2;yes\r\n"
    )


def test_the_lines_that_a_program_reads() -> None:
    assert b"".join(to_json_lines([NOOR])) == (
        b'{"date": "2026-03-11", "person": "Noor", "group": "kookgroep", "minutes": 150, "status": "counted", '
        b'"logged_at": "2026-03-12T20:15:00+01:00", "logged_by": "Noor", "channel": "telegram", '
        b'"message_id": "4711", "version": 2, "seen": true}\n'
    )


def test_an_empty_year_still_has_its_header() -> None:
    assert read_csv(b"".join(to_csv([]))) == [list(COLUMNS)]
    assert list(to_json_lines([])) == []


@given(st.lists(rows, max_size=4))
def test_csv_gives_back_what_went_in_but_for_the_guard(given_rows: list[HoursRow]) -> None:
    header, *lines = read_csv(b"".join(to_csv(given_rows)))
    assert header == list(COLUMNS)
    assert len(lines) == len(given_rows)
    for line, row in zip(lines, given_rows, strict=True):
        for name, cell in zip(COLUMNS, line, strict=True):
            value = getattr(row, name)
            if isinstance(value, date):
                assert type(value).fromisoformat(cell) == value
            elif isinstance(value, bool):
                assert cell == {True: "yes", False: "no"}[value]
            elif isinstance(value, int):
                assert int(cell) == value
            elif value[:1] and value[0] in FORMULA_SIGNS:
                assert cell == "'" + value
            else:
                assert cell == value


@given(st.sampled_from(FORMULA_SIGNS), words, st.sampled_from(["person", "group", "status", "logged_by", "message_id"]))
def test_no_cell_starts_a_formula(sign: str, rest: str, column: str) -> None:
    row = HoursRow(**{name: getattr(NOOR, name) for name in COLUMNS} | {column: sign + rest})
    for line in read_csv(b"".join(to_csv([row]))):
        assert not any(cell.startswith(tuple(FORMULA_SIGNS)) for cell in line)


@given(st.lists(rows, max_size=4))
def test_json_lines_give_back_exactly_what_went_in(given_rows: list[HoursRow]) -> None:
    lines = [json.loads(line) for line in to_json_lines(given_rows)]
    assert [
        HoursRow(
            **line | {"date": date.fromisoformat(line["date"]), "logged_at": datetime.fromisoformat(line["logged_at"])}
        )
        for line in lines
    ] == given_rows


@given(st.lists(rows, max_size=4))
def test_each_json_object_is_one_line(given_rows: list[HoursRow]) -> None:
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in to_json_lines(given_rows))


@pytest.mark.parametrize("export", [to_csv, to_json_lines])
def test_rows_are_written_as_they_come(export: Callable[[Iterable[HoursRow]], Iterator[bytes]]) -> None:
    endless = (NOOR for _ in count())
    assert len(list(islice(export(endless), 50))) == 50


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        HoursRow(**{name: getattr(NOOR, name) for name in COLUMNS} | {"logged_at": datetime(2026, 3, 12)})  # noqa: DTZ001
