"""``/overzicht``: everything that the room promised for the year, as a picture, and a list to open one figure of it.

the board ──a figure──► its card ──► [Waarom?]  what is behind it, by day
                                 ├─► [Grafiek]  the year against the target
                                 └─► [Overzicht]
        ──[Uren en euro's]──► what volunteers and financiers invest
"""

import re
from collections.abc import Callable

from handlers.coordinated_room import room_of, room_options
from handlers.desk import figure_card, figure_chart, figure_why, investment, room_board
from handlers.desk.figure_card import Figure
from handlers.hours.my_hours import my_hours
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.results import result_entering
from handlers.rights import coordinated, not_yours
from handlers.turn import Turn
from language.understand.text import fold

ROOM = "board_room"
_YEAR = re.compile(r"\b20\d\d\b")
_ASKS_WHY = re.compile(r"\b(waarom|waar kom\w*|waarvandaan|hoe kom\w*|why|where (does|do|is)|how come)\b")
"""What asks for what is behind a figure: "Waar komt dit getal vandaan?"."""
_FIGURE = re.compile(r"\b(getal|getallen|cijfers?|aantal|numbers?|figures?)\b")


def overview(turn: Turn) -> list[Reply]:
    """``/overzicht``, also with a year behind it; who coordinates no room has an overview of their own hours alone."""
    places = coordinated(turn)
    if not places:
        return my_hours(turn)
    year = int(found[0]) if (found := _YEAR.search(turn.incoming.text)) else None
    if len(places) == 1:
        return room_board.board_of(turn, places[0].room, year)
    return [turn.ask(ROOM, turn.say("board-ask-room"), room_options(turn), year=year)]


def answer_room(turn: Turn) -> list[Reply] | None:
    """Of which room."""
    value = read_answer(turn).value
    return None if value is None else _board(turn, int(value), turn.question_state["year"])


def answer_board(turn: Turn) -> list[Reply] | None:
    """The figure that was chosen, or named."""
    value, state = read_answer(turn).value, turn.question_state
    if value is None:
        return None
    if value == room_board.INVESTMENT:
        return _investment(turn, state["room"], state["year"])
    return _card(turn, figure_card.figure(turn, state["room"], state["year"], state["figures"][int(value)]))


def _investment(turn: Turn, room_id: int, year: int) -> list[Reply]:
    """Hours and euros of the room."""
    room = room_of(turn, room_id)
    if room is None:
        return not_yours(turn)
    found = investment.card(turn, room, year)
    return _board(turn, room_id, year) if found is None else [found]


def answer_investment(turn: Turn) -> list[Reply] | None:
    """Back from the euros to the board, or to a figure that is named."""
    value, state = read_answer(turn).value, turn.question_state
    return _other(turn) if value is None else _board(turn, state["room"], state["year"])


def answer_figure(turn: Turn) -> list[Reply] | None:
    """What to see of the figure whose card, chart or evidence is shown; also "waar komt dit getal vandaan?"."""
    value, state = read_answer(turn).value, turn.question_state
    if value is None and _ASKS_WHY.search(fold(turn.incoming.text)):
        value = figure_card.WHY
    if value is None:
        return _other(turn)
    if value == figure_card.BOARD:
        return _board(turn, state["room"], state["year"])
    found = figure_card.figure(turn, state["room"], state["year"], state["figure"])
    if found is None:
        return not_yours(turn)
    if value == figure_card.FILL:
        asked = figure_card.to_fill(found.indicator)
        return not_yours(turn) if asked is None else result_entering.enter(turn, found.room.id, asked.id)
    return [_SHOWN[value](turn, found)]


def _other(turn: Turn) -> list[Reply] | None:
    """Another figure of the same board, called by its name alone."""
    state, text = turn.question_state, fold(turn.incoming.text.strip())
    found = figure_card.called(turn, state["room"], state["year"], text, whole=True)
    return _card(turn, found[0]) if found else None


def _card(turn: Turn, found: Figure | None) -> list[Reply]:
    return not_yours(turn) if found is None else [figure_card.card(turn, found)]


def asked(turn: Turn) -> list[Reply] | None:
    """ "Waar komt het getal van klussen vandaan?" by a coordinator without a figure before them; None for all else."""
    text, places = fold(turn.incoming.text), coordinated(turn)
    if not places or not _ASKS_WHY.search(text) or not _FIGURE.search(text):
        return None
    named = [found for place in places for found in figure_card.called(turn, place.room.id, turn.today.year, text)]
    return [figure_why.why(turn, named[0])] if len(named) == 1 else overview(turn)


_SHOWN: dict[str, Callable[[Turn, Figure], Reply]] = {
    figure_card.WHY: figure_why.why,
    figure_card.CHART: figure_chart.chart,
    figure_card.CARD: figure_card.card,
    figure_why.OLDER: lambda turn, found: figure_why.turn_page(turn, found, 1),
    figure_why.NEWER: lambda turn, found: figure_why.turn_page(turn, found, -1),
}


def _board(turn: Turn, room_id: int, year: int | None) -> list[Reply]:
    room = room_of(turn, room_id)
    return not_yours(turn) if room is None else room_board.board_of(turn, room, year)
