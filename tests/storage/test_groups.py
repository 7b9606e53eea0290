"""Groups: names that belong to one, and a merge that moves what goes on and leaves what was told."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from storage import group_changes, group_merging, people
from storage.activities import ACTIVITIES, INDICATOR_OF, KLUS_ACTIVITIES
from storage.database import unit_of_work
from storage.entries import Evidence, Status, Work, add_entry, current
from storage.group_activity import last_active
from storage.groups import add_group, group_called, groups_of, leaders_of, people_in, survivors
from storage.inbox import accept
from storage.rooms import add_room
from storage.tables import Habit
from storage.words import learn

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)


def _evidence(session: Session, by: int) -> Evidence:
    taken = accept(
        session,
        channel="story",
        external_id="m1",
        chat="els",
        message="m1",
        sent_at=NOW,
        received_at=NOW,
        payload=None,
    )
    assert taken is not None
    return Evidence(by=by, at=NOW, inbox_id=taken.id)


def test_every_activity_counts_for_people_or_for_klussen_or_for_neither() -> None:
    assert set(INDICATOR_OF) | KLUS_ACTIVITIES <= set(ACTIVITIES)
    assert not set(INDICATOR_OF) & KLUS_ACTIVITIES
    assert set(INDICATOR_OF.values()) == {"meeting", "computer", "dutch", "forms", "debt", "job_search"}


def test_a_name_belongs_to_one_group_of_a_room_whatever_its_case(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        top, hart = (add_room(session, slug, slug) for slug in ("top", "hart"))
        garden = add_group(session, top.id, "tuingroep", "tuin", ("hofje",))
        add_group(session, hart.id, "Hofje")
        assert group_called(session, top.id, " HOFJE ") == garden
        with pytest.raises(ValueError, match="Hofje"):
            add_group(session, top.id, "Hofje")
        with pytest.raises(ValueError, match="Tuingroep"):
            add_group(session, top.id, "moestuin", None, ("Tuingroep",))


def test_merging_moves_what_goes_on_and_leaves_hours_where_they_were_told(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        knitting, crafts, all_crafts = (add_group(session, room.id, name) for name in ("breiclub", "haken", "handwerk"))
        els, noor = (people.add_account(session, "story", who, who, "nl", NOW)[0].person_id for who in ("els", "noor"))
        evidence = _evidence(session, els)
        people.join(session, room.id, noor, DAY, group_id=knitting.id, is_leader=True)
        people.join_group(session, crafts.id, noor)
        word = learn(session, room.id, "priegelen", knitting.id, noor, NOW)
        habit = Habit(
            room_id=room.id,
            person_id=noor,
            group_id=knitting.id,
            weekday=2,
            minutes=60,
            begins_on=DAY,
            inbox_id=evidence.inbox_id,
        )
        session.add(habit)
        work = Work(date=DAY, minutes=60, group_id=knitting.id)
        entry = add_entry(session, room.id, noor, work, Status.BOOKED, evidence)

        group_merging.merge(session, knitting, crafts, evidence)
        group_merging.merge(session, crafts, all_crafts, evidence)

        for moved in (word, habit, knitting):
            session.refresh(moved)
        assert word.group_id == habit.group_id == all_crafts.id
        assert people_in(session, [all_crafts.id]) == leaders_of(session, [all_crafts.id]) == {noor}
        assert all_crafts.aliases == ["haken", "breiclub"]
        assert groups_of(session, room.id) == [all_crafts]
        assert survivors(session, room.id) == dict.fromkeys((knitting.id, crafts.id, all_crafts.id), all_crafts.id)
        assert current(session, [entry.entry_id])[0].group_id == knitting.id
        assert last_active(session, room.id) == {all_crafts.id: DAY}
        group_changes.set_aliases(session, all_crafts, [], evidence)
        assert group_called(session, room.id, "breiclub") == all_crafts


def test_the_old_name_is_another_name_until_the_group_takes_it_back(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        evidence = _evidence(session, people.add_account(session, "story", "els", "els", "nl", NOW)[0].person_id)
        group = add_group(session, room.id, "tuingroep")
        group_changes.rename(session, group, "buurttuin", evidence)
        assert (group.name, group.aliases) == ("buurttuin", ["tuingroep"])
        group_changes.rename(session, group, "Buurttuin", evidence)
        assert (group.name, group.aliases) == ("Buurttuin", ["tuingroep"])
        group_changes.rename(session, group, "tuingroep", evidence)
        assert (group.name, group.aliases) == ("tuingroep", ["Buurttuin"])


def test_a_closed_group_is_in_no_list_and_keeps_its_people(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        els = people.add_account(session, "story", "els", "els", "nl", NOW)[0].person_id
        group = add_group(session, room.id, "tuingroep")
        people.join(session, room.id, els, DAY, group_id=group.id)
        group_changes.close(session, group, _evidence(session, els))
        assert groups_of(session, room.id) == []
        group_changes.open_again(session, group, Evidence(by=els, at=NOW, inbox_id=1))
        assert groups_of(session, room.id) == [group]
        assert people_in(session, [group.id]) == {els}


def test_of_a_group_of_which_nothing_is_in_the_books_there_is_no_last_day(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        add_group(session, room.id, "tuingroep")
        assert last_active(session, room.id) == {}
