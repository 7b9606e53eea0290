"""The words on an invite's poster."""

from handlers.joining.invite_link import start_command
from handlers.joining.invite_picture import invite_picture
from language.say.voice import Voice
from reports.invite_poster import InvitePoster
from storage.tables import Group, Invite, Room


def invite_poster(voice: Voice, room: Room, invite: Invite, group: Group | None, link: str) -> InvitePoster:
    """What to set on the poster; without a link it asks to send the code by hand."""
    words = voice.label
    whom = (
        words(f"poster-for-{invite.role}")
        if group is None
        else words(f"poster-for-{invite.role}-group", group=group.name)
    )
    steps = ("scan", "open", "start") if link else ("bot", "send")
    picture = invite_picture(voice, room, invite, link)
    return InvitePoster(
        file_name=picture.file_name,
        description=words("poster-alt", room=room.name),
        language=voice.language,
        made_on=voice.today,
        room=words("poster-room", room=room.name),
        headline=words("poster-headline"),
        role=whom,
        steps=tuple(words(f"poster-step-{step}") for step in steps),
        link=picture.link,
        code_title=words("poster-code-title" if link else "poster-code-title-no-link"),
        command=start_command(invite.code),
        valid_until=picture.note,
    )
