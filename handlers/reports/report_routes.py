"""Which handler answers what about reports."""

from collections.abc import Callable

from handlers.messages import Reply
from handlers.reports import asking, by_clock, closing, explaining
from handlers.turn import Turn

ANSWERS: dict[str, Callable[[Turn], list[Reply] | None]] = {
    asking.WHAT: asking.answer_what,
    asking.ROOM: asking.answer_room,
    asking.PERIOD: asking.answer_period,
    asking.FOR: asking.answer_for,
    asking.EXPLAIN: asking.answer_explain,
    asking.MADE: asking.answer_made,
    explaining.LIST: explaining.answer_list,
    explaining.WHY: asking.answer_why,
    closing.WHICH: closing.answer_which,
    closing.SURE: closing.answer_sure,
}
NUMBERED: dict[str, Callable[[Turn, int], list[Reply]]] = {
    "due-explain": by_clock.explain,
    "due-close": by_clock.close,
    "due-report": by_clock.report,
    "due-board": by_clock.board,
    "due-sheet": by_clock.sheet,
}
FREE_WORDS = (explaining.WHY,)
OFFERS = (asking.WHAT, asking.ROOM, asking.PERIOD, asking.FOR, asking.MADE, explaining.LIST, closing.WHICH)
