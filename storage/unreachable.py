"""Members who can be written to nowhere any more: they blocked the bot, or their chats are gone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as core_select
from sqlmodel import Session, col

from storage.tables import Account, Member


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A member of a room, and since when none of their accounts can be written to."""

    room_id: int
    person_id: int
    since: datetime


def unreachable_members(session: Session, after: datetime) -> list[Unreachable]:
    """Those of all rooms who could be reached until some time after this moment, in the order in which they went."""
    lately = core_select(col(Account.person_id)).where(col(Account.unreachable_since) > after)
    since = func.max(col(Account.unreachable_since))
    wanted = (
        core_select(col(Member.room_id), col(Member.person_id), since)
        .join(Account, col(Account.person_id) == col(Member.person_id))
        .where(col(Member.person_id).in_(lately), col(Member.left_on).is_(None))
        .group_by(col(Member.room_id), col(Member.person_id))
        .having(func.count(col(Account.unreachable_since)) == func.count(col(Account.id)))
        .order_by(since)
    )
    found = session.connection().execute(wanted)
    return [Unreachable(room_id, person_id, at) for room_id, person_id, at in found if at is not None]
