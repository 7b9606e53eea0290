"""How many different people came, at least and at most: from heads, names and "new".

The rule and its proof are in docs/participants.md.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Range:
    """A count that is not known exactly: the true one is not below ``least`` and not above ``most``."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Who came to one activity on one day, as it was told.

    ``new`` of the ``heads`` came to this ``kind`` of activity for the first time in the year; None is not told.
    """

    kind: str
    date: date
    heads: int
    """Everybody who came, those in ``names`` included."""
    names: frozenset[int] = frozenset()
    new: int | None = None
    doubles: int = 0
    """So many names more stood here, which turned out to be other names of the same people."""

    @property
    def surely(self) -> int:
        """Heads without those that may have been counted twice."""
        return self.heads - self.doubles

    @property
    def surely_new(self) -> int:
        """Those of them who are certainly new."""
        return max(0, (self.new or 0) - self.doubles)


def unique_people(activities: Iterable[Activity]) -> Range:
    """How many different people came, where these are all activities that were told of since 1 January, up to a day."""
    return _together(activities, since_new_year=True)


def unique_people_within(before: Iterable[Activity], during: Iterable[Activity]) -> Range:
    """How many different people came ``during`` a part of the year; ``before`` is what was told of since 1 January."""
    during = list(during)
    alone = _together(during, since_new_year=False)
    return Range(alone.least, min(alone.most, unique_people([*before, *during]).most))


def _together(activities: Iterable[Activity], *, since_new_year: bool) -> Range:
    """The count for activities of all kinds.

    Only among all activities ``since_new_year`` can those who are not new be found among who came before.
    """
    return _of_kinds([(_names(kind), _of_kind(kind, since_new_year=since_new_year)) for kind in _by_kind(activities)])


def running_count(activities: Iterable[Activity]) -> Iterator[Range]:
    """How many different people came since 1 January, after each of these activities, which are in order of their days.

    The last is the count of all. What is at most can fall: a name at a second kind may tell of two that they are one.
    """
    so_far: dict[tuple[str, int], list[Activity]] = {}
    found: dict[tuple[str, int], tuple[frozenset[int], Range]] = {}
    for activity in activities:
        kind = so_far.setdefault(_key(activity), [])
        kind.append(activity)
        found[_key(activity)] = _names(kind), _of_kind(kind, since_new_year=True)
        yield _of_kinds(found.values())


def _of_kinds(found: Collection[tuple[frozenset[int], Range]]) -> Range:
    """The count of several kinds, of each of which the names and the count are found."""
    named = len(frozenset().union(*(names for names, _ in found)))
    # Nobody knows whether people without a name at two kinds of activity are the same: perhaps all, perhaps none.
    return Range(
        least=max([named, *(count.least for _, count in found)]),
        most=named + sum(count.most - len(names) for names, count in found),
    )


def first_visits(before: Iterable[Activity], during: Iterable[Activity]) -> Range:
    """How many people came to a kind of activity for the first time in the year; who is new at two kinds counts twice.

    ``before`` is what was told of from 1 January on until the days that ``during`` is about.
    """
    earlier = {_key(kind[0]): kind for kind in _by_kind(before)}
    found = [_first_visits(earlier.get(_key(kind[0]), []), kind) for kind in _by_kind(during)]
    return Range(sum(count.least for count in found), sum(count.most for count in found))


def _first_visits(before: Sequence[Activity], during: Sequence[Activity]) -> Range:
    known = _of_kind(before, since_new_year=True).most
    names = named = _names(before)
    least = most = 0
    for day in _by_day(during):
        untold = [activity for activity in day if activity.new is None]
        most += sum(activity.new or 0 for activity in day) + _most_unnamed(untold) + len(_names(untold) - names)
        names, named = names | _names(day), named | _names(untold)
        # Who is more than can have come before is new, also where nobody told so.
        least = max(least + _new_on(day), _largest(untold) - known, len(named) - known)
    return Range(least, max(least, most))


def _of_kind(activities: Sequence[Activity], *, since_new_year: bool) -> Range:
    """The count for activities of one kind in one year: day by day, for of one day the order is not known."""
    least = most = 0
    names: frozenset[int] = frozenset()
    for day in _by_day(activities):
        # Where more came who are not new than ever came before, earlier activities were not told of: then "new" does
        # not limit how many people these are.
        limited = [a for a in day if since_new_year and a.new is not None and a.heads - a.new <= most]
        others = [a for a in day if a not in limited]
        most += sum(a.new or 0 for a in limited) + _most_unnamed(others) + len(_names(others) - names)
        names |= _names(day)
        least = max(least + _new_on(day), _largest(day), len(names))
    return Range(least, max(least, most))


def _new_on(day: Sequence[Activity]) -> int:
    """How many are certainly new on one day: who came to two activities may have been told as new at both."""
    return max(activity.surely_new for activity in day)


def _largest(day: Sequence[Activity]) -> int:
    return max((activity.surely for activity in day), default=0)


def _most_unnamed(activities: Sequence[Activity]) -> int:
    return sum(activity.heads - len(activity.names) for activity in activities)


def _names(activities: Iterable[Activity]) -> frozenset[int]:
    return frozenset().union(*(activity.names for activity in activities))


def _by_kind(activities: Iterable[Activity]) -> list[list[Activity]]:
    """The activities of each kind in each year, by day: "new" begins anew with the year."""
    ordered = sorted(activities, key=lambda activity: (_key(activity), activity.date))
    return [list(kind) for _, kind in groupby(ordered, key=_key)]


def _key(activity: Activity) -> tuple[str, int]:
    return activity.kind, activity.date.year


def _by_day(activities: Sequence[Activity]) -> list[list[Activity]]:
    return [list(day) for _, day in groupby(activities, key=lambda activity: activity.date)]
