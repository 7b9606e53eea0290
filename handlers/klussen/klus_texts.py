"""A klus in words, and the buttons under it: what each person may see of it and do with it."""

from markupsafe import Markup

from handlers.hours.entry_words import name_of
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_rights import does, is_of_room, may_correct, may_drop, may_manage, may_report, may_see_place
from handlers.messages import Button, Reply, label_length
from handlers.turn import Turn
from language.say.voice import Voice
from language.say.words import lines
from storage import klussen
from storage.klussen import OPEN, State
from storage.rooms import settings_of
from storage.tables import Klus, Person, Room

LONGEST = 200
"""Characters of a description or a place."""


def klus_values(klus: Klus) -> dict[str, object]:
    """What a text about a klus needs: its number, and what is to be done."""
    return {"number": str(klus.number), "what": klus.what}


def klus_say(voice: Voice, key: str, klus: Klus, **values: object) -> Markup:
    """A text about a klus."""
    return voice.say(key, **klus_values(klus), **values)


def klus_label(klus: Klus) -> str:
    """A klus as short as a button: "12 kraan lekt"."""
    return f"{klus.number} {klus.what}"


def names_of(turn: Turn, voice: Voice, person_ids: list[int]) -> Markup:
    """People in a sentence."""
    return voice.listed([name_of(turn.session, voice, person_id) for person_id in person_ids])


def _place_line(turn: Turn, reader: Person, klus: Klus) -> Markup:
    """Where it is, for somebody who may know it; of one whose place nobody told, whom to ask."""
    voice = turn.voice_for(reader)
    if klus.place:
        return voice.say("klus-place", place=klus.place)
    if klus.asked_by == reader.id:
        return voice.say("klus-place-not-told")
    return voice.say("klus-place-unknown", name=name_of(turn.session, voice, klus.asked_by))


def _state_words(turn: Turn, klus: Klus) -> Markup:
    """Where it stands: "nog niemand doet het", "klaar op donderdag 12 maart"."""
    if klus.duplicate_of is not None:
        kept = klussen.kept_one(turn.session, klus)
        return turn.say("klus-state-duplicate", number=str(kept.number))
    done_on = turn.today if klus.done_on is None else klus.done_on
    return turn.say(f"klus-state-{klus.state}", day=turn.voice.day(done_on))


def detail(turn: Turn, klus: Klus, before: str = "") -> Reply:
    """A klus as it stands, as far as the writer may see it, with what they may do."""
    zone = settings_of(turn.session.get_one(Room, klus.room_id)).zone
    words = [klus_say(turn.voice, "klus-title", klus)]
    if klussen.was_asked_for(turn.session, klus):
        words.append(turn.say("klus-asked-on", day=turn.voice.day(klus.asked_at.astimezone(zone).date())))
    words.append(turn.say("klus-state", state=_state_words(turn, klus)))
    helpers = klussen.helpers_of(turn.session, klus)
    if helpers:
        words.append(turn.say("klus-who", names=names_of(turn, turn.voice, helpers)))
    if klus.place and may_see_place(turn, klus):
        words.append(turn.say("klus-place", place=klus.place))
    if klus.corporation:
        words.append(turn.say("klus-corporation", name=klus.corporation))
    photos = klussen.photos_of(turn.session, klus)
    if photos:
        words.append(turn.say("klus-photos", count=len(photos)))
    text = lines([before, *words] if before else words)
    return Reply(text=text, buttons=buttons(turn, klus), subject=subject_of(klus))


def buttons(turn: Turn, klus: Klus) -> tuple[Button, ...]:
    """What the writer may do with the klus as it stands."""
    wanted = [(label, f"klus-{verb}:{klus.id}") for label, verb in _actions(turn, klus)]
    longest = label_length(len(wanted))
    return tuple(Button(turn.label(label)[:longest], data) for label, data in wanted)


def _actions(turn: Turn, klus: Klus) -> list[tuple[str, str]]:
    if not is_of_room(turn, klus):
        return []
    has_photos = not turn.in_group_chat and may_correct(turn, klus) and klussen.photos_of(turn.session, klus)
    return [*_deeds(turn, klus), *([("button-klus-photos", "photos")] if has_photos else [])]


def _deeds(turn: Turn, klus: Klus) -> list[tuple[str, str]]:
    if klus.duplicate_of is not None:
        return [("button-klus-part", "part")] if may_correct(turn, klus) else []
    if klus.state not in OPEN:
        again = [("button-klus-reopen", "reopen")] if may_drop(turn, klus) else []
        return again + ([("button-wrong", "wrong")] if may_correct(turn, klus) else [])
    is_mine, is_taken = does(turn, klus), klus.state == State.TAKEN
    found = []
    if not is_mine:
        found.append(("button-klus-join", "join") if is_taken else ("button-klus-take", "take"))
    if is_taken and may_report(turn, klus):
        found.append(("button-klus-done", "done"))
    if is_mine:
        found.append(("button-klus-return", "return"))
    if may_manage(turn, klus):
        found.append(("button-klus-give", "give"))
    if may_drop(turn, klus):
        found.append(("button-klus-drop", "drop"))
    if may_correct(turn, klus):
        found.append(("button-wrong", "wrong"))
    return found


def to_do(turn: Turn, reader: Person, klus: Klus, key: str, **values: object) -> Reply:
    """What somebody who does a klus is told: what it is and where, with [Klaar] and [Toch niet]."""
    voice = turn.voice_for(reader)
    text = lines([klus_say(voice, key, klus, **values), _place_line(turn, reader, klus)])
    done = Button(voice.label("button-klus-done"), f"klus-done:{klus.id}")
    back = Button(voice.label("button-klus-return"), f"klus-return:{klus.id}")
    return Reply(text=text, buttons=(done, back), subject=subject_of(klus))


def wrong_klus_button(turn: Turn, klus: Klus) -> Button:
    """[Klopt niet]: about this klus."""
    return turn.button("button-wrong", f"klus-wrong:{klus.id}")


def new_line(voice: Voice, klus: Klus, key: str = "klus-new") -> Reply:
    """What those who look after klussen are told of one that nobody does: without where it is."""
    take = Button(voice.label("button-klus-take"), f"klus-take:{klus.id}")
    give = Button(voice.label("button-klus-give"), f"klus-give:{klus.id}")
    return Reply(text=klus_say(voice, key, klus), buttons=(take, give), subject=subject_of(klus))
