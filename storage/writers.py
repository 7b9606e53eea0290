"""Who writes a message: all that is known of them before it is read, in one look at the database."""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam
from sqlalchemy import select as select_several
from sqlmodel import Session, col, select

from storage import core, locks
from storage.dialogues import STATE_VERSION
from storage.people import Membership
from storage.tables import Account, Dialogue, Member, Person, Room


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, the question that waits for their answer in this chat, and the rooms they are in now, by name."""

    account: Account
    person: Person
    question: Dialogue | None
    places: list[Membership]


_IS_ACCOUNT = and_(
    col(Account.channel) == bindparam("channel"),
    col(Account.external_id) == bindparam("external_id"),
)
_LOCKED = (
    select(Account.id)
    .join(Person, col(Person.id) == col(Account.person_id))
    .where(_IS_ACCOUNT)
    .with_for_update(key_share=True)
)
_IS_OPEN_QUESTION = and_(
    col(Dialogue.person_id) == col(Person.id),
    col(Dialogue.chat) == bindparam("chat"),
    col(Dialogue.kind) != "",
    col(Dialogue.version) == STATE_VERSION,
)
_IS_PLACE = and_(col(Member.person_id) == col(Person.id), col(Member.left_on).is_(None))
_WRITER = (
    select_several(Account, Person, Dialogue, Member, Room)
    .join(Person, col(Person.id) == col(Account.person_id))
    .outerjoin(Dialogue, _IS_OPEN_QUESTION)
    .outerjoin(Member, _IS_PLACE)
    .outerjoin(Room, col(Room.id) == col(Member.room_id))
    .where(_IS_ACCOUNT)
    .order_by(col(Room.name))
)


def known_writer(session: Session, channel: str, external_id: str, chat: str) -> Writer | None:
    """Who writes from this account in this chat, if it is known.

    Account and person are locked until the end of the unit of work, so that one person's messages go one by one.
    """
    # A merge, which gives the account to another person, waits for the rooms that are locked by now, as we did for it.
    account = {"channel": channel, "external_id": external_id}
    if locks.are_needed(session):
        core.run(session, _LOCKED, **account)
    rows = session.execute(_WRITER, {**account, "chat": chat}).all()
    if not rows:
        return None
    places = [Membership(row.Room, row.Member) for row in rows if row.Room is not None]
    return Writer(rows[0].Account, rows[0].Person, rows[0].Dialogue, places)
