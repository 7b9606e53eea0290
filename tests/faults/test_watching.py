"""A running program as those see it who watch over it: readiness and figures, over HTTP."""

import re
import socket
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import httpx
from sqlalchemy import Engine

from tests.at_once.crowd import address
from tests.faults import books
from tests.faults.people import add_members, add_room, move_in
from tests.faults.programs import PATIENCE, Home, Program, free_port, home, until
from tests.telegram.standin import Standin
from tests.telegram.standin.clock import RealClock
from tests.telegram.standin.limits import NO_LIMITS
from tests.test_docs import OPERATIONS, table


def _get(port: int, path: str) -> httpx.Response:
    with httpx.Client(trust_env=False) as client:
        return client.get(f"http://127.0.0.1:{port}{path}")


def _figures(port: int) -> dict[str, float]:
    """Each figure by its name with its labels."""
    lines = _get(port, "/metrics").text.splitlines()
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}


def _are_documented(scraped: str) -> None:
    """Every figure of ours is in the table as it is, and nothing else is."""
    documented = [[row[0].strip("`"), row[1]] for row in table(OPERATIONS, "Figure")]
    served = re.findall(r"^# TYPE (kamerbot_\w+) (\w+)$", scraped, re.MULTILINE)
    assert sorted(documented) == sorted([name, kind] for name, kind in served if not name.endswith("_created"))


def _watched(place: Home, engine: Engine, now: datetime) -> int:
    """A room with Noor in it, and a port for figures."""
    room = add_room(engine)
    add_members(engine, room, [place.standin.person("Noor")], now)
    move_in(engine, place)
    port = free_port()
    (place.folder / ".env").write_text(f"KAMERBOT_METRICS_PORT={port}\n")
    return port


def test_what_it_does_is_counted(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        noor = standin.person("Noor")
        noor.start()
        standin.world.bot.updates.waiting.clear()
        port = _watched(place, engine, now)
        program = place.start(now)
        program.serves()
        standin.fail("500", method="sendMessage")
        noor.says("2 uur kookgroep gisteren")
        noor.sends("sticker")
        standin.world.wait_until(lambda: standin.waiting == 0, PATIENCE)
        until(lambda: [row.status for row in books.outbox(place.database)] == ["sent"])
        found = _figures(port)
        update = 'kamerbot_updates_total{{channel="telegram",kind="{}",result="handled"}}'
        assert found[update.format("text")] == 1
        assert found[update.format("sticker")] == 1
        assert found['kamerbot_handling_seconds_count{channel="telegram"}'] == 2
        assert found['kamerbot_sends_total{channel="telegram",result="again"}'] == 1
        assert found['kamerbot_sends_total{channel="telegram",result="sent"}'] == 1
        assert found['kamerbot_clock_jobs_total{job="upkeep",result="done"}'] == 1
        assert found['kamerbot_outbox_messages{state="due"}'] == 0
        assert found["kamerbot_outbox_oldest_seconds"] == 0
        assert found["kamerbot_database_up"] == 1
        assert found["process_resident_memory_bytes"] > 0
        assert not re.search("Noor|kookgroep|TOP", "".join(found)), "no figure is about a person"
        _are_documented(_get(port, "/metrics").text)
        with socket.socket() as probe:
            mine = [address[4][0] for address in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)]
            outside = [address for address in mine if not address.startswith("127.")]
            assert all(probe.connect_ex((address, port)) for address in outside), "from this computer alone"
        assert program.stop() == 0


def test_it_is_ready_while_its_parts_are_well(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        _watched(place, engine, now)
        program = place.start(now)
        program.serves()
        standin.world.wait_until(lambda: standin.polling, PATIENCE)
        answer = _get(program.port, "/readyz")
        assert answer.status_code == 200, answer.text
        assert {name: part["ok"] for name, part in answer.json()["parts"].items()} == dict.fromkeys(
            ("database", "migrations", "clock", "polling"), True
        )
        _break(place)
        answer = _get(program.port, "/readyz")
        assert answer.status_code == 503
        assert answer.json()["parts"]["migrations"]["ok"] is False
        assert _get(program.port, "/healthz").status_code == 200
        assert program.stop() == 0


def _break(place: Home) -> None:
    """Make the schema that of another version."""
    with closing(sqlite3.connect(place.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_a_port_that_is_taken_costs_the_figures_alone(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        _watched(place, engine, now)
        (tmp_path / ".env").write_text(f"KAMERBOT_METRICS_PORT={taken.getsockname()[1]}\n")
        program: Program = place.start(now)
        program.serves()
        program.says("the metrics cannot be served on port")
        assert program.stop() == 0


def test_an_answer_in_the_response_is_counted_too(engine: Engine, tmp_path: Path) -> None:
    with Standin(limits=NO_LIMITS) as standin, home(tmp_path, standin) as place:
        now = datetime.fromtimestamp(standin.world.now(), UTC)
        noor = standin.person("Noor")
        noor.start()
        standin.world.bot.updates.waiting.clear()
        port = _watched(place, engine, now)
        with (tmp_path / ".env").open("a") as settings:
            settings.write("KAMERBOT_TELEGRAM_ANSWER_IN_RESPONSE=always\n")
        program = place.start(now, webhook=True)
        program.serves()
        noor.says("2 uur kookgroep gisteren")
        standin.world.wait_until(lambda: standin.waiting == 0, PATIENCE)
        assert _figures(port)['kamerbot_sends_total{channel="telegram",result="handed over"}'] == 1
        assert "webhook" in _get(program.port, "/readyz").json()["parts"]
        assert program.stop() == 0


def test_each_worker_has_figures_of_its_own(postgres_engine: Engine, tmp_path: Path) -> None:
    with Standin(clock=RealClock()) as standin, home(tmp_path, standin) as place:
        port = free_port()
        (tmp_path / ".env").write_text(
            f"KAMERBOT_METRICS_PORT={port}\nKAMERBOT_DATABASE_URL={address(postgres_engine)}\n"
        )
        program = place.start(workers=2)
        program.serves()
        until(lambda: all(_answers(port + number) for number in range(2)))
        assert [_figures(port + number)["kamerbot_database_up"] for number in range(2)] == [1, 1]
        until(lambda: _get(program.port, "/readyz").status_code == 200)
        assert program.stop() == 0


def _answers(port: int) -> bool:
    try:
        return _get(port, "/metrics").is_success
    except httpx.TransportError:
        return False
