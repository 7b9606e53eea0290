"""What one room promised for one year, as those read it who hold figures against it."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Kind = Literal["impact", "output", "proces", "input"]
Comparison = Literal["gt", "ge", "positive"]
"""How a figure is held against its target: more than it, at least it, or the result is positive."""
Source = Literal["logged", "tally", "survey", "entered"]
"""Where a figure comes from: what is logged, cases told one by one, people who were asked, or found elsewhere."""
FinancingGroup = Literal["city", "corporations", "funds", "own"]
Outcome = Literal["positive", "negative"]

KINDS: tuple[Kind, ...] = ("impact", "output", "proces", "input")
"""In the order in which the agreement has them."""
COUNTED: tuple[Source, ...] = ("logged", "tally")
"""The sources that the bot counts itself."""

_ON_ONE_LINE = AfterValidator(lambda value: " ".join(value.split()))
Words = Annotated[str, Field(min_length=1, max_length=200), _ON_ONE_LINE]
ShortWords = Annotated[str, Field(min_length=1, max_length=80), _ON_ONE_LINE]
ACTIVE_VOLUNTEER_HOURS = 250
LARGEST = 1_000_000
Whole = Annotated[int, Field(ge=0, le=LARGEST)]
Tenths = Annotated[Decimal, Field(ge=0, le=LARGEST, decimal_places=1)]
"""A mark or a share may be promised to a tenth; what is counted is whole."""
Hours = Annotated[int, Field(ge=1, le=LARGEST)]


class Frozen(BaseModel):
    """A value that is not changed."""

    model_config = ConfigDict(frozen=True)


class IndicatorTerms(Frozen):
    """What an agreement says of an indicator for all its rooms."""

    id: ShortWords
    kind: Kind
    name: Words
    unit: ShortWords
    comparison: Comparison
    source: Source
    flagged: bool = False
    """Printed in red and italics in the agreement: of interest to the housing corporations."""


class PromisedIndicator(IndicatorTerms):
    """An indicator with what one room promised of it: ``target``, or with ``of`` so many out of those referred."""

    target: Whole | Tenths | Literal["positive"]
    of: Whole | None = None

    def met_by(self, value: Decimal | int | Outcome) -> bool:
        """Whether a figure reaches the target; of a range that is asked with what it is at least."""
        if isinstance(value, str) or isinstance(self.target, str):
            return value == self.target
        return value > self.target if self.comparison == "gt" else value >= self.target


class FinancingLine(Frozen):
    """What one financier pays to the room in the year, in euros."""

    line: Words
    group: FinancingGroup
    eur: Decimal
    stated_total: Decimal | None = None
    """What the agreement prints for all its rooms together."""
    conditional: bool = False
    """The agreement leaves open whether this will be paid."""


class Subtotal(Frozen):
    """A sum as the agreement prints it, in euros: of one group of financing, or of all. It may not be its lines'."""

    group: FinancingGroup | Literal["all"]
    stated_eur: Decimal | None = None
    stated_total: Decimal | None = None
    """What the agreement prints for all its rooms together."""


class ReportDue(NamedTuple):
    """A report that the agreement asks for, and its last day."""

    name: str
    due: date


class Terms(Frozen):
    """All that one room promised for one year. Amounts of money are euros, hours whole ones."""

    title: str
    volunteer_hours: int
    active_volunteer_hours: int = ACTIVE_VOLUNTEER_HOURS
    """How many hours a year an active volunteer makes."""
    hour_eur: Decimal = Decimal(0)
    fixed_eur: Decimal = Decimal(0)
    """What volunteers invest is reckoned as ``fixed_eur`` + hours × ``hour_eur``; both 0 where nothing was agreed."""
    hour_source: str = ""
    """Where the two come from, in the agreement's words."""
    financiers_eur: Decimal | None = None
    association: str = ""
    neighbourhoods: tuple[str, ...] = ()
    partners: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Names by what they are: "city", "housing_corporations", "funds"."""
    indicators: tuple[PromisedIndicator, ...] = ()
    financing: tuple[FinancingLine, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()
    reports: tuple[ReportDue, ...] = ()

    def indicator(self, wanted: str) -> PromisedIndicator | None:
        """The indicator with this id; None where the room promised nothing of it."""
        return next((indicator for indicator in self.indicators if indicator.id == wanted), None)
