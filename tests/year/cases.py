"""What is told one by one in the invented year: klussen, tallies, keys, memberships, results."""

from datetime import date, timedelta
from decimal import Decimal

from storage import dated_facts, klus_steps, results, tallies
from storage.dated_facts import Fact
from storage.entries import Evidence, Status, Work, add_entry
from storage.klus_steps import Told
from storage.results import Finding, Value
from storage.tables import Klus
from storage.tallies import Case
from tests.year.books import RoomBooks
from tests.year.plans import AGENCIES, CORPORATIONS, PARTNERS

DAY = timedelta(days=1)


def do_klussen(books: RoomBooks) -> None:
    """Do the klussen, with their hours; some are dropped, still open, done twice over or told twice."""
    done: list[Klus] = []
    for number in range(books.plan.klussen + 9):
        on = books.day()
        group = next((group for group in books.groups if group.activity == "klussen"), None)
        told = Told(what="lamp ophangen", place="Kanaalstraat 12", group_id=None if group is None else group.id)
        if number >= books.plan.klussen:
            _leave_undone(books, klus_steps.request(books.session, books.room.id, told, books.told(on)), on)
        elif books.one_in(2):
            helper = books.random.choice(books.volunteers).person.id
            klus = klus_steps.request(books.session, books.room.id, told, books.told(on - 5 * DAY))
            klus_steps.take(books.session, klus, helper, books.told(on - 3 * DAY, helper))
            done.append(_finish(books, klus, helper, on))
        else:
            helper = books.random.choice(books.volunteers).person.id
            klus = klus_steps.done_at_once(books.session, books.room.id, told, on, books.told(on, helper))
            klus_steps.add_helper(books.session, klus, helper, books.told(on, helper))
            done.append(_finish(books, klus, helper, on))
    for klus in books.random.sample(done, 3):
        on = klus.done_on or books.last
        again = klus_steps.done_at_once(books.session, books.room.id, Told(what="lamp"), on, books.told(on))
        klus_steps.merge(books.session, again, klus, books.told(on, days_later=1))
    wrong = done[0]
    klus_steps.reopen(books.session, wrong, books.told(books.last))


def _finish(books: RoomBooks, klus: Klus, helper: int, on: date) -> Klus:
    told = books.told(on, helper)
    work = Work(date=on, minutes=books.random.randrange(30, 180, 15), group_id=klus.group_id)
    entry = add_entry(books.session, books.room.id, helper, work, Status.BOOKED, told, "logged")
    klus_steps.link_entries(books.session, klus, [entry.entry_id])
    if klus.done_on is None:
        klus_steps.finish(books.session, klus, on, told)
    klus_steps.set_corporation(books.session, klus, books.random.choice(CORPORATIONS), told)
    return klus


def _leave_undone(books: RoomBooks, klus: Klus, on: date) -> None:
    if books.one_in(2):
        klus_steps.drop(books.session, klus, books.told(on, days_later=4))


def count_cases(books: RoomBooks) -> None:
    """Tell the tallies: some corrected, some withdrawn, some about somebody who was counted before."""
    for kind, count in books.plan.tallies.items():
        for _ in range(count):
            on = books.day()
            case = Case(
                date=on,
                organisation=books.random.choice(AGENCIES) if kind == "agency" else None,
                takes_part_since=on + books.random.randrange(60) * DAY
                if kind == "referred" and not books.one_in(3)
                else None,
                counted_before=kind == "agency" and books.one_in(6),
            )
            _count(books, kind, case)
    for name in PARTNERS[: books.plan.partners]:
        _count(books, "partner", Case(date=books.day(), organisation=name))
        if books.one_in(4):
            _count(books, "partner", Case(date=books.day(), organisation=f" {name.upper()}"))


def _count(books: RoomBooks, kind: str, case: Case) -> None:
    version = tallies.add_tally(books.session, books.room.id, kind, case, books.told(case.date))
    if books.one_in(10):
        told = books.told(case.date, days_later=1)
        tallies.revise(books.session, version, case, told, "withdrawn", is_withdrawn=True)
    elif books.one_in(10):
        later = Case(
            date=min(case.date + 9 * DAY, books.last),
            organisation=case.organisation,
            takes_part_since=case.takes_part_since,
            counted_before=case.counted_before,
        )
        tallies.revise(books.session, version, later, books.told(case.date, days_later=1), "corrected")


def give_keys(books: RoomBooks) -> None:
    """Give keys to volunteers; some come back, some are not confirmed, somebody has two."""
    holders = books.random.sample(books.volunteers, books.plan.keys)
    for volunteer in [*holders, holders[0]]:
        _begin(books, volunteer.person.id, Fact.KEY, is_confirmed=not books.one_in(10))
    wrong = dated_facts.running(books.session, books.room.id, Fact.KEY)[-1][0]
    dated_facts.withdraw(wrong, books.told(books.last).at)


def register_members(books: RoomBooks) -> None:
    """Register members of the association: most volunteers, and others of whom nothing else is known."""
    volunteers = books.random.sample(books.volunteers, len(books.volunteers) * 2 // 3)
    people = [volunteer.person.id for volunteer in volunteers]
    while len(people) < books.plan.members:
        added = dated_facts.add_person(books.session, books.name(), [], books.told(books.first).at)
        people.append(added.id)
    for person in people:
        _begin(books, person, Fact.ASSOCIATION, is_confirmed=True)


def _begin(books: RoomBooks, person: int, fact: Fact, *, is_confirmed: bool) -> None:
    starts = books.day(date(books.year - 2, 1, 1))
    told = books.told(starts)
    row = dated_facts.begin(books.session, books.room.id, person, fact, starts, told, is_confirmed=is_confirmed)
    if books.one_in(10):
        ends = books.day(starts, date(books.year + 1, 3, 1))
        dated_facts.end(row, ends, books.told(ends), is_confirmed=not books.one_in(3))


def enter_results(books: RoomBooks) -> None:
    """Enter what was found elsewhere: some corrected, some found anew later in the year, one taken back."""
    for indicator, found, source in books.plan.results:
        value: Value = found if found == "positive" or found == "negative" else Decimal(found)
        on = books.day(date(books.year, 5, 1), date(books.year, 8, 1))
        finding = Finding(value=value, date=on, source=source)
        version = results.enter(books.session, books.room.id, indicator, finding, books.told(on))
        if books.one_in(3):
            corrected = Finding(value=value, date=on, source=f"{source}, verslag")
            version = results.revise(books.session, version, corrected, books.told(on, days_later=1), "corrected")
        if books.one_in(2):
            later = Finding(value=value, date=books.day(date(books.year, 10, 1)), source=source)
            results.enter(books.session, books.room.id, indicator, later, books.told(later.date))
    on = books.day()
    mistaken: Evidence = books.told(on)
    finding = Finding(value=Decimal(99), date=books.last, source="vergissing")
    version = results.enter(books.session, books.room.id, "nuisance", finding, mistaken)
    results.revise(books.session, version, finding, books.told(on), "withdrawn", is_withdrawn=True)
