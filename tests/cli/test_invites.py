"""Invites from the command line: what is printed, what is saved, and what each gives."""

import base64
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bot.clock import now
from handlers.joining.invite_link import ADDRESS
from reports.invite import qr_text
from storage.database import reading, unit_of_work
from storage.groups import add_group
from storage.invites import is_usable
from storage.rooms import add_room
from storage.runs import keep_note
from storage.tables import Invite
from tests.cli.conftest import Invoke

ADDRESS_OF_BOT = "https://t.me/kamerbot?start={code}"


@pytest.fixture(autouse=True)
def _room(books: Engine) -> None:
    with unit_of_work(books) as session:
        add_group(session, add_room(session, "top", "TOP").id, "kookgroep")
        add_room(session, "hart", "Hart")


def connect(books: Engine) -> None:
    with unit_of_work(books) as session:
        keep_note(session, ADDRESS, ADDRESS_OF_BOT)


def only_invite(books: Engine) -> Invite:
    with reading(books) as session:
        return session.exec(select(Invite)).one()


def test_an_invite_is_printed_drawn_and_saved(invoke: Invoke, books: Engine, home: Path) -> None:
    connect(books)
    result = invoke("invite", "--room", "top", "--role", "volunteer")
    made = only_invite(books)
    link = ADDRESS_OF_BOT.replace("{code}", made.code)
    lines = result.stdout.splitlines()
    assert lines[0] == f"Invite {made.id} to TOP as volunteer"
    assert lines[1].startswith("For    50 people, until ")
    assert lines[2] == f"Link   {link}"
    assert lines[3] == f"Or send this to the bot:  /start {made.code}"
    assert qr_text(link) in result.stdout
    saved = [home / line.removeprefix("Saved  ") for line in lines if line.startswith("Saved  ")]
    assert [file.name for file in saved] == ["uitnodiging-top-1.png", "uitnodiging-top-1.pdf"]
    picture, poster = (file.read_bytes() for file in saved)
    assert picture.startswith(b"\x89PNG\r\n")
    assert poster.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", poster)) == 1
    assert link.encode() in poster


def test_a_code_cannot_be_guessed(invoke: Invoke, books: Engine) -> None:
    for _ in range(2):
        invoke("invite", "--room", "top", "--role", "volunteer")
    with reading(books) as session:
        first, second = (invite.code for invite in session.exec(select(Invite)))
    assert first != second
    assert len(base64.urlsafe_b64decode(first)) * 8 >= 128


def test_without_a_platform_the_code_alone_is_given(invoke: Invoke, books: Engine) -> None:
    result = invoke("invite", "--room", "top", "--role", "coordinator")
    made = only_invite(books)
    assert "Link   none: " in result.stdout
    assert qr_text(f"/start {made.code}") in result.stdout
    assert "For    1 person, until " in result.stdout


def test_an_invite_has_the_role_group_uses_days_and_folder_that_were_asked_for(
    invoke: Invoke, books: Engine, home: Path
) -> None:
    words = ["--room", "top", "--role", "leader", "--group", "Kookgroep", "--days", "7", "--uses", "3"]
    result = invoke("invite", *words, "--output", home / "posters", "--language", "en")
    assert result.stdout.startswith("Invite 1 to TOP as leader of kookgroep\nFor    3 people, until ")
    made = only_invite(books)
    assert (made.role, made.group_id, made.most_uses) == ("leader", 1, 3)
    assert made.expires_at - made.created_at == timedelta(days=7)
    assert sorted(file.name for file in (home / "posters").iterdir()) == [
        "uitnodiging-top-1.pdf",
        "uitnodiging-top-1.png",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--room", "top", "--role", "leader"], "The groups are: kookgroep."),
        (["--room", "hart", "--role", "leader"], "Make one with: kamerbot group add kookgroep --room hart"),
        (["--room", "top", "--role", "volunteer", "--group", "kokgroep"], "Did you mean kookgroep?"),
        (["--room", "top", "--role", "coordinator", "--group", "kookgroep"], "of the whole room"),
        (["--room", "top", "--role", "boss"], "'volunteer', 'leader', 'coordinator'"),
        (["--room", "top", "--role", "volunteer", "--days", "0"], "--days"),
        (["--room", "top", "--role", "volunteer", "--uses", "0"], "--uses"),
        (["--role", "volunteer"], "--room"),
    ],
)
def test_an_invite_that_cannot_be_is_refused_and_not_made(
    invoke: Invoke, books: Engine, words: list[str], said: str
) -> None:
    assert said in invoke("invite", *words, code=2).stderr
    with reading(books) as session:
        assert session.exec(select(Invite)).all() == []


def test_an_invite_that_cannot_be_saved_is_not_made(invoke: Invoke, books: Engine, home: Path) -> None:
    (home / "file").write_text("no folder")
    result = invoke("invite", "--room", "top", "--role", "volunteer", "--output", home / "file", code=1)
    assert "Name another with --output." in result.stderr
    with reading(books) as session:
        assert session.exec(select(Invite)).all() == []


def test_invites_are_listed_without_their_codes_and_withdrawn(invoke: Invoke, books: Engine) -> None:
    invoke("invite", "--room", "top", "--role", "leader", "--group", "kookgroep")
    made = only_invite(books)
    listed = invoke("invites", "list", "--room", "top").stdout
    assert listed.startswith(f"{made.id}: as leader of kookgroep, used 0 of 1 times, until ")
    assert made.code not in listed
    assert "can be used" in invoke("invites", "withdraw", str(made.id), "--room", "hart", code=2).stderr
    invoke("invites", "withdraw", str(made.id), "--room", "top")
    assert not is_usable(only_invite(books), now())
    assert invoke("invites", "list", "--room", "top").stdout == "There are no invites that can be used.\n"
    assert "has no invite" in invoke("invites", "withdraw", str(made.id), "--room", "top", code=2).stderr
