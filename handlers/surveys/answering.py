"""Taking part in a survey: one question at a time, with buttons or a number.

What is said back never depends on what was answered: it is kept, and would tell.
"""

import re
from dataclasses import replace

from handlers.hours.log_hours import telling_let_go
from handlers.messages import Button, Kind, Reply, fitting
from handlers.surveys.survey_turns import VERB, is_edit_of_turn, start_code, survey_message_replied_to
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say import COMPLETE, FALLBACK
from language.say.voice import Voice
from language.understand.meaning import Meaning
from storage import dialogues, outbox, surveys
from storage.surveys import A_BIT, ANSWERS, MARKS, NO, QUESTION, QUESTIONS, YES, Taking
from storage.tables import Room, SurveyRound

GO, STOP, SKIP = "go", "stop", "skip"
_DATA = re.compile(rf"{VERB}:(\d{{1,9}}):(\d):(\w{{1,8}})")
"""A button's data: the round, how many questions are behind the reader, and what it says."""


def take_part(turn: Turn) -> list[Reply]:
    """Answer a turn in a survey, whatever it is."""
    turn.account.unreachable_since = None
    if turn.incoming.kind is Kind.BUTTON:
        return _pressed(turn)
    code = start_code(turn.incoming.text)
    return _came_by_link(turn, code) if code else _typed(turn)


def invitation(voice: Voice, row: SurveyRound, room: Room, *more: Button) -> Reply:
    """The first thing that is read of a survey: what it is, and that it is up to the reader."""
    text = voice.say(f"survey-invitation-{row.audience}", room=room.name, count=len(QUESTIONS[row.audience]))
    begin = Button(voice.label("button-survey-begin"), _data(row.id, 0, GO))
    no = Button(voice.label("button-survey-not"), _data(row.id, 0, STOP))
    return Reply(text=text, buttons=(begin, no, *more), subject=surveys.subject_of(row.id))


def _data(round_id: int, position: int, what: str) -> str:
    return f"{VERB}:{round_id}:{position}:{what}"


def _came_by_link(turn: Turn, code: str) -> list[Reply]:
    row = surveys.round_by_code(turn.session, code)
    part = None if row is None else surveys.taking(turn.session, row.id, turn.person.id, came_by_link=True)
    if part is None:
        return [Reply(text=turn.say("survey-closed"))]
    return [_introduced(turn, part) if part.place.position == 0 and not part.place.is_done else _next(turn, part)]


def _introduced(turn: Turn, part: Taking) -> Reply:
    """Who has not joined any room chose no language yet."""
    room = turn.session.get_one(Room, part.round.room_id)
    spoken = turn.person.language if turn.person.language in COMPLETE else FALLBACK
    other = next(language for language in COMPLETE if language != spoken)
    switch = Button(Voice(other, turn.today).label("language-name"), _data(part.round.id, 0, other))
    return invitation(turn.voice, part.round, room, *(() if turn.places else (switch,)))


def _pressed(turn: Turn) -> list[Reply]:
    pressed = _DATA.fullmatch(turn.incoming.text)
    part = None if pressed is None else surveys.taking(turn.session, int(pressed[1]), turn.person.id)
    if pressed is None or part is None:
        return [Reply(text=turn.say("survey-closed"))]
    position, what = int(pressed[2]), pressed[3]
    if what == STOP:
        return [replace(_stopped(turn, part), in_place=True)]
    if what == GO:
        return [replace(_next(turn, part), in_place=True)]
    if what in COMPLETE:
        turn.person.language = what
        return [replace(_introduced(turn, part), in_place=True)]
    return [replace(_answered(turn, part, position, what), in_place=True)]


def _typed(turn: Turn) -> list[Reply]:
    """Typed while a question is open, or as a reply to one."""
    asked = _asked(turn)
    part = None if asked is None else surveys.taking(turn.session, asked[0], turn.person.id)
    if is_edit_of_turn(turn.session, turn.incoming):
        return [_again(turn, part, "survey-cannot-change")]
    if asked is None or part is None or part.question is None:
        return [Reply(text=turn.say("survey-closed"))]
    value = STOP if _is_option(turn, STOP) else _read(turn, part.question)
    if value == STOP:
        return [_stopped(turn, part)]
    return [_answered(turn, part, asked[1], value) if value else _again(turn, part, "survey-not-an-answer")]


