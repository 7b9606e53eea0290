"""The board of a room: everything that it promised for a year, with a list to open one figure of it."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.desk.board_picture import picture
from handlers.desk.figure_words import ATTENTION, LIGHTS, figure_name
from handlers.messages import Reply
from handlers.questions import on_first_page
from handlers.turn import Option, Turn
from language.say.words import capital, lines
from storage.figures.board import BoardLine, board_beside, day_in
from storage.rooms import agreement_of
from storage.tables import Room

QUESTION = "board"
INVESTMENT = "investment"
"""The option that is no figure: hours and euros."""
MOST_NAMES = 4


def board_of(turn: Turn, room: Room, year: int | None = None) -> list[Reply]:
    """The board of a year; without one that of this year, or of the last one as long as this one has no agreement."""
    this, wanted = turn.today.year, year
    if wanted is None:
        wanted = next((y for y in (this, this - 1) if agreement_of(turn.session, room.id, y)), this)
    found = board_beside(turn.session, room, day_in(wanted, turn.today)) if wanted <= this else []
    if not found:
        turn.settle()
        return [Reply(text=turn.say("board-no-agreement", room=room.name, year=str(wanted)))]
    on = day_in(wanted, turn.today)
    urgent = sorted((line for line in found if line.light in ATTENTION), key=lambda line: ATTENTION.index(line.light))
    in_order = [*urgent, *(line for line in found if line not in urgent)]
    options: list[Option] = [(str(place), figure_name(turn.voice, one.indicator)) for place, one in enumerate(in_order)]
    counts = _counts(turn, found)
    words = [
        turn.say("board-title", room=room.name, year=str(wanted), day=turn.voice.day(on)),
        counts,
        *_attention(turn, urgent),
        turn.say("board-choose"),
    ]
    figures = [line.indicator.id for line in in_order]
    options = on_first_page(options, (INVESTMENT, turn.label("button-investment")))
    asked = turn.ask(QUESTION, lines(words), options, room=room.id, year=wanted, figures=figures)
    return [replace(asked, attachment=picture(turn.voice, room, found, on, counts))]


def _counts(turn: Turn, found: Sequence[BoardLine]) -> Markup:
    """How many figures stand how."""
    counts = [(light, sum(line.light is light for line in found)) for light in LIGHTS]
    return Markup(" ").join(
        turn.say("board-count", light=capital(turn.label(f"board-light-{light}")), count=count)
        for light, count in counts
        if count
    )


def _attention(turn: Turn, urgent: Sequence[BoardLine]) -> list[Markup]:
    if not urgent:
        return []
    names = [figure_name(turn.voice, line.indicator) for line in urgent]
    told = turn.voice.listed(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        told = turn.say("why-others", names=Markup(", ").join(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)
    return [turn.say("board-attention", figures=told)]
