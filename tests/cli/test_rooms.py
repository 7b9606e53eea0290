"""Rooms, their settings and groups, from the command line."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

import language.understand
from bot.commands.first_steps import first_steps
from storage import people
from storage.activities import ACTIVITIES
from storage.database import reading, unit_of_work
from storage.groups import groups_of
from storage.rooms import RoomSettings, room_by_slug, rooms, settings_of
from storage.tables import Person
from tests.cli.conftest import Invoke
from tests.cli.test_settings import TOKEN

NOW = datetime(2026, 11, 23, 20, 15, tzinfo=UTC)


def settings_in(engine: Engine, slug: str) -> RoomSettings:
    with reading(engine) as session:
        room = room_by_slug(session, slug)
        assert room is not None
        return settings_of(room)


def test_a_room_is_made_on_a_new_database_and_the_next_step_told(invoke: Invoke, home: Path) -> None:
    result = invoke("room", "add", "TOP")
    assert result.stdout.splitlines() == [
        "Room TOP is made; commands call it top.",
        "Next: kamerbot invite --room top --role coordinator",
    ]
    assert (home / "var" / "tryout.db").exists()
    assert invoke("room", "list").stdout == ("top: TOP (members 0, coordinators 0, groups 0, no agreement this year)\n")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Hart voor Leidsche Rijn", "hart-voor-leidsche-rijn"),
        ("  Café 't  Hoekje! ", "cafe-t-hoekje"),
        ("De Verbinding 2", "de-verbinding-2"),
    ],
)
def test_a_slug_is_made_from_the_name(invoke: Invoke, books: Engine, name: str, slug: str) -> None:
    invoke("room", "add", name)
    with reading(books) as session:
        assert [(room.slug, room.name) for room in rooms(session)] == [(slug, " ".join(name.split()))]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["   "], "1 to 60 characters"),
        (["x" * 61], "1 to 60 characters"),
        (["TOP\x1b[2J"], "1 to 60 characters"),
        (["كاميرا"], "is no slug"),
        (["TOP", "--slug", "Top Kamer"], "is no slug"),
        (["TOP", "--slug", "../top"], "is no slug"),
        (["TOP", "--slug", "t" * 41], "is no slug"),
        (["Tweede", "--slug", "hart"], "There is a room 'hart' already."),
    ],
)
def test_a_name_or_slug_that_cannot_be_is_refused(invoke: Invoke, books: Engine, words: list[str], said: str) -> None:
    invoke("room", "add", "Hart", "--slug", "hart")
    assert said in invoke("room", "add", *words, code=2).stderr
    with reading(books) as session:
        assert [room.name for room in rooms(session)] == ["Hart"]


def test_settings_of_a_room_are_changed_shown_and_put_back(invoke: Invoke, books: Engine) -> None:
    invoke("room", "add", "TOP")
    changed = invoke("room", "set", "top", "reminder_after_days=10", "digest=no", "weekly_total_at=17:30")
    assert changed.stdout.splitlines() == ["reminder_after_days=10", "digest=no", "weekly_total_at=17:30"]
    settings = settings_in(books, "top")
    assert (settings.reminder_after_days, settings.digest, f"{settings.weekly_total_at:%H:%M}") == (10, False, "17:30")
    assert "digest=no  # send coordinators the weekly digest" in invoke("room", "show", "top").stdout.splitlines()
    assert invoke("room", "set", "top", "digest=", "reminder_after_days=").stdout.splitlines() == [
        "digest=yes",
        "reminder_after_days=14",
    ]
    assert settings_in(books, "top").digest
    assert f"{settings_in(books, 'top').weekly_total_at:%H:%M}" == "17:30"


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("reminder_after_days=0", "reminder_after_days: "),
        ("reminder_after_days=tien", "reminder_after_days: "),
        ("digest=soms", "digest: "),
        ("weekly_total_at=25:00", "weekly_total_at: "),
        ("timezone=Mars/Olympus", "timezone: "),
        ("timezone=../etc/passwd", "timezone: "),
        ("quiet_until=22:00", "quiet hours must end before they begin"),
        ("most_day_hours=10", "may not be more than most_day_hours"),
        ("ask_after_days=30", "may not be more than ask_after_days"),
        ("reminder_after_dys=10", "Did you mean reminder_after_days?"),
        ("reminder_after_days", "Write it as: reminder_after_days=10"),
    ],
)
def test_a_wrong_setting_of_a_room_is_named_and_nothing_changes(
    invoke: Invoke, books: Engine, assignment: str, said: str
) -> None:
    invoke("room", "add", "TOP")
    assert said in invoke("room", "set", "top", "digest=no", assignment, code=2).stderr
    assert settings_in(books, "top") == RoomSettings()


@pytest.mark.parametrize(
    "command",
    [
        ("room", "show", "tap"),
        ("room", "set", "tap", "digest=no"),
        ("group", "list", "--room", "tap"),
        ("group", "add", "kookgroep", "--room", "tap"),
        ("invite", "--room", "tap", "--role", "volunteer"),
        ("invites", "list", "--room", "tap"),
        ("invites", "withdraw", "1", "--room", "tap"),
        ("export", "hours", "--room", "tap"),
    ],
    ids=" ".join,
)
def test_an_unknown_room_is_answered_with_those_there_are(
    invoke: Invoke, books: Engine, command: tuple[str, ...]
) -> None:
    assert "Make one with: kamerbot room add" in invoke(*command, code=2).stderr
    invoke("room", "add", "TOP")
    invoke("room", "add", "Hart")
    assert invoke(*command, code=2).stderr.splitlines() == [
        "There is no room 'tap'.",
        "The rooms are: hart, top. Did you mean top?",
    ]


def test_groups_are_made_and_listed(invoke: Invoke, books: Engine) -> None:
    invoke("room", "add", "TOP")
    invoke(
        "group", "add", "kookgroep", "--room", "top", "--activity", "koken", "--alias", "eettafel", "--alias", "soep"
    )
    invoke("group", "add", "koffie", "--room", "top")
    assert invoke("group", "list", "--room", "top").stdout.splitlines() == [
        "koffie (no activity, members 0)",
        "kookgroep (koken, eettafel, soep, members 0)",
    ]
    with reading(books) as session:
        top = room_by_slug(session, "top")
        assert top is not None
        assert [(group.name, group.activity, group.aliases) for group in groups_of(session, top.id)] == [
            ("koffie", None, []),
            ("kookgroep", "koken", ["eettafel", "soep"]),
        ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Kookgroep"], "has a group 'Kookgroep' already"),
        (["tuingroep", "--activity", "tuinen"], "Did you mean tuin?"),
        (["12"], "is no name for a group"),
        ([" "], "is no name for a group"),
        (["tuingroep", "--alias", "x" * 41], "is no name for a group"),
    ],
)
def test_a_group_that_cannot_be_is_refused(invoke: Invoke, books: Engine, words: list[str], said: str) -> None:
    invoke("room", "add", "TOP")
    invoke("group", "add", "kookgroep", "--room", "top")
    assert said in invoke("group", "add", *words, "--room", "top", code=2).stderr
    assert len(invoke("group", "list", "--room", "top").stdout.splitlines()) == 1


def test_the_activities_are_those_that_the_understanding_knows() -> None:
    words = Path(language.understand.__file__).parent / "words" / "nl.toml"
    assert set(ACTIVITIES) == set(tomllib.loads(words.read_text(encoding="utf-8"))["activity"])


def test_the_first_steps_go_from_a_room_to_its_coordinator_to_its_volunteers(invoke: Invoke, books: Engine) -> None:
    def steps() -> list[str]:
        with reading(books) as session:
            return first_steps(session)

    invite = "kamerbot invite --room top --role coordinator"
    assert steps() == ['kamerbot room add "TOP"', invite]
    invoke("room", "add", "TOP")
    assert steps() == [invite]
    with unit_of_work(books) as session:
        top = rooms(session)[0]
        els = Person(name="Els", created_at=NOW)
        session.add(els)
        session.flush()
        people.join(session, top.id, els.id, NOW.date(), is_coordinator=True)
    assert steps() == ["kamerbot invite --room top --role volunteer"]
    for name in ("Els", "Bo", "Dok", "Aa", "Cor"):
        invoke("room", "add", name)
    assert steps() == [
        *(f"kamerbot invite --room {slug} --role coordinator" for slug in ("aa", "bo", "cor")),
        "and 2 more: kamerbot doctor",
    ]


def test_with_a_token_commands_use_the_real_database(
    invoke: Invoke, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAMERBOT_TELEGRAM_TOKEN", TOKEN)
    invoke("room", "add", "TOP")
    assert [file.name for file in (home / "var").glob("*.db")] == ["kamerbot.db"]