def _asked(turn: Turn) -> tuple[int, int] | None:
    """The round and the place of the question that is answered; None when that is not known any more."""
    replied = survey_message_replied_to(turn.session, turn.incoming)
    if replied is not None:
        found = [pressed for button in outbox.buttons_of(replied) if (pressed := _DATA.fullmatch(button))]
        return (int(found[0][1]), int(found[0][2])) if found else None
    if turn.question is None or turn.question.kind != QUESTION:
        return None
    state = turn.question_state
    return state["round"], state["position"]


def _read(turn: Turn, question: str) -> str | None:
    """The answer that was typed; None when it is none of the question's."""
    said = turn.incoming.text.strip().rstrip(".!").casefold()
    if _is_option(turn, SKIP):
        return SKIP
    if ANSWERS[question] is MARKS:
        numbers = [part.value["number"] for part in understood(turn).parts if part.kind == "number"]
        alone = [part.kind for part in understood(turn).parts] == ["number"]
        mark = said if said.isdecimal() else str(numbers[0]) if alone else ""
        return next((value for value in MARKS if mark in (value, f"{value}.0")), None)
    for value in ANSWERS[question]:
        label = turn.label(f"button-survey-{value}").casefold()
        if said in (label, label.split()[-1]):
            return value
    return {Meaning.CONFIRM: YES, Meaning.DENY: NO}.get(understood(turn).meaning)


def _is_option(turn: Turn, what: str) -> bool:
    said = turn.incoming.text.strip().rstrip(".!").casefold()
    return said == turn.label(f"button-survey-{what}").casefold()


def _answered(turn: Turn, part: Taking, position: int, what: str) -> Reply:
    if part.question is None or position != part.place.position:
        return _again(turn, part, "survey-answered-before")
    value = None if what == SKIP else what
    if value is not None and value not in ANSWERS[part.question]:
        return _again(turn, part, "survey-not-an-answer")
    surveys.answer(turn.session, part, value)
    return _next(turn, part)


def _again(turn: Turn, part: Taking | None, key: str) -> Reply:
    """A word on why, and the open question once more."""
    if part is None or part.question is None:
        return Reply(text=turn.say(key))
    asked = _next(turn, part)
    return replace(asked, text=f"{turn.say(key)}\n{asked.text}")


def _stopped(turn: Turn, part: Taking) -> Reply:
    surveys.stop(turn.session, part)
    _end(turn)
    return Reply(text=turn.say("survey-stopped"), subject=surveys.subject_of(part.round.id))


def _end(turn: Turn) -> None:
    if turn.question is not None and turn.question.kind == QUESTION:
        turn.settle()


def _next(turn: Turn, part: Taking) -> Reply:
    """Ask what comes next, or thank."""
    question, row, position = part.question, part.round, part.place.position
    if question is None:
        _end(turn)
        return Reply(text=turn.say("survey-thanks"), subject=surveys.subject_of(row.id))
    room = turn.session.get_one(Room, row.room_id)
    text = turn.say(f"survey-ask-{question.replace('_', '-')}", room=room.name)
    count = len(QUESTIONS[row.audience])
    if count > 1:
        text = turn.say("survey-question", number=str(position + 1), count=str(count)) + "\n" + text
    options = [(value, turn.label(f"button-survey-{value}")) for value in _offered(question)]

    def ask() -> list[Reply]:
        # No message's number is kept with the question: its turns are to be found by nobody.
        state = dialogues.question_state(text, options, round=row.id, position=position)
        chat, number = turn.incoming.chat, dialogues.BY_THE_CLOCK
        dialogues.save_question(turn.session, turn.person.id, chat, number, QUESTION, state, turn.now)
        buttons = fitting([(label, _data(row.id, position, value)) for value, label in options])
        return [Reply(text=text, buttons=buttons, asks=True, subject=surveys.subject_of(row.id))]

    return telling_let_go(turn, ask)[0]


def _offered(question: str) -> list[str]:
    words = [] if ANSWERS[question] is MARKS else [YES, A_BIT, NO]
    return [*words, SKIP, STOP]
