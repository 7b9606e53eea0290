"""One job of the clock at its turn: for one room and period, in one unit of work."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from handlers.messages import Reply
from language.say.voice import Voice
from reports.pace import PaceRules
from storage import outbox
from storage.rooms import RoomSettings, agreement_of
from storage.tables import Person, Room

Counts = dict[str, int]
"""What a job did, by name: kept with its run and logged, so it holds no names of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRun:
    """What a job has at hand. It reads and writes through ``session`` and sends nothing itself."""

    session: Session
    room: Room
    settings: RoomSettings
    period: str
    id: int
    """Of the run's row: buttons refer to it."""
    now: datetime

    @property
    def reading_at(self) -> datetime:
        """When people may read it, in the room's zone: now, or when the quiet hours end."""
        return (self.settings.waits_until(self.now) or self.now).astimezone(self.settings.zone)

    @property
    def today(self) -> date:
        """The day it is in the room's zone."""
        return self.now.astimezone(self.settings.zone).date()

    def voice(self, person: Person) -> Voice:
        """How to speak to somebody on the day they read it."""
        return Voice(person.language, self.reading_at.date())

    def may_write_to(self, person: Person) -> bool:
        """Whether the person can be reached and did not ask for silence."""
        return person.quiet_since is None and outbox.address_of(self.session, person.id) is not None

    def send(self, person: Person, reply: Reply, worth: timedelta) -> None:
        """Lay a message ready, outside quiet hours and behind replies to people; not sent when ``worth`` is over."""
        address = outbox.address_of(self.session, person.id)
        if address is None:
            raise ValueError("nobody can be reached there; ask may_write_to first")
        ready = replace(
            reply,
            bulk=True,
            not_before=self.settings.waits_until(self.now),
            expires_at=self.reading_at + worth,
        )
        outbox.put(self.session, address, self.now, **ready.row())

    def pace_rules(self, year: int) -> PaceRules:
        """The numbers of the pace: the year's agreement's hours, the room's days."""
        agreement = agreement_of(self.session, self.room.id, year)
        usual = PaceRules()
        return PaceRules(
            target_hours=usual.target_hours if agreement is None else agreement.active_volunteer_hours,
            earliest_days=self.settings.too_early_days,
            active_days=self.settings.own_days,
        )
