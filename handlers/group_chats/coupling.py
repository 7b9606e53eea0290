"""Coupling a group chat to a volunteer group: by its leader or a coordinator, checked on the person who writes.

/koppel ──► one group that may be ──► does the chat, or the group, belong elsewhere? ──no──► coupled
               │several: which?              │yes: sure?
"""

from datetime import datetime

from sqlmodel import Session

from handlers.hours.entry_words import group_label
from handlers.messages import Incoming, Kind, Reply
from handlers.questions import read_answer, read_choice
from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Turn
from language.say.voice import Voice
from language.say.words import lines
from storage import group_chats
from storage.rooms import settings_of
from storage.tables import Group, GroupChat, Room

WHICH, SURE = "couple_which", "couple_sure"


def may_couple(turn: Turn) -> list[Group]:
    """The groups whose chat the writer may couple: those they lead, and all of the rooms they coordinate."""
    led = {group.id for group in led_groups(turn)}
    return [group for group in turn.groups if group.id in led or is_coordinator_of(turn, group.room_id)]


def couple(turn: Turn) -> list[Reply]:
    """``/koppel``, with the group's name or without."""
    if not turn.in_group_chat:
        return [Reply(text=turn.say("couple-in-group-chat"))]
    groups = may_couple(turn)
    if not groups or not _may_take(turn, _row(turn)):
        return [Reply(text=turn.say("couple-not-allowed"))]
    named = turn.incoming.text.strip().casefold()
    meant = [group for group in groups if named in {group.name.casefold(), *map(str.casefold, group.aliases)}]
    if meant or len(groups) == 1:
        return _couple(turn, (meant or groups)[0])
    options = [(str(group.id), group_label(group)) for group in groups]
    return [turn.ask(WHICH, turn.say("couple-which"), options)]


def answer_which(turn: Turn) -> list[Reply] | None:
    """Which group reports in this chat."""
    value = read_answer(turn).value
    if value is None:
        return None
    group = next((group for group in may_couple(turn) if str(group.id) == value), None)
    turn.settle()
    return [Reply(text=turn.say("couple-not-allowed"))] if group is None else _couple(turn, group)


def _couple(turn: Turn, group: Group) -> list[Reply]:
    present = group_chats.group_of(turn.session, _row(turn))
    if present is not None and present.id == group.id:
        return [Reply(text=turn.say("couple-done-already", group=group.name))]
    doubt = None
    if present is not None:
        doubt = turn.say("couple-other-group", now=present.name, group=group.name)
    elif group_chats.chats_of(turn.session, group.id):
        doubt = turn.say("couple-other-chat", group=group.name)
    if doubt is None:
        return _coupled(turn, group)
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    return [turn.ask(SURE, doubt, options, group=group.id)]


def answer_sure(turn: Turn) -> list[Reply] | None:
    """Whether the chat, or the group, may leave where it belongs now."""
    value = read_choice(turn)
    if value is None:
        return None
    wanted = turn.question_state["group"]
    turn.settle()
    if value != "yes":
        return [Reply(text=turn.say("left-as-it-was"))]
    group = next((group for group in may_couple(turn) if group.id == wanted), None)
    if group is None or not _may_take(turn, _row(turn)):
        return [Reply(text=turn.say("couple-not-allowed"))]
    return _coupled(turn, group)


def _coupled(turn: Turn, group: Group) -> list[Reply]:
    incoming = turn.incoming
    others = group_chats.couple(turn.session, group, incoming.channel, incoming.chat, turn.person.id, turn.now)
    how = "coupled-sees-all" if incoming.sees_all else "coupled-sees-little"
    text = lines([turn.say("coupled", group=group.name), turn.say(how)])
    left = turn.say("uncoupled-moved", group=group.name)
    return [Reply(text=text), *(Reply(text=left, to_chat=other.chat) for other in others)]


def uncouple(turn: Turn) -> list[Reply]:
    """``/ontkoppel``."""
    if not turn.in_group_chat:
        return [Reply(text=turn.say("couple-in-group-chat"))]
    row = _row(turn)
    if row is None or row.group_id is None:
        return [Reply(text=turn.say("uncouple-not-coupled"))]
    if not _may_take(turn, row):
        return [Reply(text=turn.say("couple-not-allowed"))]
    group_chats.uncouple(turn.session, row, turn.now)
    return [Reply(text=turn.say("uncoupled"))]


def _row(turn: Turn) -> GroupChat | None:
    return group_chats.find(turn.session, turn.incoming.channel, turn.incoming.chat)


def _may_take(turn: Turn, row: GroupChat | None) -> bool:
    """Whether the writer may have the chat report for another group, or none: it is their group's, or nobody's."""
    present = group_chats.group_of(turn.session, row)
    return present is None or present.id in {group.id for group in may_couple(turn)}


def put_in_or_out(session: Session, incoming: Incoming, turn: Turn | None, now: datetime) -> list[Reply]:
    """The bot was put into the chat, or out of it; ``turn`` is of whoever did it, if that person is known.

    Put out, the coupling ends, and the group's leaders hear it once, in private. Put back by somebody who may couple
    the chat, it reports for its group again, unless it was uncoupled by hand.
    """
    if incoming.kind is Kind.BLOCKED:
        group = group_chats.put_out(session, incoming.channel, incoming.chat, now)
        return [] if group is None else _tell_leaders(session, group, turn, now)
    row = group_chats.find(session, incoming.channel, incoming.chat)
    group = None if row is None else group_chats.last_group(session, row)
    if turn is None or not may_couple(turn):
        return []
    if row is None or group is None or group.id not in {other.id for other in may_couple(turn)}:
        return [Reply(text=turn.say("couple-how"))]
    group_chats.put_back(session, row)
    return [Reply(text=turn.say("coupled", group=group.name))]


def _tell_leaders(session: Session, group: Group, turn: Turn | None, now: datetime) -> list[Reply]:
    settings = settings_of(session.get_one(Room, group.room_id))
    today, waits = now.astimezone(settings.zone).date(), settings.waits_until(now)
    return [
        Reply(
            text=Voice(reader.language, today).say("put-out-of-chat", group=group.name),
            to_person=reader.id,
            not_before=waits,
        )
        for reader in group_chats.in_charge(session, group)
        if turn is None or reader.id != turn.person.id
    ]
