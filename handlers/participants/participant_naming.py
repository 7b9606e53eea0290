"""The name of a participant: another one, or none any more."""

from handlers.messages import Reply
from handlers.participants.participant_matching import fold
from handlers.participants.participant_merging import merge
from handlers.participants.participant_names import given_name
from handlers.participants.participant_view import seen
from handlers.questions import left_as_it_was, read_answer, read_choice
from handlers.rights import not_yours
from handlers.turn import Turn
from language.say.words import lines
from storage import participants
from storage.tables import Participant

NAME, TAKEN, ERASE = "participant_name", "participant_taken", "participant_erase"


def ask_name(turn: Turn, participant: Participant) -> list[Reply]:
    """What the participant is called."""
    text = turn.say("ask-participant-name", name=participant.name)
    options = [("keep", turn.label("button-never-mind"))]
    return [turn.ask(NAME, text, options, participant=participant.id)]


def answer_name(turn: Turn) -> list[Reply] | None:
    """The participant's new name; of another's name it is asked whether they are one."""
    if read_answer(turn).value == "keep":
        return left_as_it_was(turn)
    one, given = seen(turn, turn.question_state["participant"]), given_name(turn.incoming.text)
    if one is None:
        return not_yours(turn)
    if given is None:
        return [turn.ask_again(turn.say("no-name"))]
    participant, old = one.participant, one.participant.name
    known = participants.known_names(turn.session, participant.room_id)
    taken = next((row for row in known if fold(row.name) == fold(given.name)), None)
    if taken is not None and taken.participant_id != participant.id:
        other = seen(turn, taken.participant_id)
        if other is None:
            return [turn.ask_again(turn.say("name-taken", name=given.name))]
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
        text = turn.say("name-taken-same", name=old, other=other.participant.name)
        return [turn.ask(TAKEN, text, options, participant=participant.id, into=other.participant.id)]
    turn.settle()
    if taken is not None:
        return [Reply(text=turn.say("left-as-it-was"))]
    participants.rename(turn.session, participant, given.name, turn.evidence)
    words = [turn.say("participant-renamed", name=old, other=given.name)]
    if given.is_shortened:
        words.append(turn.say("short-names"))
    return [Reply(text=lines(words))]


def answer_taken(turn: Turn) -> list[Reply] | None:
    """Whether the participant is the other who is called so."""
    value = read_choice(turn)
    if value is None:
        return None
    one, other = seen(turn, turn.question_state["participant"]), seen(turn, turn.question_state["into"])
    if value == "no" or one is None or other is None:
        return left_as_it_was(turn)
    return merge(turn, one.participant, other.participant)


def ask_erase(turn: Turn, participant: Participant) -> list[Reply]:
    """Whether the name is to go: that cannot be undone."""
    options = [("yes", turn.label("button-erase-name")), ("no", turn.label("button-no"))]
    text = turn.say("ask-erase-name", name=participant.name)
    return [turn.ask(ERASE, text, options, participant=participant.id)]


def answer_erase(turn: Turn) -> list[Reply] | None:
    """Erase the name, on a yes."""
    value = read_choice(turn)
    if value is None:
        return None
    one = seen(turn, turn.question_state["participant"])
    if value == "no" or one is None:
        return left_as_it_was(turn)
    turn.settle()
    participants.erase(turn.session, one.participant, turn.now, turn.evidence)
    called = turn.label("participant-without-name", number=str(one.participant.id))
    return [Reply(text=turn.say("name-erased", name=called))]
