"""The values of a report: kept and read back, joined, and an extract taken."""

import json
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from reports.data import DataError
from reports.report import Report, Value, extract, together
from tests.reports.year_report import line, report, room


def test_what_is_kept_is_what_comes_back() -> None:
    whole = report()
    assert Report.from_json(whole.to_json()) == whole


def test_what_cannot_be_read_is_named_and_not_repeated() -> None:
    values = json.loads(report().to_json())
    values["rooms"][0]["groups"][0]["minutes"] = "geheim"
    with pytest.raises(DataError, match=r"rooms\.0\.groups\.0\.minutes") as caught:
        Report.from_json(json.dumps(values))
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("comparison", "target", "value", "met"),
    [
        ("gt", 20, Value(low=Decimal(20), high=Decimal(30)), False),
        ("gt", 20, Value(low=Decimal(21), high=Decimal(21)), True),
        ("ge", 20, Value(low=Decimal(20), high=Decimal(20)), True),
        ("ge", 20, Value(low=Decimal("19.9"), high=Decimal(40)), False),
        ("positive", None, Value(positive=True), True),
        ("positive", None, Value(positive=False), False),
        ("gt", 20, None, None),
    ],
)
def test_a_target_is_held_against_at_least(
    comparison: str, target: int | None, value: Value | None, met: bool | None
) -> None:
    promise = line(("x", "output", "X", "people", comparison, "logged", target, None, None, None, "unknown"))
    assert promise.model_copy(update={"value": value}).met is met


def test_a_value_is_a_range_or_a_judgement() -> None:
    for values in ({}, {"low": Decimal(1)}, {"low": Decimal(2), "high": Decimal(1)}):
        with pytest.raises(ValidationError):
            Value(**values)
    with pytest.raises(ValidationError):
        Value(low=Decimal(1), high=Decimal(1), positive=True)


def test_the_shares_of_the_sample_agreement() -> None:
    money = room().money
    assert money is not None
    shares = [
        money.model_copy(update={"financiers_eur": Decimal(eur), "promised_eur": Decimal(volunteers)}).promised_share
        for eur, volunteers in ((103828, 101000), (95828, 59750), (96328, 73500))
    ]
    assert [round(share * 100) for share in shares] == [51, 62, 57]


def test_rooms_are_joined_over_the_same_period() -> None:
    top, hart = report(room("TOP", "12")), report(room("Hart voor Leidsche Rijn", "15"))
    joined = together([top, hart])
    assert [part.name for part in joined.rooms] == ["TOP", "Hart voor Leidsche Rijn"]
    assert joined.snapshots == "12, 15"
    with pytest.raises(DataError):
        together([top, report(first=date(2026, 1, 1))])


def test_an_extract_holds_what_concerns_the_corporation() -> None:
    (part,) = extract(report(), "Mitros").rooms
    assert [promise.id for promise in part.indicators] == ["liveability", "evictions_arrears", "nuisance", "klussen"]
    assert [klussen.corporation for klussen in part.klussen] == ["Mitros"]
    assert part.money is not None
    assert [financing.name for financing in part.money.financing] == ["Mitros"]
    assert {restated.indicator for restated in part.restatements} == {"klussen"}
    assert part.evidence == ()


def test_an_extract_without_marks_holds_every_promise() -> None:
    unmarked = room()
    unmarked = unmarked.model_copy(
        update={"indicators": tuple(promise.model_copy(update={"flagged": False}) for promise in unmarked.indicators)}
    )
    assert len(extract(report(unmarked), "Mitros").rooms[0].indicators) == 27
