"""What is kept of whoever explained figures: it is shown to them, in every version."""

from datetime import date

from sqlalchemy import Engine

from handlers.messages import Incoming
from handlers.receive import receive
from storage import explanations
from storage.database import unit_of_work
from storage.entries import Evidence
from storage.inbox import accept
from tests.scheduler.rooms import CHANNEL, House, at

NOW = at("2026-11-10 12:00")


def test_my_data_shows_the_explanations_that_somebody_gave_and_no_one_elses(engine: Engine) -> None:
    house = House(engine)
    by = {name: house.add(name, is_coordinator=True) for name in ("Els", "Mo")}
    for number, (name, text) in enumerate((("Els", "De bus was stuk."), ("Els", "De bus was weg."), ("Mo", "Nee."))):
        with unit_of_work(engine) as session:
            taken = accept(
                session, channel=CHANNEL, external_id=str(number), chat=name, message="", sent_at=NOW, received_at=NOW,
                payload=None,
            )  # fmt: skip
            assert taken is not None
            evidence = Evidence(by=by[name], at=NOW, inbox_id=taken.id)
            explanations.explain(session, house.room, "klussen", date(2026, 6, 30), text, evidence)
    receive(
        engine, Incoming(channel=CHANNEL, id="n", account="Els", chat="Els", sent_at=NOW, text="mijn gegevens"), NOW
    )
    row = house.outbox("Els")[-1]
    assert row.body is not None
    sections = {section["title"]: section["rows"] for section in row.body["attachment"]["data"]["sections"]}
    day, moment = "dinsdag 30 juni", "2026-11-10 12:00"
    assert [list(cells) for cells in sections["Toelichtingen die je schreef"]] == [
        ["TOP", "Klussen", day, "De bus was stuk.", moment],
        ["TOP", "Klussen", day, "De bus was weg.", moment],
    ]
    assert sections["Enquêtes die nu lopen"] == []
