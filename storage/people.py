"""People, the accounts they write from, and their place in rooms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import bindparam, delete, update
from sqlmodel import Session, col, select

from storage import core, locks
from storage.once import insert_once
from storage.short_names import free_name, short_name
from storage.tables import (
    Account,
    Break,
    DatedFact,
    Dialogue,
    Group,
    GroupMember,
    Habit,
    Inbox,
    Invite,
    JoinRequest,
    Member,
    Outbox,
    PassedQuestion,
    Person,
    Room,
    Shift,
    SurveyPerson,
)

_SEEN = update(core.table_of(Account)).where(col(Account.id) == bindparam("key")).values(last_seen_at=bindparam("now"))
_PLACES = (
    select(Room, Member)
    .join(Member, col(Member.room_id) == col(Room.id))
    .where(Member.person_id == bindparam("person"), col(Member.left_on).is_(None))
    .order_by(col(Room.name))
)
_OPEN_BREAKS = (
    select(Break.id)
    .join(Member, col(Member.id) == col(Break.member_id))
    .where(
        Member.room_id == bindparam("room"),
        Member.person_id == bindparam("person"),
        col(Member.left_on).is_(None),
        col(Break.ends).is_(None),
        col(Break.starts) <= bindparam("on"),
    )
)


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's place in a room, with the room at hand."""

    room: Room
    member: Member


def add_account(
    session: Session, channel: str, external_id: str, chat: str, language: str, now: datetime
) -> tuple[Account, Person]:
    """Make the account that writes for the first time, with a new nameless person behind it."""
    person = Person(language=language, created_at=now)
    session.add(person)
    session.flush()
    account = Account(channel=channel, external_id=external_id, chat=chat, person_id=person.id, last_seen_at=now)
    session.add(account)
    session.flush()
    return account, person


def saw(session: Session, account: Account, now: datetime) -> None:
    """Remember when an account was last used."""
    core.run(session, _SEEN, key=account.id, now=now)


def memberships(session: Session, person_id: int) -> list[Membership]:
    """The rooms that the person is a member of now, by name."""
    return [Membership(room, member) for room, member in session.exec(_PLACES, params={"person": person_id})]


def member_of(session: Session, room_id: int, person_id: int) -> Member | None:
    """The person's membership of the room, if they are a member now."""
    wanted = select(Member).where(
        Member.room_id == room_id, Member.person_id == person_id, col(Member.left_on).is_(None)
    )
    return session.exec(wanted).one_or_none()


def members(session: Session, room_id: int) -> list[tuple[Member, Person]]:
    """The room's members now, by name."""
    wanted = (
        select(Member, Person)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.room_id == room_id, col(Member.left_on).is_(None))
        .order_by(col(Person.name), col(Person.id))
    )
    return list(session.exec(wanted))


def coordinators(session: Session, room_id: int) -> list[Person]:
    """The room's coordinators."""
    return [person for member, person in members(session, room_id) if member.is_coordinator]


def rooms_without_coordinator(session: Session) -> list[Room]:
    """The rooms that nobody coordinates, by name."""
    coordinated = select(Member.room_id).where(col(Member.left_on).is_(None), col(Member.is_coordinator))
    return list(session.exec(select(Room).where(col(Room.id).not_in(coordinated)).order_by(col(Room.name))))


def join(
    session: Session,
    room_id: int,
    person_id: int,
    on: date,
    *,
    is_coordinator: bool = False,
    group_id: int | None = None,
    is_leader: bool = False,
) -> Member:
    """Make the person a member of the room (again), and of the group if one is given; a role once given stays."""
    locks.people(session, [person_id])  # they may write at the same time, and be in other rooms
    wanted = select(Member).where(Member.room_id == room_id, Member.person_id == person_id)
    member = session.exec(wanted).one_or_none()
    if member is None:
        member = Member(room_id=room_id, person_id=person_id, joined_on=on)
        session.add(member)
    member.left_on = None
    member.is_coordinator = member.is_coordinator or is_coordinator
    session.flush()
    if group_id is not None:
        join_group(session, group_id, person_id, is_leader=is_leader)
    return member


def add_paper_volunteer(session: Session, room_id: int, name: str, on: date, group_id: int | None = None) -> Person:
    """Make a member of somebody who has no chat, so that others can note their hours.

    Of "Piet Bakker" only "Piet B." is kept, and "Piet B. 2" where the room has a Piet B. It must be certain before
    that they know of it.
    """
    taken = [person.name for _, person in members(session, room_id)]
    person = Person(name=free_name(short_name(name), taken), created_at=datetime.combine(on, time(), UTC))
    session.add(person)
    session.flush()
    join(session, room_id, person.id, on, group_id=group_id)
    return person


def is_paper(session: Session, person_id: int) -> bool:
    """Whether the person never had an account, and so has seen nothing of what was noted for them."""
    return person_id in paper_people(session, [person_id])


def paper_people(session: Session, person_ids: Iterable[int]) -> set[int]:
    """Those of the people who are paper volunteers: see ``is_paper``."""
    wanted = select(Person.id).where(
        col(Person.id).in_(list(person_ids)),
        col(Person.consented_at).is_(None),
        col(Person.forgotten_at).is_(None),
        ~select(Account.id).where(col(Account.person_id) == col(Person.id)).exists(),
    )
    return set(session.exec(wanted))


def join_group(session: Session, group_id: int, person_id: int, *, is_leader: bool = False) -> None:
    """Make the person a member of the group, or its leader."""
    if not is_leader:
        insert_once(session, GroupMember, group_id=group_id, person_id=person_id, is_leader=False)
        return
    place = session.get(GroupMember, (group_id, person_id))
    if place is None:
        place = GroupMember(group_id=group_id, person_id=person_id)
        session.add(place)
    place.is_leader = True
    session.flush()


