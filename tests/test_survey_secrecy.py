"""Nobody can tell from the database who answered what in a survey.

Two databases are made in the same way, in which the same people take part in the same order; but their answers are
changed about. If anything that is kept led from a person to an answer, the two would differ somewhere.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from handlers.messages import Incoming, Kind
from handlers.receive import Result, receive
from handlers.surveys import answering
from scheduler.tick import tick
from storage import people, rooms, surveys
from storage.backups import back_up
from storage.claims import Sent, claim, mark_sent
from storage.database import open_database, reading, unit_of_work
from storage.entries import Evidence
from storage.inbox import accept
from storage.survey_results import survey_result
from storage.surveys import RESIDENTS
from storage.tables import Account, Inbox, Outbox, Person, Room, SurveyCount, SurveyPerson, SurveyRound
from tests import postgres

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
CLOSED = datetime(2026, 3, 27, 3, tzinfo=UTC)
NAMES = ("Noor", "Piet", "Els", "Mo", "Ann", "Bob")
ONE_WAY = (("yes", "no", "9"), ("no", "yes", "3"), ("bit", "yes", "7"), ("yes", "yes", "9"), ("no", "bit", "1"))
OTHER_WAY = (("no", "bit", "3"), ("yes", "yes", "9"), ("yes", "no", "1"), ("bit", "yes", "7"), ("no", "yes", "9"))
SAID = "ik durf eindelijk zelf te bellen"
"""Typed while a survey asks: not an answer that can be counted."""
Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request: pytest.FixtureRequest, empty_database: Path, tmp_path: Path) -> Iterator[Engine]:
    """Fresh databases, one after another: of PostgreSQL there is one, emptied."""
    return _fresh(request, empty_database, tmp_path)


def _fresh(request: pytest.FixtureRequest, empty_database: Path, tmp_path: Path) -> Iterator[Engine]:
    number = 0
    while True:
        number += 1
        if request.param == "sqlite":
            path = tmp_path / f"{number}.db"
            path.write_bytes(empty_database.read_bytes())
            yield open_database(f"sqlite:///{path}")
        else:
            engine = request.getfixturevalue("postgres_database")
            postgres.empty(engine)
            yield engine


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys.secrets, "token_urlsafe", lambda _size: "c" * 24)


class Play:
    """People who take part in a survey, each by a number of messages that does not depend on what they answer."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.now = NOW
        self.count = 0
        with unit_of_work(engine) as session:
            room = rooms.add_room(session, "top", "TOP")
            made = [self._person(session, room, name) for name in NAMES]
            taken = accept(
                session, channel="t", external_id="open", chat="Els", message="0", sent_at=NOW, received_at=NOW,
                payload=None,
            )  # fmt: skip
            assert taken is not None
            evidence = Evidence(by=made[0].id, at=NOW, inbox_id=taken.id)
            asked = [person.id for person in made]
            self.round = surveys.open_round(session, room.id, RESIDENTS, NOW.date(), evidence, asked).id

    @staticmethod
    def _person(session: Session, room: Room, name: str) -> Person:
        person = Person(name=name, created_at=NOW, consented_at=NOW, consent_version=1)
        session.add(person)
        session.flush()
        session.add(Account(channel="t", external_id=name, chat=name, person_id=person.id, last_seen_at=NOW))
        people.join(session, room.id, person.id, NOW.date())
        return person

    def says(self, who: str, text: str, *, is_press: bool = False, **more: Any) -> Result:
        """Somebody types, or presses; the bot's answers are sent, as far as they are due."""
        self.count += 1
        self.now += timedelta(minutes=1)
        incoming = Incoming(
            channel="t",
            id=f"u{self.count}",
            account=who,
            chat=who,
            sent_at=self.now,
            kind=Kind.BUTTON if is_press else Kind.TEXT,
            text=text,
            message="" if is_press else f"m{self.count}",
            sender_name=who,
        )
        result = receive(self.engine, Incoming(**{**_fields(incoming), **more}), self.now).result
        with unit_of_work(self.engine) as session:
            rows = claim(session, "t", self.now, timedelta(seconds=30), 10)
            mark_sent(session, [Sent(row.id, f"b{row.id}", self.now) for row in rows])
        return result

    def presses(self, who: str, position: int, what: str) -> Result:
        """Somebody presses a button of the survey."""
        return self.says(who, f"s:{self.round}:{position}:{what}", is_press=True, replies_to="b1")

    def answers(self, who: str, values: Sequence[str]) -> None:
        """Somebody answers all questions: with a button, in words, and with a typed mark."""
        words = {"yes": "ja", "bit": "een beetje", "no": "nee"}
        self.presses(who, 0, "go")
        self.presses(who, 0, values[0])
        self.says(who, words[values[1]])
        self.says(who, values[2])

    def clock(self, at: datetime) -> None:
        """The clock does what is due."""
        tick(self.engine, at)


