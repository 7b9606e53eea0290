"""``kamerbot agreement check``: what an agreement says, and every fault in it with its line."""

from pathlib import Path

import pytest

from bot.sample.rooms import AGREEMENT
from tests.cli.conftest import Invoke

GOOD = """title = "Afspraak"
year = 2026
volunteer_hour_eur = 10.50
[rooms.top]
volunteer_hours = 100
financiers_eur = 1050
[rooms.hart]
volunteer_hours = 200
[[indicators]]
id = "newcomers"
kind = "output"
name = "Nieuwe bewoners"
unit = "people"
comparison = "gt"
source = "tally"
targets = { top = 5, hart = 4 }
of = { top = 10 }
[[indicators]]
id = "no_deficit"
kind = "input"
name = "Geen tekort"
unit = "positive"
comparison = "positive"
source = "entered"
targets = { top = "positive", hart = "positive" }
[[financing]]
line = "Gemeente"
group = "city"
eur = { top = 1050, hart = 20.50 }
stated_total = 1070.50
[[financing_subtotals]]
group = "all"
stated_eur = { top = 1050 }
stated_total = 1070.50
"""


def check(invoke: Invoke, home: Path, *changes: tuple[str, str], code: int = 0) -> list[str]:
    """What is told of the good agreement with these changes: on the screen, or as errors."""
    text = GOOD
    for was, now in changes:
        assert text.count(was) == 1
        text = text.replace(was, now)
    (home / "a.toml").write_text(text)
    result = invoke("agreement", "check", "a.toml", code=code)
    return (result.stderr if code else result.stdout).splitlines()


def test_the_sample_is_told_with_its_hours_and_euros_and_with_what_does_not_add_up(invoke: Invoke) -> None:
    assert invoke("agreement", "check", AGREEMENT).stdout.splitlines() == [
        "Samenwerkingsafspraak Buurtwerkkamers Utrecht 2020, 2020",
        "rooms 3, indicators 27, lines of financing 10",
        "TOP: 8,000 hours of volunteers are 101,000 euros, financiers 103,828 euros: 51 % of both",
        "Hart voor Leidsche Rijn: 4,250 hours of volunteers are 59,750 euros, financiers 95,828 euros: 62 % of both",
        "De Verbinding: 5,500 hours of volunteers are 73,500 euros, financiers 96,328 euros: 57 % of both",
        "the value of an hour: Afgeleid uit de afspraak: € 13.000 + € 11,00 per uur komt voor elke kamer precies uit",
        "2020-07-20: Tussenrapportage 1 (inhoudelijk)",
        "2021-01-20: Tussenrapportage 2 (inhoudelijk)",
        "2021-06-01: Eindrapportage (inhoudelijk en financieel)",
        "These amounts do not add up. They are kept as printed:",
        "line 341, financing_subtotals.0.stated_eur.hart:"
        " subtotal of corporations: 19,000 euros is printed, the lines make 13,000 euros.",
        "line 342, financing_subtotals.0.stated_total:"
        " subtotal of corporations: 36,000 euros is printed, the lines make 30,000 euros.",
        "line 345, financing_subtotals.1.stated_eur.top:"
        " subtotal of funds: 21,500 euros is printed, the lines make 11,500 euros.",
        "line 345, financing_subtotals.1.stated_eur.verbinding:"
        " subtotal of funds: 20,000 euros is printed, the lines make 30,000 euros.",
        "line 349, financing_subtotals.2.stated_eur.hart:"
        " all together: 95,828 euros is printed, the lines make 89,828 euros.",
        "line 350, financing_subtotals.2.stated_total:"
        " all together: 295,984 euros is printed, the lines make 289,984 euros.",
    ]


