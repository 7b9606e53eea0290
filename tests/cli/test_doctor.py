"""The doctor: what it finds, what it advises, and that it changes nothing."""

import hashlib
import re
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from docx import Document
from sqlalchemy import Engine, text

from bot.clock import now
from bot.commands.check_backups import check_backups
from bot.commands.checks import Finding, State, check_platform, check_zones
from bot.settings import Settings
from storage.database import unit_of_work
from storage.group_chats import couple
from storage.groups import add_group
from storage.migrations import configuration
from storage.rooms import add_room
from tests.at_once.crowd import address
from tests.cli.conftest import Invoke
from tests.cli.hours import AT, add_dangling_entry, evidence, person
from tests.cli.test_settings import TOKEN
from tests.telegram.standin import Standin

NEWEST = ScriptDirectory.from_config(configuration()).get_current_head()
NO_PLATFORM = [
    "note   platform: none is set: Kamerbot is the try-out",
    "       → For real use, set KAMERBOT_TELEGRAM_TOKEN",
]


@pytest.fixture
def telegram() -> Iterator[Standin]:
    with Standin() as standin:
        yield standin


def connected(telegram: Standin, **values: str) -> Settings:
    return Settings.model_validate({"telegram_token": telegram.token, "telegram_api_url": telegram.url} | values)


def wrong(findings: list[Finding]) -> list[str]:
    return [finding.said for finding in findings if finding.state is State.WRONG]


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(invoke: Invoke, home: Path) -> None:
    lines = invoke("doctor").stdout.splitlines()
    assert lines[:3] == [
        "ok     time zones: Europe/Amsterdam is known",
        "ok     settings: all can be used",
        f"ok     folder: {home} can be written and has room",
    ]
    assert lines[3:] == [
        "note   database: there is none yet at var/tryout.db",
        "       → It is made by: kamerbot run",
        *NO_PLATFORM,
    ]
    assert list(home.iterdir()) == []


def test_a_good_installation_is_told_what_is_next(invoke: Invoke, books: Engine) -> None:
    with unit_of_work(books) as session:
        add_room(session, "top", "TOP")
    lines = invoke("doctor").stdout.splitlines()
    assert lines[3:] == [
        "ok     database: it can be reached and is whole",
        f"ok     migrations: up to date ({NEWEST})",
        "note   rooms: TOP has no coordinator",
        "       → Invite one with: kamerbot invite --room top --role coordinator",
        *NO_PLATFORM,
    ]


def test_wrong_settings_are_told(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERBOT_PORT", "zestig")
    lines = invoke("doctor", code=1).stdout.splitlines()
    assert lines[1:] == [
        "wrong  settings: KAMERBOT_PORT: expected a number from 1 to 65535.",
        "       → See docs/settings.md",
    ]


def test_a_file_that_is_no_database_is_told(invoke: Invoke, home: Path) -> None:
    (home / "var").mkdir()
    (home / "var" / "tryout.db").write_bytes(b"a letter to Noor " * 1000)
    result = invoke("doctor", code=1)
    assert "wrong  database: file is not a database\n" in result.stdout
    assert "Noor" not in result.output


def test_a_file_with_pages_overwritten_is_told(invoke: Invoke, books: Engine, home: Path) -> None:
    books.dispose()
    file = home / "var" / "tryout.db"
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 4] = b"\xff" * 8192
    file.write_bytes(content)
    assert "wrong  database: database disk image is malformed\n" in invoke("doctor", code=1).stdout


def test_rows_that_point_to_nothing_are_told(invoke: Invoke, books: Engine) -> None:
    add_dangling_entry(books)
    result = invoke("doctor", code=1)
    assert "wrong  database: it is damaged: a row of entry points to no row of " in result.stdout
    assert "put the last good backup in its place" in result.stdout


@pytest.mark.parametrize(
    ("revision", "advice"), [("0000", "Start the bot once with: kamerbot run"), ("9999", "Update Kamerbot")]
)
def test_a_schema_of_another_version_is_told_and_left_as_it_is(
    invoke: Invoke, books: Engine, home: Path, revision: str, advice: str
) -> None:
    with unit_of_work(books) as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = :number"), {"number": revision})
    books.dispose()
    before = hashlib.sha256((home / "var" / "tryout.db").read_bytes()).digest()
    result = invoke("doctor", code=1)
    assert (
        f"wrong  migrations: the database is at {revision}, Kamerbot needs {NEWEST}\n       → {advice}" in result.stdout
    )
    assert hashlib.sha256((home / "var" / "tryout.db").read_bytes()).digest() == before


