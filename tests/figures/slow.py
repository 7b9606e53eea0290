"""The figures once more, slow and plain: from all rows of all tables, with no query and no code of the fast ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from storage.tables import (
    AttendanceName,
    AttendanceVersion,
    Break,
    DatedFact,
    EntryVersion,
    Group,
    Klus,
    Member,
    Participant,
    ResultVersion,
    SurveyCount,
    SurveyRound,
    TallyVersion,
)

T = TypeVar("T", bound=SQLModel)

PEOPLE_AT = {
    "meeting": ["koken", "inloop", "ontbijt", "handwerken"],
    "computer": ["computerhulp"],
    "dutch": ["taal"],
    "forms": ["formulieren"],
    "debt": ["schuldhulp"],
    "job_search": ["sollicitatie"],
}


@dataclass(slots=True)
class Told:
    kind: str
    date: date
    heads: int
    names: list[int]
    new: int | None


class Books:
    """Every row there is."""

    def __init__(self, session: Session) -> None:
        def every(table: type[T]) -> list[T]:
            return list(session.exec(select(table)))

        self.entries = every(EntryVersion)
        self.attendances = every(AttendanceVersion)
        self.names: dict[int, list[int]] = {}
        for name in every(AttendanceName):
            self.names.setdefault(name.version_id, []).append(name.participant_id)
        self.participants = every(Participant)
        self.groups = every(Group)
        self.klussen = every(Klus)
        self.tallies = every(TallyVersion)
        self.facts = every(DatedFact)
        self.members = every(Member)
        self.breaks = every(Break)
        self.results = every(ResultVersion)
        self.rounds = every(SurveyRound)
        self.counts = every(SurveyCount)

        self.merged_groups = {group.id: group.merged_into for group in self.groups}
        self.merged_people = {person.id: person.merged_into for person in self.participants}

    def survivor(self, group_id: int | None) -> int | None:
        """The group that this one goes on as."""
        if group_id is None or self.merged_groups[group_id] is None:
            return group_id
        return self.survivor(self.merged_groups[group_id])

    def who(self, participant_id: int) -> int:
        """Who a participant turned out to be."""
        into = self.merged_people[participant_id]
        return participant_id if into is None else self.who(into)


def active_groups(books: Books, room: int, on: date, weeks: int) -> set[int]:
    days = [on - timedelta(days=count) for count in range(7 * weeks)]
    did = set()
    for entry in books.entries:
        if entry.is_current and entry.status == "booked" and entry.date in days:
            did.add(books.survivor(entry.group_id))
    for held in books.attendances:
        if held.is_current and not held.is_withdrawn and held.date in days:
            did.add(books.survivor(held.group_id))
    for klus in books.klussen:
        if klus.state == "done" and klus.duplicate_of is None and klus.done_on in days:
            did.add(books.survivor(klus.group_id))
    active = set()
    for group in books.groups:
        was_closed = group.closed_at is not None and group.closed_at.date() <= on
        if group.room_id == room and group.merged_into is None and not was_closed and group.id in did:
            active.add(group.id)
    return active


def klussen(books: Books, room: int, first: date, last: date, group: int | None = None) -> int:
    count = 0
    for klus in books.klussen:
        if klus.room_id != room or klus.state != "done" or klus.duplicate_of is not None or klus.done_on is None:
            continue
        if group is not None and books.survivor(klus.group_id) != group:
            continue
        if first <= klus.done_on <= last:
            count += 1
    return count


def hours(books: Books, group: int, first: date, last: date) -> tuple[int, int]:
    minutes, people = 0, set()
    for entry in books.entries:
        if not entry.is_current or entry.status != "booked" or entry.date < first or entry.date > last:
            continue
        if books.survivor(entry.group_id) == group:
            minutes += entry.minutes
            people.add(entry.person_id)
    return minutes, len(people)


def told(books: Books, room: int, first: date, last: date, group: int | None = None) -> list[Told]:
    found = []
    for row in books.attendances:
        if row.room_id != room or not row.is_current or row.is_withdrawn or row.date < first or row.date > last:
            continue
        survivor = books.survivor(row.group_id)
        if group is not None and survivor != group:
            continue
        names = [books.who(name) for name in books.names.get(row.id, [])]
        kind = row.activity if row.activity else f"unknown, of group {survivor}"
        found.append(Told(kind, row.date, row.heads, names, row.new_heads))
    return found


def people(activities: list[Told], year: int, *, whole_year: bool = True) -> tuple[int, int]:
    """The rule of docs/participants.md, walked through day by day; all activities are of one year."""
    all_names = {name for activity in activities for name in activity.names}
    least_of_all, most_of_all = len(all_names), len(all_names)
    for kind in {activity.kind for activity in activities}:
        least, most = 0, 0
        named: set[int] = set()
        on = date(year, 1, 1)
        while on.year == year:
            today = [activity for activity in activities if activity.kind == kind and activity.date == on]
            on += timedelta(days=1)
            if not today:
                continue
            most_before, named_before = most, set(named)
            largest, most_new, named_first = 0, 0, set()
            for activity in today:
                names = set(activity.names)
                twice = len(activity.names) - len(names)
                named |= names
                largest = max(largest, activity.heads - twice)
                if activity.new is not None:
                    most_new = max(most_new, activity.new - twice)
                not_new = None if activity.new is None else activity.heads - activity.new
                if whole_year and not_new is not None and not_new <= most_before:
                    most += activity.heads - not_new
                else:
                    most += activity.heads - len(names)
                    named_first |= names - named_before
            most += len(named_first)
            least = max(least + most_new, largest, len(named))
        most = max(most, least)
        least_of_all = max(least_of_all, least)
        most_of_all += most - len(named)
    return least_of_all, most_of_all


def first_visits(before: list[Told], during: list[Told], year: int) -> tuple[int, int]:
    """Who came to a kind for the first time in the year; all activities are of one year."""
    least_of_all, most_of_all = 0, 0
    for kind in {activity.kind for activity in during}:
        earlier = [activity for activity in before if activity.kind == kind]
        known = people(earlier, year)[1]
        seen = {name for activity in earlier for name in activity.names}
        came_untold, least, most = set(seen), 0, 0
        on = date(year, 1, 1)
        while on.year == year:
            today = [activity for activity in during if activity.kind == kind and activity.date == on]
            on += timedelta(days=1)
            most_new, largest, first_named = 0, 0, set()
            for activity in today:
                names = set(activity.names)
                twice = len(activity.names) - len(names)
                if activity.new is None:
                    most += activity.heads - len(names)
                    first_named |= names - seen
                    came_untold |= names
                    largest = max(largest, activity.heads - twice)
                else:
                    most += activity.new
                    most_new = max(most_new, activity.new - twice)
            most += len(first_named)
            for activity in today:
                seen |= set(activity.names)
            least = max(least + most_new, largest - known, len(came_untold) - known)
        least_of_all += least
        most_of_all += max(least, most)
    return least_of_all, most_of_all


def participants(books: Books, room: int, on: date) -> tuple[int, int]:
    return people(told(books, room, date(on.year, 1, 1), on), on.year)


def unique_participants(books: Books, room: int, indicator: str, on: date) -> tuple[int, int]:
    kinds = PEOPLE_AT[indicator]
    return people([a for a in told(books, room, date(on.year, 1, 1), on) if a.kind in kinds], on.year)


def holders(books: Books, room: int, kind: str, on: date) -> int:
    people = set()
    for fact in books.facts:
        if fact.room_id == room and fact.kind == kind and fact.withdrawn_at is None:
            begun = fact.start_confirmed_at is not None and fact.starts <= on
            over = fact.end_confirmed_at is not None and fact.ends is not None and fact.ends < on
            if begun and not over:
                people.add(fact.person_id)
    return len(people)


def cases(books: Books, room: int, kind: str, first: date, last: date) -> list[TallyVersion]:
    found = []
    for tally in books.tallies:
        if tally.room_id != room or tally.kind != kind or not tally.is_current or tally.is_withdrawn:
            continue
        if first <= tally.date <= last:
            found.append(tally)
    return found


def taking_part(books: Books, room: int, first: date, last: date) -> int:
    count = 0
    for case in cases(books, room, "referred", first, last):
        if case.takes_part_since is not None and case.takes_part_since <= last:
            count += 1
    return count


def referrals(books: Books, room: int, first: date, last: date) -> int:
    return len([case for case in cases(books, room, "agency", first, last) if not case.counted_before])


def partners(books: Books, room: int, first: date, last: date) -> int:
    seen: list[str] = []
    for case in cases(books, room, "partner", first, last):
        words = (case.organisation or "").lower().split()
        if words and " ".join(words) not in seen:
            seen.append(" ".join(words))
    return len(seen)


def active_volunteers(
    books: Books, room: int, on: date, *, hours: int = 250, early: int = 28, whole: int = 90
) -> dict[int, int]:
    """The minutes of each, by person."""
    first, last = date(on.year, 1, 1), date(on.year, 12, 31)
    active = {}
    for member in books.members:
        if member.room_id != room:
            continue
        minutes, start = 0, member.joined_on
        for entry in books.entries:
            mine = entry.person_id == member.person_id and entry.room_id == room
            if mine and entry.is_current and entry.status == "booked":
                start = min(start, entry.date)
                if first <= entry.date <= on:
                    minutes += entry.minutes
        away = set()
        for pause in books.breaks:
            if pause.member_id == member.id:
                day = max(pause.starts, first)
                while day <= min(on, pause.ends or on):
                    away.add(day)
                    day += timedelta(days=1)
        own = 0
        day = max(first, start)
        while day <= on:
            own += day not in away
            day += timedelta(days=1)
        keeps_pace = own >= early and Fraction(minutes, 60) / own * ((last - first).days + 1) >= hours
        reached = minutes >= hours * 60
        if (keeps_pace and own >= whole) if on == last else (keeps_pace or reached):
            active[member.person_id] = minutes
    return active


def entered(books: Books, room: int, indicator: str, on: date) -> Decimal | str | None:
    newest = None
    for result in books.results:
        if result.room_id != room or result.indicator != indicator or not result.is_current or result.is_withdrawn:
            continue
        if result.date.year == on.year and result.date <= on:
            when = (result.date, result.result_id)
            if newest is None or when > newest[0]:
                newest = when, result.value
    if newest is None:
        return None
    return newest[1] if newest[1] in ("positive", "negative") else Decimal(newest[1])


def asked(books: Books, room: int, question: str, on: date) -> Decimal | None:
    answers: list[str] = []
    for asking in books.rounds:
        closed_in_time = asking.closed_on is not None and asking.closed_on <= on
        if on == date(on.year, 12, 31) and asking.closed_on is not None:
            closed_in_time = asking.closed_on <= date(on.year + 1, 1, 31)
        if asking.room_id != room or asking.opened_on.year != on.year or not closed_in_time:
            continue
        of_round: list[str] = []
        for row in books.counts:
            if row.round_id == asking.id and row.question == question:
                for answer, times in row.counts.items():
                    of_round += [answer] * times
        if len(of_round) >= 5:
            answers += of_round
    if not answers:
        return None
    if question in ("trust", "liveability"):
        found = Fraction(100 * answers.count("yes"), len(answers))
    else:
        found = Fraction(sum(int(mark) for mark in answers), len(answers))
    return (Decimal(found.numerator) / found.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def value(books: Books, room: int, indicator: str, on: date) -> tuple[int, int] | Decimal | str | None:
    """Each of the 27; a count as at least and at most. The rooms have the usual settings."""
    period = (books, room, date(on.year, 1, 1), on)
    kinds = {"placements": "placement", "newcomers": "newcomer", "paid_work": "paid_work"}
    if indicator in ("trust", "liveability", "staff_volunteers", "partner_consultation"):
        return asked(books, room, indicator, on)
    if indicator in ("benefits_care", "evictions_arrears", "nuisance", "no_deficit", "accountable_spending"):
        return entered(books, room, indicator, on)
    if indicator == "active_volunteers":
        if on < date(on.year, 1, 28):
            return None
        count = len(active_volunteers(books, room, on))
    elif indicator == "active_groups":
        count = len(active_groups(books, room, on, 8))
    elif indicator == "key_holders":
        count = holders(books, room, "key", on)
    elif indicator == "members":
        count = holders(books, room, "association", on)
    elif indicator == "referred_taking_part":
        count = taking_part(*period)
    elif indicator in kinds:
        count = len(cases(books, room, kinds[indicator], period[2], on))
    elif indicator == "referrals":
        count = referrals(*period)
    elif indicator == "partners":
        count = partners(*period)
    elif indicator == "klussen":
        count = klussen(*period)
    elif indicator == "participants":
        return participants(books, room, on)
    else:
        return unique_participants(books, room, indicator, on)
    return count, count
