"""One figure of the agreement in depth: its value, what was promised, how it stands, and what counts."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from handlers.desk.figure_meaning import meaning
from handlers.desk.figure_words import figure_name, target_words, value_words
from handlers.messages import Reply
from handlers.rights import is_coordinator_of
from handlers.turn import Option, Turn
from language.say.words import lines
from language.understand.text import fold
from storage.agreements import COUNTED, TALLIED, PromisedIndicator, agreement_of, announced, terms_of
from storage.figures.board import BoardLine, board_line, day_in
from storage.figures.unique_people import Range
from storage.rooms import settings_of
from storage.tables import Room

QUESTION = "figure"
WHY, CHART, FILL, BOARD, CARD = "why", "chart", "fill", "board", "card"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a room promised of an indicator for the year of ``on``, and how it stands at the end of that day."""

    room: Room
    on: date
    line: BoardLine

    @property
    def indicator(self) -> PromisedIndicator:
        """What was promised."""
        return self.line.indicator

    @property
    def has_chart(self) -> bool:
        """Whether it is a number that was held against a number."""
        return not isinstance(self.line.value, str | None) and not isinstance(self.indicator.target, str)


def figure(turn: Turn, room_id: int, year: int, indicator_id: str) -> Figure | None:
    """The figure, if the writer may see it now and the room still promises it."""
    agreement = agreement_of(turn.session, room_id, year)
    promised = None if agreement is None else terms_of(agreement).indicator(indicator_id)
    if promised is None or not is_coordinator_of(turn, room_id):
        return None
    room, on = turn.session.get_one(Room, room_id), day_in(year, turn.today)
    return Figure(room, on, board_line(turn.session, room, promised, on))


def called(turn: Turn, room_id: int, year: int, text: str, *, whole: bool = False) -> list[Figure]:
    """The figures whose names stand in a text, which is folded; with ``whole`` the one that is all of it."""
    agreement = agreement_of(turn.session, room_id, year)
    names = (
        {} if agreement is None else {i.id: fold(figure_name(turn.voice, i)) for i in terms_of(agreement).indicators}
    )
    named = [each for each, name in names.items() if (name == text if whole else name in text)]
    return [found for each in named if (found := figure(turn, room_id, year, each))]


def ask(turn: Turn, found: Figure, text: str, shows: str) -> Reply:
    """Say something of the figure, with a button for each other way to see it than the one that ``shows`` it now."""
    offered = {
        WHY: found.line.value is not None or found.indicator.source == "survey",
        FILL: to_fill(found.indicator) is not None,
        CHART: found.has_chart and found.indicator.source != "entered",
        BOARD: True,
    }
    wanted = [what for what, is_there in offered.items() if is_there and what != shows]
    fill = "announced" if announced(found.indicator) else FILL
    options: list[Option] = [(what, turn.label(f"button-figure-{fill if what == FILL else what}")) for what in wanted]
    return turn.ask(QUESTION, text, options, room=found.room.id, year=found.on.year, figure=found.indicator.id)


def to_fill(indicator: PromisedIndicator) -> PromisedIndicator | None:
    """What a coordinator enters of an indicator, or beside it; None where nothing is."""
    return indicator if indicator.source == "entered" else announced(indicator)


def card(turn: Turn, found: Figure) -> Reply:
    """The figure with what is known of it."""
    voice, line = turn.voice, found.line
    target = target_words(voice, line.indicator)
    words = [
        turn.say("figure-now", figure=figure_name(voice, line.indicator), room=found.room.name, year=str(found.on.year))
    ]
    if line.value is None:
        words += [turn.say("figure-unknown", target=target), *_unknown(turn, found)]
    else:
        value = value_words(voice, line.indicator, line.value)
        words += [turn.say("figure-value", value=value, target=target), *_stands(turn, line)]
    counts = meaning(turn.session, voice, found.room, line.indicator, found.on.year)
    if counts is not None:
        words.append(turn.say("figure-means", meaning=counts))
    return ask(turn, found, lines(words), CARD)


def _unknown(turn: Turn, found: Figure) -> list[Markup]:
    """Why there is no figure."""
    if found.indicator.source not in COUNTED:
        return [turn.say(f"figure-unknown-{found.indicator.source}")]
    return [turn.say("figure-unknown-early", days=settings_of(found.room).too_early_days)]


def _stands(turn: Turn, line: BoardLine) -> list[Markup]:
    """How it stands beside its target, and where it goes."""
    if line.due is None and line.light in ("lagging", "behind"):
        told = [turn.say(f"figure-stands-{line.light}-whole")]
    else:
        told = [turn.say(f"figure-stands-{line.light}", due=line.due or 0)]
    if line.out_of is not None:
        key = "figure-referred" if line.indicator.id == TALLIED else "figure-announced"
        told.append(turn.say(key, count=line.out_of))
    elif announced(line.indicator):
        told.append(turn.say("figure-announced-unknown"))
    if line.survey is not None:
        told.append(turn.say("figure-answers", answers=line.survey.answers))
    if line.survey is not None and line.survey.response is not None:
        told.append(turn.say("figure-response", share=round(line.survey.response)))
    if line.expected and line.days < line.days_in_year and line.value != Range(line.expected, line.expected):
        told.append(turn.say("figure-expected", expected=line.expected))
    return told
