"""What is kept of a room's words is never older than the words themselves, however they were changed."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, delete, text, update
from sqlmodel import Session, col, select

from storage.database import unit_of_work
from storage.groups import add_group
from storage.people import join
from storage.room_words import RoomWords, room_words
from storage.rooms import add_room
from storage.tables import Group, LearnedWord, Member, Person, Room
from storage.words import learn, take_back

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
DAY = date(2026, 3, 12)


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest) -> Engine:
    """Two rooms: TOP with Noor, a group and a learned word, and one in which nothing happens."""
    found: Engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres_engine")
    with unit_of_work(found) as session:
        top, hart = add_room(session, "top", "TOP"), add_room(session, "hart", "Hart")
        tuin = add_group(session, top.id, "tuingroep", aliases=("moestuin",))
        noor = Person(name="Noor", created_at=NOW)
        session.add(noor)
        session.flush()
        join(session, top.id, noor.id, DAY)
        learn(session, top.id, "wieden", tuin.id, noor.id, NOW)
        add_group(session, hart.id, "breiclub")
    return found


def _words(engine: Engine, slug: str = "top") -> RoomWords:
    with unit_of_work(engine) as session:
        return _read(session, slug)


def _read(session: Session, slug: str = "top") -> RoomWords:
    known = select(Room.id, Room.words_version).where(Room.slug == slug)
    return room_words(session, *session.exec(known).one())


def _told(words: RoomWords) -> str:
    groups = [" ".join(group.names) for group in words.groups]
    return f"{groups} {list(words.people.values())} {[word for word, _ in words.learned]} {list(words.corporations)}"


def test_unchanged_words_are_not_read_again(house: Engine) -> None:
    assert _words(house) is _words(house)
    assert _told(_words(house)) == "['tuingroep moestuin'] ['Noor'] ['wieden'] []"


def _noor(session: Session) -> Person:
    return session.exec(select(Person)).one()


def _group(session: Session) -> Group:
    return session.exec(select(Group).where(Group.name == "tuingroep")).one()


def _rename_group(session: Session) -> None:
    _group(session).name = "groengroep"


def _close(session: Session) -> None:
    _group(session).closed_at = NOW


def _let_in(session: Session) -> None:
    person = Person(name="Piet", created_at=NOW)
    session.add(person)
    session.flush()
    join(session, _group(session).room_id, person.id, DAY)


def _settings(session: Session) -> None:
    session.exec(select(Room).where(Room.slug == "top")).one().settings = {"corporations": "Mitros"}


CHANGES: dict[str, tuple[Callable[[Session], object], str]] = {
    "a group has another name": (_rename_group, "['groengroep moestuin'] ['Noor'] ['wieden'] []"),
    "a group is closed": (_close, "[] ['Noor'] [] []"),
    "somebody has another name": (
        lambda session: session.exec(update(Person).values(name="Nora")),
        "['tuingroep moestuin'] ['Nora'] ['wieden'] []",
    ),
    "somebody leaves": (
        lambda session: session.exec(update(Member).values(left_on=DAY)),
        "['tuingroep moestuin'] [] ['wieden'] []",
    ),
    "somebody is taken out": (lambda session: session.exec(delete(Member)), "['tuingroep moestuin'] [] ['wieden'] []"),
    "somebody is let in": (_let_in, "['tuingroep moestuin'] ['Noor', 'Piet'] ['wieden'] []"),
    "a word is taken back": (
        lambda session: take_back(session, session.exec(select(LearnedWord)).one()),
        "['tuingroep moestuin'] ['Noor'] [] []",
    ),
    "a corporation is set": (_settings, "['tuingroep moestuin'] ['Noor'] ['wieden'] ['Mitros']"),
    "a word is changed by hand": (
        lambda session: session.connection().execute(text("UPDATE learnedword SET word = 'harken'")),
        "['tuingroep moestuin'] ['Noor'] ['harken'] []",
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES.keys())
def test_each_change_is_seen_at_once_and_in_its_room_alone(
    house: Engine, change: Callable[[Session], object], told: str
) -> None:
    elsewhere = _words(house, "hart")
    assert _told(_words(house)) != told
    with unit_of_work(house) as session:
        change(session)
        assert _told(_read(session)) == told
    assert _told(_words(house)) == told
    assert _words(house, "hart") is elsewhere


def test_a_change_that_is_undone_leaves_nothing_behind(house: Engine) -> None:
    before = _told(_words(house))
    with Session(house) as session:
        _rename_group(session)
        assert _told(_read(session)) != before
        session.rollback()
    assert _told(_words(house)) == before
    with unit_of_work(house) as session:
        session.exec(update(Group).where(col(Group.name) == "tuingroep").values(name="tuin"))
    assert _told(_words(house)).startswith("['tuin moestuin']")
