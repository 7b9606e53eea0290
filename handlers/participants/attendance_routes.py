"""What of who took part is answered where: buttons under an attendance, questions about one, and about participants."""

from collections.abc import Callable, Mapping

from handlers.messages import Reply
from handlers.participants import (
    attendance_answers,
    attendance_correcting,
    attendance_names,
    attendance_questions,
    attendance_ticking,
    attendance_words,
    participant_merging,
    participant_naming,
    participants,
)
from handlers.turn import Turn

SUBJECT = attendance_words.SUBJECT

NUMBERED: Mapping[str, Callable[[Turn, int], list[Reply]]] = {
    "attendance-wrong": attendance_correcting.wrong,
    "attendance-restore": attendance_correcting.restore,
    "attendance-names": attendance_ticking.start,
    "attendance-done": attendance_ticking.done,
    "participant-part": participant_merging.undo,
}

ANSWERS: Mapping[str, Callable[[Turn], list[Reply] | None]] = {
    attendance_questions.QUESTION: attendance_answers.answer,
    attendance_names.WHO: attendance_answers.answer_who,
    attendance_correcting.WHAT: attendance_correcting.answer_what,
    attendance_ticking.TICKING: attendance_ticking.answer,
    attendance_ticking.WHO: attendance_ticking.answer_who,
    participants.LIST: participants.answer_list,
    participants.ONE: participants.answer_one,
    participant_merging.SAME: participant_merging.answer_same,
    participant_merging.SURE: participant_merging.answer_sure,
    participant_naming.NAME: participant_naming.answer_name,
    participant_naming.TAKEN: participant_naming.answer_taken,
    participant_naming.ERASE: participant_naming.answer_erase,
}
