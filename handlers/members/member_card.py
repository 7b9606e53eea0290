"""One member, as a coordinator or the leader of a group sees them, with what can be done."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from handlers.messages import Reply
from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Turn
from language.say.words import lines
from storage import dated_facts, entries, people
from storage.breaks import ONE_DAY, break_on
from storage.dated_facts import Fact
from storage.entries import STANDING, Status
from storage.figures.active_volunteers import pace_rules
from storage.figures.standing import pace_of, standing
from storage.groups import groups_of, leaders_of, people_in
from storage.silence import last_worked
from storage.tables import Break, EntryVersion, Group, Member, Person, Room
from storage.year import year_so_far

QUESTION = "member_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person's place in a room, as far as the writer may see it."""

    room: Room
    person: Person
    member: Member
    is_paper: bool
    """They have no chat."""
    coordinates: bool
    """The writer coordinates the room; else leads a group that the person is in."""
    groups: tuple[Group, ...]
    """The person's groups of the room; for a leader those of them that the writer leads."""
    led: tuple[Group, ...]
    """Those of ``groups`` that the person leads."""
    others: tuple[Group, ...]
    """The groups that the writer may put the person in."""
    pause: Break | None
    """The break that the person has today."""


def seat(turn: Turn, room_id: int, person_id: int) -> Seat | None:
    """The person's place in the room; None when the writer may not see it now."""
    member = people.member_of(turn.session, room_id, person_id)
    if member is None:
        return None
    coordinates = is_coordinator_of(turn, room_id)
    mine = groups_of(turn.session, room_id) if coordinates else [g for g in led_groups(turn) if g.room_id == room_id]
    groups = tuple(group for group in mine if person_id in people_in(turn.session, [group.id]))
    if not coordinates and not groups:
        return None
    return Seat(
        room=turn.session.get_one(Room, room_id),
        person=turn.session.get_one(Person, person_id),
        member=member,
        is_paper=people.is_paper(turn.session, person_id),
        coordinates=coordinates,
        groups=groups,
        led=tuple(group for group in groups if person_id in leaders_of(turn.session, [group.id])),
        others=tuple(group for group in mine if group not in groups),
        pause=break_on(turn.session, member, turn.today),
    )


def asked_seat(turn: Turn) -> Seat | None:
    """The member whom the open question is about, if the writer may still see them."""
    return seat(turn, turn.question_state["room"], turn.question_state["person"])


def not_yours(turn: Turn) -> list[Reply]:
    """The member is gone meanwhile, or is nobody whom the writer may change."""
    turn.settle()
    return [Reply(text=turn.say("member-not-yours"))]


def choices(turn: Turn, found: Seat) -> list[str]:
    """What the writer may do with the member."""
    coordinates = found.coordinates
    unled = [group for group in found.groups if group not in found.led]
    offered = {
        "hours": bool(hours_seen(turn, found)),
        "pause": coordinates and found.pause is None,
        "back": coordinates and found.pause is not None,
        "key": coordinates,
        "add": bool(found.others),
        "out": bool(found.groups),
        "lead": coordinates and not found.is_paper and bool(unled),
        "unlead": coordinates and bool(found.led),
        "coordinate": coordinates and not found.is_paper and not found.member.is_coordinator,
        "uncoordinate": coordinates and found.member.is_coordinator,
        "invite": found.is_paper,
        "name": found.is_paper,
        "same": coordinates and len(people.members(turn.session, found.room.id)) > 1,
        "leave": coordinates,
    }
    return [choice for choice, is_offered in offered.items() if is_offered]


def card(turn: Turn, found: Seat, before: Markup | None = None) -> Reply:
    """The member's facts after a word on what was done, with a button for each thing that can be done."""
    options = [(choice, turn.label(f"button-member-{choice}")) for choice in choices(turn, found)]
    text = lines([*([before] if before else []), *_facts(turn, found)])
    return turn.ask(QUESTION, text, options, room=found.room.id, person=found.person.id)


def card_again(turn: Turn, found: Seat, before: Markup | None = None) -> list[Reply]:
    """The card after a change; only the word on it where the writer has no more to do with the member."""
    now = seat(turn, found.room.id, found.person.id)
    if now is not None:
        return [card(turn, now, before)]
    turn.settle()
    return [Reply(text=before or turn.say("member-not-yours"))]


def _facts(turn: Turn, found: Seat) -> list[Markup]:
    facts = [turn.say("member-card", name=found.person.name)]
    if found.is_paper:
        facts.append(turn.say("member-card-paper"))
    if found.member.is_coordinator:
        facts.append(turn.say("member-card-coordinator"))
    if found.led:
        facts.append(turn.say("member-card-leads", groups=turn.voice.listed([group.name for group in found.led])))
    names = [group.name for group in found.groups]
    facts.append(turn.say("member-card-groups", groups=turn.voice.listed(names)) if names else _no_groups(turn))
    facts.append(turn.say("member-card-since", day=turn.voice.day(found.member.joined_on)))
    minutes = sum(entry.minutes for entry in hours_seen(turn, found) if entry.status == Status.BOOKED)
    if not found.coordinates:
        return [*facts, turn.say("member-card-hours-group", amount=turn.voice.duration(minutes))]
    return [*facts, turn.say("member-card-hours", amount=turn.voice.duration(minutes)), *_year_words(turn, found)]


def _no_groups(turn: Turn) -> Markup:
    return turn.say("member-card-no-groups")


def _year_words(turn: Turn, found: Seat) -> list[Markup]:
    """How the person stands on the way to the year's hours, when they last worked, a break, a key."""
    words = []
    on = last_worked(turn.session, found.room).get(found.person.id)
    if on is not None:
        rules = pace_rules(turn.session, found.room, turn.today.year)
        stands = standing(pace_of(year_so_far(turn.session, found.member, turn.today), turn.today, rules))
        words.append(turn.say(f"member-card-{stands}", target=rules.target_hours, days=rules.earliest_days))
        words.append(turn.say("member-card-last", day=turn.voice.day(on)))
    if found.pause is not None:
        ends = found.pause.ends
        until = None if ends is None else turn.voice.day(ends + ONE_DAY)
        words.append(turn.say("member-card-pause-until", day=until) if until else turn.say("member-card-pause"))
    key = dated_facts.running_of(turn.session, found.room.id, found.person.id, Fact.KEY)
    if key is not None:
        words.append(turn.say("member-card-key", day=turn.voice.day(key.starts)))
    return words


def hours_seen(turn: Turn, found: Seat) -> list[EntryVersion]:
    """This year's hours of the member that the writer may see, the newest day first, also what waits or is disputed.

    For a leader those for the led groups alone.
    """
    year = date(turn.today.year, 1, 1), date(turn.today.year, 12, 31)
    noted = entries.entries_of(turn.session, found.person.id, *year, STANDING, room_id=found.room.id)
    seen = {group.id for group in found.groups}
    return [entry for entry in reversed(noted) if found.coordinates or entry.group_id in seen]
