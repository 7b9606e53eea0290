""" "mens": a question is passed on to the room's coordinators, whose answer is passed back."""

from handlers.messages import Button, Reply
from handlers.own_messages import message_replied_to
from handlers.questions import read_answer
from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import outbox, people
from storage.tables import PassedQuestion, Person

PASS_ON, ANSWER = "pass_on", "answer_person"
REPLY_VERB = "reply-to"


def ask_what(turn: Turn) -> list[Reply]:
    """What to pass on to the coordinator."""
    return [turn.ask(PASS_ON, turn.say("ask-what-to-pass-on"), [("no", turn.label("button-never-mind"))])]


def comfort(turn: Turn) -> list[Reply]:
    """Somebody in need: where there is help at once, and what may be passed on to the coordinator."""
    return [turn.ask(PASS_ON, turn.say("in-need"), [("no", turn.label("button-never-mind"))])]


def answer_pass_on(turn: Turn) -> list[Reply] | None:
    """Pass the words on, as they are."""
    text, dropped = turn.incoming.text.strip(), read_answer(turn).value is not None
    turn.settle()
    if dropped or not text:
        return [Reply(text=turn.say("nothing-passed-on"))]
    told = [reply for place in turn.places for reply in _pass_on(turn, place.room.id, text)]
    return [Reply(text=turn.say("passed-on" if told else "nobody-to-pass-on-to")), *told]


def _pass_on(turn: Turn, room_id: int, text: str) -> list[Reply]:
    question = PassedQuestion(room_id=room_id, person_id=turn.person.id, asked_at=turn.now, inbox_id=turn.inbox.id)
    turn.session.add(question)
    turn.session.flush()
    told = []
    for coordinator in people.coordinators(turn.session, room_id):
        if coordinator.id == turn.person.id:
            continue
        voice = turn.voice_for(coordinator)
        button = Button(voice.label("button-answer"), f"{REPLY_VERB}:{question.id}")
        words = voice.say("passed-question", name=turn.person.name, words=text)
        told.append(turn.tell(coordinator.id, Reply(text=words, buttons=(button,))))
    return told


def ask_answer(turn: Turn, question_id: int) -> list[Reply]:
    """[Antwoord]: what to answer."""
    question = turn.session.get(PassedQuestion, question_id)
    if question is None or not is_coordinator_of(turn, question.room_id):
        return [Reply(text=turn.say("not-yours"))]
    person = turn.session.get_one(Person, question.person_id)
    options = [("no", turn.label("button-never-mind"))]
    return [turn.ask(ANSWER, turn.say("ask-answer", name=person.name), options, question=question.id)]


def answer_answer(turn: Turn) -> list[Reply] | None:
    """Pass the coordinator's words back."""
    text = turn.incoming.text.strip()
    question_id, dropped = turn.question_state["question"], read_answer(turn).value is not None
    turn.settle()
    if dropped or not text:
        return [Reply(text=turn.say("nothing-passed-on"))]
    return _pass_back(turn, question_id, text)


def reply_to_question(turn: Turn) -> list[Reply] | None:
    """A coordinator replies to the message that bore a question; None when the message is no such reply."""
    if not turn.incoming.replies_to:
        return None
    ours = message_replied_to(turn)
    for data in outbox.buttons_of(ours) if ours else []:
        verb, _, number = data.partition(":")
        if verb == REPLY_VERB:
            return _pass_back(turn, int(number), turn.incoming.text.strip())
    return None


def _pass_back(turn: Turn, question_id: int, text: str) -> list[Reply]:
    question = turn.session.get(PassedQuestion, question_id)
    if question is None or not is_coordinator_of(turn, question.room_id):
        return [Reply(text=turn.say("not-yours"))]
    question.answered_at, question.answered_by = turn.now, turn.person.id
    person = turn.session.get_one(Person, question.person_id)
    words = turn.voice_for(person).say("passed-answer", name=turn.person.name, words=text)
    return [Reply(text=turn.say("answer-passed-on", name=person.name)), turn.tell(person.id, Reply(text=words))]
