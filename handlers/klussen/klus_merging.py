"""A klus that was told before: it is merged into the other one, and counts once."""

from datetime import timedelta

from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_choice import chosen_klus, number_in
from handlers.klussen.klus_hours import hours_of, without_double
from handlers.klussen.klus_rights import may_correct
from handlers.klussen.klus_texts import klus_label, klus_say
from handlers.messages import Button, Reply
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.klus_likeness import alike
from language.understand.meaning import Meaning
from storage import klus_steps, klussen
from storage.tables import Klus

QUESTION = "klus_same_as"
DAYS_BACK = 60
"""How far back a klus that was done can be chosen; an older one by its number."""


def ask_same_as(turn: Turn, klus: Klus) -> list[Reply]:
    """As which klus it is the same: those that look like it first, then the newest."""
    if not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    since = turn.today - timedelta(days=DAYS_BACK)
    known = [
        *klussen.open_in(turn.session, [klus.room_id]),
        *klussen.done_in(turn.session, klus.room_id, since, turn.today),
    ]
    others = [other for other in known if other.id != klussen.kept_one(turn.session, klus).id]
    if not others:
        return [Reply(text=turn.say("klus-no-other"))]
    others.sort(key=lambda other: (not alike(other.what, klus.what), -other.number))
    options = [(str(other.id), klus_label(other)) for other in others]
    options.append(("none", turn.label("button-none")))
    return [turn.ask(QUESTION, klus_say(turn.voice, "klus-ask-same-as", klus), options, klus=klus.id)]


def answer(turn: Turn) -> list[Reply] | None:
    """Merge it into the one that was chosen, or named by its number."""
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    value = chosen_klus(turn)
    if klus is None:
        return None
    if value is None and understood(turn).meaning is Meaning.DENY:
        value = "none"
    if value is None:
        return _by_number(turn, klus)
    turn.settle()
    if value == "none":
        return [Reply(text=turn.say("left-as-it-was"))]
    other = klussen.at_hand(turn.session, int(value))
    return merge(turn, klus, other)


def _by_number(turn: Turn, klus: Klus) -> list[Reply] | None:
    number = number_in(turn.incoming.text)
    return None if number is None else merge_into_number(turn, klus, number)


def merge_into_number(turn: Turn, klus: Klus, number: int) -> list[Reply]:
    """ "klus 13 is dezelfde als klus 12"."""
    found = klussen.by_number(turn.session, [klus.room_id], number)
    turn.settle()
    if not found:
        return [Reply(text=turn.say("klus-no-such-number", number=str(number)))]
    return merge(turn, klus, found[0])


def merge(turn: Turn, klus: Klus, other: Klus | None) -> list[Reply]:
    """The klus is the same as the other; hours that stand twice for it are taken out once."""
    if not may_correct(turn, klus) or other is None or other.room_id != klus.room_id:
        return [Reply(text=turn.say("not-yours"))]
    other = klussen.kept_one(turn.session, other)
    if other.id == klussen.kept_one(turn.session, klus).id:
        return [Reply(text=turn.say("button-done"))]
    hours = [entry for entry in hours_of(turn, klus) if turn.person.id in (entry.person_id, entry.changed_by)]
    kept = klus_steps.merge(turn.session, klus, other, turn.evidence)
    words = klus_say(turn.voice, "klus-merged", klus, kept=str(kept.number), kept_what=kept.what)
    if without_double(turn, kept, hours):
        words = words + "\n" + turn.say("klus-hours-once")
    button = Button(turn.label("button-klus-part"), f"klus-part:{klus.id}")
    return [Reply(text=words, buttons=(button,), subject=subject_of(kept))]
