"""Somebody joins who may be one who had no chat: those are asked who wrote that one down, and decide."""

import re

from handlers.members.merging_people import merge_told
from handlers.messages import Button, Reply
from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Turn
from storage import people
from storage.groups import groups_with, leaders_of, people_in
from storage.merging import rooms_of
from storage.short_names import is_like
from storage.tables import Person

_PAIR = re.compile(r"[a-z-]+:(\d{1,9})\.(\d{1,9})")


def ask_whether_same(turn: Turn, room_id: int, joined: Person) -> list[Reply]:
    """The question to the leaders of each alike one's groups, or else to the coordinators."""
    asked = []
    for paper in _alike(turn, room_id, joined):
        for asker in sorted(_askers(turn, room_id, paper) - {joined.id}):
            voice = turn.voice_for(turn.session.get_one(Person, asker))
            text = voice.say("ask-is-this", joined=joined.name, paper=paper.name)
            buttons = (
                Button(voice.label("button-is-same"), f"is-same:{paper.id}.{joined.id}"),
                Button(voice.label("button-is-other"), f"is-other:{paper.id}.{joined.id}"),
            )
            asked.append(turn.tell(asker, Reply(text=text, buttons=buttons)))
    return asked


def _alike(turn: Turn, room_id: int, joined: Person) -> list[Person]:
    here = [person for _, person in people.members(turn.session, room_id) if person.id != joined.id]
    paper = people.paper_people(turn.session, [person.id for person in here])
    return [person for person in here if person.id in paper and is_like(person.name, joined.name)]


def _askers(turn: Turn, room_id: int, paper: Person) -> set[int]:
    groups = [group.id for group in groups_with(turn.session, paper.id) if group.room_id == room_id]
    return leaders_of(turn.session, groups) or {person.id for person in people.coordinators(turn.session, room_id)}


def is_same(turn: Turn) -> list[Reply]:
    """[Ja, zelfde]: the hours go to the one who joined, who is shown them."""
    pair = _pair(turn)
    if pair is None:
        return [Reply(text=turn.say("button-done"))]
    paper, joined = pair
    if not _may_say(turn, paper, joined):
        return [Reply(text=turn.say("not-yours"))]
    name = paper.name
    told = merge_told(turn, paper, joined)
    return [Reply(text=turn.say("is-same", paper=name, joined=joined.name)), *told]


def is_other(turn: Turn) -> list[Reply]:
    """[Nee, een ander]: two persons, as they are."""
    pair = _pair(turn)
    if pair is None:
        return [Reply(text=turn.say("button-done"))]
    if not _may_say(turn, *pair):
        return [Reply(text=turn.say("not-yours"))]
    return [Reply(text=turn.say("is-other", paper=pair[0].name, joined=pair[1].name))]


def _pair(turn: Turn) -> tuple[Person, Person] | None:
    """Whom the button is about; None where it is settled, or one of them left."""
    numbers = _PAIR.fullmatch(turn.incoming.text)
    if numbers is None:
        return None
    paper, joined = (turn.session.get(Person, int(number)) for number in numbers.groups())
    if paper is None or joined is None or not people.is_paper(turn.session, paper.id):
        return None
    stands = people.accounts_of(turn.session, joined.id) and people.memberships(turn.session, paper.id)
    return (paper, joined) if stands else None


def _may_say(turn: Turn, paper: Person, joined: Person) -> bool:
    """Whether the writer may say so: a coordinator of the one room that matters, or a leader of theirs there."""
    for place in people.memberships(turn.session, paper.id):
        room_id = place.room.id
        in_led = paper.id in people_in(turn.session, [g.id for g in led_groups(turn) if g.room_id == room_id])
        both = people.member_of(turn.session, room_id, joined.id) is not None
        if both and rooms_of(turn.session, [paper.id]) == {room_id} and (is_coordinator_of(turn, room_id) or in_led):
            return True
    return False
