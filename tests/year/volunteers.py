"""The volunteers of the invented year: who they are, and the hours that they log, correct and withdraw."""

from datetime import UTC, date, datetime, time, timedelta

from storage.entries import Status, Work, add_entry, revise, work_of
from storage.people import add_paper_volunteer, forget, join, join_group, leave_room
from storage.tables import Break, Person
from tests.year.books import RoomBooks, Volunteer

DAY = timedelta(days=1)


def add_volunteers(books: RoomBooks, also_here: Person | None) -> None:
    """Let the room's volunteers join: most were there before the year, some come in it, some will leave in it.

    ``also_here`` volunteers in another room too.
    """
    for number in range(books.plan.volunteers):
        joined = books.day(date(books.year - 4, 1, 1), date(books.year - 1, 12, 20))
        if books.one_in(5):
            joined = books.day(last=date(books.year, 10, 15))
        if number == 0 and also_here is not None:
            person = also_here
        else:
            person = add_paper_volunteer(books.session, books.room.id, books.name(), joined)
            person.consented_at = datetime.combine(joined, time(12), UTC)
        _add(books, person, joined, is_active=number < books.plan.active)


def _add(books: RoomBooks, person: Person, joined: date, *, is_active: bool) -> None:
    member = join(books.session, books.room.id, person.id, joined)
    groups = books.random.sample(books.groups, books.random.choice([1, 1, 2]))
    for group in groups:
        is_first = books.leader(group) == books.coordinator.id
        join_group(books.session, group.id, person.id, is_leader=is_first)
    last = books.day(max(joined, date(books.year, 3, 1))) if not is_active and books.one_in(4) else books.last
    weekly = books.random.randrange(335, 370) if is_active else books.random.randrange(30, 160)
    away = None
    if books.one_in(6):
        starts = books.day(max(books.first, joined))
        ends = None if books.one_in(5) else starts + books.random.randrange(7, 50) * DAY
        away = Break(member_id=member.id, starts=starts, ends=ends)
        books.session.add(away)
    books.volunteers.append(Volunteer(person, member, groups, weekly, last, away))


def log_hours(books: RoomBooks) -> None:
    """Let everybody log what they did, week by week, with December of the year before."""
    for volunteer in books.volunteers:
        monday = date(books.year - 1, 12, 14)
        while monday <= books.last:
            if not books.one_in(12):
                _log_week(books, volunteer, monday)
            monday += 7 * DAY


def _log_week(books: RoomBooks, volunteer: Volunteer, monday: date) -> None:
    times = books.random.choice([1, 2, 2, 3])
    for _ in range(times):
        on = monday + books.random.randrange(7) * DAY
        minutes = max(15, round(volunteer.weekly * books.random.uniform(0.6, 1.4) / times / 15) * 15)
        if volunteer.is_there(on) and on <= books.last:
            _log(books, volunteer, Work(date=on, minutes=minutes, group_id=books.random.choice(volunteer.groups).id))


def _log(books: RoomBooks, volunteer: Volunteer, work: Work) -> None:
    person, session = volunteer.person.id, books.session
    status = books.random.choices([Status.BOOKED, Status.WAITING, Status.DISPUTED], [60, 1, 1])[0]
    entry = add_entry(session, books.room.id, person, work, status, books.told(work.date, person), "logged")
    if books.one_in(25):
        other = Work(date=work.date, minutes=max(15, work.minutes - 30), group_id=work.group_id)
        entry = revise(session, entry, other, status, books.told(work.date, person, days_later=1), "corrected")
    if books.one_in(50):
        told = books.told(work.date, person, days_later=2)
        entry = revise(session, entry, work_of(entry), Status.WITHDRAWN, told, "withdrawn")
        if books.one_in(3):
            told = books.told(work.date, person, days_later=3)
            revise(session, entry, work_of(entry), Status.BOOKED, told, "put back")


def leave(books: RoomBooks) -> None:
    """Let those leave whose last day it was; some have everything of theirs erased."""
    for volunteer in books.volunteers:
        if volunteer.last < books.last:
            at = datetime.combine(volunteer.last, time(20), UTC)
            leave_room(books.session, books.room.id, volunteer.person.id, volunteer.last, at)
            if books.one_in(2):
                forget(books.session, volunteer.person, volunteer.last, at)
