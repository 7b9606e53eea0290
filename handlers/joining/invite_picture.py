"""The picture of an invite: its QR code between words that say for what and for how long."""

from handlers.joining.invite_link import start_command
from language.say.voice import Voice
from reports.invite import InviteQr
from storage.rooms import settings_of
from storage.tables import Invite, Room


def invite_picture(voice: Voice, room: Room, invite: Invite, link: str) -> InviteQr:
    """What to draw; where there is no link, the code says what to send to the bot."""
    role = voice.label(f"role-{invite.role}")
    until = voice.day(invite.expires_at.astimezone(settings_of(room).zone).date())
    return InviteQr(
        file_name=f"uitnodiging-{room.slug}",
        description=voice.label("invite-alt", room=room.name, role=role),
        link=link or start_command(invite.code),
        title=voice.label("invite-title", room=room.name),
        subtitle=role,
        note=voice.label("invite-until", day=until),
    )