def _fields(incoming: Incoming) -> dict[str, Any]:
    return {name: getattr(incoming, name) for name in Incoming.__dataclass_fields__}


def dump(engine: Engine) -> Dump:
    """All that is kept, row by row, with the places of the rows and the order of the transactions that wrote them."""
    is_file = engine.dialect.name == "sqlite"
    hidden = "rowid" if is_file else "ctid::text, xmin::text::bigint, xmax::text::bigint"
    found: Dump = {}
    with engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            # Of a room's words the mark is random by itself.
            columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "words_version")
            rows = connection.exec_driver_sql(f'SELECT {hidden}, {columns} FROM "{table.name}" ORDER BY 1')
            found[table.name] = [tuple(map(str, row)) if is_file else tuple(row) for row in rows]
        if not is_file:
            _rank_transactions(found)
    return found


def _rank_transactions(found: Dump) -> None:
    """What counts of a transaction's number is which rows bear it too."""
    numbers = sorted({int(number) for rows in found.values() for row in rows for number in row[1:3]})
    rank = {number: place for place, number in enumerate(numbers)}
    for name, rows in found.items():
        found[name] = [(row[0], rank[int(row[1])], rank[int(row[2])], *map(str, row[3:])) for row in rows]


def _answer_all(play: Play, way: Sequence[Sequence[str]]) -> None:
    for who, values in zip(NAMES, way, strict=False):
        play.answers(who, values)


def test_the_database_is_the_same_whoever_answered_what(two: Iterator[Engine]) -> None:
    dumps = []
    for way in (ONE_WAY, OTHER_WAY):
        play = Play(next(two))
        _answer_all(play, way)
        still_open = dump(play.engine)
        play.clock(CLOSED)
        with reading(play.engine) as session:
            result = survey_result(session, 1, "trust", 2026, CLOSED.date())
            assert result is not None
            assert result.counts == {"yes": 2, "bit": 1, "no": 2}
        dumps.append((still_open, dump(play.engine)))
    (open_one, closed_one), (open_other, closed_other) = dumps
    assert len(open_one["survey_person"]) == len(NAMES)
    assert open_one == open_other
    assert closed_one == closed_other


def test_what_fails_and_what_is_misread_tells_as_little(
    two: Iterator[Engine], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="handlers")
    dumps, logged = [], []
    for way in (ONE_WAY, OTHER_WAY):
        caplog.clear()
        play = Play(next(two))
        for who, values in zip(NAMES, way, strict=False):
            play.presses(who, 0, "go")
            with monkeypatch.context() as broken:
                broken.setattr(answering, "_answered", lambda *_: {}["gone"])
                assert play.presses(who, 0, values[0]) is Result.FAILED
                assert play.says(who, {"yes": "ja", "bit": "beetje", "no": "nee"}[values[0]]) is Result.FAILED
            play.says(who, f"{SAID}, dus {values[0]}")
            play.says(who, f"{values[2]},5")
            play.presses(who, 0, values[0])
            play.says(who, values[1], message="m1", edited=True)
        dumps.append(dump(play.engine))
        logged.append([record.getMessage() for record in caplog.records if record.name.startswith("handlers")])
    assert dumps[0] == dumps[1]
    assert logged[0] == logged[1]
    assert len(logged[0]) == 2 * len(ONE_WAY)


def test_of_a_turn_the_inbox_keeps_the_id_alone(two: Iterator[Engine]) -> None:
    play = Play(next(two))
    play.answers("Noor", ONE_WAY[0])
    play.presses("Piet", 0, "go")
    play.says("Piet", SAID)
    play.says("Sam", "/start " + "c" * 24)
    with reading(play.engine) as session:
        turns = session.exec(select(Inbox).where(Inbox.external_id != "open")).all()
        assert len(turns) == 7
        day = NOW.replace(hour=0)
        assert {(row.chat, row.person_id, row.payload, row.error) for row in turns} == {("", None, None, None)}
        assert {(row.sent_at, row.received_at) for row in turns} == {(day, day)}
        assert {row.message for row in turns} == {"", "m3", "m4", "m6", "m7"}
        sent = session.exec(select(Outbox)).all()
        assert {(row.trace, row.answers) for row in sent} == {("", None)}


