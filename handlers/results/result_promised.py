"""What a room promised that is found outside the bot, and who enters it."""

from handlers.rights import coordinated
from handlers.turn import Turn
from storage.agreements import PromisedIndicator, agreement_of, announced, terms_of


def result_rooms(turn: Turn) -> list[int]:
    """The rooms in which the writer may enter results."""
    return [place.room.id for place in coordinated(turn)]


def promised(turn: Turn, room_id: int) -> dict[str, PromisedIndicator]:
    """What the room promised this year or the last that is found outside the bot, as the newest agreement says it."""
    years = (turn.today.year - 1, turn.today.year)
    return {key: indicator for year in years for key, indicator in promised_in(turn, room_id, year).items()}


def promised_in(turn: Turn, room_id: int, year: int) -> dict[str, PromisedIndicator]:
    """What it promised of it for one year, and out of how many announced where it promised so many of so many."""
    agreement = agreement_of(turn.session, room_id, year)
    indicators = () if agreement is None else terms_of(agreement).indicators
    found = [each if each.source == "entered" else announced(each) for each in indicators]
    return {indicator.id: indicator for indicator in found if indicator is not None}
