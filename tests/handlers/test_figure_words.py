"""Figures of the agreement in words and in short."""

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup
from sqlalchemy import Engine

from bot.sample.rooms import AGREEMENT
from handlers.desk.board_picture import picture
from handlers.desk.figure_meaning import meaning
from handlers.desk.figure_words import LIGHTS, figure_name, target_short, target_words, value_short
from language.say import COMPLETE
from language.say.voice import Voice
from reports.board_picture import BoardPicture
from reports.lights import Sign
from storage.agreements import KINDS, PromisedIndicator, parse
from storage.database import unit_of_work
from storage.figures.board import BoardLine
from storage.figures.light import Light, Value
from storage.figures.unique_people import Range
from storage.rooms import add_room
from storage.tables import Room

DAY = date(2026, 3, 12)
NL = Voice("nl", DAY)
PROMISED = parse(AGREEMENT.read_text(encoding="utf-8")).terms_of("top", 2026).indicators
KNOWN = {indicator.id: indicator for indicator in PROMISED}
MOST_ON_A_BUTTON = 24
OTHER = KNOWN["klussen"].model_copy(update={"id": "swimming", "name": "Zwemmen met ouderen uit de hele wijk"})


@pytest.mark.parametrize("language", COMPLETE)
def test_each_indicator_of_the_agreement_has_a_name_of_its_own(language: str) -> None:
    voice = Voice(language, DAY)
    names = [figure_name(voice, indicator) for indicator in PROMISED]
    assert len(set(names)) == len(PROMISED) == 27
    assert all(len(name) <= MOST_ON_A_BUTTON for name in names)


@pytest.mark.parametrize("language", COMPLETE)
def test_each_indicator_of_the_agreement_has_a_meaning(language: str, engine: Engine) -> None:
    with unit_of_work(engine) as session:
        room = add_room(session, "top", "TOP")
        assert all(meaning(session, Voice(language, DAY), room, indicator, DAY.year) for indicator in PROMISED)


def test_an_indicator_that_we_have_no_words_for_keeps_the_agreements_name(engine: Engine) -> None:
    assert figure_name(NL, OTHER) == "Zwemmen met ouderen…"
    with unit_of_work(engine) as session:
        assert meaning(session, NL, add_room(session, "top", "TOP"), OTHER, DAY.year) is None


@pytest.mark.parametrize(
    ("indicator", "value", "short"),
    [
        ("klussen", Range(31, 31), "31"),
        ("meeting", Range(1131, 1188), "1.131–1.188"),
        ("trust", Decimal("64.29"), "64,3 %"),
        ("trust", Decimal("50.04"), "50,04 %"),
        ("staff_volunteers", Decimal("8.00"), "8"),
        ("evictions_arrears", Decimal(4), "4"),
        ("no_deficit", "positive", "positief"),
        ("no_deficit", "negative", "negatief"),
        ("no_deficit", None, "–"),
    ],
)
def test_a_value_is_short_and_never_looks_like_its_target_when_it_is_another(
    indicator: str, value: Value, short: str
) -> None:
    assert value_short(NL, KNOWN[indicator], value) == short


@pytest.mark.parametrize(
    ("indicator", "short", "words"),
    [
        ("klussen", "60", "60"),
        ("key_holders", "> 20", "meer dan 20"),
        ("referred_taking_part", "> 10", "meer dan 10 van 20"),
        ("trust", "> 50 %", "meer dan 50 %"),
        ("no_deficit", "positief", "positief"),
    ],
)
def test_a_target_says_whether_it_must_be_passed(indicator: str, short: str, words: str) -> None:
    assert (target_short(NL, KNOWN[indicator]), target_words(NL, KNOWN[indicator])) == (short, words)


def test_there_is_a_sign_and_an_order_for_every_light() -> None:
    assert set(LIGHTS) == set(Light)
    assert [sign.value for sign in Sign] == [light.value for light in Light]


def line(indicator: PromisedIndicator, value: Value, light: Light, due: int | None = None) -> BoardLine:
    return BoardLine(indicator=indicator, value=value, days=71, days_in_year=365, due=due, expected=None, light=light)


def test_the_picture_has_a_row_for_each_figure_under_its_kind_and_a_word_for_each_light_there_is() -> None:
    lines = [line(indicator, None, Light.UNKNOWN) for indicator in PROMISED if indicator.id != "klussen"]
    lines.append(line(KNOWN["klussen"], Range(15, 15), Light.ON_COURSE, due=12))
    drawn = BoardPicture.from_data(picture(NL, Room(slug="top", name="TOP"), lines, DAY, Markup("x")).data)
    assert [part.title.partition(":")[0] for part in drawn.parts] == [kind.upper() for kind in KINDS]
    assert [len(part.rows) for part in drawn.parts] == [5, 10, 8, 4]
    klussen = next(row for part in drawn.parts for row in part.rows if row.name == "Klussen")
    assert (klussen.sign, klussen.value, klussen.target, klussen.come, klussen.due) == (
        "on-course",
        "15",
        "60",
        250,
        200,
    )
    assert [word.word for word in drawn.legend] == ["op schema", "geen cijfer"]


@pytest.mark.parametrize(
    ("indicator", "value", "come"),
    [
        ("key_holders", Range(21, 21), 1000),
        ("key_holders", Range(0, 4), 0),
        ("staff_volunteers", Decimal("7.6"), 950),
        ("benefits_care", Decimal(-3), 0),
        ("no_deficit", "positive", None),
        ("klussen", None, None),
    ],
)
def test_a_bar_is_as_long_as_the_part_of_the_target_that_is_certain(
    indicator: str, value: Value, come: int | None
) -> None:
    found = picture(NL, Room(slug="top", name="TOP"), [line(KNOWN[indicator], value, Light.BEHIND)], DAY, Markup("x"))
    [part] = BoardPicture.from_data(found.data).parts
    assert part.rows[0].come == come
