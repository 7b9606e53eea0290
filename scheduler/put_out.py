"""A group chat cannot be written to any more: its group's leaders hear it once."""

from datetime import datetime

from sqlmodel import Session

from handlers.messages import Reply
from language.say.voice import Voice
from storage import group_chats, outbox
from storage.rooms import settings_of
from storage.tables import Outbox, Room


def mark(session: Session, row: Outbox, now: datetime) -> None:
    """End the coupling of the chat in which this message could not be written, if it had one."""
    group = group_chats.put_out(session, row.channel, row.chat, now)
    if group is None:
        return
    settings = settings_of(session.get_one(Room, group.room_id))
    for reader in group_chats.in_charge(session, group):
        address = outbox.address_of(session, reader.id)
        if address is not None:
            voice = Voice(reader.language, now.astimezone(settings.zone).date())
            text = voice.say("put-out-of-chat", group=group.name)
            reply = Reply(text=text, not_before=settings.waits_until(now))
            outbox.put(session, address, now, **reply.row())