def test_messages_that_could_not_be_handled_are_counted(invoke: Invoke, books: Engine) -> None:
    with unit_of_work(books) as session:
        evidence(session, person(session, "Noor"))
        evidence(session, person(session, "Piet"))
        session.connection().execute(text("UPDATE inbox SET error = 'KeyError' WHERE id = 1"))
    assert "note   messages: 1 came in and could not be handled" in invoke("doctor").stdout


def test_a_machine_without_time_zones_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.checks.ZoneInfo", _no_zone)
    finding = check_zones()
    assert (finding.state, finding.said) == (State.WRONG, "Europe/Amsterdam is not known")


def _no_zone(name: str) -> None:
    from zoneinfo import ZoneInfoNotFoundError

    raise ZoneInfoNotFoundError(name)


async def test_a_bot_that_telegram_knows_is_well(telegram: Standin) -> None:
    findings = await check_platform(connected(telegram))
    assert wrong(findings) == []
    assert findings[0] == Finding(State.OK, "telegram", "@KamerTestBot can be reached")
    assert any("privacy mode" in finding.mend for finding in findings), "groups are explained"


async def test_a_webhook_that_is_not_set_yet_is_told(telegram: Standin) -> None:
    webhook = {"telegram_webhook_url": "https://bot.example.org/telegram", "telegram_webhook_secret": "s3cret"}
    findings = await check_platform(connected(telegram, **webhook))
    assert wrong(findings) == []
    assert (
        Finding(State.NOTE, "telegram", "Telegram has no webhook yet", "Starting the bot puts it right: kamerbot run")
        in findings
    )


async def test_a_token_that_telegram_refuses_is_told_without_it(telegram: Standin) -> None:
    token = telegram.token[:-1] + "x"
    [finding] = await check_platform(connected(telegram, telegram_token=token))
    assert finding.state is State.WRONG
    assert "KAMERBOT_TELEGRAM_TOKEN" in finding.said
    assert token.partition(":")[2] not in finding.said + finding.mend


