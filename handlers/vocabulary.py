"""The words of the writer's rooms, as the understanding wants them."""

from datetime import date

from handlers.rights import known_people
from handlers.turn import Turn
from language.understand import Understanding, understand
from language.understand.meaning import GroupWords, PersonWords, Vocabulary
from storage.rooms import settings_of
from storage.words import learned_words

MINUTES_IN_HOUR = 60
MOST_BARE_HOURS = 12


def vocabulary(turn: Turn) -> Vocabulary:
    """The words that this writer may use: groups by their key (the group's id), people whose hours they may log."""
    groups = tuple(GroupWords(str(group.id), group.activity, (group.name, *group.aliases)) for group in turn.groups)
    named = tuple(PersonWords(key, (name,)) for key, name in sorted(known_people(turn).items()))
    learned = tuple(
        (word.word, str(group.id))
        for place in turn.places
        for word, group in learned_words(turn.session, place.room.id)
    )
    organisations = tuple(name for place in turn.places for name in settings_of(place.room).corporation_names)
    return Vocabulary(groups=groups, people=named, learned=learned, organisations=organisations)


def understood(turn: Turn, text: str | None = None) -> Understanding:
    """What the message, or some other ``text``, means, counted from when it was sent."""
    return understand(turn.incoming.text if text is None else text, turn.local_time, vocabulary(turn))


def bare_hours(meant: Understanding) -> int | None:
    """The amount in a bare "3", said where hours were asked; 15 and 30 may be minutes and stay unknown."""
    if [part.kind for part in meant.parts] != ["number"]:
        return None
    numbers = [float(part.value["number"]) for part in meant.parts if part.kind == "number"]
    if not 0 < numbers[0] <= MOST_BARE_HOURS:
        return None
    return round(numbers[0] * MINUTES_IN_HOUR)


def named_days(meant: Understanding) -> list[date]:
    """The days that the message names itself, not those that it leaves to be taken for today."""
    days = [part.value.get("date") for part in meant.parts if part.kind == "date"]
    return [date.fromisoformat(day) for day in days if day]
