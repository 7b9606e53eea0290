"""What of klussen is answered where: buttons under a klus, and questions about one."""

from collections.abc import Callable, Mapping

from handlers.klussen import (
    klus_asking,
    klus_booked,
    klus_company,
    klus_corporation,
    klus_correcting,
    klus_finishing,
    klus_giving,
    klus_hours,
    klus_list,
    klus_merging,
    klus_photos,
    klus_report,
    klus_taking,
    klus_who,
)
from handlers.messages import Reply
from handlers.turn import Turn

VERB = "klus-"
ACTIONS: Mapping[str, Callable[[Turn, int], list[Reply]]] = {
    "take": klus_taking.take,
    "join": klus_taking.join,
    "return": klus_taking.give_back,
    "give": klus_giving.ask_whom,
    "done": klus_finishing.done,
    "drop": klus_taking.drop,
    "reopen": klus_taking.reopen,
    "finished": klus_taking.finished,
    "part": klus_taking.part,
    "wrong": klus_correcting.wrong,
    "photos": klus_photos.show_first,
    "photo-next": klus_photos.show_next,
    "photo-turn": klus_photos.turn_photo,
    "photo-away": klus_photos.remove_photo,
}
"""What the buttons about a klus do, by what stands behind ``klus-`` in their data."""

NUMBERED = {VERB + verb: action for verb, action in ACTIONS.items()}

ANSWERS: Mapping[str, Callable[[Turn], list[Reply] | None]] = {
    klus_asking.WHAT: klus_asking.answer_what,
    klus_asking.ROOM: klus_asking.answer_room,
    klus_asking.SAME: klus_asking.answer_same,
    klus_asking.PLACE: klus_asking.answer_place,
    klus_corporation.QUESTION: klus_corporation.answer,
    klus_list.QUESTION: klus_list.answer,
    klus_giving.QUESTION: klus_giving.answer,
    klus_report.WHICH: klus_finishing.answer_which,
    klus_report.MINUTES: klus_finishing.answer_minutes,
    klus_report.TOGETHER: klus_finishing.answer_together,
    klus_booked.QUESTION: klus_booked.answer,
    klus_merging.QUESTION: klus_merging.answer,
    klus_company.QUESTION: klus_who.answer,
    klus_correcting.WHAT: klus_correcting.answer_what,
    klus_correcting.WORDS: klus_correcting.answer_words,
    klus_correcting.HOURS: klus_correcting.answer_hours,
    klus_hours.QUESTION: klus_hours.answer_stays,
    klus_photos.WHICH: klus_photos.answer_which,
    klus_photos.WHEN: klus_photos.answer_when,
}
