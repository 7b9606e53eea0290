"""A report in words: figures as a Dutch auditor expects to read them."""

from datetime import date
from decimal import Decimal

import pytest

from handlers.reports.document_words import document_words
from language.say import COMPLETE
from reports.report import Report, Value
from reports.worded import Told, result_text, target_text, worded
from tests.reports.year_report import line, report, room

DUTCH = document_words("nl")


def row(**changes: object) -> list[str]:
    values = dict(
        zip(
            ("id", "kind", "name", "unit", "comparison", "source", "target", "of", "low", "high", "light"),
            ("x", "output", "X", "people", "gt", "tally", 10, 20, "11", "11", "reached"),
            strict=True,
        )
    )
    promise = line(tuple((values | changes).values()))
    return [target_text(promise, DUTCH), result_text(promise, DUTCH)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ["meer dan\xa010 van 20", "11"]),
        ({"of": None, "comparison": "ge", "low": "1012", "high": "1180"}, ["minstens\xa010", "1.012–1.180"]),
        ({"of": None, "unit": "% yes", "low": "62.5", "high": "62.5"}, ["meer dan\xa010%", "62,5%"]),
        ({"of": None, "unit": "mark out of 10", "target": 8, "low": "8.4", "high": "8.4"}, ["meer dan\xa08", "8,4"]),
        ({"of": None, "unit": "positive", "comparison": "positive", "target": None, "low": True}, ["positief"] * 2),
        ({"low": None}, ["meer dan\xa010 van 20", "–"]),
    ],
)
def test_targets_and_results_as_they_are_printed(changes: dict[str, object], said: list[str]) -> None:
    assert row(**changes) == said


def test_a_judgement_can_be_negative() -> None:
    promise = line(("x", "input", "X", "positive", "positive", "entered", None, None, True, None, "missed"))
    assert result_text(promise.model_copy(update={"value": Value(positive=False)}), DUTCH) == "negatief"


def test_how_many_were_referred_stands_beside_the_result() -> None:
    promise = line(("x", "output", "X", "people", "gt", "tally", 10, 20, "11", "11", "reached"))
    assert result_text(promise.model_copy(update={"out_of": 18}), DUTCH) == "11 van 18"


def test_dutch_numbers_money_and_days() -> None:
    assert DUTCH.quantity(Decimal("1012.50")) == "1.012,5"
    assert DUTCH.duration(251_130) == "4.185,50"
    assert DUTCH.euros(Decimal("102322.75")) == "€\xa0102.323"
    assert DUTCH.euros(Decimal(11), cents=True) == "€\xa011,00"
    assert DUTCH.share_of(Decimal("0.508")) == "51%"
    assert DUTCH.date(date(2026, 7, 1)) == "1\xa0juli 2026"
    assert DUTCH.months()[2] == "mrt"
    assert document_words("en").euros(Decimal(-5)) == "-€5"


def test_the_day_of_a_result_stands_in_its_note() -> None:
    part = room()
    found = part.indicators[2].model_copy(update={"as_of": date(2026, 5, 12)})
    results = worded(report(part.model_copy(update={"indicators": (found,)})), DUTCH).rooms[0].results
    assert results[0].lines[0].note == "Stand op 12\xa0mei 2026. Interviews, 12 mei 2026."


def test_a_missed_target_without_an_explanation_says_so() -> None:
    told = {name.name: name.text for name in worded(report(), DUTCH).rooms[0].explanations}
    assert told["Nog zonder toelichting"].startswith("Minder (kosten op) overlast en vandalisme; Computervaardigheid")
    assert told["Actieve vrijwilligers (min. gem. 250 uren/jaar)"].startswith("Vier vrijwilligers vonden")
    # Before the end of the year nothing is missed yet.
    early: Report = report(last=date(2026, 9, 30))
    assert "Nog zonder toelichting" not in {t.name for t in worded(early, DUTCH).rooms[0].explanations}


def test_one_room_has_no_rooms_beside_it() -> None:
    assert worded(report(), DUTCH).together == ()


def test_rooms_side_by_side_with_the_totals_of_hours_and_money() -> None:
    hart = room("Hart voor Leidsche Rijn", "15")
    hart = hart.model_copy(update={"indicators": hart.indicators[1:]})
    totals, impact, *_ = worded(report(room(), hart), DUTCH).together
    assert totals.columns == ("Wat", "TOP", "Hart voor Leidsche Rijn", "Totaal")
    assert ("Klussen", "64", "64", "128") in totals.rows
    assert ("Investering van vrijwilligers", "€\xa0102.323", "€\xa0102.323", "€\xa0204.646") in totals.rows
    first = impact.rows[0]
    assert first[1:] == ("62,5% (meer dan\xa050%)\ngehaald", "")


def test_how_a_range_is_read_is_told_where_one_is_printed() -> None:
    certain = tuple(promise for promise in room().indicators if not (promise.value and promise.value.is_range))
    without = room("De Verbinding", "16").model_copy(update={"indicators": certain})
    one = worded(report(without), DUTCH)
    assert (one.legend, one.rooms[0].legend) == ("", "")
    both = worded(report(without, room()), DUTCH)
    assert (both.rooms[0].legend, both.rooms[1].legend, both.legend) == ("", DUTCH.legend, DUTCH.legend)


def test_a_chart_is_told_in_words() -> None:
    (_, _, klussen) = worded(report(), DUTCH).rooms[0].charts
    assert klussen.description.startswith("Klussen, 2026 (klussen): jan 4, feb 8, mrt 15")
    assert klussen.description.endswith(" Doel: 60.")


def test_klussen_add_up_below_their_corporations() -> None:
    table = worded(report(), DUTCH).rooms[0].klussen
    assert table is not None
    assert table.rows[0] == ("Mitros", "31", "2", "69,25")
    assert table.total == ("Totaal", "64", "5", "128,75")


def test_hours_and_money_add_up_below_their_groups_and_financiers() -> None:
    part = worded(report(), DUTCH).rooms[0]
    assert part.groups is not None
    assert part.financing is not None
    assert part.groups.total == ("Totaal", "4.900,00", "84", "")
    assert part.financing.total == ("Totaal", "€\xa0103.828")


def test_whom_an_extract_is_for_stands_first() -> None:
    assert worded(report(kind="extract", corporation="Mitros"), DUTCH).facts[0] == Told("Uittreksel voor", "Mitros")


@pytest.mark.parametrize("language", COMPLETE)
def test_every_complete_language_has_the_words(language: str) -> None:
    assert worded(report(), document_words(language)).rooms[0].title.endswith("TOP")
