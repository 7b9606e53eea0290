"""Answers to a survey that come at the same moment are all counted, and a round that closes takes no more."""

from collections.abc import Callable

from sqlalchemy import Engine
from sqlmodel import select

from handlers.messages import Incoming, Kind
from handlers.receive import Result, receive
from storage import surveys
from storage.database import reading, unit_of_work
from storage.tables import SurveyCount, SurveyPerson, SurveyRound
from tests.at_once.crowd import at_once
from tests.test_survey_secrecy import NAMES, NOW, Play

STRANGERS = ("Sam", "Zoe")


def _press(who: str, what: str) -> Incoming:
    return Incoming(
        channel="t", id=f"{who}-{what}", account=who, chat=who, sent_at=NOW, kind=Kind.BUTTON, text=f"s:1:0:{what}"
    )


def _receive(incoming: Incoming) -> Callable[[Engine], Result]:
    return lambda engine: receive(engine, incoming, NOW).result


def _ready(engine: Engine) -> None:
    """Members were asked, and others came by the link."""
    play = Play(engine)
    with reading(engine) as session:
        code = session.get_one(SurveyRound, play.round).code
    for who in STRANGERS:
        play.says(who, f"/start {code}")


def test_all_answers_are_counted_once(postgres_engine: Engine) -> None:
    _ready(postgres_engine)
    people = (*NAMES, *STRANGERS)
    # Each press is delivered twice.
    results = at_once(postgres_engine, [_receive(_press(who, "yes")) for who in people for _ in range(2)])
    assert sorted(results) == sorted([Result.HANDLED, Result.AGAIN] * len(people))
    with reading(postgres_engine) as session:
        assert session.get_one(SurveyCount, (1, "trust")).counts == {"yes": 8, "bit": 0, "no": 0}
        row = session.get_one(SurveyRound, 1)
        assert (row.responded, row.by_link) == (6, 2)


def test_two_buttons_of_one_question_count_one_answer(postgres_engine: Engine) -> None:
    _ready(postgres_engine)
    at_once(postgres_engine, [_receive(_press("Sam", what)) for what in ("yes", "bit", "no")])
    with reading(postgres_engine) as session:
        assert sum(session.get_one(SurveyCount, (1, "trust")).counts.values()) == 1


def test_a_round_that_closes_meanwhile_keeps_nobody(postgres_engine: Engine) -> None:
    _ready(postgres_engine)

    def close(engine: Engine) -> Result:
        with unit_of_work(engine) as session:
            surveys.close(session, session.get_one(SurveyRound, 1), NOW.date())
        return Result.HANDLED

    at_once(postgres_engine, [close, *(_receive(_press(who, "yes")) for who in STRANGERS)])
    with reading(postgres_engine) as session:
        assert session.exec(select(SurveyPerson)).all() == []
        row, counts = session.get_one(SurveyRound, 1), session.get_one(SurveyCount, (1, "trust")).counts
        assert row.by_link == counts["yes"]