def test_checking_needs_no_database_and_makes_none(invoke: Invoke, home: Path) -> None:
    before = set(home.rglob("*"))
    assert check(invoke, home) == [
        "Afspraak, 2026",
        "rooms 2, indicators 2, lines of financing 1",
        "top: 100 hours of volunteers are 1,050 euros, financiers 1,050 euros: 50 % of both",
        "hart: 200 hours of volunteers are 2,100 euros",
    ]
    assert set(home.rglob("*")) - before == {home / "a.toml"}


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("10.50", '"10.50"', "line 3, volunteer_hour_eur: this should be an amount in euros"),
        ("10.50", "10.505", "line 3, volunteer_hour_eur: Decimal input should have no more than 2 decimal places."),
        ("10.50", "-1", "line 3, volunteer_hour_eur: Input should be greater than or equal to 0."),
        ("10.50", "nan", "line 3, volunteer_hour_eur: Input should be a finite number."),
        ("10.50", "true", "line 3, volunteer_hour_eur: this should be an amount in euros"),
        ('kind = "output"\n', "", "line 9, indicators.0.kind: Field required."),
        (
            'name = "Nieuwe bewoners"',
            'name = ""',
            "line 12, indicators.0.name: String should have at least 1 character.",
        ),
        ("top = 5,", "top = 7.5,", "line 9, indicators.0: 'newcomers' is counted, so its targets are whole numbers"),
        ("top = 5,", "top = 7.55,", "line 16, indicators.0.targets.top: this should be a number of at most"),
        ("top = 5,", "top = true,", "line 16, indicators.0.targets.top: this should be a number of at most"),
        ("top = 5,", "tpo = 5,", "line 16, indicators.0.targets.tpo: the agreement has no room 'tpo'."),
        ("of = { top", "of = { tpo", "line 17, indicators.0.of.tpo: the agreement has no room 'tpo'."),
        ('targets = { top = "positive"', "targets = { top = 1", "line 18, indicators.1: 'no_deficit' must be positive"),
        ('id = "no_deficit"', 'id = "newcomers"', "line 19, indicators.1.id: 'newcomers' is in the agreement twice."),
        ('source = "entered"', 'source = "logged"', "line 18, indicators.1: 'no_deficit' is counted"),
        ("hart = 20.50", "hrt = 20.50", "line 29, financing.0.eur.hrt: the agreement has no room 'hrt'."),
        ('group = "city"', 'group = "town"', "line 28, financing.0.group: Input should be 'city', "),
        ("financiers_eur", "neighbourhoods = [\n2,\n]\nfinanciers_eur", "line 6, rooms.top.neighbourhoods.0: Input"),
        ("[rooms.hart]", "[rooms.hart", "This is no TOML: "),
    ],
)
def test_each_fault_is_told_with_its_line_and_field(invoke: Invoke, home: Path, was: str, now: str, said: str) -> None:
    first, *faults = check(invoke, home, (was, now), code=2)
    assert first == "a.toml cannot be loaded:"
    assert len(faults) == 1
    assert faults[0].startswith(said)


def test_all_faults_are_told_at_once(invoke: Invoke, home: Path) -> None:
    changes = (
        ("year = 2026", "year = 26"),
        ("volunteer_hours = 200", "volunteer_hours = 0"),
        ('id = "newcomers"', "id = 1"),
    )
    assert [line.split(":")[0] for line in check(invoke, home, *changes, code=2)[1:]] == [
        "line 2, year",
        "line 8, rooms.hart.volunteer_hours",
        "line 10, indicators.0.id",
    ]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "eur = { top = 1050, hart = 20.50 }",
            "eur = { top = 1050 }",
            "line 30, financing.0.stated_total: Gemeente: 1,070.50 euros is printed, the rooms make 1,050 euros.",
        ),
        (
            "stated_eur = { top = 1050 }",
            "stated_eur = { top = 1050, hart = 20 }",
            "line 33, financing_subtotals.0.stated_eur.hart:"
            " all together: 20 euros is printed, the lines make 20.50 euros.",
        ),
        (
            "financiers_eur = 1050",
            "financiers_eur = 1000",
            "line 6, rooms.top.financiers_eur: 1,000 euros is given, the financing says 1,050 euros.",
        ),
    ],
)
def test_an_amount_that_is_not_the_sum_is_told_with_both(
    invoke: Invoke, home: Path, was: str, now: str, said: str
) -> None:
    told = check(invoke, home, (was, now))
    assert told[4] == "These amounts do not add up. They are kept as printed:"
    assert told[5] == said


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("year = 2026", "year = 2026\nyaer = 2027", "line 3, yaer: this is not read."),
        ('unit = "people"', 'unit = "people"\nflaged = true', "line 14, indicators.0.flaged: this is not read."),
        ("top = 5, hart = 4", "top = 5", "line 16, indicators.0.targets: there is no target for 'hart'."),
        ("of = { top = 10 }", "of = { top = 5 }", "line 16, indicators.0.targets.top: 5 out of 5 cannot be reached."),
        (
            'id = "newcomers"',
            'id = "newcomer"',
            "line 10, indicators.0.id: nothing counts or asks 'newcomer': its result is never known.",
        ),
    ],
)
def test_what_is_perhaps_not_meant_is_told(invoke: Invoke, home: Path, was: str, now: str, said: str) -> None:
    assert check(invoke, home, (was, now))[4:] == ["Look at this too:", said]


def test_an_agreement_that_does_not_add_up_is_loaded_as_it_is_and_told_of(invoke: Invoke, home: Path) -> None:
    invoke("room", "add", "TOP")
    (home / "a.toml").write_text(GOOD.replace("financiers_eur = 1050", "financiers_eur = 1000"))
    assert invoke("agreement", "load", "a.toml", "--room", "top").stdout.splitlines() == [
        "TOP: 100 hours of volunteers in 2026",
        "These amounts do not add up. They are kept as printed:",
        "line 6, rooms.top.financiers_eur: 1,000 euros is given, the financing says 1,050 euros.",
    ]
