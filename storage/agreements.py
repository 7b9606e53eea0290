"""Agreements: what rooms promised for a year, read from a file and kept for each room."""

import tomllib
from collections.abc import Collection, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlmodel import Session

from storage.rooms import agreement_of, room_by_slug, rooms
from storage.tables import Agreement

ACTIVE_VOLUNTEER_HOURS = 250
COUNTED = ("logged", "tally")
"""Where an indicator's figure comes from when the bot counts it: from what is logged, or case by case."""
_LongestTitle = Annotated[str, Field(min_length=1, max_length=200)]
_Hours = Annotated[int, Field(ge=1, le=1_000_000)]
_Number = Annotated[int, Field(ge=0, le=1_000_000)]


class AgreementError(ValueError):
    """An agreement that cannot be loaded: a sentence for each fault, with its field or line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class _Table(BaseModel):
    # What an agreement says besides is nothing that this program accounts for.
    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", str_strip_whitespace=True)


class RoomPromise(_Table):
    """What one room promised: hours that its volunteers work in the year."""

    volunteer_hours: _Hours
    name: Annotated[str, Field(min_length=1, max_length=80)] | None = None


class Indicator(_Table):
    """A figure that the rooms account for, with each room's target by its slug."""

    id: Annotated[str, Field(min_length=1, max_length=80)]
    comparison: Literal["gt", "ge", "positive"]
    source: Literal["logged", "tally", "survey", "entered"]
    targets: dict[str, _Number | Literal["positive"]]
    of: dict[str, _Number] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _counts_in_numbers(self) -> "Indicator":
        if self.source in COUNTED and (self.comparison == "positive" or "positive" in self.targets.values()):
            raise ValueError(f"{self.id!r} is counted, so its targets are numbers")
        return self


class AgreementFile(_Table):
    """An agreement for several rooms, which stand under their slugs."""

    title: _LongestTitle
    year: Annotated[int, Field(ge=2000, le=2100)]
    active_volunteer_hours: _Hours = ACTIVE_VOLUNTEER_HOURS
    rooms: Annotated[dict[str, RoomPromise], Field(min_length=1)]
    indicators: list[Indicator] = Field(default_factory=list)

    def targets_of(self, slug: str) -> dict[str, dict[str, Any]]:
        """The room's targets of what the bot counts itself, as an agreement keeps them."""
        return {
            indicator.id: {
                "target": indicator.targets[slug],
                "comparison": indicator.comparison,
                "of": indicator.of.get(slug),
            }
            for indicator in self.indicators
            if indicator.source in COUNTED and slug in indicator.targets
        }


def parse(text: str) -> AgreementFile:
    """Read an agreement that is written in TOML. Raises AgreementError."""
    try:
        return AgreementFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise AgreementError([f"This is no TOML: {error}."]) from None
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}." for fault in error.errors()]
        raise AgreementError(faults) from None


def load(
    session: Session,
    parsed: AgreementFile,
    *,
    year: int | None = None,
    is_example: bool = False,
    slugs: Collection[str] = (),
) -> list[Agreement]:
    """Keep what each room promised, for ``year`` or else the agreement's own; all rooms of it, or those named.

    Raises AgreementError when there is no such room, before anything is kept.
    """
    faults = [f"rooms.{slug}: the agreement has no such room." for slug in slugs if slug not in parsed.rooms]
    promises = {slug: promise for slug, promise in parsed.rooms.items() if not slugs or slug in slugs}
    faults += [f"rooms.{slug}: there is no room {slug!r}." for slug in promises if room_by_slug(session, slug) is None]
    if faults:
        known = ", ".join(room.slug for room in rooms(session)) or "none yet"
        raise AgreementError([*faults, f"The rooms are: {known}."])
    return [
        add_agreement(
            session,
            room.id,
            parsed.year if year is None else year,
            title=parsed.title,
            volunteer_hours=promise.volunteer_hours,
            active_volunteer_hours=parsed.active_volunteer_hours,
            is_example=is_example,
            targets=parsed.targets_of(slug),
        )
        for slug, promise in promises.items()
        if (room := room_by_slug(session, slug))
    ]


def add_agreement(
    session: Session,
    room_id: int,
    year: int,
    *,
    title: str,
    volunteer_hours: int,
    active_volunteer_hours: int = ACTIVE_VOLUNTEER_HOURS,
    is_example: bool = False,
    targets: Mapping[str, dict[str, Any]] | None = None,
) -> Agreement:
    """Keep what a room promised for a year, in place of what was kept before."""
    agreement = agreement_of(session, room_id, year)
    if agreement is None:
        agreement = Agreement(room_id=room_id, year=year, title="", volunteer_hours=0, active_volunteer_hours=0)
        session.add(agreement)
    agreement.title = title
    agreement.volunteer_hours = volunteer_hours
    agreement.active_volunteer_hours = active_volunteer_hours
    agreement.is_example = is_example
    agreement.targets = dict(targets or {})
    session.flush()
    return agreement
