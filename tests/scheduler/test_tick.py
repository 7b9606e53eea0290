"""Looking at the clock: everything once, whatever happens in between."""

import logging
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, event

from scheduler import tick as ticking
from scheduler.due import Job
from scheduler.job_run import Counts, JobRun
from scheduler.look import look
from scheduler.tick import next_ring, tick
from storage.all_rooms import runs_in
from storage.database import open_database, reading
from storage.runs import DONE, SKIPPED, note
from tests.scheduler.rooms import House, at

SUNDAY = at("2026-11-15 18:00")
BEFORE = at("2026-11-14 12:00")


def told(house: House, monkeypatch: pytest.MonkeyPatch, job: Job = Job.WEEKLY_TOTAL) -> list[str]:
    """Put a job in place that only remembers for which room and period it ran."""
    ran: list[str] = []

    def remember(run: JobRun) -> Counts:
        ran.append(f"{run.room.slug} {run.period}")
        return {"told": 1}

    monkeypatch.setitem(ticking.JOBS, job, remember)
    return ran


def test_looking_again_does_nothing_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = told(house, monkeypatch)
    for moment in (BEFORE, SUNDAY, SUNDAY, at("2026-11-15 18:01"), at("2026-11-16 09:00")):
        tick(house.engine, moment)
    assert ran == ["top 2026-W46"]
    assert house.runs("weekly_total") == {"2026-W46": DONE}


def test_a_restart_between_looks_changes_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = told(house, monkeypatch)
    tick(house.engine, BEFORE)
    tick(house.engine, SUNDAY)
    again = open_database(str(house.engine.url))
    tick(again, at("2026-11-15 18:01"))
    again.dispose()
    assert ran == ["top 2026-W46"]


