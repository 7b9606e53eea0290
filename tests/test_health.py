"""Ready or not: each part that must be well, broken in turn."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine, text
from starlette.applications import Starlette

from bot.health import CLOCK_SECONDS, POLL_SECONDS, Health
from storage.database import open_database, unit_of_work


@dataclass
class Parts:
    """What a test lets go wrong."""

    rang_at: float | None
    polled_at: float | None = None
    called_at: float | None = None


@pytest.fixture
def parts() -> Parts:
    return Parts(rang_at=time.monotonic())


@pytest.fixture
async def client(engine: Engine, parts: Parts) -> AsyncIterator[httpx.AsyncClient]:
    health = Health(engine, lambda: parts.rang_at, parts, lambda: {"backup": "the last one failed"})
    async with client_of(health) as client:
        yield client


def client_of(health: Health) -> httpx.AsyncClient:
    """Whoever asks it."""
    transport = httpx.ASGITransport(Starlette(routes=list(health.routes())))
    return httpx.AsyncClient(transport=transport, base_url="http://test")


async def test_all_is_well(client: httpx.AsyncClient, parts: Parts) -> None:
    parts.polled_at = parts.called_at = time.monotonic()
    answer = await client.get("/readyz")
    found = answer.json()
    assert (answer.status_code, found["ready"]) == (200, True)
    assert {name: part["ok"] for name, part in found["parts"].items()} == dict.fromkeys(
        ("database", "migrations", "clock", "polling", "webhook", "backup"), True
    )
    assert found["parts"]["migrations"]["has"] == found["parts"]["migrations"]["needs"]
    assert found["parts"]["backup"]["note"] == "the last one failed"
    assert 0 <= found["parts"]["clock"]["seconds_ago"] < CLOCK_SECONDS


async def _unready(client: httpx.AsyncClient) -> list[str]:
    answer = await client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["ready"] is False
    assert (await client.get("/healthz")).json() == {"status": "ok"}, "the process lives all the same"
    return [name for name, part in answer.json()["parts"].items() if not part["ok"]]


async def test_a_clock_that_stands_still(client: httpx.AsyncClient, parts: Parts) -> None:
    parts.rang_at = time.monotonic() - CLOCK_SECONDS - 1
    assert await _unready(client) == ["clock"]
    parts.rang_at = None
    assert await _unready(client) == ["clock"]


async def test_a_platform_that_does_not_answer(client: httpx.AsyncClient, parts: Parts) -> None:
    parts.polled_at = time.monotonic() - POLL_SECONDS - 1
    assert await _unready(client) == ["polling"]


async def test_a_quiet_night_on_the_webhook_is_no_fault(client: httpx.AsyncClient, parts: Parts) -> None:
    parts.called_at = time.monotonic() - 40_000
    answer = await client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["parts"]["webhook"]["seconds_ago"] >= 40_000


async def test_a_schema_of_another_version(client: httpx.AsyncClient, engine: Engine) -> None:
    with unit_of_work(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert await _unready(client) == ["migrations"]


async def test_a_database_that_cannot_be_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "broken.db").write_bytes(b"a letter to Noor " * 1000)
    broken = open_database(f"sqlite:///{tmp_path / 'broken.db'}")
    async with client_of(Health(broken, time.monotonic)) as client:
        assert await _unready(client) == ["database"]
    assert "the database cannot be read (DatabaseError)" in caplog.text
    assert "Noor" not in caplog.text
