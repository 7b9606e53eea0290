"""Which handler of the desk answers what."""

from collections.abc import Callable

from handlers.desk import figure_card, investment, overview, requests, room_board, settings, volunteers
from handlers.messages import Reply
from handlers.turn import Turn

COMMANDS: dict[str, Callable[[Turn], list[Reply]]] = {
    "overzicht": overview.overview,
    "overview": overview.overview,
    "vrijwilligers": volunteers.volunteers,
    "volunteers": volunteers.volunteers,
    "aanvragen": requests.requests,
    "requests": requests.requests,
    "instellingen": settings.settings,
    "settings": settings.settings,
}

BUTTONS: dict[str, Callable[[Turn], list[Reply]]] = {"requests": requests.requests}

ANSWERS: dict[str, Callable[[Turn], list[Reply] | None]] = {
    overview.ROOM: overview.answer_room,
    room_board.QUESTION: overview.answer_board,
    figure_card.QUESTION: overview.answer_figure,
    investment.QUESTION: overview.answer_investment,
    volunteers.ROOM: volunteers.answer_room,
    volunteers.LIST: volunteers.answer_list,
    requests.LIST: requests.answer_list,
    requests.ITEM: requests.answer_item,
    requests.TOGETHER: requests.answer_together,
    settings.ROOM: settings.answer_room,
    settings.PARTS: settings.answer_parts,
    settings.PART: settings.answer_part,
    settings.VALUE: settings.answer_value,
    settings.NAMES: settings.answer_value,
}

FREE_WORDS = (settings.NAMES,)
OFFERS = (
    overview.ROOM,
    room_board.QUESTION,
    figure_card.QUESTION,
    investment.QUESTION,
    volunteers.ROOM,
    volunteers.LIST,
    requests.LIST,
    requests.ITEM,
    requests.TOGETHER,
    settings.ROOM,
    settings.PARTS,
    settings.PART,
)
