"""Invites: who may join a room, in which role."""

import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from storage import locks
from storage.tables import Invite

# 18 random bytes are 144 bits and 24 characters; Telegram takes up to 64 of A-Z a-z 0-9 _ - in a deep link.
CODE_BYTES = 18
USUAL_DAYS = 30
USUAL_USES = {"volunteer": 50, "leader": 1, "coordinator": 1}
ROLES = tuple(USUAL_USES)


def make_invite(
    session: Session,
    room_id: int,
    role: str,
    now: datetime,
    *,
    group_id: int | None = None,
    person_id: int | None = None,
    created_by: int | None = None,
    days: int = USUAL_DAYS,
    most_uses: int | None = None,
) -> Invite:
    """Make an invite to the room as ``role``, valid for ``days``. Raises ValueError on a role there is not.

    ``person_id`` is the volunteer without chat whom it is for: then one person can take it.
    """
    if role not in USUAL_USES:
        raise ValueError(f"{role!r} is no role; the roles are {', '.join(ROLES)}")
    invite = Invite(
        code=secrets.token_urlsafe(CODE_BYTES),
        room_id=room_id,
        role=role,
        group_id=group_id,
        person_id=person_id,
        created_by=created_by,
        created_at=now,
        expires_at=now + timedelta(days=days),
        most_uses=most_uses or (USUAL_USES[role] if person_id is None else 1),
    )
    session.add(invite)
    session.flush()
    return invite


def find_invite(session: Session, code: str) -> Invite | None:
    """The invite with this code, whatever its state."""
    return session.exec(select(Invite).where(Invite.code == code)).one_or_none()


def take(session: Session, invite_id: int) -> Invite:
    """The invite, for whoever wants to join with it: nobody else takes or withdraws it until the commit."""
    room_id = session.exec(select(Invite.room_id).where(Invite.id == invite_id)).one()
    locks.rooms(session, [room_id])
    return session.get_one(Invite, invite_id, populate_existing=True, with_for_update={"key_share": True})


def is_usable(invite: Invite, now: datetime) -> bool:
    """Whether somebody can still join with it."""
    return invite.withdrawn_at is None and invite.uses < invite.most_uses and now < invite.expires_at


def usable_invites(session: Session, room_id: int, now: datetime) -> list[Invite]:
    """The room's invites with which somebody can still join, the newest first."""
    wanted = select(Invite).where(Invite.room_id == room_id).order_by(col(Invite.id).desc())
    return [invite for invite in session.exec(wanted) if is_usable(invite, now)]
