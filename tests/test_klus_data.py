"""What "mijn gegevens" tells of klussen, to whoever asked for one and to whoever does it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from handlers.messages import Incoming, Kind
from handlers.receive import receive
from storage.database import reading, unit_of_work
from storage.people import join
from storage.rooms import add_room
from storage.tables import Account, Outbox, Person

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.fixture
def house(engine: Engine) -> Engine:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        for name in ("Noor", "Piet", "Els"):
            person = Person(name=name, created_at=NOW, consented_at=NOW, consent_version=1)
            session.add(person)
            session.flush()
            account = Account(channel="x", external_id=name, chat=name, person_id=person.id, last_seen_at=NOW)
            session.add(account)
            join(session, room.id, person.id, NOW.date(), is_coordinator=name == "Els")
    return engine


def _say(engine: Engine, who: str, text: str, kind: Kind = Kind.TEXT) -> None:
    identity = f"{who} {text}"
    photo = "a picture" if kind is Kind.PHOTO else ""
    receive(
        engine,
        Incoming(
            channel="x",
            id=identity,
            account=who,
            chat=who,
            sent_at=NOW,
            text=text,
            message=identity,
            kind=kind,
            photo=photo,
        ),
        NOW,
    )


def _rows(engine: Engine, who: str) -> list[list[str]]:
    _say(engine, who, "mijn gegevens")
    with reading(engine) as session:
        sent = session.exec(select(Outbox).where(Outbox.chat == who).order_by(Outbox.id.desc())).first()
    assert sent is not None
    sections = sent.body["attachment"]["data"]["sections"]
    return next(section["rows"] for section in sections if section["title"] == "Klussen")


def test_the_file_tells_what_somebody_asked_for_and_does(house: Engine) -> None:
    _say(house, "Noor", "er is een lamp kapot bij mw. Jansen, Kanaalstraat 12")
    _say(house, "Piet", "ik doe klus 1")
    _say(house, "Piet", "zo was het ervoor", Kind.PHOTO)
    moment, place = "2026-03-12 13:00", "mw. Jansen, Kanaalstraat 12"
    assert _rows(house, "Noor") == [["1", "lamp kapot", "gevraagd", "in handen", place, "0", moment]]
    assert _rows(house, "Piet") == [["1", "lamp kapot", "gedaan of in handen", "in handen", place, "1", moment]]
    assert _rows(house, "Els") == []
