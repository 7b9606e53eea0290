"""How many people, and numbers that count something else than time."""

from collections.abc import Sequence

from language.understand.kinds import NAME
from language.understand.rule import Item, Moment, Rule


def _count(m: Sequence[Item], _: Moment) -> int | None:
    return next((int(item.value) for item in m if NAME[item.kind] in ("int", "a", "people")), None)


def _people(m: Sequence[Item], _: Moment) -> int | None:
    count = _count(m, _)
    return count if count is not None and 2 <= count <= 60 else None


def _and_others(m: Sequence[Item], _: Moment) -> int | None:
    count = _count(m, _)
    return count + 1 if count is not None and count < 60 else None


def _of_us(m: Sequence[Item], moment: Moment) -> int | None:
    return _people(m, moment) if m[-1].text == "us" else None


def _house(m: Sequence[Item], moment: Moment) -> str | None:
    return "count" if moment.language == "en" and m[0].text == "no" else None


def _we_women(m: Sequence[Item], moment: Moment) -> int | None:
    return _people(m, moment) if moment.language == "ar" else None


def _new(m: Sequence[Item], _: Moment) -> int | None:
    """The number of those who are new, if that is what the word says: "waarvan" alone does not."""
    if NAME[m[0].kind] == "newcomers":
        return int(m[0].value)
    if not any(NAME[item.kind] == "attendance" and item.value == "new" for item in m) or m[-1].value == "thing":
        return None
    if NAME[m[0].kind] == "a" and NAME[m[-1].kind] == "attendance":
        return None
    return next(int(item.value) for item in m if NAME[item.kind] in ("int", "a"))


def _children(m: Sequence[Item], moment: Moment) -> int | str | None:
    return _visitors(m, moment) if m[-1].value.label == "kinderen" and m[-1].text in _CHILDREN else None


def _thing(_m: Sequence[Item], _: Moment) -> str:
    return "count"


def _visitors(m: Sequence[Item], _: Moment) -> int | str:
    """How many people came, where one number of people is told."""
    numbers = [item.value for item in m if NAME[item.kind] in ("int", "a", "dec", "dash")]
    people = any(NAME[item.kind] in ("visitors", "heads", "activity") and item.value != "thing" for item in m)
    return numbers[0] if people and len(numbers) == 1 and isinstance(numbers[0], int) else "count"


def _klus(m: Sequence[Item], _: Moment) -> int | None:
    return int(m[-1].value) if m[0].text in KLUS else None


# What one klus is called, before its number.
KLUS = frozenset({"klus", "klusje", "job", "chore"})


def _in_a_row(m: Sequence[Item], _: Moment) -> str | None:
    return "count" if m[-1].text != "deel" else None


# Children are counted as those it was for, though their name is also that of an activity.
_CHILDREN = frozenset({"kinderen", "kids", "children", "kindjes"})

