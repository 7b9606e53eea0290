"""A coordinator or group leader invites somebody: a link, its QR code, and the bare code."""

from markupsafe import Markup

from handlers.hours.entry_words import group_label
from handlers.joining.invite_link import invite_link, start_command
from handlers.joining.invite_picture import invite_picture
from handlers.messages import Attachment, Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, led_groups
from handlers.turn import Option, Turn
from language.say.words import lines
from storage.groups import groups_of
from storage.invites import is_usable, make_invite
from storage.tables import Group, Invite, Room

QUESTION = "invite"


def invite(turn: Turn) -> list[Reply]:
    """``/uitnodigen``: as what, where the writer may invite to more than one thing."""
    options = _options(turn)
    if not options:
        return [Reply(text=turn.say("invite-not-allowed"))]
    return [turn.ask(QUESTION, turn.say("ask-invite"), options)]


def _options(turn: Turn) -> list[Option]:
    options: list[Option] = []
    places = coordinated(turn)
    for place in places:
        room = f" {place.room.name}" if len(places) > 1 else ""
        options += [
            (f"{role}.{place.room.id}", turn.label(f"button-invite-{role}") + room)
            for role in ("volunteer", "coordinator")
        ]
    groups = [group for place in places for group in groups_of(turn.session, place.room.id)]
    options += [(f"leader.{group.id}", _leader_label(turn, group)) for group in groups]
    in_charge = {place.room.id for place in places}
    led = [group for group in led_groups(turn) if group.room_id not in in_charge]
    return options + [(f"group.{group.id}", group_label(group)) for group in led]


def _leader_label(turn: Turn, group: Group) -> str:
    return turn.label("button-invite-leader", group=group.name)


def answer(turn: Turn) -> list[Reply] | None:
    """Make the invite."""
    value = read_answer(turn).value
    if value is None or value not in dict(_options(turn)):
        return None
    turn.settle()
    kind, _, number = value.partition(".")
    if kind in ("leader", "group"):
        group = turn.session.get_one(Group, int(number))
        role = "leader" if kind == "leader" else "volunteer"
        made = make_invite(turn.session, group.room_id, role, turn.now, group_id=group.id, created_by=turn.person.id)
    else:
        made = make_invite(turn.session, int(number), kind, turn.now, created_by=turn.person.id)
    return [show_invite(turn, made)]


def show_invite(turn: Turn, made: Invite, before: Markup | None = None) -> Reply:
    """The invite to pass on: its link, its code and a picture of it."""
    voice = turn.voice
    room = turn.session.get_one(Room, made.room_id)
    link, expires = invite_link(turn.session, made.code), made.expires_at.astimezone(turn.room_settings.zone).date()
    role = voice.label(f"role-{made.role}")
    words = {"room": room.name, "role": role, "link": link or "-", "command": start_command(made.code)}
    text = voice.say("invite" if link else "invite-code-only", **words, day=voice.day(expires), uses=made.most_uses)
    text = lines([before, text]) if before else text
    picture = invite_picture(voice, room, made, link)
    button = turn.button("button-withdraw", f"withdraw:{made.id}")
    return Reply(text=text, attachment=Attachment("invite_qr", picture.to_data()), buttons=(button,))


def withdraw(turn: Turn, invite_id: int) -> list[Reply]:
    """[Intrekken]: nobody joins with it any more."""
    made = turn.session.get(Invite, invite_id)
    if made is None or not _may_withdraw(turn, made):
        return [Reply(text=turn.say("not-yours"))]
    if not is_usable(made, turn.now):
        return [Reply(text=turn.say("button-done"))]
    made.withdrawn_at = turn.now
    return [Reply(text=turn.say("invite-withdrawn"))]


def _may_withdraw(turn: Turn, made: Invite) -> bool:
    return made.created_by == turn.person.id or any(place.room.id == made.room_id for place in coordinated(turn))
