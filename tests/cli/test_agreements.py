"""Agreements: loaded from a file, refused with the place that is wrong, and the sample's."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.sample.rooms import AGREEMENT, seed
from bot.tryout.sample import seed_tryout
from storage.activities import ACTIVITIES
from storage.agreements import PromisedIndicator, parse, terms_of
from storage.database import reading, unit_of_work
from storage.groups import groups_of
from storage.results import Value
from storage.rooms import add_room, agreement_of, room_by_slug, rooms
from storage.tables import Agreement
from tests.cli.conftest import Invoke

GOOD = """
title = "Afspraak"
year = 2026
active_volunteer_hours = 240
[rooms.top]
volunteer_hours = 8000
[rooms.hart]
volunteer_hours = 4250
"""


@pytest.fixture
def _rooms(books: Engine) -> None:
    with unit_of_work(books) as session:
        add_room(session, "top", "TOP")
        add_room(session, "hart", "Hart")


def kept(books: Engine, slug: str, year: int = 2026) -> Agreement | None:
    with reading(books) as session:
        room = room_by_slug(session, slug)
        return None if room is None else agreement_of(session, room.id, year)


@pytest.mark.usefixtures("_rooms")
def test_an_agreement_is_loaded_for_each_of_its_rooms(invoke: Invoke, books: Engine, home: Path) -> None:
    (home / "a.toml").write_text(GOOD)
    assert invoke("agreement", "load", "a.toml").stdout.splitlines() == [
        "TOP: 8000 hours of volunteers in 2026",
        "Hart: 4250 hours of volunteers in 2026",
    ]
    top = kept(books, "top")
    assert top is not None
    assert (top.title, top.volunteer_hours, top.active_volunteer_hours, top.is_example) == (
        "Afspraak", 8000, 240, False,
    )  # fmt: skip


@pytest.mark.usefixtures("_rooms")
def test_an_agreement_comes_in_the_place_of_that_years_and_no_other(invoke: Invoke, books: Engine, home: Path) -> None:
    (home / "a.toml").write_text(GOOD)
    (home / "b.toml").write_text(GOOD.replace("8000", "9000"))
    (home / "c.toml").write_text(GOOD.replace("2026", "2027"))
    for file in ("a.toml", "b.toml", "c.toml"):
        invoke("agreement", "load", file)
    hours = [agreement.volunteer_hours for year in (2026, 2027) if (agreement := kept(books, "top", year))]
    assert hours == [9000, 8000]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("year = 2026", "year = "), "line 3"),
        (GOOD.replace("year = 2026\n", ""), "year: Field required."),
        (GOOD.replace("year = 2026", 'year = "2026"'), "year: Input should be a valid integer."),
        (GOOD.replace("8000", "-1"), "rooms.top.volunteer_hours: Input should be greater than or equal to 1."),
        (GOOD.replace("8000", "8000.5"), "rooms.top.volunteer_hours: "),
        (GOOD.replace("volunteer_hours = 8000", "hours = 8000"), "rooms.top.volunteer_hours: Field required."),
        (GOOD.replace("[rooms.", "[kamers."), "rooms: Field required."),
        (GOOD.replace("[rooms.hart]", "[rooms.hrt]"), "rooms.hrt: there is no room 'hrt'."),
        ("", "title: Field required."),
    ],
)
@pytest.mark.usefixtures("_rooms")
def test_a_wrong_agreement_is_refused_whole_with_its_place(
    invoke: Invoke, books: Engine, home: Path, text: str, said: str
) -> None:
    (home / "a.toml").write_text(text)
    result = invoke("agreement", "load", "a.toml", code=2)
    assert result.stderr.startswith("a.toml was not loaded:\n")
    assert said in result.stderr
    assert kept(books, "top") is None


INDICATOR = """
[[indicators]]
id = "klussen"
kind = "proces"
name = "Klussen"
unit = "klussen"
comparison = "ge"
source = "logged"
targets = { top = 60 }
[[indicators]]
id = "newcomers"
kind = "output"
name = "Nieuwe bewoners"
unit = "people"
comparison = "gt"
source = "tally"
targets = { top = 5, hart = 4 }
of = { top = 10, hart = 8 }
[[indicators]]
id = "trust"
kind = "impact"
name = "Vertrouwen"
unit = "% yes"
comparison = "gt"
source = "survey"
targets = { top = 50 }
[[indicators]]
id = "staff_volunteers"
kind = "proces"
name = "Inzet van staf en vrijwilligers"
unit = "mark"
comparison = "ge"
source = "survey"
targets = { top = 7.5 }
"""


@pytest.mark.usefixtures("_rooms")
def test_every_indicator_is_kept_with_each_rooms_target(invoke: Invoke, books: Engine, home: Path) -> None:
    (home / "a.toml").write_text(GOOD + INDICATOR)
    invoke("agreement", "load", "a.toml")
    top, hart = kept(books, "top"), kept(books, "hart")
    assert top is not None
    assert hart is not None
    assert [(row.id, row.kind, row.source, row.comparison, row.target, row.of) for row in terms_of(top).indicators] == [
        ("klussen", "proces", "logged", "ge", 60, None),
        ("newcomers", "output", "tally", "gt", 5, 10),
        ("trust", "impact", "survey", "gt", 50, None),
        ("staff_volunteers", "proces", "survey", "ge", Decimal("7.5"), None),
    ]
    assert [(row.id, row.name, row.target, row.of) for row in terms_of(hart).indicators] == [
        ("newcomers", "Nieuwe bewoners", 4, 8)
    ]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("top = 60", 'top = "positive"', "line 10, indicators.0: 'klussen' is compared as 'ge'"),
        ("top = 60", "top = -1", "line 17, indicators.0.targets.top: this should be"),
        ('"ge"', '"most"', "line 15, indicators.0.comparison"),
        ('"tally"', '"guess"', "indicators.1.source"),
    ],
)
@pytest.mark.usefixtures("_rooms")
def test_a_wrong_indicator_is_refused(invoke: Invoke, books: Engine, home: Path, was: str, now: str, said: str) -> None:
    (home / "a.toml").write_text(GOOD + INDICATOR.replace(was, now))
    assert said in invoke("agreement", "load", "a.toml", code=2).stderr
    assert kept(books, "top") is None


@pytest.mark.usefixtures("_rooms")
def test_one_rooms_part_can_be_loaded_alone(invoke: Invoke, books: Engine, home: Path) -> None:
    (home / "a.toml").write_text(GOOD.replace("[rooms.hart]", "[rooms.elsewhere]"))
    assert "The rooms are: hart, top." in invoke("agreement", "load", "a.toml", code=2).stderr
    invoke("agreement", "load", "a.toml", "--room", "top")
    assert kept(books, "top") is not None
    assert "no such room" in invoke("agreement", "load", "a.toml", "--room", "tap", code=2).stderr


def test_a_file_that_cannot_be_read_is_told(invoke: Invoke, books: Engine, home: Path) -> None:
    assert "No such file" in invoke("agreement", "load", "none.toml", code=2).stderr
    (home / "bytes.toml").write_bytes(b"\xff\xfe")
    assert "UTF-8" in invoke("agreement", "load", "bytes.toml", code=2).stderr


def test_the_sample_has_three_rooms_their_groups_and_an_example_agreement_of_this_year(books: Engine) -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # in Utrecht it is 2027
    with unit_of_work(books) as session:
        seed(session, new_year)
    with reading(books) as session:
        assert [(room.slug, room.name) for room in rooms(session)] == [
            ("verbinding", "De Verbinding"),
            ("hart", "Hart voor Leidsche Rijn"),
            ("top", "TOP"),
        ]
        hours = {}
        for room in rooms(session):
            agreement = agreement_of(session, room.id, 2027)
            assert agreement is not None
            assert agreement.is_example
            assert agreement.title.startswith("Voorbeeld")
            hours[room.slug] = agreement.volunteer_hours
            terms = terms_of(agreement)
            assert (len(terms.indicators), len(terms.financing), terms.hour_eur) == (27, 10, 11)
            assert [str(due) for _, due in terms.reports] == ["2027-07-20", "2028-01-20", "2028-06-01"]
            groups = groups_of(session, room.id)
            assert all(group.name == group.name.lower() and group.activity in ACTIVITIES for group in groups)
            words = [word for group in groups for word in (group.name, *group.aliases)]
            assert len(words) == len(set(words)), f"{room.slug} has a word for two groups"
    assert hours == {"top": 8000, "hart": 4250, "verbinding": 5500}


def test_a_try_out_of_last_year_gets_this_years_example_and_keeps_an_agreement_of_its_own(
    invoke: Invoke, books: Engine, home: Path
) -> None:
    seed_tryout(books, datetime(2026, 11, 23, tzinfo=UTC))
    (home / "a.toml").write_text(GOOD.replace("2026", "2027"))
    invoke("agreement", "load", "a.toml", "--room", "top")
    seed_tryout(books, datetime(2027, 2, 1, tzinfo=UTC))
    own, example = kept(books, "top", 2027), kept(books, "hart", 2027)
    assert own is not None
    assert example is not None
    assert (own.is_example, example.is_example) == (False, True)
    assert (len(terms_of(own).indicators), len(terms_of(example).indicators)) == (0, 27)


def test_the_sample_agreement_can_be_loaded_as_any_other(invoke: Invoke, books: Engine) -> None:
    with unit_of_work(books) as session:
        seed(session, datetime(2026, 11, 23, tzinfo=UTC))
    assert invoke("agreement", "load", AGREEMENT).stdout.splitlines()[0] == "TOP: 8000 hours of volunteers in 2020"
    example, real = kept(books, "top", 2026), kept(books, "top", 2020)
    assert example is not None
    assert real is not None
    assert (example.is_example, real.is_example) == (True, False)


@pytest.mark.usefixtures("_rooms")
def test_what_was_loaded_is_listed_by_room_and_year(invoke: Invoke, home: Path) -> None:
    assert invoke("agreement", "list").stdout.startswith("No agreement is loaded yet.")
    flagged = INDICATOR.replace('id = "klussen"', 'id = "klussen"\nflagged = true')
    (home / "a.toml").write_text(GOOD + flagged)
    (home / "b.toml").write_text(GOOD.replace("2026", "2027"))
    invoke("agreement", "load", "a.toml")
    invoke("agreement", "load", "b.toml", "--room", "top")
    assert invoke("agreement", "list").stdout.splitlines() == [
        "hart 2026: Afspraak (hours 4250, indicators 1, flagged 0)",
        "top 2027: Afspraak (hours 8000, indicators 0, flagged 0)",
        "top 2026: Afspraak (hours 8000, indicators 4, flagged 1)",
    ]


def test_an_agreement_as_if_of_another_year_has_its_reports_then() -> None:
    text = GOOD + '[[reports]]\nname = "Tussenrapport"\ndue = 2024-02-29\n'
    parsed = parse(text.replace("2026", "2023"))
    dues = [[report.due for report in parsed.terms_of("top", year).reports] for year in (2023, 2024, 2027)]
    assert dues == [[date(2024, 2, 29)], [date(2025, 2, 28)], [date(2028, 2, 29)]]


@pytest.mark.parametrize(
    ("comparison", "target", "met", "missed"),
    [
        ("gt", 2, (3, Decimal("2.1")), (2, Decimal("1.9"))),
        ("ge", 2, (2, Decimal("2.0")), (1, Decimal("1.9"))),
        ("positive", "positive", ("positive",), ("negative",)),
    ],
)
def test_a_figure_meets_its_target_as_the_comparison_says(
    comparison: str, target: int | str, met: tuple[Value, ...], missed: tuple[Value, ...]
) -> None:
    facts = {"id": "x", "kind": "impact", "name": "X", "unit": "%", "source": "entered"}
    promised = PromisedIndicator.model_validate({**facts, "comparison": comparison, "target": target})
    assert [promised.met_by(value) for value in met] == [True] * len(met)
    assert [promised.met_by(value) for value in missed] == [False] * len(missed)
