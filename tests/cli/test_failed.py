"""Messages that could not be handled: listed without what they say, and handled again once the fault is mended."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bot.clock import now
from handlers.hours import booking
from handlers.messages import Incoming
from handlers.receive import receive
from handlers.turn import Turn
from storage import groups, keeping, people, rooms
from storage.database import reading, unit_of_work
from storage.tables import Account, EntryVersion, Inbox, Outbox, Person
from tests.cli.conftest import Invoke

SENT = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
HOURS = Incoming(
    channel="test", id="1", account="noor", chat="noor", sent_at=SENT, text="3 uur kookgroep gisteren", message="1"
)


@pytest.fixture
def broken(books: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Noor told of her hours while booking had a fault, which is mended now."""
    with unit_of_work(books) as session:
        room = rooms.add_room(session, "top", "TOP")
        groups.add_group(session, room.id, "kookgroep", "koken")
        noor = Person(name="Noor", created_at=SENT, consented_at=SENT, consent_version=1)
        session.add(noor)
        session.flush()
        session.add(Account(channel="test", external_id="noor", chat="noor", person_id=noor.id, last_seen_at=SENT))
        people.join(session, room.id, noor.id, SENT.date())

    def fault(*_: object, **__: object) -> None:
        raise ZeroDivisionError("3 uur kookgroep van Noor")

    with monkeypatch.context() as patch:
        patch.setattr(booking.entries, "add_entry", fault)
        receive(books, HOURS, SENT)


def _booked(engine: Engine) -> list[tuple[int, str]]:
    with reading(engine) as session:
        return [(entry.minutes, entry.date.isoformat()) for entry in session.exec(select(EntryVersion))]


def _said(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return [(row.body or {})["text"] for row in session.exec(select(Outbox).order_by(Outbox.id))]  # type: ignore[arg-type]


@pytest.mark.usefixtures("broken")
def test_what_failed_is_listed_without_what_it_says(invoke: Invoke) -> None:
    listed = invoke("failed").stdout
    assert re.search(r"^ +1  2026-03-12 19:15  test +top +ZeroDivisionError$", listed, re.MULTILINE)
    assert "uur" not in listed
    assert "Noor" not in listed


@pytest.mark.usefixtures("broken")
def test_once_mended_it_is_handled_as_of_the_time_it_was_sent(books: Engine, invoke: Invoke) -> None:
    assert _booked(books) == []
    assert "1: handled" in invoke("retry", "1").stdout
    assert _booked(books) == [(180, "2026-03-11")]
    assert _said(books)[-1] == "Genoteerd: <b>3 uur</b> kookgroep, woensdag 11 maart."
    with reading(books) as session:
        row = session.exec(select(Inbox)).one()
        entry = session.exec(select(EntryVersion)).one()
    assert (row.error, entry.inbox_id) == (None, row.id)
    assert "no message of this number failed" in invoke("retry", "1", code=1).stdout
    assert _booked(books) == [(180, "2026-03-11")]
    assert "All messages were handled." in invoke("failed").stdout


@pytest.mark.usefixtures("broken")
def test_one_that_fails_again_is_kept_without_another_apology(
    books: Engine, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("handlers.receive.converse", lambda turn: 1 / 0)
        assert "1: failed again" in invoke("retry", "--all", code=1).stdout
    assert len(_said(books)) == 1
    assert "1: handled" in invoke("retry", "--all").stdout
    assert _booked(books) == [(180, "2026-03-11")]


@pytest.mark.usefixtures("broken")
def test_what_is_not_kept_any_more_cannot_be_handled_again(books: Engine, invoke: Invoke) -> None:
    with unit_of_work(books) as session:
        keeping.erase_received(session, SENT + timedelta(days=15))
    assert invoke("failed").stdout == "1 older: what was said is not kept any more\n"
    assert "ask the writer" in invoke("retry", "1", code=1).stdout
    assert _booked(books) == []


def test_what_came_lately_is_listed_though_nothing_of_it_was_kept(books: Engine, invoke: Invoke) -> None:
    """Of what is said in a group chat nothing is kept."""
    with unit_of_work(books) as session:
        lately = now() - timedelta(days=1)
        session.add(
            Inbox(
                channel="test",
                external_id="1",
                chat="g",
                message="1",
                sent_at=lately,
                received_at=lately,
                error="KeyError",
            )
        )
    assert "KeyError  (what it said is not kept)" in invoke("failed").stdout


@pytest.mark.usefixtures("broken")
def test_it_answers_no_question_that_was_asked_later(
    books: Engine, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Incoming(channel="test", id="2", account="noor", chat="noor", sent_at=SENT, text="/uren", message="2")
    receive(books, later, SENT + timedelta(minutes=5))
    questions: list[object] = []

    def converse(turn: Turn) -> list[object]:
        questions.append(turn.question)
        return []

    with monkeypatch.context() as patch:
        patch.setattr("handlers.receive.converse", converse)
        invoke("retry", "1")
    assert questions == [None]


def _say(engine: Engine, number: int, text: str) -> None:
    at = SENT + timedelta(minutes=number)
    receive(engine, replace(HOURS, id=str(number), message=str(number), text=text, sent_at=at), at)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("since", "booked"),
    [
        ("", [(300, "2026-03-10"), (120, "2026-03-10")]),
        ("3 uur maandag", [(300, "2026-03-10"), (180, "2026-03-09")]),
        ("nee, 4 uur", [(300, "2026-03-10"), (240, "2026-03-10")]),
    ],
)
def test_a_correction_changes_nothing_that_was_told_after_it(
    books: Engine, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, since: str, booked: list[tuple[int, str]]
) -> None:
    _say(books, 2, "5 uur dinsdag")
    with monkeypatch.context() as patch:
        patch.setattr("handlers.receive.converse", lambda turn: 1 / 0)
        _say(books, 3, "nee, 2 uur")
    if since:
        _say(books, 4, since)
    assert "3: handled" in invoke("retry", "3").stdout
    assert _booked(books) == booked
    assert not since or "?" in _said(books)[-1]


def _edit(engine: Engine, number: int, text: str) -> None:
    at = SENT + timedelta(minutes=number)
    receive(engine, replace(HOURS, id=str(number), text=text, sent_at=at, edited=True), at)


@pytest.mark.usefixtures("broken")
def test_what_was_edited_since_is_not_booked_beside_what_it_says_now(books: Engine, invoke: Invoke) -> None:
    _edit(books, 2, "2 uur kookgroep gisteren")
    assert "1: it was edited since" in invoke("retry", "--all").stdout
    assert _booked(books) == [(120, "2026-03-11")]
    assert "All messages were handled." in invoke("failed").stdout


@pytest.mark.usefixtures("broken")
def test_edits_that_failed_are_handled_in_order(books: Engine, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("handlers.receive.converse", lambda turn: 1 / 0)
        _edit(books, 2, "2 uur kookgroep gisteren")
    assert invoke("retry", "--all").stdout.count("handled;") == 2
    assert _booked(books) == [(180, "2026-03-11"), (120, "2026-03-11")]
    with reading(books) as session:
        assert {entry.entry_id for entry in session.exec(select(EntryVersion))} == {1}


def test_a_number_or_all(books: Engine, invoke: Invoke) -> None:
    invoke("retry", code=2)
    invoke("retry", "1", "--all", code=2)
    assert "All messages were handled." in invoke("retry", "--all").stdout