PEOPLE = (
    Rule(
        "list.number",
        "the number of a line in a list",
        "then",
        "int close_paren",
        _thing,
        yes=(("1) 2 uur tuin", None),),
    ),
    Rule(
        "klus.number",
        "a klus by its number",
        "klusnumber",
        "(activity|unknown) thing? int (?!UNIT|minute|quarter|half|and|or|to|dashmark|slashmark|x|visitors|heads)",
        _klus,
        yes=(("klus 12", 12), ("klus nr 3", 3), ("job 7", 7)),
        no=("klus 2 uur", "koken 3", "klussen 2"),
    ),
    Rule(
        "count.thing",
        "a numbered thing: group 3, room 2",
        "count",
        "thing (int|a|dec|ordinal|year) (?!UNIT|minute|quarter) ((and|dashmark|comma|slashmark) int (?!UNIT|minute))*",
        _thing,
        yes=(("groep 3 en 4", None), ("kamer 2", None)),
    ),
    Rule(
        "count.number",
        'English "no 8": a house',
        "count",
        "no (?<=(activity|at|for|unknown|broken|neutral)no) int (?=comma|stop|and|day|date)",
        _house,
        yes=(("fixed the tap at no 8, 30 min", None),),
        no=("no 2 hours garden", "nee 3 uur"),
    ),
    Rule(
        "count.ordinal-thing",
        "a thing with its place in a row: third floor",
        "count",
        "the? ordinal thing (?!int)",
        _in_a_row,
        yes=(("de derde etage", None), ("on the 2nd floor", None), ("3e verdieping", None)),
        no=("de 25e 2 uur tuin",),
    ),
    Rule(
        "attendance.new",
        "how many came for the first time",
        "newcomers",
        "newcomers|attendance colonmark int|(int|a) (be|was_it|of|those|neutral|there){0,3} attendance"
        " (visitors|heads|others)? (?!activity|unknown|tally|UNIT|heads)",
        _new,
        yes=(("3 nieuw", 3), ("4 nieuwe deelnemers", 4), ("niemand nieuw", 0), ("2 of them are new", 2)),
        no=("3 nieuwe lampen", "nieuwe bewoner"),
    ),
    Rule(
        "count.served",
        "people something was done for",
        "count",
        "(for|before) approx? (the|a)? approx? int (heads|visitors)",
        _visitors,
        yes=(("voor 25 personen", 25), ("gekookt voor 30 gasten", 30)),
    ),
    Rule(
        "count.there",
        "people who came",
        "count",
        "there approx? (between? the? int (and|to|dashmark|or|with) )? int (heads|visitors) (?!comma? each)",
        _visitors,
        yes=(("er waren 12 man", 12), ("er kwamen tussen de 10 en 12 man", None)),
    ),
    Rule(
        "count.came",
        "people of whom it is told that they came",
        "count",
        "int (heads|visitors) there (?!(day|weekday|daypart|comma){0,4} each)",
        _visitors,
        yes=(("15 kişi geldi", 15),),
        no=("2 uur met 3 mensen, er waren gasten",),
    ),
    Rule(
        "count.between",
        "a rough count of people",
        "count",
        "(between the? int (and|dashmark) int|int (or|to|dashmark) int|dash) (heads|visitors|count)",
        _visitors,
        yes=(("10-12 mensen", None), ("8 of 9 bezoekers", None)),
    ),
    Rule(
        "count.things",
        "a number of things",
        "count",
        "(int|a|dec) attendance? (visitors|count|thing|money)|money int?",
        _visitors,
        yes=(("14 gasten", 14), ("3 cursisten", 3), ("12 kişiye", 12), ("20 porties", None)),
    ),
    Rule(
        "people.we-women",
        'Arabic "كنا 4 نساء": how many we were',
        "people",
        "we int visitors",
        _we_women,
        yes=(("كنا 4 نساء", 4),),
        no=("درست 4 نساء", "we 4 guests"),
    ),
    Rule(
        "people.others",
        "with some others",
        "people",
        "with (the)? int others",
        _and_others,
        yes=(("met 2 anderen", 3),),
    ),
    Rule(
        "people.word",
        "how many together, in one word",
        "people",
        "people (others|heads)?",
        _people,
        yes=(("met z'n drieën", 3),),
    ),
    Rule(
        "people.with",
        "with a number of people",
        "people",
        "(we|with) approx? with? int heads",
        _people,
        yes=(("met 4 man", 4), ("wij met 10 buren", 10)),
    ),
    Rule(
        "people.heads",
        "a number of people",
        "people",
        "int heads (?!done (neutral|the|a))",
        _people,
        yes=(("5 personen", 5),),
        no=("voor 5 personen", "two ladies did their first lap"),
    ),
    Rule(
        "people.and-i",
        "the writer and a number of people",
        "people",
        "i and with? (int (heads|others)|people (heads|others)?)",
        _and_others,
        yes=(("ik en 3 vrijwilligers", 4), ("أنا و3 متطوعين", 4), ("я і троє волонтерів", 4)),
        no=("2 uur tuin en 3 mensen",),
    ),
    Rule(
        "people.of-us",
        "so many of us",
        "people",
        "(was_it|there)? int of i",
        _of_us,
        yes=(("8 of us", 8), ("there were 19 of us", 19)),
        no=("2 of my shifts",),
    ),
    Rule(
        "people.we-with",
        "we were with a number",
        "people",
        "(we neutral?|was_it) with int (?!UNIT|minute|x|count|visitors)"
        "|we int (?=comma|stop|exclamation|neutral|at|day|weekday|daypart|total)",
        _people,
        yes=(("we waren met 4", 4), ("we were six, cleaning", 6), ("we were 6 in the kitchen", 6)),
    ),
)

COUNTED = (
    Rule(
        "count.children",
        "a number of children: whom it was for",
        "count",
        "int activity",
        _children,
        yes=(("met 12 kinderen", 12),),
        no=("2 uur kinderclub",),
    ),
)
TIMES_OVER = (
    Rule(
        "times.over",
        "an amount some times over",
        "times",
        "(int|a) (times|x) (?=each? (duration|range))",
        _count,
        yes=(("3x 2 uur", 3), ("twee keer 2 uur", 2)),
    ),
)
