"""The words of the writer's rooms, as the understanding wants them."""

from collections import Counter

from handlers.turn import Turn
from language.understand import Understanding, understand
from language.understand.meaning import GroupWords, PersonWords, Vocabulary
from storage import people
from storage.groups import groups_led_by, people_in
from storage.words import learned_words

MINUTES_IN_HOUR = 60
MOST_BARE_HOURS = 12


def people_in_charge_of(turn: Turn) -> dict[int, str]:
    """Whose hours the writer may log and correct besides their own: id → name (see the design's table).

    Of several with one name each has their number behind it, so that nobody is taken for somebody else.
    """
    found = _people_in_charge_of(turn)
    counts = Counter(found.values())
    return {key: f"{name} ({key})" if counts[name] > 1 else name for key, name in found.items()}


def _people_in_charge_of(turn: Turn) -> dict[int, str]:
    led = [group.id for group in groups_led_by(turn.session, turn.person.id)]
    in_led = people_in(turn.session, led) if led else set()
    found = {}
    for place in turn.places:
        for _, person in people.members(turn.session, place.room.id):
            if person.id != turn.person.id and (place.member.is_coordinator or person.id in in_led):
                found[person.id] = person.name
    return found


def vocabulary(turn: Turn) -> Vocabulary:
    """The words that this writer may use: groups by their key (the group's id), people whose hours they may log."""
    groups = tuple(GroupWords(str(group.id), group.activity, (group.name, *group.aliases)) for group in turn.groups)
    named = tuple(PersonWords(key, (name,)) for key, name in sorted(people_in_charge_of(turn).items()))
    learned = tuple(
        (word.word, str(group.id))
        for place in turn.places
        for word, group in learned_words(turn.session, place.room.id)
    )
    return Vocabulary(groups=groups, people=named, learned=learned)


def understood(turn: Turn) -> Understanding:
    """What the message means, counted from when it was sent."""
    return understand(turn.incoming.text, turn.local_time, vocabulary(turn))


def bare_hours(meant: Understanding) -> int | None:
    """The amount in a bare "3", said where hours were asked; 15 and 30 may be minutes and stay unknown."""
    if [part.kind for part in meant.parts] != ["number"]:
        return None
    numbers = [float(part.value["number"]) for part in meant.parts if part.kind == "number"]
    if not 0 < numbers[0] <= MOST_BARE_HOURS:
        return None
    return round(numbers[0] * MINUTES_IN_HOUR)
