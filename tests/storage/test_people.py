"""People without a chat: how they are called, and how they are told from those with one."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from storage import people
from storage.database import unit_of_work
from storage.groups import add_group, people_in
from storage.rooms import add_room
from storage.short_names import short_name

DAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Piet Bakker", "Piet B."),
        ("piet", "Piet"),
        ("Piet B.", "Piet B."),
        ("  Jan  van der Berg ", "Jan B."),
        ("mw. Jansen", "Jansen"),
        ("Anne-Marie d'Hondt", "Anne-Marie D."),
        ("Şeyma Öz", "Şeyma Ö."),
    ],
)
def test_of_a_name_the_first_and_an_initial_are_kept(name: str, kept: str) -> None:
    assert short_name(name) == kept
    assert short_name(kept) == kept


def test_the_second_of_one_name_in_a_room_gets_a_number(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        top, hart = (add_room(session, slug, slug) for slug in ("top", "hart"))
        names = [
            people.add_paper_volunteer(session, room.id, name, DAY).name
            for room, name in ((top, "Piet Bakker"), (top, "Piet Boer"), (hart, "Piet Bos"), (top, "piet b"))
        ]
    assert names == ["Piet B.", "Piet B. 2", "Piet B.", "Piet B. 3"]


def test_a_paper_volunteer_is_a_member_without_account_until_forgotten(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        group = add_group(session, room.id, "tuingroep")
        piet = people.add_paper_volunteer(session, room.id, "Piet Bakker", DAY, group.id)
        noor = people.add_account(session, "story", "noor", "noor", "nl", NOW)[0].person_id
        assert people_in(session, [group.id]) == {piet.id}
        assert people.member_of(session, room.id, piet.id) is not None
        assert people.reachable_account(session, piet.id) is None
        assert people.paper_people(session, [piet.id, noor]) == {piet.id}
        people.forget(session, piet, DAY, NOW)
        assert not people.is_paper(session, piet.id)
