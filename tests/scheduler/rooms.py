"""Rooms, people and hours to try the clock on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from scheduler.tick import tick
from storage import attendances, entries, groups, habits, klus_steps, people, rooms, shifts
from storage.agreements import Terms, keep_agreement
from storage.database import reading, unit_of_work
from storage.entries import Evidence, Status, Work
from storage.outbox import WAITING
from storage.tables import Account, Inbox, Outbox, Person, Run

ZONE = ZoneInfo("Europe/Amsterdam")
CHANNEL = "fake"


def at(text: str) -> datetime:
    """A moment by its clock time in Utrecht: "2026-11-15 18:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@dataclass(slots=True)
class House:
    """A database with a room in it, and short ways to fill it."""

    engine: Engine
    room: int = 0
    people: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.room = self.add_room("TOP")

    def add_room(self, name: str) -> int:
        """Make another room."""
        with unit_of_work(self.engine) as session:
            return rooms.add_room(session, name.casefold(), name).id

    def add(
        self,
        name: str,
        since: str = "2026-01-01",
        *,
        is_coordinator: bool = False,
        room: int | None = None,
        language: str = "nl",
        has_account: bool = True,
    ) -> int:
        """Add a member; the account's chat is called like the person."""
        joined = at(since + " 12:00")
        with unit_of_work(self.engine) as session:
            person = Person(name=name, language=language, created_at=joined, consented_at=joined, consent_version=1)
            session.add(person)
            session.flush()
            if has_account:
                account = Account(
                    channel=CHANNEL, external_id=name, chat=name, person_id=person.id, last_seen_at=joined
                )
                session.add(account)
            people.join(session, room or self.room, person.id, joined.date(), is_coordinator=is_coordinator)
            self.people[name] = person.id
            return person.id

    def add_group(self, name: str) -> int:
        """Make a group in the room."""
        with unit_of_work(self.engine) as session:
            self.groups[name] = groups.add_group(session, self.room, name).id
            return self.groups[name]

    def log(
        self,
        name: str,
        day: str,
        minutes: int,
        group: str | None = None,
        *,
        logged: str = "",
        status: Status = Status.BOOKED,
        by: str = "",
    ) -> int:
        """Write hours into the books, on the day itself at 20:00 unless ``logged`` says when."""
        moment = at(logged or f"{day} 20:00")
        with unit_of_work(self.engine) as session:
            evidence = Evidence(by=self.people[by or name], at=moment, inbox_id=self._message(session, name, moment))
            work = Work(date=date.fromisoformat(day), minutes=minutes, group_id=self.groups[group] if group else None)
            return entries.add_entry(session, self.room, self.people[name], work, status, evidence).entry_id

    def correct(self, entry: int, minutes: int, when: str, status: Status = Status.BOOKED) -> None:
        """Make an entry say other minutes from a moment on."""
        with unit_of_work(self.engine) as session:
            [current] = entries.current(session, [entry])
            message = self._message(session, "", at(when))
            evidence = Evidence(by=current.person_id, at=at(when), inbox_id=message)
            work = Work(date=current.date, minutes=minutes, group_id=current.group_id)
            entries.revise(session, current, work, status, evidence, "corrected")

    def ask_klus(self, by: str, what: str, when: str, group: str | None = None) -> int:
        """Somebody asks for a klus; returns its id."""
        with unit_of_work(self.engine) as session:
            told = klus_steps.Told(what=what, place="Amsterdamsestraatweg", group_id=self.groups.get(group or ""))
            return klus_steps.request(session, self.room, told, self._evidence(session, by, when)).id

    def do_klus(self, by: str, what: str, day: str, group: str | None = None, helpers: Sequence[str] = ()) -> int:
        """A klus that was done on a day, by ``by`` and others; returns its id."""
        with unit_of_work(self.engine) as session:
            evidence = self._evidence(session, by, f"{day} 20:00")
            told = klus_steps.Told(what=what, group_id=self.groups.get(group or ""))
            klus = klus_steps.done_at_once(session, self.room, told, date.fromisoformat(day), evidence)
            for name in (by, *helpers):
                klus_steps.add_helper(session, klus, self.people[name], evidence)
            return klus.id

    def attend(self, group: str, day: str, heads: int, new: int | None = None, activity: str = "koken") -> int:
        """So many came to a group's activity; returns the attendance's id."""
        with unit_of_work(self.engine) as session:
            turnout = attendances.Turnout(
                date=date.fromisoformat(day), activity=activity, group_id=self.groups[group], heads=heads, new=new
            )
            evidence = self._evidence(session, next(iter(self.people)), f"{day} 20:00")
            return attendances.add_attendance(session, self.room, turnout, evidence).attendance_id

    def lead(self, name: str, group: str) -> None:
        """Make somebody a leader of a group."""
        with unit_of_work(self.engine) as session:
            people.join_group(session, self.groups[group], self.people[name], is_leader=True)

    def _evidence(self, session: Session, by: str, when: str) -> Evidence:
        return Evidence(by=self.people[by], at=at(when), inbox_id=self._message(session, by, at(when)))

    def works_weekly(
        self, name: str, weekday: int, minutes: int, group: str | None = None, *, starts: str = "", since: str
    ) -> int:
        """Let a person do this every week from a moment on; Monday is 1."""
        with unit_of_work(self.engine) as session:
            return habits.keep_habit(
                session,
                self.room,
                self.people[name],
                self.groups[group] if group else None,
                weekday,
                minutes=minutes,
                starts=time.fromisoformat(starts) if starts else None,
                today=at(since).date(),
                inbox_id=self._message(session, name, at(since)),
            ).id

    def begins(self, name: str, when: str, group: str | None = None) -> int:
        """Let a person's time run from a moment on."""
        with unit_of_work(self.engine) as session:
            message = self._message(session, name, at(when))
            group_id = self.groups[group] if group else None
            return shifts.begin(session, self.room, self.people[name], group_id, at(when), message).id

    def promise(self, year: int, hours: int) -> None:
        """Give the room an agreement for a year."""
        with unit_of_work(self.engine) as session:
            keep_agreement(session, self.room, year, Terms(title="Afspraak", volunteer_hours=hours))

    def set(self, **settings: object) -> None:
        """Change the room's settings."""
        with unit_of_work(self.engine) as session:
            room = session.get_one(rooms.Room, self.room)
            room.settings = {**room.settings, **settings}
            rooms.settings_of(room)

    def person(self, name: str, **values: object) -> None:
        """Change what is kept of a person."""
        with unit_of_work(self.engine) as session:
            for key, value in values.items():
                setattr(session.get_one(Person, self.people[name]), key, value)

    def member(self, name: str, **values: object) -> int:
        """Change a person's place in the room; returns its id."""
        with unit_of_work(self.engine) as session:
            member = people.member_of(session, self.room, self.people[name])
            assert member is not None
            for key, value in values.items():
                setattr(member, key, value)
            return member.id

    def outbox(self, chat: str | None = None) -> list[Outbox]:
        """What was laid ready, by chat if one is given, the oldest first."""
        with reading(self.engine) as session:
            wanted = select(Outbox).order_by(col(Outbox.id))
            return list(session.exec(wanted if chat is None else wanted.where(Outbox.chat == chat)))

    def texts(self, chat: str) -> list[str]:
        """The texts laid ready for a chat."""
        return [row.body["text"] for row in self.outbox(chat) if row.body]

    def waiting(self) -> list[Outbox]:
        """What is still to be sent."""
        return [row for row in self.outbox() if row.status == WAITING]

    def runs(self, job: str) -> dict[str, str]:
        """The room's runs of a job: period and status."""
        with reading(self.engine) as session:
            wanted = select(Run.period, Run.status).where(Run.job == job, Run.room_id == self.room)
            return dict(list(session.exec(wanted)))

    def _message(self, session: Session, who: str, moment: datetime) -> int:
        count = len(session.exec(select(Inbox.id)).all())
        row = Inbox(
            channel=CHANNEL,
            external_id=f"in{count}",
            chat=who,
            message=f"in{count}",
            sent_at=moment,
            received_at=moment,
            payload={"text": "woorden"},
        )
        session.add(row)
        session.flush()
        return row.id


def asked(house: House, *moments: str) -> list[str]:
    """Look at the clock at each of the moments; those at which something was laid ready."""
    found = []
    for moment in moments:
        before = len(house.outbox())
        tick(house.engine, at(moment))
        found += [moment] * (len(house.outbox()) - before)
    return found


def minutes_later(moment: datetime, minutes: float) -> datetime:
    """So many real minutes later, whatever the clock on the wall does meanwhile."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZONE)


def labels(row: Outbox) -> Sequence[str]:
    """The labels on a message's buttons."""
    assert row.body is not None
    return [label for label, _ in row.body["buttons"]]