def test_a_platform_that_cannot_be_reached_is_told(
    invoke: Invoke, telegram: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("KAMERBOT_TELEGRAM_TOKEN", telegram.token)
        monkeypatch.setenv("KAMERBOT_TELEGRAM_API_URL", f"http://127.0.0.1:{unused.getsockname()[1]}")
        result = invoke("doctor", code=1)
    assert "wrong  telegram: Telegram cannot be reached" in result.stdout
    assert telegram.token not in result.output


def _coupled(engine: Engine, chat: int) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        noor = person(session, "Noor")
        couple(session, add_group(session, room.id, "tuingroep"), "telegram", str(chat), noor, AT)


@pytest.mark.parametrize(
    ("bot", "said"),
    [
        ("member", ["in the chat of tuingroep (TOP) the bot sees commands, mentions and replies alone"]),
        ("administrator", []),
        ("kicked", ["the chat of tuingroep (TOP): the person or group cannot be written to any more"]),
    ],
)
async def test_a_group_chat_that_the_bot_does_not_see_all_of_is_told(
    telegram: Standin, books: Engine, bot: str, said: list[str]
) -> None:
    _coupled(books, telegram.group("Tuin", bot=bot).id)
    url = books.url.render_as_string(hide_password=False)
    findings = await check_platform(connected(telegram, database_url=url))
    assert [finding.said for finding in findings if "tuingroep" in finding.said] == said
    assert wrong(findings) == []


def test_a_postgresql_database_is_told_of_in_words(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, postgres_engine: Engine, fresh_postgres: Engine
) -> None:
    monkeypatch.setenv("KAMERBOT_DATABASE_URL", address(postgres_engine).replace("+psycopg", ""))
    lines = invoke("doctor").stdout.splitlines()
    assert re.fullmatch(r"ok     database: PostgreSQL 18\.\d+ can be reached", lines[2])
    assert lines[3] == f"ok     migrations: up to date ({NEWEST})"
    monkeypatch.setenv("KAMERBOT_DATABASE_URL", address(fresh_postgres))
    lines = invoke("doctor", code=1).stdout.splitlines()
    assert lines[3] == f"wrong  migrations: the database is at none, Kamerbot needs {NEWEST}"


def test_a_postgresql_server_that_does_not_answer_is_told_of(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KAMERBOT_DATABASE_URL", f"postgresql://els:geheim99@/kamerbot?host={tmp_path}")
    result = invoke("doctor", code=1)
    lines = result.stdout.splitlines()
    assert lines[2].startswith("wrong  database: connection is bad: ")
    assert lines[3].startswith("       → Check KAMERBOT_DATABASE_URL")
    assert "geheim99" not in result.output


def _real_database(home: Path, empty_database: Path) -> Settings:
    """Settings of a bot that serves Telegram, with a database."""
    (home / "var").mkdir()
    (home / "var" / "kamerbot.db").write_bytes(empty_database.read_bytes())
    return Settings.model_validate({"telegram_token": TOKEN})


def test_the_age_of_the_newest_backup_is_told(home: Path, empty_database: Path) -> None:
    settings = _real_database(home, empty_database)
    [none] = check_backups(settings, now())
    assert (none.state, none.said) == (State.NOTE, "there is none yet in var/backups")
    (home / "var" / "backups").mkdir()
    (home / "var" / "backups" / "kamerbot-night-2026-11-16.db").write_bytes(empty_database.read_bytes())
    [new] = check_backups(settings, now())
    assert (new.state, new.mend) == (State.OK, "")
    [old] = check_backups(settings, now() + timedelta(days=3, hours=1))
    assert old.state is State.NOTE
    assert old.said.endswith(" UTC, 3 days ago")


def test_what_a_restore_put_aside_is_told_of_after_14_days(home: Path, empty_database: Path) -> None:
    settings = _real_database(home, empty_database)
    (home / "var" / "kamerbot.db.before-20261101T120000Z").write_bytes(empty_database.read_bytes())
    assert len(list(check_backups(settings, now()))) == 1
    [_, aside] = check_backups(settings, now() + timedelta(days=15))
    assert aside.said == "var/kamerbot.db.before-20261101T120000Z was put aside by a restore"


def test_a_nightly_backup_that_is_off_is_told(home: Path, empty_database: Path) -> None:
    settings = _real_database(home, empty_database).model_copy(update={"nightly_backup": "no"})
    assert next(finding.said for finding in check_backups(settings, now())) == "the nightly one is off"


def test_the_try_out_needs_no_backup(home: Path, books: Engine) -> None:
    assert list(check_backups(Settings(), now())) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{{ report.titel }}", "mine.docx: 'types.SimpleNamespace object' has no attribute 'titel'"),
        ("{{ report.rooms[1].title }}", "mine.docx: list object has no element 1"),
        ("{{ report.title + 1 }}", "mine.docx: TypeError: "),
        ("{%p if report.title %}", "mine.docx: "),
    ],
)
def test_a_template_from_which_no_report_can_be_made_is_told_before_somebody_asks_for_one(
    invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    page = Document()
    page.add_paragraph(words)
    page.save(str(home / "mine.docx"))
    monkeypatch.setenv("KAMERBOT_REPORT_TEMPLATE", str(home / "mine.docx"))
    lines = invoke("doctor", code=1).stdout.splitlines()
    (found,) = [line for line in lines if "report template" in line]
    assert found.startswith(f"wrong  report template: KAMERBOT_REPORT_TEMPLATE: no report can be made from it: {told}")
    assert "       → Mend it, or begin anew with: kamerbot template" in lines


def test_a_template_that_is_not_there_or_no_document_is_told(
    invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "text.docx").write_bytes(b"no document")
    for path, told in (
        (home / "missing.docx", f"{home}/missing.docx: No such file or directory"),
        (home, f"{home}: Is a directory"),
        (home / "text.docx", "text.docx is no document for a word processor"),
    ):
        monkeypatch.setenv("KAMERBOT_REPORT_TEMPLATE", str(path))
        said = invoke("doctor", code=1).stdout
        assert f"KAMERBOT_REPORT_TEMPLATE: no report can be made from it: {told}" in said


def test_a_template_that_works_is_told_too(invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    invoke("template", "own.docx")
    monkeypatch.setenv("KAMERBOT_REPORT_TEMPLATE", str(home / "own.docx"))
    said = invoke("doctor").stdout
    assert f"ok     report template: reports can be made from {home}/own.docx" in said
