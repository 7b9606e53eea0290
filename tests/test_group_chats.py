"""Group chats in the books: coupled, moved, put out of."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from storage import claims, dialogues, group_chats, groups, outbox, people, rooms
from storage.claims import Sent
from storage.database import reading, unit_of_work
from storage.tables import Dialogue, Group, GroupChat, Outbox, Person

NOW = datetime(2026, 3, 12, 19, 15, tzinfo=UTC)


@pytest.fixture
def books(engine: Engine) -> Engine:
    """A room with two groups, of which Noor leads the first."""
    with unit_of_work(engine) as session:
        room = rooms.add_room(session, "top", "TOP")
        tuin = groups.add_group(session, room.id, "tuingroep", "tuin")
        groups.add_group(session, room.id, "kookgroep", "koken")
        noor = Person(name="Noor", created_at=NOW)
        session.add(noor)
        session.flush()
        people.join(session, room.id, noor.id, NOW.date(), group_id=tuin.id, is_leader=True)
    return engine


def _group(session: Session, name: str = "tuingroep") -> Group:
    return session.exec(select(Group).where(Group.name == name)).one()


def _noor(session: Session) -> int:
    return session.exec(select(Person.id)).one()


def _couple(session: Session, chat: str, name: str = "tuingroep") -> list[GroupChat]:
    return group_chats.couple(session, _group(session, name), "test", chat, _noor(session), NOW)


def _reports_for(session: Session, chat: str) -> str | None:
    group = group_chats.group_of(session, group_chats.find(session, "test", chat))
    return None if group is None else group.name


def test_a_group_has_one_chat_and_a_chat_one_group(books: Engine) -> None:
    with unit_of_work(books) as session:
        assert _couple(session, "-1") == []
        [left] = _couple(session, "-2")
        assert (left.chat, _reports_for(session, "-1"), _reports_for(session, "-2")) == ("-1", None, "tuingroep")
        assert _couple(session, "-2", "kookgroep") == []
        assert _reports_for(session, "-2") == "kookgroep"
        assert len(session.exec(select(GroupChat)).all()) == 2


def test_the_same_chat_on_another_channel_is_another_chat(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        assert group_chats.find(session, "other", "-1") is None


def test_a_merged_group_is_followed_and_a_closed_one_has_no_chat(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        tuin, koken = _group(session), _group(session, "kookgroep")
        tuin.closed_at, tuin.merged_into = NOW, koken.id
        session.flush()
        assert _reports_for(session, "-1") == "kookgroep"
        koken.closed_at = NOW
        session.flush()
        assert _reports_for(session, "-1") is None


def test_put_out_ends_the_coupling_once_and_drops_what_waits(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        address = outbox.Address(channel="test", chat="-1", person_id=None)
        row = outbox.put(session, address, NOW, body={"text": "Genoteerd."})
        told = group_chats.put_out(session, "test", "-1", NOW)
        again = group_chats.put_out(session, "test", "-1", NOW)
        assert (told is not None and told.name, again) == ("tuingroep", None)
        assert session.get_one(Outbox, row).status == outbox.DROPPED
        chat = group_chats.find(session, "test", "-1")
        assert chat is not None
        last = group_chats.last_group(session, chat)
        assert (last is not None and last.name) == "tuingroep"
        group_chats.put_back(session, chat)
        assert _reports_for(session, "-1") == "tuingroep"


def test_an_uncoupled_chat_forgets_its_group(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        chat = group_chats.find(session, "test", "-1")
        assert chat is not None
        group_chats.uncouple(session, chat, NOW)
        assert group_chats.last_group(session, chat) is None


def test_a_chat_that_moves_takes_everything_along_and_moving_twice_changes_nothing(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        dialogues.save_question(session, _noor(session), "-1", 7, "hours", {"a": 1}, NOW)
        address = outbox.Address(channel="test", chat="-1", person_id=None)
        body = {"text": "Genoteerd.", "replies_to": "41", "reaction": "👍", "replaces": "40"}
        outbox.put(session, address, NOW, body=body)
        sent = outbox.put(session, address, NOW, body=body)
        claims.mark_sent(session, [Sent(sent, "42", NOW)])
        other = outbox.put(session, outbox.Address(channel="other", chat="-1", person_id=None), NOW, body=body)
    for _ in range(2):
        with unit_of_work(books) as session:
            group_chats.move(session, "test", "-1", "-100")
    with reading(books) as session:
        assert (_reports_for(session, "-1"), _reports_for(session, "-100")) == (None, "tuingroep")
        [question] = session.exec(select(Dialogue)).all()
        assert (question.chat, question.number, question.state) == ("-100", 7, {"a": 1})
        waiting = session.exec(select(Outbox).where(Outbox.status == outbox.WAITING, Outbox.channel == "test")).one()
        # The messages it would point at have other ids there.
        assert waiting.body == {"text": "Genoteerd.", "replies_to": "", "reaction": "", "replaces": ""}
        assert waiting.chat == "-100"
        assert session.exec(select(Outbox.chat).where(Outbox.status == outbox.SENT)).one() == "-1"
        assert session.get_one(Outbox, other).chat == "-1"


def test_a_chat_that_moves_to_one_that_was_coupled_meanwhile_leaves_that_as_it_is(books: Engine) -> None:
    with unit_of_work(books) as session:
        _couple(session, "-1")
        _couple(session, "-100", "kookgroep")
        dialogues.save_question(session, _noor(session), "-1", 7, "hours", {}, NOW)
        dialogues.save_question(session, _noor(session), "-100", 8, "hours", {}, NOW)
        group_chats.move(session, "test", "-1", "-100")
    with reading(books) as session:
        assert _reports_for(session, "-100") == "kookgroep"
        assert [question.number for question in session.exec(select(Dialogue))] == [8]
        assert len(session.exec(select(GroupChat)).all()) == 1
