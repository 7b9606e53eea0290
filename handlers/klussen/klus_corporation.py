"""Which housing corporation a klus is for: asked with buttons where the room has some; silence loses nothing."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.hours.which_group import ask_which_group
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_rights import may_correct
from handlers.klussen.klus_texts import klus_say, wrong_klus_button
from handlers.messages import Button, Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import entries, klus_steps, klussen
from storage.rooms import settings_of
from storage.tables import EntryVersion, Klus, Room

QUESTION = "klus_corporation"
NONE = "none"
"""The option for a house of none of them."""


def corporations(turn: Turn, room_id: int) -> tuple[str, ...]:
    """The corporations that the room works for."""
    return settings_of(turn.session.get_one(Room, room_id)).corporation_names


def ask_rest(
    turn: Turn,
    said: Sequence[str],
    made: Sequence[Klus],
    hours: Sequence[EntryVersion] = (),
    button: Button | None = None,
) -> Reply:
    """What was done with klussen, and what is still open about them: a corporation, then the group of their hours."""
    about = tuple(entry.entry_id for entry in hours)
    unknown = [klus for klus in made if klus.corporation is None and corporations(turn, klus.room_id)]
    subject = subject_of(made[0])
    wrong = button or wrong_klus_button(turn, made[0])
    if unknown:
        return _ask(turn, said, unknown, hours, wrong, is_named=len(made) > 1)
    groups = [group for group in turn.groups if hours and group.room_id == hours[0].room_id]
    if hours and groups and all(entry.group_id is None for entry in hours):
        return replace(ask_which_group(turn, lines(said), hours, groups, None), subject=subject)
    return Reply(text=lines(said), buttons=(wrong,), about=about, subject=subject)


def ask_corporation(turn: Turn, klus: Klus) -> Reply:
    """Whose house it was, also where that was told before."""
    return _ask(turn, [], [klus], (), wrong_klus_button(turn, klus))


def _ask(
    turn: Turn,
    said: Sequence[str],
    unknown: list[Klus],
    hours: Sequence[EntryVersion],
    wrong: Button,
    *,
    is_named: bool = False,
) -> Reply:
    klus = unknown[0]
    key = "klus-ask-corporation-of" if is_named else "klus-ask-corporation"
    question = klus_say(turn.voice, key, klus)
    options = [(str(place), name) for place, name in enumerate(corporations(turn, klus.room_id))]
    options.append((NONE, turn.label("button-none")))
    ids = [entry.entry_id for entry in hours]
    reply = turn.ask(
        QUESTION, question, options, also=(wrong,), klussen=[k.id for k in unknown], entries=ids, wrong=wrong.data
    )
    return replace(reply, text=lines([*said, question]), about=tuple(ids), subject=subject_of(klus))


def answer(turn: Turn) -> list[Reply] | None:
    """Keep the corporation, and ask on; "nee" leaves it open."""
    state, value = turn.question_state, read_answer(turn).value
    if value is None:
        if understood(turn).meaning is not Meaning.DENY:
            return None
        return left_as_it_was(turn)
    asked = [klus for key in state["klussen"] if (klus := klussen.at_hand(turn.session, key)) is not None]
    hours = entries.current(turn.session, state["entries"])
    turn.settle()
    klus = asked[0]
    names = corporations(turn, klus.room_id)
    if not may_correct(turn, klus) or (value != NONE and int(value) >= len(names)):
        return [Reply(text=turn.say("button-done"))]
    klus_steps.set_corporation(turn.session, klus, "" if value == NONE else names[int(value)], turn.evidence)
    wrong = Button(turn.label("button-wrong"), state["wrong"])
    return [ask_rest(turn, [_corporation_words(turn, klus)], asked, hours, wrong)]


def _corporation_words(turn: Turn, klus: Klus) -> Markup:
    """The echo of whose house it is."""
    key = "klus-corporation-set" if klus.corporation else "klus-corporation-none"
    return klus_say(turn.voice, key, klus, name=klus.corporation or "")
