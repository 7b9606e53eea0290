"""Taking a message in: once, in one commit, and never lost when its handling fails."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from handlers import receive as receiving
from handlers.messages import THUMB, Attachment, Button, Reply
from handlers.receive import Result, receive
from handlers.turn import Turn
from storage import people
from storage.database import reading
from storage.outbox import HANDED_OVER, WAITING, Address
from storage.tables import EntryVersion, Inbox, Outbox
from tests.noor import HOURS, NOW


def _count(engine: Engine, table: type) -> int:
    with reading(engine) as session:
        return len(session.exec(select(table)).all())


def test_the_same_message_at_the_same_moment_in_many_threads_is_booked_once(with_noor: Engine) -> None:
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(receive, with_noor, HOURS, NOW) for _ in range(16)]:
            done.result()
    assert _count(with_noor, Inbox) == 1
    assert _count(with_noor, EntryVersion) == 1
    assert _count(with_noor, Outbox) == 1


def test_different_messages_of_one_person_at_once_are_all_booked(with_noor: Engine) -> None:
    messages = [replace(HOURS, id=str(n), message=str(n), text=f"{n} min maandag") for n in range(10, 20)]
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(receive, with_noor, message, NOW) for message in messages]:
            done.result()
    with reading(with_noor) as session:
        assert sorted(entry.minutes for entry in session.exec(select(EntryVersion))) == list(range(10, 20))


def test_a_message_whose_handling_fails_is_kept_answered_and_blocks_nobody(
    with_noor: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(turn: Turn) -> list[Reply]:
        people.join_group(turn.session, 999, turn.person.id)
        raise AssertionError("unreachable: the group does not exist")

    with monkeypatch.context() as broken:
        broken.setattr(receiving, "converse", fail)
        receive(with_noor, HOURS, NOW)
    receive(with_noor, HOURS, NOW)
    receive(with_noor, replace(HOURS, id="2", message="2", text="3 uur maandag"), NOW)
    with reading(with_noor) as session:
        failed, fine = session.exec(select(Inbox).order_by(Inbox.id)).all()
        assert failed.error == "IntegrityError"
        assert failed.payload is not None
        assert failed.payload["text"] == HOURS.text
        assert fine.error is None
        assert [entry.minutes for entry in session.exec(select(EntryVersion))] == [180]
        apology, echo = session.exec(select(Outbox).order_by(Outbox.id)).all()
        assert "ging iets mis" in apology.body["text"]
        assert "3 uur" in echo.body["text"]
    assert HOURS.text not in caplog.text
    assert "Noor" not in caplog.text


def test_what_the_database_refuses_was_not_received(with_noor: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(turn: Turn) -> list[Reply]:
        raise OperationalError("INSERT", {}, Exception("database is locked"))

    with monkeypatch.context() as broken:
        broken.setattr(receiving, "converse", locked)
        with pytest.raises(OperationalError):
            receive(with_noor, HOURS, NOW)
    assert _count(with_noor, Inbox) == 0
    receive(with_noor, HOURS, NOW)
    assert _count(with_noor, EntryVersion) == 1


def test_a_handler_that_asks_the_database_wrongly_blocks_nobody(
    with_noor: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask_wrongly(turn: Turn) -> list[Reply]:
        turn.session.execute(text("SELECT nothing FROM nowhere"))
        raise AssertionError("unreachable: there is no such table")

    monkeypatch.setattr(receiving, "converse", ask_wrongly)
    assert receive(with_noor, HOURS, NOW).result is Result.FAILED
    assert receive(with_noor, HOURS, NOW).result is Result.AGAIN


def _handed(_session: Session, _address: Address, _now: datetime) -> timedelta:
    """Every answer may go in the response."""
    return timedelta()


def test_an_answer_is_handed_over_in_the_same_commit_and_given_again(with_noor: Engine) -> None:
    first = receive(with_noor, HOURS, NOW, _handed).answer
    again = receive(with_noor, HOURS, NOW, _handed).answer
    assert first is not None
    assert again is not None
    assert (first.id, first.body) == (again.id, again.body)
    with reading(with_noor) as session:
        [row] = session.exec(select(Outbox))
        assert (row.status, row.sent_at, row.answers) == (HANDED_OVER, NOW, session.exec(select(Inbox.id)).one())


def test_one_that_was_lost_and_cannot_be_handed_over_again_is_sent(with_noor: Engine) -> None:
    receive(with_noor, HOURS, NOW, _handed)
    assert receive(with_noor, HOURS, NOW).answer is None
    with reading(with_noor) as session:
        [row] = session.exec(select(Outbox))
    assert (row.status, row.sent_at, row.answers, row.claimed_until) == (WAITING, None, None, None)
    assert receive(with_noor, HOURS, NOW, _handed).answer is None


def test_the_apology_is_handed_over_like_any_answer(with_noor: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "converse", lambda turn: 1 / 0)
    answer = receive(with_noor, HOURS, NOW, _handed).answer
    assert answer is not None
    with reading(with_noor) as session:
        [row] = session.exec(select(Outbox))
    assert (row.id, row.status) == (answer.id, HANDED_OVER)


ONE = Reply(text="Genoteerd.")
GIVEN: list[tuple[str, list[Reply], bool]] = [
    ("words", [ONE], True),
    ("words with buttons", [replace(ONE, buttons=(Button("Klopt niet", "wrong:1"),))], True),
    ("words, and something for somebody else", [ONE, replace(ONE, to_chat="els")], True),
    ("two messages", [ONE, ONE], False),
    ("nothing here", [replace(ONE, to_chat="els")], False),
    ("a picture", [replace(ONE, attachment=Attachment("qr", {}))], False),
    ("a photo", [replace(ONE, photo="x")], False),
    ("a menu", [replace(ONE, menu=(("help", "Help"),))], False),
    ("a reaction", [replace(ONE, reaction=THUMB, replies_to="1")], False),
    ("for later", [replace(ONE, not_before=NOW)], False),
    ("a long text", [replace(ONE, text="a" * 2001)], False),
    ("no text", [replace(ONE, text=" ")], False),
]


@pytest.mark.parametrize(("replies", "is_given"), [case[1:] for case in GIVEN], ids=[case[0] for case in GIVEN])
def test_only_one_plain_answer_is_handed_over(
    with_noor: Engine, monkeypatch: pytest.MonkeyPatch, replies: list[Reply], is_given: bool
) -> None:
    monkeypatch.setattr(receiving, "converse", lambda turn: replies)
    answer = receive(with_noor, HOURS, NOW, _handed).answer
    assert (answer is not None) is is_given
    with reading(with_noor) as session:
        given = [row.chat for row in session.exec(select(Outbox)) if row.status == HANDED_OVER]
    assert given == ["noor"] * is_given
