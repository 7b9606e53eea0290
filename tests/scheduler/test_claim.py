"""Which message may be sent next."""

from datetime import datetime, timedelta

import pytest

from scheduler import ledger
from scheduler.rate import Rate
from storage import claims, inbox, outbox
from storage.claims import NextMoments, Sent
from storage.database import unit_of_work
from storage.outbox import Address
from storage.tables import Outbox
from tests.scheduler.rooms import CHANNEL, House, at

NOW = at("2026-11-16 12:00")
LATER = NOW + timedelta(hours=1)
LEASE = timedelta(seconds=60)


def put(house: House, chat: str, *, bulk: bool = False, not_before: datetime | None = None) -> int:
    with unit_of_work(house.engine) as session:
        address = Address(channel=CHANNEL, chat=chat, person_id=None)
        return outbox.put(session, address, NOW, body={"text": "x"}, bulk=bulk, not_before=not_before)


def claim(house: House, now: datetime = NOW, resting: tuple[str, ...] = ()) -> int | None:
    with unit_of_work(house.engine) as session:
        rows = claims.claim(session, CHANNEL, now, LEASE, 1, resting)
        return rows[0].id if rows else None


def sent(house: House, row: int | None) -> None:
    assert row is not None
    with unit_of_work(house.engine) as session:
        claims.mark_sent(session, [Sent(row, f"m{row}", NOW)])


def failed_for_now(house: House, row: int | None, again: datetime) -> None:
    assert row is not None
    with unit_of_work(house.engine) as session:
        outbox.try_again(session, row, again, "later")


def test_one_chat_goes_in_order_and_one_at_a_time(house: House) -> None:
    first, second = put(house, "a"), put(house, "a")
    assert claim(house) == first
    assert claim(house) is None
    sent(house, first)
    assert claim(house) == second


def test_another_chat_does_not_wait(house: House) -> None:
    first, other = put(house, "a"), put(house, "b")
    assert [claim(house), claim(house), claim(house)] == [first, other, None]


def test_replies_to_people_go_before_bulk_everywhere(house: House) -> None:
    bulk_a, bulk_b = put(house, "a", bulk=True), put(house, "b", bulk=True)
    reply = put(house, "a")
    assert claim(house) == reply
    assert claim(house) == bulk_b
    sent(house, reply)
    assert claim(house) == bulk_a


def test_bulk_that_is_being_sent_holds_up_a_reply_in_its_chat(house: House) -> None:
    bulk = put(house, "a", bulk=True)
    assert claim(house) == bulk
    reply = put(house, "a")
    assert claim(house) is None
    sent(house, bulk)
    assert claim(house) == reply


@pytest.mark.parametrize("bulk", [True, False])
def test_what_waits_for_the_end_of_quiet_hours_holds_up_nothing(house: House, bulk: bool) -> None:
    quiet, reply = put(house, "a", bulk=bulk, not_before=LATER), put(house, "a")
    assert claim(house) == reply
    sent(house, reply)
    assert claim(house) is None
    assert claim(house, LATER) == quiet


@pytest.mark.parametrize("bulk", [True, False])
def test_what_is_to_be_tried_again_holds_up_its_chat(house: House, bulk: bool) -> None:
    first = put(house, "a", bulk=bulk)
    failed_for_now(house, claim(house), LATER)
    reply = put(house, "a")
    assert claim(house) is None
    assert claim(house, LATER) == (reply if bulk else first)


def test_when_the_program_died_while_sending_the_lease_ends(house: House) -> None:
    first = put(house, "a")
    put(house, "a")
    assert claim(house) == first
    assert claim(house, NOW + LEASE - timedelta(seconds=1)) is None
    assert claim(house, NOW + LEASE) == first


def test_a_chat_that_rests_is_left_alone(house: House) -> None:
    first, other = put(house, "a"), put(house, "b")
    assert claim(house, resting=("a",)) == other
    assert claim(house, resting=("a",)) is None
    assert claim(house) == first


def test_a_channel_that_nobody_serves_is_left_alone(house: House) -> None:
    put(house, "a")
    with unit_of_work(house.engine) as session:
        assert claims.claim(session, "another", NOW, LEASE, 1) == []


def test_the_next_moment_is_a_time_that_comes_or_a_lease_that_ends(house: House) -> None:
    def moments() -> NextMoments:
        with unit_of_work(house.engine) as session:
            return claims.next_moments(session, CHANNEL, NOW)

    first = put(house, "a")
    assert moments() == NextMoments(None, None, None)
    put(house, "b", not_before=LATER)
    assert moments() == NextMoments(LATER, None, None)
    claim(house)
    assert moments() == NextMoments(LATER, NOW + LEASE, None)
    put(house, "a")
    with unit_of_work(house.engine) as session:
        claims.mark_sent(session, [Sent(first, "m1", NOW, NOW + timedelta(seconds=1))])
    assert moments() == NextMoments(LATER, None, NOW + timedelta(seconds=1))


