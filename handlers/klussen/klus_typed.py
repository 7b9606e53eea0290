"""A klus in words: by its number ("klus 12", "ik doe klus 12"), in reply to a message about it, or right after one."""

from rapidfuzz import fuzz

from handlers.addressed import addressed, is_addressed
from handlers.group_chats.in_private import in_private
from handlers.hours.changing import change_entry, withdraw
from handlers.hours.what_wrong import says_nothing
from handlers.klussen.klus_addressed import addressed_klus
from handlers.klussen.klus_correcting import DUPLICATE, ask_what, change_words
from handlers.klussen.klus_finishing import report
from handlers.klussen.klus_giving import give_to_named
from handlers.klussen.klus_hours import own_entry
from handlers.klussen.klus_list import show_number
from handlers.klussen.klus_merging import ask_same_as, merge_into_number
from handlers.klussen.klus_photos import photo
from handlers.klussen.klus_rights import does, is_of_room, may_correct, may_manage, may_report
from handlers.klussen.klus_routes import ACTIONS
from handlers.klussen.klus_taking import drop, take
from handlers.klussen.klus_texts import buttons
from handlers.messages import Kind, Reply
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.klus_words import deed_in, is_of_after, numbered_klus, numbers_named
from language.understand.meaning import Meaning, Understanding
from storage import klussen
from storage.klussen import OPEN
from storage.tables import Klus

_ALIKE = 88
_TELLS = (Meaning.LOG, Meaning.ASK, Meaning.KLUS_REQUEST, Meaning.FINISHED, Meaning.ATTENDANCE, Meaning.TALLY)
"""What is no word on a klus that was just told of, but a message of its own."""


def typed(turn: Turn, meant: Understanding) -> list[Reply] | None:
    """A message about a klus that is named by its number or was just told of; None when it is about none."""
    if turn.incoming.kind is Kind.PHOTO and not _tells(turn, meant):
        return photo(turn)
    named = numbered_klus(turn.incoming.text)
    if named is not None:
        return _about_number(turn, meant, *named)
    if meant.meaning in _TELLS:
        return None
    klus = addressed_klus(turn)
    return None if klus is None else _pressed_in_words(turn, klus, turn.incoming.text)


def _tells(turn: Turn, meant: Understanding) -> bool:
    """Whether a picture's caption tells of something by itself; "zo was het ervoor" is of the picture."""
    if meant.meaning is not Meaning.ASK:
        return meant.meaning in _TELLS
    is_of_picture = is_of_after(turn.incoming.text) is not None or not any(draft.klus for draft in meant.drafts)
    return any(draft.minutes for draft in meant.drafts) or not is_of_picture


def _about_number(turn: Turn, meant: Understanding, number: int, rest: str) -> list[Reply] | None:
    found = klussen.by_number(turn.session, [place.room.id for place in turn.places], number)
    if len(found) != 1 or not rest:
        return show_number(turn, number)
    klus = klussen.at_hand(turn.session, found[0].id) or found[0]
    others = [other for other in numbers_named(turn.incoming.text) if other != number]
    if meant.topic == DUPLICATE or others:
        return merge_into_number(turn, klus, others[0]) if others else ask_same_as(turn, klus)
    said = understood(turn, rest)
    has_amount = any(draft.minutes for draft in said.drafts)
    if Meaning.FINISHED in (meant.meaning, said.meaning) or (said.meaning is Meaning.LOG and has_amount):
        return report(turn, klus, said) if may_report(turn, klus) else take(turn, klus.id)
    return _deed(turn, klus, rest) or show_number(turn, number)


def _pressed_in_words(turn: Turn, klus: Klus, text: str) -> list[Reply] | None:
    """The words are the label of one of the klus's buttons: then it is pressed."""
    said = text.strip().casefold()
    for button in buttons(turn, klus):
        if fuzz.ratio(said, button.label.casefold()) >= _ALIKE:
            turn.settle()
            return ACTIONS[button.data.partition(":")[0].removeprefix("klus-")](turn, klus.id)
    return None


def _deed(turn: Turn, klus: Klus, text: str) -> list[Reply] | None:
    """What the words do with the klus: the label of one of its buttons, or other words for that."""
    pressed = _pressed_in_words(turn, klus, text)
    if pressed is not None:
        return pressed
    deed = deed_in(text)
    if deed == "give":
        return give_to_named(turn, klus, text) if may_manage(turn, klus) else None
    if deed is None:
        return None
    turn.settle()
    return ACTIONS[deed](turn, klus.id)


def about(turn: Turn, meant: Understanding, klus_id: int) -> list[Reply] | None:
    """A reply to what was told of a klus, or a correction right after it; None when it reads as neither."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not is_of_room(turn, klus) or numbered_klus(turn.incoming.text) is not None:
        return None
    if meant.topic == DUPLICATE:
        return in_private(turn, lambda private: ask_same_as(private, klus))
    if meant.meaning is Meaning.DELETE:
        return _taken_away(turn, klus)
    if meant.meaning is Meaning.CORRECTION:
        return _corrected(turn, klus, meant)
    if meant.meaning is Meaning.DENY and may_correct(turn, klus):
        return in_private(turn, lambda private: [ask_what(private, klus)])
    if meant.meaning is Meaning.INFO and not klus.place and klus.state in OPEN and may_correct(turn, klus):
        return change_words(turn, klus, {"place": " ".join(turn.incoming.text.split())})
    return None if meant.meaning in _TELLS else _deed(turn, klus, turn.incoming.text)


def _taken_away(turn: Turn, klus: Klus) -> list[Reply] | None:
    """ "haal weg": hours that were echoed are taken away as all hours are, an open klus need not be done."""
    if (is_addressed(turn) and addressed(turn)) or not _is_meant(turn, klus):
        return None
    entry = own_entry(turn, klus)
    if klus.state in OPEN:
        return drop(turn, klus.id)
    return None if entry is None else withdraw(turn, entry)


def _corrected(turn: Turn, klus: Klus, meant: Understanding) -> list[Reply] | None:
    if meant.change is not None and not says_nothing(meant.change):
        if is_addressed(turn) and addressed(turn):
            return None
        entry = own_entry(turn, klus)
        return None if entry is None else change_entry(turn, entry, meant.change)
    if not may_correct(turn, klus) or not _is_meant(turn, klus):
        return None
    return in_private(turn, lambda private: [ask_what(private, klus)])


def _is_meant(turn: Turn, klus: Klus) -> bool:
    """Whether words are about the klus: without an address not about what others just did with one."""
    return bool(turn.incoming.replies_to) or klus.asked_by == turn.person.id or does(turn, klus)


def edited(turn: Turn, meant: Understanding, klus_id: int) -> list[Reply] | None:
    """The message that asked for a klus was edited: it says from now on what the message says."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not may_correct(turn, klus):
        return None
    draft = meant.drafts[0] if meant.drafts else None
    if meant.meaning is Meaning.KLUS_REQUEST and draft is not None and draft.klus:
        turn.settle()
        told = {"what": draft.klus, "place": draft.place or ""}
        now = {"what": klus.what, "place": klus.place or ""}
        changed = {name: value for name, value in told.items() if value and value != now[name]}
        return change_words(turn, klus, changed)
    if meant.meaning in _TELLS:
        return None
    return in_private(turn, lambda private: [ask_what(private, klus, turn.say("klus-edit-unclear"))])
