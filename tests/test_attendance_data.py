"""What is kept of whoever told who came: it is shown to them, without the names of others."""

from sqlalchemy import Engine

from handlers.messages import Incoming
from handlers.receive import receive
from tests.scheduler.rooms import CHANNEL, House, at

NOW = at("2026-11-10 12:00")


def test_my_data_shows_what_was_told_in_every_version_and_no_names(engine: Engine) -> None:
    house = House(engine)
    house.add_group("eettafel")
    house.add("Noor")
    texts = ("eettafel: Fatima B, Piet en 3 anderen", "nee, 6", "1 nieuw", "mijn gegevens")
    for number, text in enumerate(texts):
        said = Incoming(channel=CHANNEL, id=f"n{number}", account="Noor", chat="Noor", sent_at=NOW, text=text)
        receive(engine, said, NOW)
    row = house.outbox("Noor")[-1]
    assert row.body is not None
    sections = {section["title"]: section["rows"] for section in row.body["attachment"]["data"]["sections"]}
    day, where, moment = "dinsdag 10 november", "bij de eettafel", "2026-11-10 12:00"
    assert [list(cells) for cells in sections["Opkomst die je doorgaf"]] == [
        ["1.1", day, where, "5", "-", moment],
        ["1.2", day, where, "6", "-", moment],
        ["1.3", day, where, "6", "1", moment],
    ]
    assert not any("Fatima" in cell for cells in sections["Opkomst die je doorgaf"] for cell in cells)
