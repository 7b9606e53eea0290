"""The figures of a whole invented year: all 27 of each room against a slow second reckoning, and against the truth."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from handlers.reports.room_part import room_part
from language.say.voice import Voice
from storage.activities import INDICATOR_OF
from storage.agreements import COUNTED, agreement_of, terms_of
from storage.database import open_database, unit_of_work
from storage.figures.board import BoardLine, board
from storage.figures.evidence import HOURS, evidence
from storage.figures.indicators import GROWING, INDICATORS, PEOPLE
from storage.figures.light import Light
from storage.figures.unique_people import Range
from storage.room_week import room_total
from storage.tables import Attendance, Group, Member, Participant, Room, SurveyRound
from tests.figures import slow
from tests.year.generator import YEAR, RoomYear, generate
from tests.year.plans import SMALL

INDICATORS_PROMISED = 27
LAST = date(YEAR, 12, 31)
DAYS = (date(YEAR, 1, 27), date(YEAR, 1, 28), date(YEAR, 7, 20), LAST)


@pytest.fixture(scope="module")
def books(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, list[RoomYear]]]:
    """The year, which is written once."""
    path = tmp_path_factory.mktemp("year") / "kamerbot.db"
    path.write_bytes(empty_database.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    with Session(engine) as session:
        yield session, generate(session)
    engine.dispose()


Books = tuple[Session, list[RoomYear]]


def test_it_has_what_was_asked_for(books: Books) -> None:
    session, rooms = books
    assert [year.room.slug for year in rooms] == ["top", "hart", "verbinding"]
    groups = session.exec(select(Group)).all()
    assert sum(group.merged_into is None for group in groups) == 30
    coordinators = sum(member.is_coordinator for member in session.exec(select(Member)))
    assert len(session.exec(select(Member)).all()) - coordinators == 120
    assert sum(len(set().union(*year.came.values())) for year in rooms) > 750
    assert len(session.exec(select(Participant)).all()) > 700
    assert len(session.exec(select(Attendance)).all()) > 1000


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_all_figures_of_all_rooms_are_those_of_the_slow_reckoning(books: Books, on: date) -> None:
    session, rooms = books
    every = slow.Books(session)
    for year in rooms:
        lines = board(session, year.room, YEAR, on)
        assert len(lines) == INDICATORS_PROMISED
        _same(every, year.room, lines, on)


def _same(books: slow.Books, room: Room, lines: list[BoardLine], on: date) -> None:
    """The lines are those that plain rows and the rules of docs/indicators.md give."""
    for line in lines:
        expected = slow.value(books, room.id, line.indicator.id, on)
        found = (line.value.least, line.value.most) if isinstance(line.value, Range) else line.value
        assert found == expected, line.indicator.id
        earlier = slow.value(books, room.id, line.indicator.id, on - timedelta(days=91))
        assert line.light == _light(line, expected, earlier, on), line.indicator.id


Found = tuple[int, int] | Decimal | str | None


def _light(line: BoardLine, value: Found, earlier: Found, on: date) -> Light:
    """The table of docs/indicators.md, from top to bottom; ``earlier`` is the figure of 91 days before."""
    certain = value[0] if isinstance(value, tuple) else value
    target, comparison = line.indicator.target, line.indicator.comparison
    if certain is None:
        return Light.UNKNOWN
    if isinstance(certain, str) or isinstance(target, str):
        reached = certain == target
    else:
        reached = certain > target if comparison == "gt" else certain >= target
    if reached:
        return Light.REACHED
    if on.month == 12 and on.day == 31:
        return Light.MISSED
    if isinstance(certain, str) or isinstance(target, str):
        return Light.BEHIND
    wanted: int | Fraction = target
    if line.indicator.id in GROWING:
        goal = target + 1 if comparison == "gt" else target
        new_year = date(on.year, 1, 1)
        days, days_in_year = (on - new_year).days + 1, (date(on.year + 1, 1, 1) - new_year).days
        wanted = int(goal * Fraction(days, days_in_year))
        assert line.due == wanted
        expected = Fraction(certain) * days_in_year / days
        if line.indicator.unit == "unique people" and days > 91:
            assert isinstance(earlier, tuple)
            expected = certain + Fraction(certain - earlier[0]) * (days_in_year - days) / 91
        assert line.expected == int(expected)
        if certain >= wanted:
            enough = line.indicator.unit != "unique people" or days <= 91 or int(expected) >= goal
            return Light.ON_COURSE if enough else Light.LAGGING
    short = wanted - Fraction(certain)
    return Light.LAGGING if short <= 1 or short <= Fraction(wanted, 5) else Light.BEHIND


def test_what_is_behind_the_figures_adds_up_to_them(books: Books) -> None:
    session, rooms = books
    for year in rooms:
        for line in board(session, year.room, YEAR, LAST):
            rows = evidence(session, year.room, line.indicator.id, LAST)
            if line.indicator.id in INDICATORS:
                added = [row.adds for row in rows if isinstance(row.adds, Range)]
                assert Range(sum(each.least for each in added), sum(each.most for each in added)) == line.value
                assert len(added) == len(rows)
            elif line.indicator.source == "entered":
                assert [row.adds for row in rows] == ([] if line.value is None else [line.value])
        minutes = sum(row.amount for row in evidence(session, year.room, HOURS, LAST))
        assert minutes == room_total(session, year.room.id, date(YEAR, 1, 1), LAST)


def test_the_evidence_of_a_report_adds_up_to_its_figures(books: Books) -> None:
    session, rooms = books
    for year in rooms:
        agreement = agreement_of(session, year.room.id, YEAR)
        assert agreement is not None
        voice = Voice("nl", date(YEAR + 1, 1, 20))
        part = room_part(session, voice, year.room, terms_of(agreement), date(YEAR, 1, 1), LAST)
        added: dict[str, Decimal] = defaultdict(Decimal)
        for row in part.evidence:
            added[row.indicator] += row.amount
        for line in part.indicators:
            if line.source in COUNTED:
                assert line.value is not None
                assert added[line.id] == line.value.low, line.id
        assert added[HOURS] * 60 == part.minutes == part.year_minutes


def test_those_who_really_came_are_within_the_range(books: Books) -> None:
    session, rooms = books
    for year in rooms:
        values = {line.indicator.id: line.value for line in board(session, year.room, YEAR, LAST)}
        for indicator in (*PEOPLE, "participants"):
            kinds = [kind for kind in year.came if indicator in ("participants", INDICATOR_OF.get(kind))]
            really = len(set[int]().union(*(year.came[kind] for kind in kinds)))
            found = values[indicator]
            assert isinstance(found, Range)
            assert found.least <= really <= found.most, (year.room.slug, indicator)


@pytest.mark.parametrize("number", range(6))
def test_other_years_too(engine: Engine, number: int) -> None:
    _small_years_are_the_same(engine, number, 2028 if number % 2 else 2027)


def test_on_postgres_too(postgres_engine: Engine) -> None:
    _small_years_are_the_same(postgres_engine, 7, 2027)


def _small_years_are_the_same(engine: Engine, number: int, year: int) -> None:
    with unit_of_work(engine) as session:
        rooms = generate(session, year, number, SMALL)
        every = slow.Books(session)
        for room in (found.room for found in rooms):
            for on in (date(year, 2, 29 if year == 2028 else 28), date(year, 9, 30), date(year, 12, 31)):
                _same(every, room, board(session, room, year, on), on)


def test_the_same_number_gives_the_same_year(empty_database: Path, tmp_path: Path) -> None:
    found = _rows(empty_database, tmp_path / "one.db", 3)
    assert found == _rows(empty_database, tmp_path / "two.db", 3)
    assert found != _rows(empty_database, tmp_path / "other.db", 4)


def _rows(empty_database: Path, path: Path, number: int) -> dict[str, list[tuple[object, ...]]]:
    path.write_bytes(empty_database.read_bytes())
    engine = open_database(f"sqlite:///{path}")
    with unit_of_work(engine) as session:
        generate(session, YEAR, number, SMALL)
        # Of a round the code, and of a room the mark of its words, are made anew each time.
        secret = (SurveyRound.__tablename__, Room.__tablename__)
        tables = [table for table in SQLModel.metadata.sorted_tables if table.name not in secret]
        found = {table.name: [tuple(row) for row in session.connection().execute(table.select())] for table in tables}
    engine.dispose()
    return found
