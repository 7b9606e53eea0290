"""The file in which an agreement is written: several rooms, under their slugs, for one year."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from storage.agreements.terms import (
    ACTIVE_VOLUNTEER_HOURS,
    COUNTED,
    LARGEST,
    FinancingGroup,
    FinancingLine,
    Frozen,
    Hours,
    IndicatorTerms,
    PromisedIndicator,
    ReportDue,
    ShortWords,
    Subtotal,
    Terms,
    Whole,
    Words,
)


class Fault(NamedTuple):
    """Something that is wrong, with the field that it is about; no field for what is wrong with the whole."""

    path: tuple[str | int, ...]
    said: str


class AgreementError(ValueError):
    """An agreement that cannot be loaded."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.said for fault in faults))
        self.faults = faults


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("this should be an amount in euros, such as 11.00, without quotes")
    return value


Euros = Annotated[Decimal, BeforeValidator(_amount), Field(ge=0, le=1_000_000_000, decimal_places=2, strict=False)]


def _target(value: object) -> object:
    if value == "positive":
        return value
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 <= value <= LARGEST
    if is_number and Decimal(str(value)) * 10 % 1 == 0:
        return value
    raise ValueError(f'this should be a number of at most {LARGEST}, such as 20 or 7.5, or "positive"')


Target = Annotated[int | Decimal | Literal["positive"], BeforeValidator(_target)]


class _Table(Frozen):
    # A word that is not read is told by the check: it may be a word written wrong.
    model_config = ConfigDict(frozen=True, strict=True, extra="allow", str_strip_whitespace=True)


class RoomPromise(_Table):
    """What one room promised: hours that its volunteers work in the year, and what is said of it besides."""

    volunteer_hours: Hours
    name: ShortWords | None = None
    association: Words | None = None
    neighbourhoods: list[ShortWords] = Field(default_factory=list)
    financiers_eur: Euros | None = None


class Indicator(_Table, IndicatorTerms):
    """A figure that the rooms account for, with each room's target by its slug."""

    targets: dict[str, Target]
    of: dict[str, Whole] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _targets_fit(self) -> "Indicator":
        positive = [target == "positive" for target in self.targets.values()]
        if self.comparison == "positive" and not all(positive):
            raise ValueError(f'{self.id!r} must be positive, so its targets are "positive"')
        if self.comparison != "positive" and any(positive):
            raise ValueError(f"{self.id!r} is compared as {self.comparison!r}, so its targets are numbers")
        if self.comparison == "positive" and self.source in COUNTED:
            raise ValueError(f"{self.id!r} is counted, so its targets are numbers")
        if self.source in COUNTED and not all(isinstance(target, int) for target in self.targets.values()):
            raise ValueError(f"{self.id!r} is counted, so its targets are whole numbers")
        return self

    def promised(self, slug: str) -> PromisedIndicator:
        """The indicator with this room's target."""
        shared = self.model_dump(include=set(IndicatorTerms.model_fields))
        return PromisedIndicator(**shared, target=self.targets[slug], of=self.of.get(slug))


class Financing(_Table):
    """A line of the financing, with each room's euros by its slug."""

    line: Words
    group: FinancingGroup
    eur: dict[str, Euros]
    stated_total: Euros | None = None
    conditional: bool = False


class PrintedSubtotal(_Table):
    """A subtotal as it is printed, with each room's euros by its slug."""

    group: FinancingGroup | Literal["all"]
    stated_eur: dict[str, Euros] = Field(default_factory=dict)
    stated_total: Euros | None = None


class Report(_Table):
    """A report that is asked for."""

    name: Words
    due: date


class AgreementFile(_Table):
    """An agreement for several rooms, which stand under their slugs."""

    title: Words
    year: Annotated[int, Field(ge=2000, le=2100)]
    active_volunteer_hours: Hours = ACTIVE_VOLUNTEER_HOURS
    volunteer_hour_eur: Euros = Decimal(0)
    volunteer_fixed_eur: Euros = Decimal(0)
    volunteer_hour_source: Words | None = None
    rooms: Annotated[dict[str, RoomPromise], Field(min_length=1)]
    partners: dict[str, list[Words]] = Field(default_factory=dict)
    reports: list[Report] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
    financing: list[Financing] = Field(default_factory=list)
    financing_subtotals: list[PrintedSubtotal] = Field(default_factory=list)

    def terms_of(self, slug: str, year: int) -> Terms:
        """What the room promised, for ``year`` as if it were the agreement's own."""
        room = self.rooms[slug]
        return Terms(
            title=self.title,
            volunteer_hours=room.volunteer_hours,
            active_volunteer_hours=self.active_volunteer_hours,
            hour_eur=self.volunteer_hour_eur,
            fixed_eur=self.volunteer_fixed_eur,
            hour_source=self.volunteer_hour_source or "",
            financiers_eur=room.financiers_eur,
            association=room.association or "",
            neighbourhoods=tuple(room.neighbourhoods),
            partners={kind: tuple(names) for kind, names in self.partners.items()},
            indicators=tuple(row.promised(slug) for row in self.indicators if slug in row.targets),
            financing=tuple(
                FinancingLine(
                    line=row.line,
                    group=row.group,
                    eur=row.eur[slug],
                    stated_total=row.stated_total,
                    conditional=row.conditional,
                )
                for row in self.financing
                if slug in row.eur
            ),
            subtotals=tuple(
                Subtotal(group=row.group, stated_eur=row.stated_eur.get(slug), stated_total=row.stated_total)
                for row in self.financing_subtotals
            ),
            reports=tuple(ReportDue(row.name, _shifted(row.due, year - self.year)) for row in self.reports),
        )


def _shifted(day: date, years: int) -> date:
    """The same day so many years later; 29 February is the 28th in a year without."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
