"""[Geef aan iemand]: a leader or coordinator gives a klus to a member, who hears what it is and where."""

from handlers.hours.entry_words import name_of
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_people import match_names, people_options
from handlers.klussen.klus_rights import may_manage
from handlers.klussen.klus_taking import open_one, tell_asker
from handlers.klussen.klus_texts import klus_say, to_do, wrong_klus_button
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import klus_steps, klussen, people
from storage.tables import Klus, Person

QUESTION = "klus_give"
NOBODY = "none"


def ask_whom(turn: Turn, klus_id: int) -> list[Reply]:
    """Whom to give it to."""
    klus = open_one(turn, klus_id)
    if isinstance(klus, Reply):
        return [klus]
    if not may_manage(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    left_out = {turn.person.id, *klussen.helpers_of(turn.session, klus)}
    options = people_options(turn, klus.room_id, klus.group_id, left_out)
    options.append((NOBODY, turn.label("button-never-mind")))
    return [turn.ask(QUESTION, klus_say(turn.voice, "klus-ask-give", klus), options, klus=klus.id)]


def answer(turn: Turn) -> list[Reply] | None:
    """Give it to who was chosen, or named."""
    value, klus = read_answer(turn).value, open_one(turn, turn.question_state["klus"])
    if value is None:
        return _typed(turn, klus)
    turn.settle()
    if value == NOBODY:
        return [Reply(text=turn.say("left-as-it-was"))]
    return _give(turn, klus, int(value))


def _typed(turn: Turn, klus: Klus | Reply) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return left_as_it_was(turn)
    if isinstance(klus, Reply) or meant.meaning not in (Meaning.SMALLTALK, Meaning.INFO):
        return None
    named = match_names(turn, klus.room_id, [turn.incoming.text])
    if named.several:
        return [turn.ask_again(turn.say("klus-several-called", name=named.several[0]))]
    if len(named.found) != 1:
        return [turn.ask_again(turn.say("klus-nobody-called"))]
    turn.settle()
    return _give(turn, klus, named.found[0])


def give_to_named(turn: Turn, klus: Klus, text: str) -> list[Reply]:
    """ "geef klus 12 aan Piet"; whom is asked where the name does not tell."""
    named = match_names(turn, klus.room_id, [text])
    turn.settle()
    return _give(turn, klus, named.found[0]) if len(named.found) == 1 else ask_whom(turn, klus.id)


def _give(turn: Turn, klus: Klus | Reply, person_id: int) -> list[Reply]:
    if isinstance(klus, Reply):
        return [klus]
    if not may_manage(turn, klus) or people.member_of(turn.session, klus.room_id, person_id) is None:
        return [Reply(text=turn.say("not-yours"))]
    if person_id in klussen.helpers_of(turn.session, klus):
        return [Reply(text=turn.say("button-done"))]
    helper = turn.session.get_one(Person, person_id)
    klus_steps.take(turn.session, klus, person_id, turn.evidence)
    if person_id == turn.person.id:
        return [to_do(turn, helper, klus, "klus-you-do")]
    name = name_of(turn.session, turn.voice, person_id)
    told = tell_asker(turn, klus, "klus-told-taken", name=name) if klus.asked_by != person_id else []
    button = wrong_klus_button(turn, klus)
    if people.reachable_account(turn.session, person_id) is None:
        # Where it is stays between those who do it and whoever asked for it, so the leader cannot pass that on.
        asker = name_of(turn.session, turn.voice, klus.asked_by)
        text = klus_say(turn.voice, "klus-given-unreachable", klus, name=name, asker=asker)
        return [Reply(text=text, buttons=(button,), subject=subject_of(klus)), *told]
    given = to_do(turn, helper, klus, "klus-given-to-you", name=turn.person.name)
    text = klus_say(turn.voice, "klus-given", klus, name=name)
    return [Reply(text=text, buttons=(button,), subject=subject_of(klus)), turn.tell(person_id, given), *told]
