"""The moment somebody comes to be a member by an invite: their place, the first words, and who hears of it."""

from dataclasses import replace

from handlers.members import first_contact
from handlers.members.same_person import ask_whether_same
from handlers.menus import menu_for
from handlers.messages import Reply
from handlers.turn import Turn
from storage import people
from storage.groups import groups_of, groups_with, survivor
from storage.merging import merge
from storage.people import memberships
from storage.tables import Group, Invite, Person, Room

LEADS = "join_leads"


def arrive(turn: Turn, invite: Invite) -> list[Reply]:
    """Take the writer in; a leader's invite that names no group asks for it first, since a leader leads a group."""
    groups = groups_of(turn.session, invite.room_id)
    if invite.role == "leader" and invite.group_id is None and groups:
        options = [(str(group.id), group.name) for group in groups]
        return [turn.ask(LEADS, turn.say("ask-which-group-you-lead"), options, invite=invite.id)]
    return _join(turn, invite, None if invite.group_id is None else turn.session.get_one(Group, invite.group_id))


def lead(turn: Turn, invite: Invite, group_id: int) -> list[Reply]:
    """Take the writer in as leader of the group that they named; the coordinators hear which it is."""
    group = survivor(turn.session, group_id)
    if group.closed_at is not None:
        return arrive(turn, invite)
    told = []
    for coordinator in people.coordinators(turn.session, invite.room_id):
        voice = turn.voice_for(coordinator)
        text = voice.say("told-who-leads", name=turn.person.name, group=group.name)
        told.append(turn.tell(coordinator.id, Reply(text=text)))
    return [*_join(turn, invite, group), *told]


def _join(turn: Turn, invite: Invite, group: Group | None) -> list[Reply]:
    expected = first_contact.expected(turn, invite)
    invite.uses += 1
    people.join(
        turn.session,
        invite.room_id,
        turn.person.id,
        turn.today,
        is_coordinator=invite.role == "coordinator",
        group_id=None if group is None else group.id,
        is_leader=invite.role == "leader",
    )
    if expected is not None:
        return _become(turn, invite, expected)
    turn.places = memberships(turn.session, turn.person.id)
    return [_welcome(turn, invite, group), *ask_whether_same(turn, invite.room_id, turn.person)]


def _become(turn: Turn, invite: Invite, expected: Person) -> list[Reply]:
    """Somebody for whom hours were noted before has a chat now: they see them, who invited them hears it."""
    paper, had_name = expected.name, bool(turn.person.name)
    moved = merge(turn.session, expected, turn.person, turn.evidence)
    turn.places = memberships(turn.session, turn.person.id)
    welcomed = _welcome(turn, invite, None)
    if not had_name:
        called = turn.say("named-by-others", name=turn.person.name)
        welcomed = replace(welcomed, text=f"{welcomed.text}\n{called}")
    replies = [first_contact.with_noted(turn, welcomed, moved)]
    if invite.created_by is not None and invite.created_by != turn.person.id:
        voice = turn.voice_for(turn.session.get_one(Person, invite.created_by))
        text = voice.say("told-took-invite", name=turn.person.name, paper=paper)
        replies.append(turn.tell(invite.created_by, Reply(text=text)))
    return replies


def _welcome(turn: Turn, invite: Invite, group: Group | None) -> Reply:
    """The first thing a new member reads: that they are in, and how to log hours."""
    room = turn.session.get_one(Room, invite.room_id)
    own = [group, *groups_with(turn.session, turn.person.id)]
    groups = sorted(groups_of(turn.session, room.id), key=lambda other: other not in own)
    example = turn.say("welcome-example", group=groups[0].name) if groups else turn.say("welcome-example-no-group")
    text = turn.say("welcome", name=turn.person.name, room=room.name, example=example)
    if any(place.member.is_coordinator for place in turn.places):
        text += "\n\n" + turn.say("welcome-coordinator")
    elif invite.role == "leader":
        text += "\n\n" + turn.say("welcome-leader")
    button = turn.button("button-log", "log")
    return Reply(text=text, buttons=(button, turn.button("button-help", "help")), menu=menu_for(turn))
