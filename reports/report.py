"""A report on what was promised: plain values that are kept as the snapshot, and from which every document is made.

Nothing in it names a person: evidence carries ids, and names are looked up when a document with names is made.
So the figures of a report stay the same for good, also after somebody was erased.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from reports.data import DataError, Minutes, Part, Text

Kind = Literal["progress", "interim", "final", "extract"]
IndicatorKind = Literal["impact", "output", "proces", "input"]
INDICATOR_KINDS: tuple[IndicatorKind, ...] = ("impact", "output", "proces", "input")
Comparison = Literal["gt", "ge", "positive"]
Light = Literal["reached", "on-course", "lagging", "behind", "missed", "unknown"]
"""How a promise stands; "missed" only once the year is over, "unknown" where nobody knows the figure yet."""
Euros = Decimal
Count = Annotated[int, Field(ge=0)]


class Value(Part):
    """What was found: a number, a range of numbers, or a judgement."""

    low: Decimal | None = None
    """At least this; a target is compared with it."""
    high: Decimal | None = None
    """At most this: more than ``low`` where people were counted without names."""
    positive: bool | None = None
    """The judgement "positive" or "negative", instead of a number."""

    @property
    def is_range(self) -> bool:
        """Whether it is printed as a range: "243–311"."""
        return self.low != self.high

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.low is None) != (self.high is None) or (self.low is None) == (self.positive is None):
            raise ValueError("either low and high, or positive")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is more than high")
        return self


class IndicatorLine(Part):
    """One promise of the agreement, and what came of it."""

    id: Text
    kind: IndicatorKind
    name: Text
    unit: str
    """As the agreement file has it: "people", "% yes", "mark out of 10"."""
    comparison: Comparison
    target: Decimal | None
    """None where the result must be "positive"."""
    of: Count | None = None
    """The target is so many out of this many referred."""
    value: Value | None
    """None: nothing is known yet."""
    out_of: Count | None = None
    """Where the target is so many out of so many: how many were referred so far."""
    as_of: date | None = None
    """The day for which a result holds that was found on one day."""
    expected: Decimal | None = None
    """Where it comes at this pace by the end of the year."""
    light: Light
    source: Literal["logged", "tally", "survey", "entered"]
    note: str = ""
    """What belongs with the figure: the answers to a survey, who found an entered result."""
    explanation: str = ""
    """The coordinator's own words on a target that was missed."""
    flagged: bool = False
    """Of interest to the housing corporations."""
    definition: str = ""
    """What counts, in a sentence or two."""

    @property
    def met(self) -> bool | None:
        """Whether the promise is kept; None when nothing is known."""
        if self.value is None:
            return None
        if self.value.positive is not None or self.target is None or self.value.low is None:
            return self.value.positive
        return self.value.low > self.target if self.comparison == "gt" else self.value.low >= self.target


class GroupLine(Part):
    """What one volunteer group did in the period."""

    name: Text
    minutes: Minutes
    volunteers: Count
    activities: Count = 0
    """Days on which it had people over."""


class KlussenLine(Part):
    """Klussen for the houses of one corporation in the period."""

    corporation: str
    """Empty: no corporation's, or not asked."""
    done: Count
    open: Count
    minutes: Minutes
    """What volunteers worked on those that are done."""


class FinancingLine(Part):
    """One line of who pays what for the year, as the agreement has it."""

    name: Text
    group: Text
    """"city", "corporations", "funds", "own"."""
    eur: Euros
    conditional: bool = False


class Money(Part):
    """The joint investment of the year: by financiers in euros, by volunteers in hours that are worth euros."""

    fixed_eur: Euros
    hour_eur: Euros
    promised_hours: Decimal
    promised_eur: Euros
    """What the volunteers' promised hours are worth: fixed + hours × rate."""
    invested_eur: Euros
    """What their hours of this year so far are worth."""
    financiers_eur: Euros
    financing: tuple[FinancingLine, ...] = ()
    remarks: tuple[Text, ...] = ()
    """Where the agreement's own sums do not come out."""

    @property
    def promised_share(self) -> Decimal:
        """The financiers' share of the joint investment as promised, between 0 and 1."""
        return _share(self.financiers_eur, self.promised_eur)

    @property
    def share(self) -> Decimal:
        """The financiers' share of the joint investment so far, between 0 and 1."""
        return _share(self.financiers_eur, self.invested_eur)


class Point(Part):
    """A figure on a day."""

    on: date
    value: Decimal


class Series(Part):
    """A figure over the year, for a chart."""

    key: Text
    """An indicator's id, or "hours"."""
    name: Text
    unit: str
    points: tuple[Point, ...]
    """At the end of each month so far, adding up from 1 January."""
    target: Decimal | None = None
    """What the year should come to."""


class Restatement(Part):
    """A change, after the last report, of something that lies in a period that was reported."""

    what: Text
    """"uren", "opkomst", "klus": the kind of thing, in the reader's words."""
    on: date
    """The day it is about."""
    group: str = ""
    before: str
    after: str
    changed_at: AwareDatetime
    why: str = ""
    indicator: str = ""
    """The id of the figure that it changes, if it is one."""


