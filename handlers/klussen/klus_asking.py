"""Somebody asks for a klus: it is kept at once; where it is and whose house is asked, and those in charge are told.

"er is een lamp kapot" ──► kept, those in charge told ──► the same as klus 12? ──► where? ──► which corporation?
"""

from dataclasses import replace

from markupsafe import Markup

from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_corporation import ask_rest, corporations
from handlers.klussen.klus_photos import keep_photo
from handlers.klussen.klus_rights import ACTIVITY, managers, may_correct
from handlers.klussen.klus_texts import LONGEST, klus_say, new_line, wrong_klus_button
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer, read_yes
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.klus_likeness import alike, places_differ
from language.understand.klus_words import without_article, without_corporation
from language.understand.meaning import Draft, Meaning, Reason, Understanding
from storage import klus_steps, klussen
from storage.klus_steps import Told
from storage.tables import Klus

ROOM, PLACE, WHAT, SAME = "klus_room", "klus_place", "klus_what", "klus_same_asked"
SKIP = "skip"
_NO_PLACE = (
    Meaning.LOG,
    Meaning.CORRECTION,
    Meaning.DELETE,
    Meaning.QUESTION,
    Meaning.KLUS_REQUEST,
    Meaning.FINISHED,
    Meaning.START,
    Meaning.HABIT,
    Meaning.ATTENDANCE,
    Meaning.TALLY,
    Meaning.ABSENCE,
    Meaning.PAUSE,
    Meaning.GREETING,
    Meaning.THANKS,
    Meaning.CONFIRM,
)
"""What is no answer to where it is, but a message of its own."""


