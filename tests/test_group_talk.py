"""What is said in a group chat and is not meant for the bot: nothing of it is kept but the ids of message and chat."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel, select

from handlers import receive as receiving
from handlers.messages import Incoming, Kind
from handlers.receive import receive
from storage import group_chats, groups, people, rooms
from storage.database import reading, unit_of_work
from storage.tables import Account, Inbox, Outbox, Person

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)
TALK = Incoming(
    channel="test", id="1", account="noor", chat="-1", sent_at=NOW, message="1", group_chat=True, sees_all=True
)
SECRET = "mijn buurvrouw Fatima heeft weer ruzie"


@pytest.fixture
def with_noor(engine: Engine) -> Engine:
    """Noor is in the tuingroep, whose chat is coupled."""
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        group = groups.add_group(session, room.id, "tuingroep", "tuin")
        noor = Person(name="Noor", created_at=NOW, consented_at=NOW, consent_version=1)
        session.add(noor)
        session.flush()
        session.add(Account(channel="test", external_id="noor", chat="noor", person_id=noor.id, last_seen_at=NOW))
        people.join(session, room.id, noor.id, NOW.date(), group_id=group.id)
        group_chats.couple(session, group, "test", "-1", noor.id, NOW)
    return engine


def _all_rows(engine: Engine) -> dict[str, list[str]]:
    with reading(engine) as session:
        return {
            table.name: sorted(map(str, session.execute(table.select())))
            for table in SQLModel.metadata.sorted_tables
            if table.name != "inbox"
        }


@pytest.mark.parametrize(
    "said",
    [
        replace(TALK, text=SECRET),
        replace(TALK, text=SECRET, account="xan", sender_name="Xan"),
        replace(TALK, text=f"{SECRET}, al 2 uur lang"),
        replace(TALK, text="wie komt er morgen 2 uur in de tuin?"),
        replace(TALK, text="nee, 2 uur"),
        replace(TALK, text="ja"),
        replace(TALK, text=SECRET, edited=True),
        replace(TALK, text=SECRET, forwarded=True, addressed=True),
        replace(TALK, text=SECRET, anonymous=True, account=""),
        replace(TALK, text="/weer morgen", addressed=True),
        replace(TALK, kind=Kind.PHOTO, photo="abc", text=SECRET),
        replace(TALK, kind=Kind.VOICE),
        replace(TALK, kind=Kind.LOCATION),
        replace(TALK, kind=Kind.BUTTON, text="q:1:yes", replies_to="9", message=""),
        replace(TALK, kind=Kind.BUTTON, text="wrong:1", replies_to="9", message=""),
    ],
    ids=lambda said: f"{said.kind} {said.text}"[:40],
)
def test_group_talk_is_not_kept(with_noor: Engine, said: Incoming) -> None:
    before = _all_rows(with_noor)
    receive(with_noor, said, NOW)
    assert _all_rows(with_noor) == before
    with reading(with_noor) as session:
        [row] = session.exec(select(Inbox)).all()
    assert (row.payload, row.person_id, row.error) == (None, None, None)
    assert (row.chat, row.message) == ("-1", said.message)


def test_a_report_is_kept_as_the_evidence_of_its_hours(with_noor: Engine) -> None:
    receive(with_noor, replace(TALK, text="2 uur tuin", photo="secret"), NOW)
    with reading(with_noor) as session:
        [row] = session.exec(select(Inbox)).all()
        [answer] = session.exec(select(Outbox)).all()
    assert row.person_id is not None
    assert row.payload is not None
    assert (row.payload["text"], row.payload["photo"]) == ("2 uur tuin", "")
    assert answer.body is not None
    assert (answer.chat, answer.body["replies_to"]) == ("-1", "1")


@pytest.mark.parametrize("addressed", [True, False])
def test_of_what_fails_nothing_is_kept_and_who_spoke_to_the_bot_is_told(
    with_noor: Engine, monkeypatch: pytest.MonkeyPatch, addressed: bool
) -> None:
    monkeypatch.setattr(receiving, "hear", lambda *_: 1 / 0)
    receive(with_noor, replace(TALK, text=SECRET, addressed=addressed), NOW)
    with reading(with_noor) as session:
        [row] = session.exec(select(Inbox)).all()
        told = [answer.body and answer.body["text"] for answer in session.exec(select(Outbox))]
    assert (row.payload, row.person_id, row.error) == (None, None, "ZeroDivisionError")
    assert told == (["Er ging iets mis bij mij. Stuur het nog een keer."] if addressed else [])
