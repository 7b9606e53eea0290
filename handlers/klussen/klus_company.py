"""Asking who did a klus: with whom it was done, or who is to be added or taken out."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.hours.entry_words import name_of
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_people import people_options
from handlers.klussen.klus_texts import klus_say, names_of, wrong_klus_button
from handlers.messages import Reply
from handlers.turn import Option, Turn
from language.say.words import lines
from storage import klussen
from storage.tables import Klus

QUESTION = "klus_who"
NOBODY = "none"


def ask_who(turn: Turn, klus: Klus) -> Reply:
    """Who is to be taken out, or added."""
    helpers = klussen.helpers_of(turn.session, klus)
    options: list[Option] = [
        (f"-{key}", turn.label("button-klus-not", name=name_of(turn.session, turn.voice, key)))
        for key in helpers
        if key != turn.person.id
    ]
    options += people_options(turn, klus.room_id, klus.group_id, {turn.person.id, *helpers})
    options.append((NOBODY, turn.label("button-nothing")))
    names = names_of(turn, turn.voice, helpers)
    key = "klus-ask-who" if helpers else "klus-ask-who-nobody"
    return turn.ask(QUESTION, klus_say(turn.voice, key, klus, names=names), options, klus=klus.id)


def ask_company(turn: Turn, klus: Klus, people: int, said: Sequence[Markup]) -> Reply:
    """With whom a klus was done that was done by so many ``people``; what is ``said`` of it is in the books already."""
    helpers = klussen.helpers_of(turn.session, klus)
    options = people_options(turn, klus.room_id, klus.group_id, {turn.person.id, *helpers})
    options.append((NOBODY, turn.label("button-klus-not-known")))
    question = klus_say(turn.voice, "klus-ask-company", klus)
    reply = turn.ask(QUESTION, question, options, also=(wrong_klus_button(turn, klus),), klus=klus.id, people=people)
    about = tuple(klussen.entry_ids_of(turn.session, klus))
    return replace(reply, text=lines([*said, question]), about=about, subject=subject_of(klus))