class EvidenceLine(Part):
    """One thing that a figure was counted from."""

    indicator: Text
    """The indicator's id, or "hours"."""
    what: Text
    """"uren", "opkomst", "doorverwijzing": the kind of thing, in the reader's words."""
    on: date
    group: str = ""
    amount: Decimal
    """What it adds to the figure."""
    unit: str = ""
    number: str = ""
    """What it is called by: "doorverwijzing 14"."""
    persons: tuple[int, ...] = ()
    """Ids, to look up names by when a document with names is asked for."""


class RoomPart(Part):
    """All that a report tells of one room."""

    snapshot: str = ""
    """The number under which these values are kept; filled in when they are read back."""
    name: Text
    association: str = ""
    neighbourhoods: tuple[Text, ...] = ()
    indicators: tuple[IndicatorLine, ...]
    minutes: Minutes
    """Volunteers' time that counts, in the period."""
    year_minutes: Minutes
    """The same since 1 January."""
    waiting_minutes: Minutes = 0
    """Time that still waits for the coordinator; in no figure."""
    volunteers: Count
    """How many people gave that time in the period."""
    groups: tuple[GroupLine, ...] = ()
    klussen: tuple[KlussenLine, ...] = ()
    money: Money | None = None
    series: tuple[Series, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()

    def of_kind(self, kind: IndicatorKind) -> list[IndicatorLine]:
        """The promises of one kind, in the agreement's order."""
        return [line for line in self.indicators if line.kind == kind]


class Report(Part):
    """A report on one room, or on several together."""

    version: Literal[1] = 1
    kind: Kind
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "nl"
    title: Text
    """"Tussenrapportage 1 (inhoudelijk)", "Voortgang oktober 2026"."""
    agreement: Text
    """The agreement's title."""
    year: int
    first: date
    last: date
    """The period, both days included; every figure stands as it was known for the end of this day."""
    made_at: AwareDatetime
    """When the figures were taken, in the room's zone."""
    provisional: bool = False
    """The period is still open: a report on it that is made later may have other figures."""
    corporation: str = ""
    """Whom an extract is for."""
    rooms: Annotated[tuple[RoomPart, ...], Field(min_length=1)]

    @property
    def snapshots(self) -> str:
        """The ids under which the figures are kept: "12", "12, 15, 16"."""
        return ", ".join(room.snapshot for room in self.rooms)

    def kept_as(self, snapshot: str) -> Self:
        """The same report of one room, with the number under which it is kept."""
        (room,) = self.rooms
        return self.model_copy(update={"rooms": (room.model_copy(update={"snapshot": snapshot}),)})

    def to_json(self) -> str:
        """Write the values as JSON, to keep."""
        return self.model_dump_json()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote; raises DataError that names each wrong field, and repeats no value."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            faults = (".".join(map(str, fault["loc"])) + ": " + fault["msg"] for fault in error.errors())
            raise DataError("; ".join(faults)) from None


def together(reports: Sequence[Report]) -> Report:
    """Join reports of single rooms over the same period into one; the latest says when it was made."""
    first = reports[0]
    if any((other.kind, other.first, other.last) != (first.kind, first.first, first.last) for other in reports):
        raise DataError("reports of another kind or period cannot be joined")
    rooms = tuple(room for report in reports for room in report.rooms)
    made_at, provisional = max(report.made_at for report in reports), any(report.provisional for report in reports)
    return first.model_copy(update={"rooms": rooms, "made_at": made_at, "provisional": provisional})


def extract(report: Report, corporation: str) -> Report:
    """Take out what one housing corporation asks for: the flagged promises, its own money and klussen, and the hours.

    Where no promise is flagged all are kept: the mark was lost in some agreements. Evidence and restatements of other
    figures stay out.
    """
    rooms = tuple(_extracted(room, corporation) for room in report.rooms)
    return report.model_copy(update={"kind": "extract", "corporation": corporation, "rooms": rooms})


def _extracted(room: RoomPart, corporation: str) -> RoomPart:
    flagged = tuple(line for line in room.indicators if line.flagged) or room.indicators
    ids = {line.id for line in flagged}
    money = room.money
    if money is not None:
        own = tuple(line for line in money.financing if line.name == corporation)
        money = money.model_copy(update={"financing": own, "remarks": ()})
    return room.model_copy(
        update={
            "indicators": flagged,
            "klussen": tuple(line for line in room.klussen if line.corporation == corporation),
            "money": money,
            "series": tuple(series for series in room.series if series.key in ids),
            "restatements": tuple(line for line in room.restatements if line.indicator in ids),
            "evidence": tuple(line for line in room.evidence if line.indicator in ids),
        }
    )


def joint_share(of: Iterable[Money]) -> Decimal:
    """Tell the financiers' share of what is invested so far in several rooms together, between 0 and 1."""
    rooms = list(of)
    financiers = sum((money.financiers_eur for money in rooms), Decimal())
    return _share(financiers, sum((money.invested_eur for money in rooms), Decimal()))


def _share(financiers: Decimal, volunteers: Decimal) -> Decimal:
    return financiers / (financiers + volunteers) if financiers + volunteers else Decimal(0)
