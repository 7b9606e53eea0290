"""Which handler of entered results answers what."""

from collections.abc import Callable

from handlers.messages import Reply
from handlers.results import result_entering, result_list
from handlers.turn import Turn

COMMANDS: dict[str, Callable[[Turn], list[Reply]]] = {
    "resultaat": result_list.overview,
    "result": result_list.overview,
}

ANSWERS: dict[str, Callable[[Turn], list[Reply] | None]] = {
    result_list.ROOM: result_list.answer_room,
    result_list.LIST: result_list.answer_list,
    result_list.KNOWN: result_list.answer_known,
    result_list.WHAT: result_list.answer_what,
    result_entering.QUESTION: result_entering.answer,
    result_entering.SOURCE: result_entering.answer,
}

FREE_WORDS = (result_entering.SOURCE,)
OFFERS = (result_list.ROOM, result_list.LIST, result_list.KNOWN)
NUMBERED: dict[str, Callable[[Turn, int], list[Reply]]] = {"result-wrong": result_list.wrong}
