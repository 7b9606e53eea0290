"""[Klopt niet] under a klus: what is wrong with it, and what it should say. Its hours are corrected as all hours are.

what is wrong? ──► time, day ──► the correction of hours
              ──► description, place, corporation, who ──► the new value
              ──► was double ──► of which?    ──► was no klus, not done after all, need not be done
"""

from dataclasses import replace

from handlers.hours.changing import withdraw
from handlers.hours.what_wrong import ask_value, typed_change
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_asking import own_words
from handlers.klussen.klus_company import ask_who
from handlers.klussen.klus_corporation import ask_corporation, corporations
from handlers.klussen.klus_hours import own_entry, remove
from handlers.klussen.klus_merging import ask_same_as
from handlers.klussen.klus_rights import may_correct, may_drop
from handlers.klussen.klus_taking import drop, reopen, tell_to_do
from handlers.klussen.klus_texts import klus_say, wrong_klus_button
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer, read_yes
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import klus_steps, klussen
from storage.klussen import OPEN, State
from storage.tables import Klus

WHAT, WORDS, HOURS = "klus_wrong", "klus_new_words", "klus_keep_hours"
DUPLICATE = "duplicate"
"""The understanding's topic of "deze hadden we al"."""


def wrong(turn: Turn, klus_id: int) -> list[Reply]:
    """[Klopt niet] under a klus."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    return [ask_what(turn, klussen.kept_one(turn.session, klus))]


def ask_what(turn: Turn, klus: Klus, before: str = "") -> Reply:
    """What about the klus is wrong."""
    fields = _fields(turn, klus)
    labels = {
        "minutes": "button-minutes",
        "date": "button-date",
        "nothing": "button-nothing",
        "drop": "button-klus-drop",
    }
    options = [(field, turn.label(labels.get(field, f"button-klus-wrong-{field}"))) for field in fields]
    text = klus_say(turn.voice, "klus-what-wrong", klus)
    reply = turn.ask(WHAT, text, options, klus=klus.id)
    return replace(reply, text=lines([before, text]) if before else text, subject=subject_of(klus))


def _fields(turn: Turn, klus: Klus) -> list[str]:
    fields = ["minutes", "date"] if own_entry(turn, klus) is not None else []
    fields += ["what", "place"]
    if corporations(turn, klus.room_id):
        fields.append("corporation")
    if klus.state == State.DONE:
        fields.append("who")
    fields.append("double")
    if klus.state == State.DONE:
        fields.append("undone" if klussen.was_asked_for(turn.session, klus) else "no-klus")
    elif klus.state in OPEN and may_drop(turn, klus):
        fields.append("drop")
    return [*fields, "nothing"]


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the klus is wrong; the new time or day itself is an answer too."""
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    field = read_answer(turn).value
    if klus is None or not may_correct(turn, klus):
        turn.settle()
        return [Reply(text=turn.say("button-done"))] if field is not None else None
    if field is None:
        return _typed(turn, klus)
    return _asked_field(turn, klus, field)


def _typed(turn: Turn, klus: Klus) -> list[Reply] | None:
    meant, entry = understood(turn), own_entry(turn, klus)
    if meant.topic == DUPLICATE:
        return ask_same_as(turn, klus)
    if meant.meaning is Meaning.DENY:
        return left_as_it_was(turn)
    return None if entry is None else typed_change(turn, entry)


def _asked_field(turn: Turn, klus: Klus, field: str) -> list[Reply]:
    entry = own_entry(turn, klus)
    if field in ("minutes", "date") and entry is not None:
        return [ask_value(turn, entry, field)]
    if field in ("what", "place"):
        text = klus_say(turn.voice, f"klus-ask-new-{field}", klus)
        return [turn.ask(WORDS, text, [("no", turn.label("button-never-mind"))], klus=klus.id, field=field)]
    if field == "corporation":
        return [ask_corporation(turn, klus)]
    if field == "who":
        return [ask_who(turn, klus)]
    if field == "double":
        return ask_same_as(turn, klus)
    if field == "no-klus" and entry is not None:
        text = klus_say(turn.voice, "klus-ask-keep-hours", klus)
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
        return [turn.ask(HOURS, text, options, klus=klus.id)]
    turn.settle()
    if field == "no-klus":
        return [remove(turn, klus)]
    if field == "undone":
        return reopen(turn, klus.id)
    return drop(turn, klus.id) if field == "drop" else [Reply(text=turn.say("left-as-it-was"))]


def answer_hours(turn: Turn) -> list[Reply] | None:
    """Whether the hours stay of what was no klus."""
    keeps = read_yes(turn)
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    if keeps is None or klus is None:
        return None
    turn.settle()
    if not may_correct(turn, klus) or klus.state != State.DONE:
        return [Reply(text=turn.say("button-done"))]
    removed, entry = remove(turn, klus), own_entry(turn, klus)
    if keeps or entry is None:
        return [removed]
    first, *told = withdraw(turn, entry)
    return [replace(first, text=lines([removed.text, first.text])), *told]


def answer_words(turn: Turn) -> list[Reply] | None:
    """The new description, or place; who does the klus hears of a new place."""
    state, pressed = turn.question_state, read_answer(turn).value is not None
    klus = klussen.at_hand(turn.session, state["klus"])
    if pressed or understood(turn).meaning is Meaning.DENY:
        return left_as_it_was(turn)
    words = own_words(turn)
    if words is None or klus is None:
        return None
    turn.settle()
    if not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    return change_words(turn, klus, {state["field"]: words})


def change_words(turn: Turn, klus: Klus, told: dict[str, str]) -> list[Reply]:
    """Give the klus another description ("what") or place."""
    if "what" in told:
        klus_steps.set_what(turn.session, klus, told["what"], turn.evidence)
    if "place" in told:
        klus_steps.set_place(turn.session, klus, told["place"], turn.evidence)
    words = [klus_say(turn.voice, "klus-changed", klus)]
    if "place" in told and not turn.in_group_chat:
        words.append(turn.say("klus-place", place=told["place"]))
    reply = Reply(text=lines(words), buttons=(wrong_klus_button(turn, klus),), subject=subject_of(klus))
    return [reply, *tell_to_do(turn, klus, "klus-changed")]
