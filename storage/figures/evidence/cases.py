"""Behind what is told one by one: tallies, keys, memberships, and results that were found elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from sqlmodel import Session, select

from storage.dated_facts import Fact
from storage.figures.dated_facts import holding
from storage.figures.evidence.row import NOTHING, ONE, EvidenceRow, Thing
from storage.figures.tallies import organisation_of, takes_part
from storage.results import entered_result, value_of
from storage.tables import Room, Tally, TallyVersion
from storage.tallies import tallies_in

KIND_OF = {
    "referred_taking_part": "referred",
    "placements": "placement",
    "newcomers": "newcomer",
    "paid_work": "paid_work",
    "referrals": "agency",
    "partners": "partner",
}
"""The kind of tally behind each indicator that is counted case by case."""
FACT_OF = {"key_holders": (Fact.KEY, Thing.KEY), "members": (Fact.ASSOCIATION, Thing.MEMBERSHIP)}
"""What is true of a person, and how it is called here, behind each indicator that counts it."""


def tallies(session: Session, room: Room, indicator: str, on: date) -> Iterator[EvidenceRow]:
    """The cases of the year up to ``on``; those that do not count for the indicator add nothing."""
    numbers = dict(session.exec(select(Tally.id, Tally.number).where(Tally.room_id == room.id)).all())
    cases = tallies_in(session, room.id, date(on.year, 1, 1), on, (KIND_OF[indicator],))
    # In the order of their days, so that of several ties with one partner the first one counts.
    cases.sort(key=lambda case: (case.date, numbers[case.tally_id]))
    for case, counts in zip(cases, _counting(indicator, cases, on), strict=True):
        yield EvidenceRow(
            thing=Thing.TALLY,
            id=case.tally_id,
            date=case.date,
            adds=ONE if counts else NOTHING,
            kind=case.kind,
            detail=case.organisation or "",
            number=numbers[case.tally_id],
        )


def facts(session: Session, room: Room, indicator: str, on: date) -> Iterator[EvidenceRow]:
    """What is true of people at the end of the day ``on``; what somebody has twice adds nothing the second time."""
    fact, thing = FACT_OF[indicator]
    is_first = _first_times()
    for row in holding(session, room.id, fact, on):
        adds = ONE if is_first(row.person_id) else NOTHING
        yield EvidenceRow(thing=thing, id=row.id, date=row.starts, adds=adds, people=(row.person_id,))


def result(session: Session, room: Room, indicator: str, on: date) -> Iterator[EvidenceRow]:
    """The result that was found elsewhere and holds on the day ``on``, if there is one."""
    found = entered_result(session, room.id, indicator, on)
    if found is not None:
        yield EvidenceRow(
            thing=Thing.RESULT,
            id=found.result_id,
            date=found.date,
            adds=value_of(found),
            detail=found.source,
            people=(found.changed_by,),
        )


def _counting(indicator: str, cases: Iterable[TallyVersion], on: date) -> Iterator[bool]:
    """Whether each of the cases counts."""
    is_first = _first_times()
    for case in cases:
        if indicator == "referred_taking_part":
            yield takes_part(case, on)
        elif indicator == "referrals":
            yield not case.counted_before
        elif indicator == "partners":
            yield organisation_of(case) != "" and is_first(organisation_of(case))
        else:
            yield True


def _first_times() -> Callable[[object], bool]:
    """Tell of each thing whether it was not asked about before."""
    seen: set[object] = set()

    def is_first(thing: object) -> bool:
        if thing in seen:
            return False
        seen.add(thing)
        return True

    return is_first