def leave_groups(session: Session, room_id: int, person_id: int) -> None:
    """Take the person out of all groups of the room."""
    of_room = select(Group.id).where(Group.room_id == room_id)
    session.exec(
        delete(GroupMember).where(col(GroupMember.person_id) == person_id, col(GroupMember.group_id).in_(of_room))
    )


def leave_room(session: Session, room_id: int, person_id: int, on: date, now: datetime) -> None:
    """Take the person out of the room: no groups, no role, nothing that goes on. Their hours stay theirs."""
    locks.people(session, [person_id])
    member = member_of(session, room_id, person_id)
    if member is not None:
        member.left_on, member.is_coordinator = on, False
    leave_groups(session, room_id, person_id)
    here = {"person_id": person_id, "room_id": room_id}
    session.exec(update(Habit).filter_by(**here).where(col(Habit.ended_on).is_(None)).values(ended_on=on))
    session.exec(update(Shift).filter_by(**here).where(col(Shift.ended_at).is_(None)).values(ended_at=now))
    session.exec(update(Invite).filter_by(**here).where(col(Invite.withdrawn_at).is_(None)).values(withdrawn_at=now))
    session.flush()


def leave_group(session: Session, group_id: int, person_id: int) -> None:
    """Take the person out of one group."""
    session.exec(
        delete(GroupMember).where(col(GroupMember.group_id) == group_id, col(GroupMember.person_id) == person_id)
    )


def has_asked(session: Session, room_id: int, person_id: int) -> bool:
    """Whether the person asked to join the room and was not answered yet."""
    wanted = select(JoinRequest.id).where(
        JoinRequest.room_id == room_id, JoinRequest.person_id == person_id, col(JoinRequest.decided_at).is_(None)
    )
    return session.exec(wanted).first() is not None


def accounts_of(session: Session, person_id: int) -> list[Account]:
    """The person's accounts, the one last used first."""
    wanted = select(Account).where(Account.person_id == person_id).order_by(col(Account.last_seen_at).desc())
    return list(session.exec(wanted))


def reachable_account(session: Session, person_id: int, account_id: int | None = None) -> Account | None:
    """Where to write to the person: the account last used that can be reached, or that very one."""
    reachable = [account for account in accounts_of(session, person_id) if account.unreachable_since is None]
    return next((account for account in reachable if account_id in (None, account.id)), None)


def who_is(session: Session, person_id: int) -> Person:
    """The person of this number; the other one where they turned out to be somebody who was known already."""
    person = session.get_one(Person, person_id)
    return person if person.merged_into is None else session.get_one(Person, person.merged_into)


def breaks_of(session: Session, member_id: int) -> list[Break]:
    """The member's breaks, the oldest first."""
    return list(session.exec(select(Break).where(Break.member_id == member_id).order_by(col(Break.starts))))


def open_breaks(session: Session, room_id: int, person_id: int, on: date) -> list[Break]:
    """The breaks that the member of the room has begun by that day, and that have no end yet."""
    return core.rare(session, Break, _OPEN_BREAKS, room=room_id, person=person_id, on=on)


def forget(session: Session, person: Person, on: date, now: datetime) -> None:
    """Take away who the person is: name, accounts, messages, places. Their hours stay, under their number alone."""
    for place in memberships(session, person.id):
        place.member.left_on = on
        leave_groups(session, place.room.id, person.id)
    session.exec(delete(Account).where(col(Account.person_id) == person.id))
    session.exec(delete(Dialogue).where(col(Dialogue.person_id) == person.id))
    session.exec(delete(SurveyPerson).where(col(SurveyPerson.person_id) == person.id))
    # Who has left the association is no member of it; a key that is not back stays on the list, under their number.
    session.exec(
        update(DatedFact)
        .where(
            col(DatedFact.person_id) == person.id,
            col(DatedFact.kind) == "association",
            col(DatedFact.end_confirmed_at).is_(None),
        )
        .values(ends=on, ended_by=person.id, end_confirmed_at=now)
    )
    # Kept without answer, for a row's id may never come to mean somebody else: old buttons bear it.
    session.exec(
        update(JoinRequest)
        .where(col(JoinRequest.person_id) == person.id, col(JoinRequest.decided_at).is_(None))
        .values(decided_at=now)
    )
    session.exec(
        update(PassedQuestion)
        .where(col(PassedQuestion.person_id) == person.id, col(PassedQuestion.answered_at).is_(None))
        .values(answered_at=now)
    )
    session.exec(
        update(Habit).where(col(Habit.person_id) == person.id, col(Habit.ended_on).is_(None)).values(ended_on=on)
    )
    session.exec(
        update(Shift).where(col(Shift.person_id) == person.id, col(Shift.ended_at).is_(None)).values(ended_at=now)
    )
    session.exec(
        update(Invite)
        .where(col(Invite.person_id) == person.id, col(Invite.withdrawn_at).is_(None))
        .values(withdrawn_at=now)
    )
    session.exec(
        update(Outbox)
        .where(col(Outbox.person_id) == person.id, col(Outbox.status) == "waiting")
        .values(status="dropped", error="the person left")
    )
    session.exec(update(Inbox).where(col(Inbox.person_id) == person.id).values(payload=None, chat=""))
    session.exec(
        update(Outbox)
        .where(col(Outbox.person_id) == person.id, col(Outbox.status) != "waiting")
        .values(body=None, chat="")
    )
    person.name = ""
    person.forgotten_at = now
    session.flush()