def test_after_a_month_of_downtime_the_newest_is_done_and_the_rest_marked(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = told(house, monkeypatch, Job.DIGEST)
    tick(house.engine, at("2026-10-19 09:00"))
    ran.clear()
    tick(house.engine, at("2026-11-17 09:00"))
    assert ran == ["top 2026-W46"]
    assert house.runs("digest") == {
        "2026-W43": SKIPPED,
        "2026-W44": SKIPPED,
        "2026-W45": SKIPPED,
        "2026-W46": DONE,
    }


def test_a_room_that_fails_is_told_of_blocks_no_other_and_is_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    house.add_room("Andere")
    ran: list[str] = []
    broken = {"andere"}

    def fragile(run: JobRun) -> Counts:
        if run.room.slug in broken:
            raise RuntimeError("out of order")
        ran.append(run.room.slug)
        return {}

    monkeypatch.setitem(ticking.JOBS, Job.WEEKLY_TOTAL, fragile)
    tick(house.engine, BEFORE)
    with caplog.at_level(logging.ERROR):
        tick(house.engine, SUNDAY)
    assert ran == ["top"]
    assert "weekly_total 2026-W46 of room andere failed" in caplog.text
    broken.clear()
    tick(house.engine, at("2026-11-15 18:01"))
    assert ran == ["top", "andere"]


def test_a_job_that_fails_half_way_leaves_nothing_behind(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.add("Els", is_coordinator=True)
    house.set(weekly_total=False, reminder=False)

    def half(run: JobRun) -> Counts:
        ticking.digest(run)
        raise RuntimeError("lights out")

    monkeypatch.setitem(ticking.JOBS, Job.DIGEST, half)
    tick(house.engine, BEFORE)
    tick(house.engine, at("2026-11-16 09:00"))
    assert house.outbox() == []
    assert "2026-W46" not in house.runs("digest")


def test_a_weekly_total_that_is_broken_off_goes_on_where_it_was(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Ahmed", "Noor", "Piet"):
        house.add(name)
        house.log(name, "2026-11-11", 150)
    find, write = ticking.AHEAD[Job.WEEKLY_TOTAL]

    def broken_off(run: JobRun, people: list[int]) -> None:
        write(run, people)
        if people == [house.people["Noor"]]:
            raise RuntimeError("lights out")

    monkeypatch.setattr(ticking, "AT_ONCE", 1)
    tick(house.engine, BEFORE)
    with monkeypatch.context() as lights_out:
        lights_out.setitem(ticking.AHEAD, Job.WEEKLY_TOTAL, (find, broken_off))
        tick(house.engine, SUNDAY)
    assert [len(house.outbox(name)) for name in ("Ahmed", "Noor", "Piet")] == [1, 0, 0]
    assert "2026-W46" not in house.runs("weekly_total")
    tick(house.engine, SUNDAY)
    tick(house.engine, SUNDAY)
    assert [len(house.outbox(name)) for name in ("Ahmed", "Noor", "Piet")] == [1, 1, 1]
    assert "2026-W46" in house.runs("weekly_total")


def test_settings_that_cannot_be_read_block_no_other_room(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = told(house, monkeypatch)
    house.add_room("Andere")
    tick(house.engine, BEFORE)
    with house.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE room SET settings = '{\"timezone\": \"Nergens\"}' WHERE slug = 'andere'")
    tick(house.engine, SUNDAY)
    assert ran == ["top 2026-W46"]


def test_two_programs_that_look_at_once_do_it_once(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.add("Noor")
    house.add("Els", is_coordinator=True)
    house.log("Noor", "2026-11-11", 150)
    tick(house.engine, BEFORE)
    engines = [open_database(str(house.engine.url)) for _ in range(4)]
    for moment in (SUNDAY, at("2026-11-16 08:30")):
        at_once(engines, lambda engine, moment=moment: tick(engine, moment))
    for engine in engines:
        engine.dispose()
    assert [row.chat for row in house.outbox()] == ["Noor", "Els"]
    assert caplog.records == []


def at_once(engines: list[Engine], look: Callable[[Engine], None]) -> None:
    """Look with all engines, each in its thread, started together."""
    gate = threading.Barrier(len(engines))
    failures: list[BaseException] = []

    def wait_and_look(engine: Engine) -> None:
        gate.wait()
        try:
            look(engine)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=wait_and_look, args=[engine]) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_one_line_is_logged_with_counts_and_without_names(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.add("Noor")
    house.log("Noor", "2026-11-11", 150)
    tick(house.engine, BEFORE)
    with caplog.at_level(logging.INFO, logger="scheduler.tick"):
        tick(house.engine, SUNDAY)
    lines = [record.getMessage() for record in caplog.records if "weekly_total" in record.getMessage()]
    assert len(lines) == 1
    assert lines[0].startswith("weekly_total 2026-W46 of room top: told 1 in 0.")
    assert "Noor" not in caplog.text


def test_upkeep_is_done_once_a_night(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    nights: list[object] = []

    def erase(session: object, today: object, now: object) -> int:
        nights.append(now)
        return 0

    monkeypatch.setattr(ticking, "parts", lambda room_ids: [("erased", erase)])
    for moment in ("2026-11-15 12:00", "2026-11-15 18:00", "2026-11-16 03:29", "2026-11-16 03:30", "2026-11-16 04:00"):
        tick(house.engine, at(moment))
    assert nights == [at("2026-11-15 12:00"), at("2026-11-16 03:30")]


def test_the_next_ring_is_that_of_the_first_room(house: House) -> None:
    house.add_room("Andere")
    house.set(reminder_at="09:15")
    assert next_ring(house.engine, at("2026-11-17 08:30")) == at("2026-11-17 09:15")


def test_when_a_room_was_first_seen_is_kept_and_nothing_else_until_something_is_due(house: House) -> None:
    for moment in ("2026-11-14 12:00", "2026-11-14 12:01", "2026-11-15 08:29"):
        tick(house.engine, at(moment))
        with reading(house.engine) as session:
            assert note(session, f"clock: room {house.room}") == "2026-11-14T11:00:00+00:00"
            assert runs_in(session, at("2026-01-01 00:00")) == {}


def test_nothing_is_written_and_no_room_costs_a_statement_when_nothing_is_due(house: House) -> None:
    house.add("Noor")
    house.works_weekly("Noor", 6, 60, starts="10:00", since="2026-11-09 12:00")
    tick(house.engine, BEFORE)
    alone = statements(house.engine, lambda: tick(house.engine, at("2026-11-14 12:05")))
    for number in range(20):
        house.add_room(f"Kamer {number}")
    tick(house.engine, at("2026-11-14 12:06"))
    with_more = statements(house.engine, lambda: tick(house.engine, at("2026-11-14 12:07")))
    assert with_more == alone
    assert [words for words in alone if not words.startswith(("SELECT", "BEGIN"))] == []
    assert "BEGIN IMMEDIATE" not in alone


def statements(engine: Engine, work: Callable[[], None]) -> list[str]:
    """What the database is asked meanwhile, without the values."""
    asked: list[str] = []

    def remember(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", remember)
    work()
    event.remove(engine, "before_cursor_execute", remember)
    return asked


def test_what_failed_before_the_room_had_any_run_is_done_all_the_same(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room's first weekly total fails on Sunday; on Monday its first reminder is done."""

    def fail(_run: JobRun) -> Counts:
        raise RuntimeError("lights out")

    tick(house.engine, at("2026-11-15 12:00"))
    with monkeypatch.context() as lights_out:
        lights_out.setitem(ticking.JOBS, Job.WEEKLY_TOTAL, fail)
        tick(house.engine, SUNDAY)
        tick(house.engine, at("2026-11-16 10:00"))
    tick(house.engine, at("2026-11-16 10:01"))
    assert house.runs("weekly_total") == {"2026-W46": DONE}
    assert house.runs("digest") == {"2026-W46": DONE}


def test_a_time_that_is_set_later_is_not_due_again_and_again(house: House) -> None:
    """A run of eight days ago was before its new moment: it is a run of that day all the same."""
    for day in range(1, 17):
        tick(house.engine, at(f"2026-11-{day:02} 10:00"))
    house.set(reminder_at="18:00")
    assert not look(house.engine, at("2026-11-16 10:01")).has_work