def request(turn: Turn, meant: Understanding) -> list[Reply]:
    """ "er is een lamp kapot bij mw. Jansen": a klus to be done."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    draft = meant.drafts[0] if meant.drafts else Draft()
    if not draft.klus:
        return [turn.ask(WHAT, turn.say("klus-ask-what"), [(SKIP, turn.label("button-never-mind"))], place=draft.place)]
    return _request(turn, draft, meant.organisation)


def answer_what(turn: Turn) -> list[Reply] | None:
    """What is to be done."""
    if read_answer(turn).value is not None:
        return left_as_it_was(turn)
    meant, place = understood(turn), turn.question_state["place"]
    if meant.meaning is Meaning.KLUS_REQUEST and meant.drafts and meant.drafts[0].klus:
        draft = meant.drafts[0]
        return _request(turn, replace(draft, place=draft.place or place), meant.organisation)
    text = own_words(turn)
    return None if text is None else _request(turn, Draft(klus=text, place=place))


def own_words(turn: Turn) -> str | None:
    """The message as words about a klus; None where it clearly is a message of its own."""
    meant, text = understood(turn), " ".join(turn.incoming.text.split())
    amounts = any(draft.minutes for draft in meant.drafts)
    asks_more = meant.ask is not None and meant.ask.reason is not Reason.MINUTES
    is_other = meant.meaning in _NO_PLACE or (meant.meaning is Meaning.ASK and (amounts or asks_more))
    return None if is_other or not text or len(text) > LONGEST else text


def _request(turn: Turn, draft: Draft, organisation: str | None = None) -> list[Reply]:
    room_id = _room(turn, draft)
    if room_id is not None:
        turn.settle()
        return _add(turn, room_id, draft, organisation)
    rooms = [(str(place.room.id), place.room.name) for place in turn.places]
    kept = {"what": draft.klus, "place": draft.place, "group": draft.group, "photo": turn.incoming.photo}
    kept["organisation"] = organisation
    return [turn.ask(ROOM, turn.say("ask-room"), rooms, draft=kept)]


def _room(turn: Turn, draft: Draft) -> int | None:
    if len(turn.places) == 1:
        return turn.places[0].room.id
    return next((group.room_id for group in turn.groups if str(group.id) == draft.group), None)


def answer_room(turn: Turn) -> list[Reply] | None:
    """In which room it is."""
    value, kept = read_answer(turn).value, turn.question_state["draft"]
    if value is None:
        return None
    turn.settle()
    if turn.place_in(int(value)) is None:
        return [Reply(text=turn.say("not-yours"))]
    draft = Draft(klus=kept["what"], place=kept["place"], group=kept["group"])
    return _add(turn, int(value), draft, kept["organisation"], kept["photo"])


def _add(turn: Turn, room_id: int, draft: Draft, organisation: str | None, photo: str = "") -> list[Reply]:
    names = corporations(turn, room_id)
    place, corporation = without_corporation(draft.place, names)
    corporation = next((name for name in names if name == organisation), corporation)
    what = without_article(str(draft.klus))[:LONGEST]
    told = Told(what=what, place=place, group_id=_group_of(turn, room_id, draft))
    klus = klus_steps.request(turn.session, room_id, told, turn.evidence)
    if corporation is not None:
        klus_steps.set_corporation(turn.session, klus, corporation, turn.evidence)
    photo = photo or turn.incoming.photo
    if photo:
        keep_photo(turn, klus, photo, is_after=False)
    return [_ask_first(turn, klus), *tell_managers(turn, klus)]


def _ask_first(turn: Turn, klus: Klus) -> Reply:
    """The echo, with whether it is a klus that was asked for already, where it looks like one; else what is missing."""
    said = _echo(turn, klus)
    same = next((other for other in klussen.open_in(turn.session, [klus.room_id]) if _is_like(klus, other)), None)
    if same is None or turn.in_group_chat:
        return ask_on(turn, klus, [said])
    question = klus_say(turn.voice, "klus-ask-same-asked", same)
    options = [("yes", turn.label("button-klus-same")), ("no", turn.label("button-klus-other"))]
    reply = turn.ask(SAME, question, options, also=(wrong_klus_button(turn, klus),), klus=klus.id, same=same.id)
    return replace(reply, text=lines([said, question]), subject=subject_of(klus))


def _is_like(klus: Klus, other: Klus) -> bool:
    """Whether the other may be the same: it sounds alike, and is at the same place or told by the same person."""
    if klus.id == other.id or not alike(klus.what, other.what) or places_differ(klus.place, other.place):
        return False
    return klus.asked_by == other.asked_by or bool(klus.place and other.place)


def answer_same(turn: Turn) -> list[Reply] | None:
    """Whether it was asked for already: then it counts as that one, and nobody does it twice."""
    is_same, state = read_yes(turn), turn.question_state
    klus, same = (klussen.at_hand(turn.session, state[key]) for key in ("klus", "same"))
    if is_same is None or klus is None or same is None:
        return None
    turn.settle()
    if not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    if not is_same or klus.duplicate_of is not None:
        return [ask_on(turn, klus, [klus_say(turn.voice, "klus-title", klus)])]
    kept = klus_steps.merge(turn.session, klus, same, turn.evidence)
    text = klus_say(turn.voice, "klus-merged", klus, kept=str(kept.number), kept_what=kept.what)
    return [Reply(text=text, buttons=(turn.button("button-klus-part", f"klus-part:{klus.id}"),))]


def _group_of(turn: Turn, room_id: int, draft: Draft) -> int | None:
    of_room = [group for group in turn.groups if group.room_id == room_id]
    named = [group.id for group in of_room if str(group.id) == draft.group]
    usual = [group.id for group in of_room if group.activity == ACTIVITY]
    return named[0] if named else usual[0] if len(usual) == 1 else None


def _echo(turn: Turn, klus: Klus) -> Markup:
    words = [klus_say(turn.voice, "klus-asked", klus)]
    if klus.place and not turn.in_group_chat:
        words.append(turn.say("klus-place", place=klus.place))
    if klus.corporation:
        words.append(turn.say("klus-corporation", name=klus.corporation))
    return lines(words)


def ask_on(turn: Turn, klus: Klus, said: list[Markup]) -> Reply:
    """What was kept, and what is not known of the klus yet: where it is, then whose house."""
    if klus.place or turn.in_group_chat:
        return ask_rest(turn, said, [klus])
    question = turn.say("klus-ask-place")
    options = [(SKIP, turn.label("button-klus-skip"))]
    reply = turn.ask(PLACE, question, options, also=(wrong_klus_button(turn, klus),), klus=klus.id)
    return replace(reply, text=lines([*said, question]), subject=subject_of(klus))


def tell_managers(turn: Turn, klus: Klus, key: str = "klus-new") -> list[Reply]:
    """Those in charge hear of a klus that nobody does."""
    return [
        turn.tell(person.id, new_line(turn.voice_for(person), klus, key))
        for person in managers(turn, klus)
        if person.id != turn.person.id
    ]


def answer_place(turn: Turn) -> list[Reply] | None:
    """Where it is, in the writer's words; [Overslaan] or "nee" leaves it open."""
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    pressed = read_answer(turn).value is not None
    if klus is None or not may_correct(turn, klus):
        turn.settle()
        return [Reply(text=turn.say("button-done"))] if pressed else None
    if pressed or understood(turn).meaning is Meaning.DENY:
        turn.settle()
        return [ask_rest(turn, [turn.say("klus-place-skipped")], [klus])]
    place = own_words(turn)
    if place is None:
        return None
    turn.settle()
    klus_steps.set_place(turn.session, klus, place, turn.evidence)
    said = lines([klus_say(turn.voice, "klus-place-kept", klus), turn.say("klus-place", place=place)])
    return [ask_rest(turn, [said], [klus])]