def test_the_books_say_whether_anything_can_go(house: House) -> None:
    def has_claimable() -> bool:
        with unit_of_work(house.engine) as session:
            return claims.has_claimable(session, CHANNEL, NOW)

    put(house, "a", not_before=LATER)
    assert not has_claimable()
    put(house, "b")
    assert has_claimable()
    claim(house)
    assert not has_claimable()


def test_a_chat_that_moved_takes_its_messages_and_its_account_along(house: House) -> None:
    house.add("Noor")
    put(house, "Noor")
    done = put(house, "Noor")
    sent(house, done)
    with unit_of_work(house.engine) as session:
        outbox.move_chat(session, CHANNEL, "Noor", "new")
        address = outbox.address_of(session, house.people["Noor"])
    assert [row.chat for row in house.outbox()] == ["new", "Noor"]
    assert address == Address(channel=CHANNEL, chat="new", person_id=house.people["Noor"])


def test_what_is_out_of_date_is_dropped_whoever_serves_its_channel(house: House) -> None:
    with unit_of_work(house.engine) as session:
        address = Address(channel="another", chat="a", person_id=None)
        outbox.put(session, address, NOW, body={"text": "x"}, expires_at=NOW)
        outbox.put(session, address, NOW, body={"text": "y"}, expires_at=LATER)
    with unit_of_work(house.engine) as session:
        assert outbox.drop_expired(session, NOW) == 1
    rows: list[Outbox] = house.outbox()
    assert [row.status for row in rows] == [outbox.DROPPED, outbox.WAITING]


RATE = Rate(per_second=25, chat_rest=1.0, group_per_minute=3, is_group=lambda chat: chat.startswith("-"))


def handed_over(house: House, chat: str, now: datetime = NOW) -> bool:
    """Whether an answer goes in a response; if so it does."""
    with unit_of_work(house.engine) as session:
        said = inbox.accept(
            session,
            channel=CHANNEL,
            external_id=f"{chat} {now.isoformat()}",
            chat=chat,
            message="",
            sent_at=now,
            received_at=now,
            payload=None,
        )
        assert said is not None
        address = Address(channel=CHANNEL, chat=chat, person_id=None)
        rest = ledger.hand_over(session, address, RATE, now)
        if rest is not None:
            receipt = outbox.Receipt(inbox_id=said.id, rests_until=now + rest)
            outbox.put(session, address, now, body={"text": "x"}, receipt=receipt)
        return rest is not None


def test_an_answer_that_is_handed_over_lets_its_chat_rest(house: House) -> None:
    assert handed_over(house, "a")
    assert not handed_over(house, "a", NOW + timedelta(seconds=0.5))
    later = put(house, "a")
    assert claim(house, NOW + timedelta(seconds=0.9)) is None
    assert claim(house, NOW + timedelta(seconds=1)) == later


def test_it_does_not_go_before_what_is_older(house: House) -> None:
    older = put(house, "a")
    assert not handed_over(house, "a")
    assert handed_over(house, "b")
    assert claim(house) == older
    assert not handed_over(house, "a", NOW + timedelta(seconds=2))
    sent(house, older)
    assert handed_over(house, "a", NOW + timedelta(seconds=3))


def test_it_goes_before_what_waits_for_its_time_and_before_bulk(house: House) -> None:
    put(house, "a", not_before=LATER)
    put(house, "a", bulk=True)
    assert handed_over(house, "a")


def test_it_waits_for_what_is_to_be_tried_again(house: House) -> None:
    put(house, "a", bulk=True)
    failed_for_now(house, claim(house), LATER)
    assert not handed_over(house, "a")


def test_a_group_gets_so_many_in_a_minute(house: House) -> None:
    moments = [NOW + timedelta(seconds=seconds) for seconds in (0, 1, 2, 3, 59, 60, 61, 62, 63)]
    assert [handed_over(house, "-1", moment) for moment in moments] == [
        *(True, True, True),
        *(False, False),
        *(True, True, True),
        False,
    ]


def test_a_clock_that_was_put_back_holds_no_chat(house: House) -> None:
    first = put(house, "a")
    assert claim(house) == first
    assert claim(house, NOW - timedelta(hours=1)) == first
