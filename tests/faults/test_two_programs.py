"""Two programs on one database: what the clock sends goes out once, and a message is handled once."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from handlers.messages import Incoming
from handlers.receive import receive
from scheduler.tick import tick
from storage.database import open_database
from storage.migrations import current, migrate, newest
from tests.faults import books
from tests.faults.people import add_hours, add_members, add_room, move_in
from tests.faults.phones import doubled
from tests.faults.programs import PATIENCE, home, until
from tests.telegram.standin import Standin
from tests.telegram.standin.limits import NO_LIMITS

ZONE = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2026, 3, 14, 12, 0, tzinfo=ZONE)
MONDAY = datetime(2026, 3, 16, 8, 30, 1, tzinfo=ZONE)
AT_ONCE = 4


def test_two_programs_send_the_digest_once_and_book_each_message_once(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        noor, els = standin.person("Noor"), standin.person("Els")
        _furnish(engine, standin)
        move_in(engine, place)
        programs = [place.start(MONDAY) for _ in range(2)]
        for program in programs:
            program.serves()
        # The one that polled first is sent away when the second one asks.
        standin.world.wait_until(lambda: any(call.status == 409 for call in standin.calls("getUpdates")), PATIENCE)
        for number in range(5):
            noor.says(f"{10 + number} minuten kookgroep op 9 maart")
        standin.world.wait_until(lambda: standin.waiting == 0, PATIENCE)
        until(lambda: all(row.status == "sent" for row in books.outbox(place.database)))
        assert [program.stop() for program in programs] == [0, 0]

        rows = books.outbox(place.database)
        assert doubled(standin, rows, ()) == 0
        assert Counter(row.chat for row in rows if row.bulk) == {noor.id: 1, els.id: 1}
        assert sorted(version.minutes for version in books.versions(place.database)[1:]) == [10, 11, 12, 13, 14]
        refused = [call for call in standin.calls("getUpdates") if call.status == 409]
        assert len(refused) == 1, "a poller that was sent away waits before it asks again"
        assert sum("next try in 30 seconds" in program.output for program in programs) == 1


def test_what_several_threads_do_at_once_is_done_once(engine: Engine) -> None:
    with Standin(limits=NO_LIMITS) as standin:
        noor, els = standin.person("Noor"), standin.person("Els")
        _furnish(engine, standin)
        message = Incoming(
            channel="telegram",
            id="1",
            account=str(noor.id),
            chat=str(noor.id),
            sent_at=MONDAY,
            text="2 uur kookgroep op 9 maart",
            message="1",
        )

        def do_both(own: Engine) -> None:
            tick(own, MONDAY)
            receive(own, message, MONDAY)

        assert engine.url.database is not None
        _at_once(Path(engine.url.database), do_both)
        rows = books.outbox(Path(engine.url.database))
        assert Counter((row.chat, row.bulk) for row in rows) == {
            (noor.id, True): 1,
            (noor.id, False): 1,
            (els.id, True): 1,
        }
        assert [version.minutes for version in books.versions(Path(engine.url.database))] == [90, 120]


def test_several_programs_that_find_no_database_make_it_once(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    _at_once(path, migrate)
    engine = open_database(f"sqlite:///{path}")
    assert current(engine) == newest()
    engine.dispose()


def _furnish(engine: Engine, standin: Standin) -> None:
    """A volunteer with hours last week and a coordinator, in a room whose clock was looked at on Saturday."""
    for name in ("Noor", "Els"):
        standin.person(name).start()
    standin.world.bot.updates.waiting.clear()
    joined = SATURDAY - timedelta(days=40)
    room = add_room(engine)
    add_members(engine, room, [standin.person("Noor")], joined)
    add_hours(engine, room, SATURDAY - timedelta(days=2))
    add_members(engine, room, [standin.person("Els")], joined, is_coordinator=True)
    tick(engine, SATURDAY)


def _at_once(path: Path, work: Callable[[Engine], None]) -> None:
    """Let several programs, each with its own connections, do the same work, started together."""
    gate = threading.Barrier(AT_ONCE)
    failures: list[BaseException] = []

    def program() -> None:
        own = open_database(f"sqlite:///{path}")
        gate.wait(PATIENCE)
        try:
            work(own)
        except BaseException as failure:
            failures.append(failure)
        finally:
            own.dispose()

    threads = [threading.Thread(target=program) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
