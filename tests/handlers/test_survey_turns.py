"""What is typed while a survey asks: kept by nobody, unless it plainly is something else."""

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from handlers.messages import Kind
from handlers.surveys import survey_turns
from storage.database import reading
from storage.tables import Inbox, SurveyCount, SurveyRound
from tests.test_survey_secrecy import NAMES, Play


def _is_kept(play: Play) -> bool:
    with reading(play.engine) as session:
        row = session.exec(select(Inbox).where(Inbox.external_id == f"u{play.count}")).one()
        return row.payload is not None


@pytest.fixture
def asked(engine: Engine) -> Play:
    """Noor is asked whether she trusts her own abilities more."""
    play = Play(engine)
    play.presses("Noor", 0, "go")
    return play


@pytest.mark.parametrize(
    "text",
    [
        "ja", "Ja!", "nee", "nee hoor", "een beetje", "7", "7,5", "11", "heel veel", "ja want ik durf nu te bellen",
        "nee, ik voel me er niet thuis", "de wc is altijd kapot", "ik ben ziek geworden van die kamer", "klaar",
        "niets", "hallo", "dank je", "😀", "8 kookgroep", "waarom?", "weet ik niet", "overslaan", "stop enquête",
        "geen idee", "ja " * 400,
    ],
)  # fmt: skip
def test_what_may_be_an_opinion_is_not_kept(asked: Play, text: str) -> None:
    asked.says("Noor", text)
    assert not _is_kept(asked)


@pytest.mark.parametrize(
    "text",
    ["2 uur kookgroep gisteren", "help", "mijn gegevens", "stop", "vergeet mij", "/uren", "elke dinsdag 3 uur koken"],
)
def test_what_is_plainly_something_else_is_kept_like_any_message(asked: Play, text: str) -> None:
    asked.says("Noor", text)
    assert _is_kept(asked)


@pytest.mark.parametrize(
    ("position", "text", "counted"),
    [
        (0, "ja", "yes"), (0, "Een beetje.", "bit"), (0, "beetje", "bit"), (0, "nee", "no"), (0, "nee hoor", "no"),
        (0, "7", None), (0, "heel veel", None), (0, "overslaan", None),
        (2, "7", "7"), (2, "10!", "10"), (2, "een 8", "8"), (2, "negen", "9"), (2, "8,5", None), (2, "11", None),
        (2, "0", None), (2, "7 of 8", None), (2, "ja", None), (2, "８", None),
    ],
)  # fmt: skip
def test_what_is_typed_counts_when_it_is_one_of_the_answers(
    asked: Play, position: int, text: str, counted: str | None
) -> None:
    for step in range(position):
        asked.presses("Noor", step, "skip")
    asked.says("Noor", text)
    with reading(asked.engine) as session:
        given = [name for row in session.exec(select(SurveyCount)) for name, count in row.counts.items() if count]
        assert given == ([counted] if counted else [])


def test_a_day_later_what_is_typed_is_no_answer(asked: Play) -> None:
    asked.now += survey_turns.STILL_ASKED
    asked.says("Noor", "ja")
    assert _is_kept(asked)


def test_a_caption_may_be_an_answer_too_and_a_picture_without_words_is_none(asked: Play) -> None:
    asked.says("Noor", "", kind=Kind.PHOTO)
    assert _is_kept(asked)
    asked.presses("Noor", 0, "go")
    asked.says("Noor", "ja", kind=Kind.PHOTO)
    assert not _is_kept(asked)


def test_a_message_of_another_chat_with_the_same_id_is_no_turn(asked: Play) -> None:
    asked.says("Piet", "2 uur kookgroep gisteren", message="same")
    asked.says("Noor", "ja", message="same")
    asked.says("Piet", "3 uur kookgroep gisteren", message="same", edited=True)
    assert _is_kept(asked)
    asked.says("Noor", "nee", message="same", edited=True)
    assert not _is_kept(asked)


def test_what_cannot_be_read_while_a_survey_asks_is_not_kept_either(
    asked: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(survey_turns, "understood", lambda *_: {}["gone"])
        asked.says("Noor", "ik durf meer")
    assert not _is_kept(asked)


@pytest.mark.parametrize("data", ["s:1:0:11", "s:1:0:maybe", "s:99:0:yes", "s:1:9:yes", "s:", "s:x:0:yes", "s:1:0:8"])
def test_a_button_that_the_survey_never_had_changes_nothing(asked: Play, data: str) -> None:
    asked.says("Noor", data, is_press=True)
    assert not _is_kept(asked)
    with reading(asked.engine) as session:
        assert not any(count for row in session.exec(select(SurveyCount)) for count in row.counts.values())


def test_who_was_not_asked_answers_by_the_link_alone(asked: Play) -> None:
    asked.says("Sam", "s:1:0:yes", is_press=True)
    with reading(asked.engine) as session:
        code = session.get_one(SurveyRound, asked.round).code
    asked.says("Sam", f"/start {code}")
    asked.says("Sam", "s:1:0:yes", is_press=True)
    with reading(asked.engine) as session:
        assert session.get_one(SurveyCount, (1, "trust")).counts["yes"] == 1
    assert "Sam" not in NAMES
