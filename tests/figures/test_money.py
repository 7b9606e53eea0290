"""What volunteers and financiers invest, by the sample agreement."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.sample.rooms import AGREEMENT
from storage import entries
from storage.agreements import Terms, keep_agreement, parse
from storage.database import unit_of_work
from storage.entries import Status, Work
from storage.figures.money import financiers_share, investment, share, worth
from storage.rooms import add_room
from storage.tables import Person, Room
from tests.told import told_by

NOW = datetime(2026, 7, 10, 12, tzinfo=UTC)
SAMPLE = parse(AGREEMENT.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("slug", "euros", "percent"), [("top", 101_000, 51), ("hart", 59_750, 62), ("verbinding", 73_500, 57)]
)
def test_the_promised_hours_come_out_as_the_agreement_prints_them(slug: str, euros: int, percent: int) -> None:
    terms = SAMPLE.terms_of(slug, 2020)
    volunteers = worth(terms, Decimal(terms.volunteer_hours))
    assert volunteers == euros
    assert terms.financiers_eur is not None
    assert share(terms.financiers_eur, Decimal(euros)) == percent


def test_together_the_rooms_come_out_as_printed_too() -> None:
    every = [SAMPLE.terms_of(slug, 2020) for slug in SAMPLE.rooms]
    volunteers = sum((worth(terms, Decimal(terms.volunteer_hours)) or 0 for terms in every), Decimal(0))
    financiers = sum((terms.financiers_eur or 0 for terms in every), Decimal(0))
    assert (volunteers, financiers, share(financiers, volunteers)) == (234_250, 295_984, 56)


@pytest.fixture
def session(engine: Engine):
    with unit_of_work(engine) as session:
        yield session


def _room(session: Session, terms: Terms | None, *minutes: tuple[date, int, Status]) -> Room:
    room = add_room(session, "top", "TOP")
    person = Person(name="Noor", created_at=NOW)
    session.add(person)
    session.flush()
    evidence = told_by(session, person.id, NOW)
    for day, amount, status in minutes:
        entries.add_entry(session, room.id, person.id, Work(date=day, minutes=amount), status, evidence)
    if terms is not None:
        keep_agreement(session, room.id, 2026, terms)
    return room


def test_booked_hours_of_the_year_up_to_the_day_are_worth_euros_to_the_cent(session: Session) -> None:
    room = _room(
        session,
        SAMPLE.terms_of("top", 2026),
        (date(2025, 12, 31), 600, Status.BOOKED),
        (date(2026, 1, 1), 90, Status.BOOKED),
        (date(2026, 3, 1), 10, Status.BOOKED),
        (date(2026, 3, 1), 300, Status.WAITING),
        (date(2026, 12, 31), 60, Status.BOOKED),
        (date(2027, 1, 1), 60, Status.BOOKED),
    )
    days = (date(2026, 1, 1), date(2026, 3, 1), date(2026, 12, 31), date(2027, 6, 1))
    assert [investment(session, room, 2026, day) for day in days] == [
        Decimal("13016.50"), Decimal("13018.33"), Decimal("13029.33"), Decimal("13029.33"),
    ]  # fmt: skip
    assert financiers_share(session, room, 2026, date(2026, 3, 1)) == 89


def test_without_a_value_of_the_hour_there_are_no_euros(session: Session) -> None:
    room = _room(session, Terms(title="Afspraak", volunteer_hours=8000, financiers_eur=Decimal(1000)))
    assert investment(session, room, 2026, NOW.date()) is None
    assert financiers_share(session, room, 2026, NOW.date()) is None
    assert investment(session, room, 2025, NOW.date()) is None
    assert share(Decimal(0), Decimal(0)) is None