def test_hours_told_while_a_survey_asks_have_their_evidence(two: Iterator[Engine]) -> None:
    play = Play(next(two))
    play.presses("Noor", 0, "go")
    play.says("Noor", "2 uur gisteren")
    with reading(play.engine) as session:
        row = session.exec(select(Inbox).where(Inbox.external_id == "u2")).one()
        assert row.payload is not None
        assert (row.chat, row.payload["text"]) == ("Noor", "2 uur gisteren")


def test_once_the_round_is_closed_nothing_says_who_took_part(two: Iterator[Engine]) -> None:
    play = Play(next(two))
    _answer_all(play, ONE_WAY)
    with reading(play.engine) as session:
        assert session.exec(select(SurveyPerson)).all()
        about = [row for row in session.exec(select(Outbox)) if row.body and row.body["subject"]]
        assert {row.chat for row in about} == set(NAMES[:5])
    play.clock(CLOSED)
    with reading(play.engine) as session:
        assert session.get_one(SurveyRound, play.round).closed_on == CLOSED.date()
        assert session.exec(select(SurveyPerson)).all() == []
        left = session.exec(select(Outbox).where(Outbox.person_id != None)).all()  # noqa: E711 (SQL)
        # That the round is over is told to coordinators, of whom there is none: nothing else was ever written.
        assert left == []
    play.says("Noor", "8", replies_to="b1")
    with reading(play.engine) as session:
        assert session.exec(select(Inbox).order_by(Inbox.id.desc())).first().person_id is None  # type: ignore[union-attr, attr-defined]


def test_the_file_of_the_database_is_the_same_too_and_holds_nothing_that_was_typed(
    empty_database: Path, tmp_path: Path
) -> None:
    files = []
    for number, way in enumerate((ONE_WAY, OTHER_WAY)):
        path = tmp_path / str(number) / "kamerbot.db"
        path.parent.mkdir()
        path.write_bytes(empty_database.read_bytes())
        play = Play(open_database(f"sqlite:///{path}"))
        for who, values in zip(NAMES, way, strict=False):
            play.presses(who, 0, "go")
            play.says(who, SAID)
            play.answers(who, values)
        kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
        assert SAID.encode() not in kept
        play.clock(CLOSED)
        log = path.parent / "kamerbot.db-wal"
        assert not log.exists() or log.stat().st_size == 0, "older states of the tables stand in the log of writes"
        files.append(_without_mark(play.engine, path))
    assert files[0] == files[1]


def test_a_copy_of_the_database_holds_no_answers_of_a_round_that_is_open(empty_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "kamerbot.db"
    path.write_bytes(empty_database.read_bytes())
    play = Play(open_database(f"sqlite:///{path}"))
    for number, (who, values) in enumerate(zip(NAMES, ONE_WAY, strict=False)):
        play.answers(who, values)
        back_up(play.engine, tmp_path / f"copy{number}.db")
        with reading(open_database(f"sqlite:///{tmp_path / f'copy{number}.db'}")) as session:
            assert sum(_answers(session)) == 0
    with reading(play.engine) as session:
        assert sum(_answers(session)) == 3 * len(ONE_WAY)
    play.clock(CLOSED)
    back_up(play.engine, tmp_path / "closed.db")
    with reading(open_database(f"sqlite:///{tmp_path / 'closed.db'}")) as session:
        assert sum(_answers(session)) == 3 * len(ONE_WAY)


def _answers(session: Session) -> list[int]:
    return [count for row in session.exec(select(SurveyCount)) for count in row.counts.values()]


def _without_mark(engine: Engine, path: Path) -> bytes:
    """The file, but for the mark of the room's words, which is random by itself."""
    with reading(engine) as session:
        mark = session.get_one(Room, 1).words_version
    content = path.read_bytes()
    assert b"survey:1" not in content, "a message of the round can be read where it was deleted"
    assert mark.encode() in content
    return content.replace(mark.encode(), b"-" * len(mark))


def test_a_file_with_all_that_is_kept_of_somebody_tells_nothing_of_a_round_that_is_closed(
    two: Iterator[Engine],
) -> None:
    play = Play(next(two))
    play.answers("Noor", ONE_WAY[0])
    play.says("Noor", "mijn gegevens")
    with reading(play.engine) as session:
        file = session.exec(select(Outbox).order_by(col(Outbox.id).desc())).first()
        assert file is not None
        assert file.body is not None
        sections = {part["title"]: part["rows"] for part in file.body["attachment"]["data"]["sections"]}
        assert [list(row) for row in sections["Enquêtes die nu lopen"]] == [
            ["TOP", "donderdag 12 maart", "woensdag 25 maart"]
        ]
    play.clock(CLOSED)
    with reading(play.engine) as session:
        assert session.get_one(Outbox, file.id).body is None
