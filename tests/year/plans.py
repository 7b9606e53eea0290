"""What happens in each of the rooms of the sample in the year: how many of everything, near what they promised."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

FIRST_NAMES = (
    *("Ahmed", "Aisha", "Ali", "Anja", "Annie", "Ans", "Arie", "Astrid", "Ayşe", "Bart", "Bep", "Bram", "Carla"),
    *("Cemile", "Chantal", "Cor", "Daan", "Desta", "Dirk", "Elif", "Els", "Emine", "Esra", "Fatima", "Femke", "Frits"),
    *("Gerda", "Gerrit", "Greet", "Hans", "Hatice", "Henk", "Hennie", "Ibrahim", "Ilse", "Ineke", "Jamal", "Jan"),
    *("Joke", "José", "Kees", "Khadija", "Klaas", "Lamyae", "Leyla", "Loes", "Maarten", "Malika", "Maria", "Mehmet"),
    *(
        "Mia",
        "Mohamed",
        "Mustafa",
        "Nadia",
        "Noor",
        "Oksana",
        "Omar",
        "Petra",
        "Piet",
        "Rachid",
        "Ria",
        "Rob",
        "Samira",
    ),
    *("Selam", "Sevgi", "Sjaak", "Soraya", "Theo", "Tineke", "Truus", "Willem", "Yusuf", "Zeynep", "Zoë"),
)
INITIALS = "ABCDEFGHIJKLMNOPRSTVWYZ"
CORPORATIONS = ("Mitros", "Portaal", "Bo-Ex", "GroenWest", "")
AGENCIES = ("Buurtteam", "Wijkteam", "huisarts", "Werk en Inkomen", "U Centraal", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One room's year. Numbers of people, groups and things; ``pools`` how many people each kind of activity draws."""

    volunteers: int
    active: int
    """Of them, those who work as much as an active volunteer."""
    people: int
    """Who take part in something."""
    more_groups: tuple[tuple[str, str], ...]
    """Beside those of the sample: name and kind of work."""
    pools: Mapping[str, int]
    klussen: int
    keys: int
    members: int
    tallies: Mapping[str, int]
    partners: int
    surveyed: int
    """How many residents answer a survey without having been asked in the chat."""
    results: tuple[tuple[str, str, str], ...]
    """Indicator, result, source."""


PLANS = {
    "top": Plan(
        volunteers=52,
        active=37,
        people=430,
        more_groups=(
            ("ontbijtgroep", "ontbijt"),
            ("handwerkgroep", "handwerken"),
            ("geldmaatjes", "schuldhulp"),
            ("werkmaatjes", "sollicitatie"),
        ),
        pools={
            "koken": 120,
            "inloop": 130,
            "ontbijt": 70,
            "handwerken": 30,
            "taal": 65,
            "formulieren": 190,
            "computerhulp": 62,
            "schuldhulp": 26,
            "sollicitatie": 25,
        },
        klussen=66,
        keys=26,
        members=118,
        tallies={"referred": 23, "placement": 6, "newcomer": 8, "paid_work": 2, "agency": 46},
        partners=25,
        surveyed=31,
        results=(
            ("benefits_care", "2.5", "interviews met het Buurtteam"),
            ("evictions_arrears", "6", "gesprek met Mitros"),
            ("nuisance", "1.5", "interviews met de wijkagent"),
            ("no_deficit", "positive", "begroting"),
            ("accountable_spending", "positive", "controle door de accountant"),
        ),
    ),
    "hart": Plan(
        volunteers=30,
        active=16,
        people=220,
        more_groups=(("inloop", "inloop"), ("formulierenhulp", "formulieren")),
        pools={
            "ontbijt": 85,
            "handwerken": 40,
            "inloop": 90,
            "taal": 34,
            "kinderen": 45,
            "formulieren": 80,
            "computerhulp": 30,
            "schuldhulp": 7,
            "sollicitatie": 4,
        },
        klussen=8,
        keys=11,
        members=70,
        tallies={"referred": 9, "placement": 3, "newcomer": 4, "paid_work": 1, "agency": 22},
        partners=16,
        surveyed=12,
        results=(
            ("benefits_care", "2.0", "interviews met het Buurtteam"),
            ("no_deficit", "positive", "begroting"),
            ("accountable_spending", "negative", "controle door de accountant"),
        ),
    ),
    "verbinding": Plan(
        volunteers=38,
        active=22,
        people=250,
        more_groups=(("taalteam", "taal"), ("formulierenbrigade", "formulieren")),
        pools={
            "koken": 110,
            "inloop": 120,
            "taal": 58,
            "formulieren": 140,
            "computerhulp": 44,
            "schuldhulp": 19,
            "sollicitatie": 18,
        },
        klussen=52,
        keys=20,
        members=88,
        tallies={"referred": 12, "placement": 5, "newcomer": 6, "paid_work": 3, "agency": 19},
        partners=21,
        surveyed=18,
        results=(
            ("benefits_care", "3", "interviews met het Buurtteam"),
            ("evictions_arrears", "4", "gesprek met Mitros"),
            ("nuisance", "2.5", "interviews met de wijkagent"),
            ("no_deficit", "positive", "begroting"),
        ),
    ),
}

PARTNERS = (
    *(
        "Buurtteam Ondiep",
        "Buurtteam Zuilen",
        "DOCK",
        "Wijkzorg",
        "Ouder Kind team",
        "VvE Zandhof",
        "Mitros",
        "Portaal",
    ),
    *("Bo-Ex", "GroenWest", "Werk en Inkomen", "bibliotheek", "basisschool De Cirkel", "Voedselbank", "U Centraal"),
    *("Taal doet meer", "Leger des Heils", "moskee El Dawa", "kerk De Ark", "Humanitas", "Rode Kruis", "wijkpolitie"),
    *("huisartsen Ondiep", "Welkom in Utrecht", "bewonerscommissie Pijlsweerd"),
)

SMALL = {
    "top": Plan(
        volunteers=5,
        active=2,
        people=12,
        more_groups=(("werkmaatjes", "sollicitatie"),),
        pools={"koken": 5, "taal": 4, "formulieren": 3, "kinderen": 3, "schuldhulp": 2},
        klussen=4,
        keys=3,
        members=6,
        tallies={"referred": 4, "placement": 2, "newcomer": 2, "paid_work": 1, "agency": 6},
        partners=4,
        surveyed=4,
        results=(("nuisance", "2.5", "interviews"), ("no_deficit", "negative", "begroting")),
    ),
}
SMALL["hart"] = replace(SMALL["top"], more_groups=(), pools={"ontbijt": 6, "inloop": 4, "computerhulp": 2})
"""Two rooms of which a year is written in a moment."""
