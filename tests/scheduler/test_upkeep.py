"""How long words are kept."""

from datetime import timedelta

from sqlmodel import select

from scheduler.jobs.upkeep import parts
from storage import outbox
from storage.database import reading, unit_of_work
from storage.entries import Status
from storage.outbox import Address
from storage.people import join
from storage.tables import Account, Dialogue, EntryVersion, Inbox, Member, Outbox, Person
from tests.scheduler.rooms import CHANNEL, House, at

NOW = at("2026-11-16 03:30")


def keep_up(house: House) -> dict[str, int]:
    """Do the upkeep; what it counted, without what it did not do."""
    with unit_of_work(house.engine) as session:
        done = [(name, part(session, NOW.date(), NOW)) for name, part in parts([house.room])]
    return {name: count for name, count in done if count}


def words(house: House) -> list[bool]:
    """Of each message that came in, whether its words are still there."""
    with reading(house.engine) as session:
        return [row.payload is not None for row in session.exec(select(Inbox).order_by(Inbox.id))]


def test_words_go_30_days_after_the_entry_is_settled(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-10-16", 60)
    house.log("Noor", "2026-10-17", 60)
    assert keep_up(house) == {"received": 1}
    assert words(house) == [False, True]
    with reading(house.engine) as session:
        kept = session.exec(select(Inbox)).first()
    assert kept is not None
    assert (kept.external_id, kept.chat, kept.received_at) == ("in0", "Noor", at("2026-10-16 20:00"))


def test_words_stay_while_the_entry_waits_or_was_changed_since(house: House) -> None:
    house.add("Noor")
    house.log("Noor", "2026-09-01", 600, status=Status.WAITING)
    house.log("Noor", "2026-09-02", 600, status=Status.DISPUTED)
    entry = house.log("Noor", "2026-09-03", 60)
    house.correct(entry, 90, "2026-11-01 12:00")
    assert keep_up(house) == {}
    assert words(house) == [True, True, True, True]


def test_words_without_an_entry_go_after_30_days_and_failed_ones_after_14(house: House) -> None:
    with unit_of_work(house.engine) as session:
        for number, (days, error) in enumerate([(31, None), (29, None), (15, "KeyError"), (13, "KeyError")]):
            moment = NOW - timedelta(days=days)
            session.add(
                Inbox(
                    channel=CHANNEL,
                    external_id=f"x{number}",
                    chat="a",
                    message=f"x{number}",
                    sent_at=moment,
                    received_at=moment,
                    payload={"text": "hallo"},
                    error=error,
                )
            )
    assert keep_up(house) == {"received": 2}
    assert words(house) == [False, True, False, True]


def test_our_own_words_go_likewise(house: House) -> None:
    with unit_of_work(house.engine) as session:
        address = Address(channel=CHANNEL, chat="a", person_id=None)
        for days, mark in [(31, "sent"), (29, "sent"), (15, "failed"), (13, "failed"), (40, "waiting")]:
            row = outbox.put(session, address, NOW - timedelta(days=days), body={"text": "hallo"})
            session.get_one(Outbox, row).status = mark
    assert keep_up(house) == {"sent": 2}
    assert [row.body is not None for row in house.outbox()] == [False, True, False, True, True]


def test_questions_that_nobody_answered_are_closed(house: House) -> None:
    noor = house.add("Noor")
    with unit_of_work(house.engine) as session:
        for chat, days in (("old", 30), ("new", 29)):
            asked = NOW - timedelta(days=days)
            session.add(
                Dialogue(person_id=noor, chat=chat, number=3, kind="hours", state={"text": "woorden"}, asked_at=asked)
            )
    assert keep_up(house) == {"questions": 1}
    with reading(house.engine) as session:
        old, new = session.get_one(Dialogue, (noor, "old")), session.get_one(Dialogue, (noor, "new"))
        assert (old.kind, old.state, old.number) == ("", {}, 3)
        assert (new.kind, new.state) == ("hours", {"text": "woorden"})


def test_who_never_agreed_is_forgotten_after_14_days(house: House) -> None:
    house.add("Noor")
    house.person("Noor", consented_at=None)
    with unit_of_work(house.engine) as session:
        for name, days in (("long", 14), ("short", 13)):
            person = Person(name="", created_at=NOW - timedelta(days=days))
            session.add(person)
            session.flush()
            session.add(
                Account(
                    channel=CHANNEL, external_id=name, chat=name, person_id=person.id, last_seen_at=person.created_at
                )
            )
    assert keep_up(house) == {"forgotten": 1}
    assert keep_up(house) == {}
    with reading(house.engine) as session:
        assert sorted(session.exec(select(Account.external_id))) == ["Noor", "short"]
        assert session.exec(select(Member)).one().left_on is None


def test_what_is_out_of_date_is_given_up(house: House) -> None:
    with unit_of_work(house.engine) as session:
        address = Address(channel="nobody", chat="a", person_id=None)
        outbox.put(session, address, NOW, body={"text": "x"}, expires_at=NOW)
    assert keep_up(house) == {"dropped": 1}
    rows: list[Outbox] = house.outbox()
    assert rows[0].status == outbox.DROPPED


def test_who_left_every_room_is_forgotten_after_400_days_unless_they_came_back(house: House) -> None:
    for name in ("Noor", "Piet", "Els", "Ahmed"):
        house.add(name)
    house.log("Noor", "2025-06-01", 60)
    with unit_of_work(house.engine) as session:
        people = {person.name: person for person in session.exec(select(Person))}
        for name, left in (("Noor", "2025-10-12"), ("Piet", "2025-10-13"), ("Els", "2025-01-01")):
            member = session.exec(select(Member).where(Member.person_id == people[name].id)).one()
            member.left_on = at(f"{left} 12:00").date()
        join(session, member.room_id, people["Els"].id, NOW.date())
    assert keep_up(house) == {"received": 1, "former": 1}
    with reading(house.engine) as session:
        assert sorted(person.name for person in session.exec(select(Person))) == ["", "Ahmed", "Els", "Piet"]
        assert len(session.exec(select(EntryVersion)).all()) == 1
