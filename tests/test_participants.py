"""Participants and attendances: whatever is done to them, the books stay whole and a merge can be undone."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlmodel import Session, SQLModel, col, select

from storage import attendances, participants, rooms
from storage.attendances import Turnout
from storage.database import open_database
from storage.entries import Evidence
from storage.once import insert_once
from storage.tables import Attendance, AttendanceVersion, Inbox, Participant, Person

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
TODAY = NOW.date()
NAMES = ["Fatima", "Fatima B.", "Piet", "Els V."]
KINDS = ["koken", "taal", ""]
picks = st.integers(0, 10**6)


class Books(RuleBasedStateMachine):
    """One room in which names come, merge, part and go, while attendances are told and corrected."""

    @initialize()
    def begin(self) -> None:
        engine = open_database("sqlite://")
        SQLModel.metadata.create_all(engine)
        self.session = Session(engine)
        self.room = rooms.add_room(self.session, "top", "TOP").id
        noor = Person(name="Noor", created_at=NOW)
        self.session.add(noor)
        self.session.flush()
        values = {"chat": "noor", "message": "1", "sent_at": NOW, "received_at": NOW}
        inbox_id = insert_once(self.session, Inbox, channel="test", external_id="1", **values)
        assert inbox_id is not None
        self.evidence = Evidence(by=noor.id, at=NOW, inbox_id=inbox_id)

    def teardown(self) -> None:
        self.session.close()

    def _people(self) -> list[Participant]:
        return participants.participants_in(self.session, self.room)

    def _all(self) -> list[AttendanceVersion]:
        return list(self.session.exec(select(AttendanceVersion).where(col(AttendanceVersion.is_current))))

    def _turnout(self, pick: int, unnamed: int, new: int | None) -> Turnout:
        named = frozenset(row.id for position, row in enumerate(self._people()) if pick >> position & 1)
        heads = len(named) + unnamed
        return Turnout(
            date=TODAY - timedelta(days=pick % 3),
            activity=KINDS[pick % len(KINDS)],
            group_id=None,
            heads=heads,
            new=None if new is None else min(new, heads),
            named=named,
        )

    def _told(self) -> dict[int, frozenset[int]]:
        return attendances.named_in(self.session, [row.id for row in self.session.exec(select(AttendanceVersion))])

    @rule(name=st.sampled_from(NAMES))
    def somebody_new(self, name: str) -> None:
        before = {row.name for row in self._people()}
        row = participants.add_participant(self.session, self.room, name, self.evidence)
        assert row.name not in before
        assert row.name.startswith(name)

    @rule(pick=picks, unnamed=st.integers(0, 20), new=st.none() | st.integers(0, 20))
    def a_report(self, pick: int, unnamed: int, new: int | None) -> None:
        turnout = self._turnout(pick, unnamed, new)
        made = attendances.add_attendance(self.session, self.room, turnout, self.evidence)
        assert attendances.turnout_of(self.session, made) == turnout

    @precondition(lambda self: self._all())
    @rule(pick=picks, unnamed=st.integers(0, 20), withdrawn=st.booleans())
    def a_correction(self, pick: int, unnamed: int, *, withdrawn: bool) -> None:
        version = self._all()[pick % len(self._all())]
        older = len(attendances.versions(self.session, version.attendance_id))
        turnout = self._turnout(pick, unnamed, None)
        made = attendances.revise(self.session, version, turnout, self.evidence, "test", is_withdrawn=withdrawn)
        assert attendances.current(self.session, version.attendance_id) == made
        assert len(attendances.versions(self.session, version.attendance_id)) == older + 1

    @precondition(lambda self: len(self._people()) > 1)
    @rule(first=picks, second=picks, undone=st.booleans())
    def a_merge(self, first: int, second: int, *, undone: bool) -> None:
        people = self._people()
        one = people[first % len(people)]
        other = [row for row in people if row is not one][second % (len(people) - 1)]
        before, known = self._told(), participants.known_names(self.session, self.room)
        participants.merge(self.session, one, other, self.evidence)
        assert all(one.id not in names for names in self._told().values())
        assert {name.name for name in participants.known_names(self.session, self.room)} == {n.name for n in known}
        if undone:
            participants.part(self.session, one, self.evidence)
            assert self._told() == before
            assert participants.known_names(self.session, self.room) == known

    @precondition(lambda self: self._people())
    @rule(pick=picks)
    def an_erasure(self, pick: int) -> None:
        people = self._people()
        gone = people[pick % len(people)]
        before, heads = self._told(), [version.heads for version in self._all()]
        participants.erase(self.session, gone, NOW, self.evidence)
        assert self._told() == before
        assert [version.heads for version in self._all()] == heads
        assert gone.id not in {name.participant_id for name in participants.known_names(self.session, self.room)}

    @invariant()
    def named_are_among_the_heads(self) -> None:
        for version in self._all():
            turnout = attendances.turnout_of(self.session, version)
            assert len(turnout.named) <= turnout.heads
            assert turnout.new is None or turnout.new <= turnout.heads

    @invariant()
    def each_attendance_says_one_thing(self) -> None:
        for key in {version.attendance_id for version in self._all()}:
            every = attendances.versions(self.session, key)
            assert [version.version for version in every] == list(range(1, len(every) + 1))
            assert [version.is_current for version in every] == [False] * (len(every) - 1) + [True]

    @invariant()
    def those_of_one_day_are_told_apart(self) -> None:
        for day in (TODAY - timedelta(days=back) for back in range(3)):
            for kind in KINDS:
                turnout = Turnout(date=day, activity=kind, group_id=None, heads=0)
                found = attendances.standing_on(self.session, self.room, turnout)
                numbers = [self.session.get_one(Attendance, row.attendance_id).number for row in found]
                assert len(set(numbers)) == len(numbers)

    @invariant()
    def every_name_leads_to_one_root(self) -> None:
        people = {row.id: row for row in self.session.exec(select(Participant))}
        for key, root in participants.roots(self.session, people).items():
            assert people[root].merged_into is None
            assert people[key].room_id == people[root].room_id
        assert len({row.name for row in people.values()}) == len(people)


Books.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestBooks = Books.TestCase
