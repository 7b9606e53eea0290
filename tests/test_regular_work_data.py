"""What is kept of regular work and of time that runs: shown to whose it is, and ended when they leave."""

from datetime import date

from sqlalchemy import Engine
from sqlmodel import select

from handlers.messages import Incoming
from handlers.receive import receive
from scheduler.tick import tick
from storage.database import reading
from storage.tables import Habit, Shift
from tests.scheduler.rooms import CHANNEL, House, at

NOW = at("2026-11-10 12:00")


def house_of_noor(engine: Engine) -> House:
    """Noor gardens on Tuesdays, and her time runs since ten o'clock; Piet does the same, and says nothing."""
    house = House(engine)
    house.add_group("tuingroep")
    for name in ("Noor", "Piet"):
        house.add(name)
        house.works_weekly(name, 2, 150, "tuingroep", since="2026-11-02 12:00")
        house.begins(name, "2026-11-10 10:00", "tuingroep")
    return house


def write(engine: Engine, *texts: str) -> None:
    """Let Noor write."""
    for number, text in enumerate(texts):
        receive(
            engine,
            Incoming(channel=CHANNEL, id=f"n{number}", account="Noor", chat="Noor", sent_at=NOW, text=text),
            NOW,
        )


def test_my_data_shows_them(engine: Engine) -> None:
    house = house_of_noor(engine)
    write(engine, "mijn gegevens")
    [row] = house.outbox("Noor")
    assert row.body is not None
    sections = {section["title"]: section["rows"] for section in row.body["attachment"]["data"]["sections"]}
    regular = ["dinsdag", "2 uur en 30 minuten", "tuingroep", "maandag 2 november", "-"]
    assert [list(cells) for cells in sections["Vast werk"]] == [regular]
    assert [list(cells) for cells in sections["Tijd die je liet lopen"]] == [["tuingroep", "2026-11-10 10:00", "-"]]


def test_who_leaves_has_none_any_more_and_is_asked_nothing(engine: Engine) -> None:
    house = house_of_noor(engine)
    house.set(weekly_total=False, reminder=False, digest=False)
    write(engine, "vergeet mij", "ja")
    with reading(engine) as session:
        ended = {habit.person_id: habit.ended_on for habit in session.exec(select(Habit))}
        stopped = {shift.person_id: shift.ended_at for shift in session.exec(select(Shift))}
    assert ended == {house.people["Noor"]: date(2026, 11, 10), house.people["Piet"]: None}
    assert stopped == {house.people["Noor"]: NOW, house.people["Piet"]: None}
    tick(engine, at("2026-11-10 20:45"))
    assert [row.chat for row in house.outbox() if row.asks and row.bulk] == ["Piet"]
