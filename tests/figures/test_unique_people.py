"""The counting rule for participants: the examples of its page, every possibility of small cases, and properties."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.figures.unique_people import Activity, Range, first_visits, unique_people, unique_people_within

NEW_YEAR = date(2024, 1, 1)
PAGE = Path(__file__).parent.parent.parent / "docs/participants.md"


def day(number: int) -> date:
    """Day 1 is 1 January."""
    return NEW_YEAR + timedelta(days=number - 1)


# The page's examples.

TOLD = re.compile(
    r"(?:(?P<kind>\w+) )?(?P<day>\d+): (?P<heads>\d+)(?: of whom (?P<new>\d+) new)?(?: \((?P<names>.*)\))?"
)


def told(text: str) -> list[Activity]:
    """Read "1: 18 of whom 3 new (Fatima Ahmed); koken 2: 20"; "Fatima_B=Fatima" is another name of Fatima."""
    ids: dict[str, int] = {}
    found = []
    for part in text.split(";"):
        match = TOLD.fullmatch(part.strip())
        assert match, part
        names = [ids.setdefault(name.rpartition("=")[2], len(ids)) for name in (match["names"] or "").split()]
        found.append(
            Activity(
                kind=match["kind"] or "",
                date=day(int(match["day"])),
                heads=int(match["heads"]),
                names=frozenset(names),
                new=None if match["new"] is None else int(match["new"]),
                doubles=len(names) - len(set(names)),
            )
        )
    return found


def examples() -> list[tuple[str, Range]]:
    rows = re.findall(r"^\| (.+?: \d+.*?) \| (\d+) \| (\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [(text, Range(int(least), int(most))) for text, least, most in rows]


@pytest.mark.parametrize(("text", "expected"), examples())
def test_the_examples_of_the_page(text: str, expected: Range) -> None:
    assert unique_people(told(text)) == expected


def test_the_page_has_examples() -> None:
    assert len(examples()) > 15


def test_nothing_told_is_nobody() -> None:
    assert unique_people([]) == Range(0, 0)
    assert first_visits([], []) == Range(0, 0)


def test_a_week_alone_does_not_know_who_came_before() -> None:
    months, week = told("1: 30"), told("8: 10 of whom 2 new; 9: 10 of whom 0 new")
    assert unique_people_within(months, week) == Range(10, 20)


def test_a_week_has_no_more_people_than_the_year_so_far() -> None:
    assert unique_people_within(told("1: 11"), told("8: 10 of whom 2 new; 9: 10 of whom 0 new")) == Range(10, 13)


def test_new_begins_anew_with_the_year() -> None:
    december = Activity(kind="taal", date=date(2024, 12, 30), heads=5, new=0)
    january = Activity(kind="taal", date=date(2025, 1, 2), heads=5, new=5)
    assert unique_people_within([], [december, january]) == Range(5, 10)
    assert first_visits([december], [january]) == Range(5, 5)


@pytest.mark.parametrize(
    ("before", "during", "expected"),
    [
        ("1: 18", "8: 20 of whom 3 new", Range(3, 3)),
        ("1: 18", "8: 20", Range(2, 20)),
        ("1: 1", "8: 18 of whom 3 new", Range(3, 3)),
        ("1: 2 (Fatima Ahmed)", "8: 3 (Fatima Els)", Range(1, 2)),
        ("1: 3 (Fatima)", "8: 1 (Els)", Range(0, 1)),
        ("1: 18", "8: 20 of whom 3 new; 9: 4 of whom 2 new", Range(5, 5)),
        ("koken 1: 5", "koken 8: 5 of whom 1 new; taal 8: 5 of whom 2 new", Range(3, 3)),
        ("koken 1: 5", "koken 8: 5 of whom 1 new; taal 8: 5", Range(6, 6)),
    ],
)
def test_first_visits(before: str, during: str, expected: Range) -> None:
    ids = told(f"{before}; {during}")
    earlier = len(before.split(";"))
    assert first_visits(ids[:earlier], ids[earlier:]) == expected


# Every way in which it can have been.

PEOPLE = 6
NAMED = 3
Told = tuple[int, frozenset[int], int | None]
"""Heads, names and new of one activity."""


def true_counts(days: list[list[Told]]) -> set[int]:
    """Every number of different people that fits what was told; the named ones are 0, 1 and 2 of all people.

    "New" is either not there on an earlier day, or not there before in some order of the day's activities.
    """
    counts: set[int] = set()
    reached = {frozenset[int]()}
    for activities in days:
        further = set()
        for came in reached:
            for sets in itertools.product(*(_who_came(heads, names) for heads, names, _ in activities)):
                if _fits(came, sets, [new for _, _, new in activities]):
                    further.add(came.union(*sets))
        reached = further
    counts.update(len(came) for came in reached)
    return counts


def _who_came(heads: int, names: frozenset[int]) -> Iterator[frozenset[int]]:
    others = [person for person in range(PEOPLE) if person not in names]
    return (names | set(rest) for rest in itertools.combinations(others, heads - len(names)))


def _fits(came: frozenset[int], sets: tuple[frozenset[int], ...], new: list[int | None]) -> bool:
    def right(before: frozenset[int], place: int) -> bool:
        return new[place] is None or len(sets[place] - before) == new[place]

    if all(right(came, place) for place in range(len(sets))):
        return True
    for order in itertools.permutations(range(len(sets))):
        earlier = [came.union(*(sets[place] for place in order[:count])) for count in range(len(order))]
        if all(right(before, place) for before, place in zip(earlier, order, strict=True)):
            return True
    return False


@st.composite
def tiny(draw: st.DrawFn, most_a_day: int) -> list[list[Told]]:
    """A few days with at most ``PEOPLE`` heads, so that every possibility can be looked at."""
    left, days = PEOPLE, []
    for _ in range(draw(st.integers(1, 4))):
        activities: list[Told] = []
        for _ in range(draw(st.integers(1, most_a_day))):
            if left:
                heads = draw(st.integers(1, min(3, left)))
                left -= heads
                names = draw(st.frozensets(st.integers(0, NAMED - 1), max_size=heads))
                activities.append((heads, names, draw(st.none() | st.integers(0, heads))))
        if activities:
            days.append(activities)
    return days


def as_activities(days: list[list[Told]], kind: str = "") -> list[Activity]:
    return [
        Activity(kind=kind, date=day(number), heads=heads, names=names, new=new)
        for number, activities in enumerate(days, 1)
        for heads, names, new in activities
    ]


@given(tiny(most_a_day=1))
@settings(max_examples=400, deadline=None)
def test_with_one_activity_a_day_each_end_can_have_been_and_nothing_beyond(days: list[list[Told]]) -> None:
    possible = true_counts(days)
    if possible:
        assert unique_people(as_activities(days)) == Range(min(possible), max(possible))


@given(tiny(most_a_day=2))
@settings(max_examples=400, deadline=None)
def test_the_true_number_lies_in_the_range(days: list[list[Told]]) -> None:
    possible = true_counts(days)
    if possible:
        found = unique_people(as_activities(days))
        assert found.least <= min(possible)
        assert max(possible) <= found.most


# A true year, of which something is told.


@st.composite
def visits(draw: st.DrawFn) -> list[tuple[str, int, frozenset[int]]]:
    """Who came to what on which day."""
    people = st.frozensets(st.integers(0, 11), min_size=1, max_size=8)
    return draw(st.lists(st.tuples(st.sampled_from(["koken", "taal"]), st.integers(1, 6), people), max_size=8))


def tell(visits: list[tuple[str, int, frozenset[int]]], choose: st.DataObject) -> list[Activity]:
    """What groups tell of it: heads always, names of some, and new if they like."""
    found = []
    for kind, number, came in visits:
        before = frozenset().union(*(who for k, n, who in visits if k == kind and n < number))
        found.append(
            Activity(
                kind=kind,
                date=day(number),
                heads=len(came),
                names=choose.draw(st.frozensets(st.sampled_from(sorted(came)))),
                new=choose.draw(st.sampled_from([None, len(came - before)])),
            )
        )
    return found


@given(visits(), st.data())
def test_what_is_told_of_a_true_year_gives_a_range_around_it(
    visits: list[tuple[str, int, frozenset[int]]], data: st.DataObject
) -> None:
    found = tell(visits, data)
    true = len(frozenset().union(*(came for _, _, came in visits)))
    whole = unique_people(found)
    assert whole.least <= true <= whole.most
    untold = data.draw(st.integers(0, len(visits)))
    true = len(frozenset().union(*(came for _, _, came in visits[untold:])))
    assert unique_people(found[untold:]).least <= true


@given(visits(), st.data(), st.integers(1, 7))
def test_the_number_of_a_part_of_a_true_year_lies_in_its_range(
    visits: list[tuple[str, int, frozenset[int]]], data: st.DataObject, border: int
) -> None:
    found = tell(visits, data)
    true = len(frozenset().union(*(came for _, number, came in visits if number >= border)))
    before, during = ([a for a in found if (a.date < day(border)) == early] for early in (True, False))
    part = unique_people_within(before, during)
    assert part.least <= true <= part.most


@given(visits(), st.data(), st.integers(1, 7))
def test_first_visits_of_a_true_year(
    visits: list[tuple[str, int, frozenset[int]]], data: st.DataObject, border: int
) -> None:
    found = tell(visits, data)
    true = 0
    for kind in ("koken", "taal"):
        before = frozenset().union(*(came for k, n, came in visits if k == kind and n < border))
        during = frozenset().union(*(came for k, n, came in visits if k == kind and n >= border))
        true += len(during - before)
    counted = first_visits([a for a in found if a.date < day(border)], [a for a in found if a.date >= day(border)])
    assert counted.least <= true <= counted.most


@given(visits(), st.data())
def test_taking_two_names_for_one_person_raises_neither_bound_of_a_true_year(
    visits: list[tuple[str, int, frozenset[int]]], data: st.DataObject
) -> None:
    found = tell(visits, data)
    # Person 0 was told under another name at some activities.
    apart = [replace(a, names=a.names - {0} | {99}) if 0 in a.names and data.draw(st.booleans()) else a for a in found]
    together, before = unique_people(found), unique_people(apart)
    assert together.least <= before.least
    assert together.most <= before.most


# Properties of anything that can be told, also of what cannot be true.


@st.composite
def anything(draw: st.DrawFn) -> Activity:
    heads = draw(st.integers(1, 12))
    names = draw(st.frozensets(st.integers(0, 9), max_size=heads))
    return Activity(
        kind=draw(st.sampled_from(["koken", "taal", "inloop"])),
        date=day(draw(st.integers(1, 380))),
        heads=heads,
        names=names,
        new=draw(st.none() | st.integers(0, heads)),
        doubles=draw(st.integers(0, min(2, heads - len(names)))) if names else 0,
    )


BOOKS = st.lists(anything(), max_size=12)


@given(BOOKS, st.integers(1, 380))
def test_the_least_is_never_above_the_most(books: list[Activity], border: int) -> None:
    before, during = ([a for a in books if (a.date < day(border)) == early] for early in (True, False))
    for found in (unique_people(books), unique_people_within(before, during), first_visits(before, during)):
        assert 0 <= found.least <= found.most <= sum(a.heads for a in books)


@given(BOOKS, st.randoms())
def test_the_order_of_messages_does_not_matter(books: list[Activity], random: object) -> None:
    shuffled = [*books]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert unique_people(shuffled) == unique_people(books)


@given(BOOKS.filter(bool), st.data(), st.integers(0, 12), st.booleans())
def test_one_more_name_never_lowers_the_least(
    books: list[Activity], data: st.DataObject, name: int, is_one_more_head: bool
) -> None:
    place = data.draw(st.integers(0, len(books) - 1))
    activity = books[place]
    heads = max(activity.heads + is_one_more_head, len(activity.names | {name}) + activity.doubles)
    more = replace(activity, names=activity.names | {name}, heads=heads)
    named = [*books[:place], more, *books[place + 1 :]]
    assert unique_people(named).least >= unique_people(books).least


@given(BOOKS, st.integers(0, 9), st.integers(0, 9))
def test_taking_two_names_for_one_person_never_raises_the_least(books: list[Activity], one: int, other: int) -> None:
    merged = []
    for activity in books:
        if other not in activity.names or one == other:
            merged.append(activity)
        else:
            doubled = one in activity.names
            names = activity.names - {other} | {one}
            merged.append(replace(activity, names=names, doubles=activity.doubles + doubled))
    found, before = unique_people(merged), unique_people(books)
    assert found.least <= before.least
    if all(activity.new is None and not activity.doubles for activity in merged):
        assert found.most <= before.most


@given(BOOKS)
def test_more_kinds_are_never_fewer_people(books: list[Activity]) -> None:
    whole = unique_people(books)
    for kind in ("koken", "taal", "inloop"):
        part = unique_people(activity for activity in books if activity.kind == kind)
        assert part.least <= whole.least
        assert part.most <= whole.most
