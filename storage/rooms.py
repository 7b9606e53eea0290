"""Rooms, their settings, and what they promised for a year."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator
from sqlmodel import Session, col, select

from storage.tables import Agreement, Room

SUNDAY = 7


class RoomSettings(BaseModel):
    """What a room can set for itself. Times are in the room's zone."""

    model_config = ConfigDict(extra="forbid", validate_default=True, frozen=True)

    timezone: str = Field("Europe/Amsterdam", description="time zone of the room")
    weekly_total: bool = Field(True, description="send volunteers their weekly total")
    weekly_total_at: time = Field(time(18, 0), description="when on Sunday the weekly total goes out")
    digest: bool = Field(True, description="send coordinators the weekly digest")
    digest_at: time = Field(time(8, 30), description="when on Monday the digest goes out")
    reminder: bool = Field(True, description="remind volunteers who have been silent")
    reminder_at: time = Field(time(10, 0), description="when in the day a reminder goes out")
    reminder_after_days: int = Field(14, ge=1, le=365, description="days without hours before the one reminder")
    quiet_from: time = Field(time(21, 0), description="start of the quiet hours")
    quiet_until: time = Field(time(8, 30), description="end of the quiet hours")
    quiet_until_sunday: time = Field(time(12, 0), description="end of the quiet hours on Sunday")
    approve_all: bool = Field(False, description="all hours wait for the coordinator")
    ask_day_hours: int = Field(12, ge=1, le=24, description="a day's total above this is asked about")
    most_day_hours: int = Field(16, ge=1, le=24, description="a day's total above this is refused")
    wait_day_hours: int = Field(8, ge=1, le=24, description="a day's total above this waits for the coordinator")
    wait_week_hours: int = Field(30, ge=1, le=168, description="a week's total above this waits for the coordinator")
    wait_after_days: int = Field(31, ge=1, le=366, description="hours older than this wait for the coordinator")
    ask_after_days: int = Field(92, ge=1, le=366, description="hours older than this are asked about")
    group_active_weeks: int = Field(
        8, ge=1, le=52, description="a group with something logged in these weeks is active"
    )
    klus_open_days: int = Field(14, ge=1, le=366, description="a klus open for so many days is in the digest")
    habit_at: time = Field(
        time(19, 0), description="when a person is asked whether they were there, if no time is known"
    )
    shift_asked_at: time = Field(time(20, 45), description="when a person is asked about a shift that still runs")
    meeting_week: int = Field(
        0, ge=0, le=5, description="week of the month with the progress meeting; 0 is none, 5 is the last"
    )
    meeting_weekday: int = Field(2, ge=1, le=7, description="weekday of the progress meeting, Monday 1 to Sunday 7")
    corporations: str = Field("", description="housing corporations that pay for klussen, with commas between")
    too_early_days: int = Field(28, ge=1, le=366, description="days before a pace is told")
    own_days: int = Field(90, ge=1, le=366, description="days a year's active volunteer needs")

    @field_validator("timezone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError):
            raise ValueError(f"{value!r} is no time zone, such as Europe/Amsterdam") from None
        return value

    @property
    def corporation_names(self) -> tuple[str, ...]:
        """The housing corporations, in the order in which they are offered."""
        return tuple(name.strip() for name in self.corporations.split(",") if name.strip())

    @property
    def zone(self) -> ZoneInfo:
        """The room's time zone."""
        return ZoneInfo(self.timezone)

    def waits_until(self, moment: datetime) -> datetime | None:
        """When the quiet hours around ``moment`` end; None when it is no quiet hour."""
        local = moment.astimezone(self.zone)
        ends = self._quiet_until(local.date())
        if local.time() < ends:
            return datetime.combine(local.date(), ends, self.zone)
        if local.time() >= self.quiet_from:
            tomorrow = local.date() + timedelta(days=1)
            return datetime.combine(tomorrow, self._quiet_until(tomorrow), self.zone)
        return None

    def _quiet_until(self, day: date) -> time:
        return self.quiet_until_sunday if day.isoweekday() == SUNDAY else self.quiet_until


def settings_of(room: Room) -> RoomSettings:
    """The room's settings, its own over the usual ones."""
    return RoomSettings.model_validate(room.settings)


def add_room(session: Session, slug: str, name: str) -> Room:
    """Make a room. Raises ValueError when the slug is taken."""
    if room_by_slug(session, slug):
        raise ValueError(f"there is a room {slug!r} already")
    room = Room(slug=slug, name=name)
    session.add(room)
    session.flush()
    return room


def rooms(session: Session) -> list[Room]:
    """All rooms by name."""
    return list(session.exec(select(Room).order_by(col(Room.name))))


def room_by_slug(session: Session, slug: str) -> Room | None:
    """The room that is called ``slug`` in commands."""
    return session.exec(select(Room).where(Room.slug == slug)).one_or_none()


def agreement_of(session: Session, room_id: int, year: int) -> Agreement | None:
    """What the room promised for the year, if an agreement was loaded."""
    wanted = select(Agreement).where(Agreement.room_id == room_id, Agreement.year == year)
    return session.exec(wanted).one_or_none()
