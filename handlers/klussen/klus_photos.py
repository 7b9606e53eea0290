"""A picture of a klus, before or after: kept as the platform's reference to it, and gone with the place."""

from handlers.addressed import JUST_NOW
from handlers.klussen.klus_addressed import addressed_klus, replied_klus, subject_of
from handlers.klussen.klus_choice import chosen_klus
from handlers.klussen.klus_report import QUESTIONS, report_from_json
from handlers.klussen.klus_rights import does, is_of_room, may_correct, may_manage
from handlers.klussen.klus_texts import klus_label, klus_say
from handlers.messages import Button, Reply
from handlers.questions import read_answer
from handlers.turn import Turn
from language.understand.klus_words import is_of_after
from storage import klus_steps, klussen
from storage.klussen import State
from storage.tables import Klus, KlusPhoto

WHICH, WHEN = "klus_photo_of", "klus_photo_when"
BEFORE, AFTER = "before", "after"


def keep_photo(turn: Turn, klus: Klus, reference: str, *, is_after: bool) -> KlusPhoto:
    """Keep the picture with the klus."""
    return klus_steps.add_photo(
        turn.session, klus, reference, turn.incoming.channel, is_after=is_after, evidence=turn.evidence
    )


def photo(turn: Turn) -> list[Reply] | None:
    """A picture without words of its own, of a klus; None when the writer has none that it can be of."""
    reference = turn.incoming.photo
    told = _being_reported(turn)
    if reference and told is not None and may_correct(turn, told):
        # It is being told that the klus is done: the picture is of that.
        keep_photo(turn, told, reference, is_after=True)
        return [turn.ask_again(klus_say(turn.voice, "klus-photo-after", told))]
    found = _candidates(turn) if reference else []
    if not found:
        return None
    if len(found) > 1:
        options = [(str(klus.id), klus_label(klus)) for klus in found]
        options.append(("none", turn.label("button-none")))
        return [
            turn.ask(
                WHICH, turn.say("klus-photo-which"), options, reference=reference, caption=turn.incoming.text.strip()
            )
        ]
    return _of(turn, found[0], reference, turn.incoming.text)


def _being_reported(turn: Turn) -> Klus | None:
    if turn.question is None or turn.question.kind not in QUESTIONS:
        return None
    klus_id = report_from_json(turn.question_state["report"]).klus
    return None if klus_id is None else klussen.at_hand(turn.session, klus_id)


def _candidates(turn: Turn) -> list[Klus]:
    """The klus replied to or just told of, else those in hand and the one that was just done."""
    replied = replied_klus(turn)
    if replied is not None:
        return [replied] if may_correct(turn, replied) else []
    told = addressed_klus(turn)
    if told is not None and (does(turn, told) or told.asked_by == turn.person.id):
        return [told]
    held = klussen.in_hand(turn.session, turn.person.id, [place.room.id for place in turn.places])
    done = klussen.last_done_by(turn.session, turn.person.id, turn.now - JUST_NOW)
    return held + ([done] if done is not None and is_of_room(turn, done) else [])


def _of(turn: Turn, klus: Klus, reference: str, caption: str) -> list[Reply]:
    is_after = _is_after(turn, klus, caption)
    if is_after is None:
        options = [(BEFORE, turn.label("button-klus-before")), (AFTER, turn.label("button-klus-after"))]
        text = klus_say(turn.voice, "klus-photo-when", klus)
        return [turn.ask(WHEN, text, options, klus=klus.id, reference=reference)]
    return [_kept(turn, klus, keep_photo(turn, klus, reference, is_after=is_after))]


def _is_after(turn: Turn, klus: Klus, caption: str) -> bool | None:
    said = is_of_after(caption)
    if said is not None or klus.state == State.DONE:
        return said is not False
    kept = klussen.photos_of(turn.session, klus)
    has_before = any(not photo.is_after and photo.by == turn.person.id for photo in kept)
    if klus.state == State.TAKEN and does(turn, klus):
        return True if has_before else None
    return False


def answer_which(turn: Turn) -> list[Reply] | None:
    """Of which klus the picture is."""
    state, value = turn.question_state, chosen_klus(turn)
    if value is None:
        return None
    turn.settle()
    klus = None if value == "none" else klussen.at_hand(turn.session, int(value))
    if klus is None or not may_correct(turn, klus):
        return [Reply(text=turn.say("klus-photo-dropped"))]
    return _of(turn, klus, state["reference"], state["caption"])


def answer_when(turn: Turn) -> list[Reply] | None:
    """Whether the picture is of before or after."""
    state, value = turn.question_state, read_answer(turn).value
    if value is None:
        said = is_of_after(turn.incoming.text)
        value = None if said is None else AFTER if said else BEFORE
    klus = klussen.at_hand(turn.session, state["klus"])
    if value is None or klus is None:
        return None
    turn.settle()
    if not may_correct(turn, klus):
        return [Reply(text=turn.say("button-done"))]
    return [_kept(turn, klus, keep_photo(turn, klus, state["reference"], is_after=value == AFTER))]


def _kept(turn: Turn, klus: Klus, kept: KlusPhoto) -> Reply:
    key, other = ("after", "before") if kept.is_after else ("before", "after")
    buttons = (
        Button(turn.label(f"button-klus-was-{other}"), f"klus-photo-turn:{kept.id}"),
        Button(turn.label("button-klus-photo-away"), f"klus-photo-away:{kept.id}"),
    )
    return Reply(text=klus_say(turn.voice, f"klus-photo-{key}", klus), buttons=buttons, subject=subject_of(klus))


def show_first(turn: Turn, klus_id: int) -> list[Reply]:
    """[Foto's]: the pictures one by one, for those who do the klus, asked for it or look after it."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    kept = klussen.photos_of(turn.session, klus)
    return [_shown(turn, klus, kept[0])] if kept else [Reply(text=turn.say("button-done"))]


def show_next(turn: Turn, photo_id: int) -> list[Reply]:
    """[Volgende foto]."""
    found = _pressed(turn, photo_id)
    return [found] if isinstance(found, Reply) else [_shown(turn, *found)]


def _shown(turn: Turn, klus: Klus, kept: KlusPhoto) -> Reply:
    every = [photo.id for photo in klussen.photos_of(turn.session, klus)]
    key = "klus-photo-is-after" if kept.is_after else "klus-photo-is-before"
    following = every[every.index(kept.id) + 1 :]
    more = [Button(turn.label("button-klus-photo-next"), f"klus-photo-next:{following[0]}")] if following else []
    if kept.by == turn.person.id or may_manage(turn, klus):
        more.append(Button(turn.label("button-klus-photo-away"), f"klus-photo-away:{kept.id}"))
    # A picture can be shown on the channel alone on which it came.
    photo = kept.reference if kept.channel == turn.incoming.channel else ""
    text = klus_say(turn.voice, key, klus, place=every.index(kept.id) + 1, count=len(every))
    return Reply(text=text, photo=photo, buttons=tuple(more), subject=subject_of(klus))


def turn_photo(turn: Turn, photo_id: int) -> list[Reply]:
    """[Was voor], [Was na]: the picture is of the other."""
    found = _changeable(turn, photo_id)
    if isinstance(found, Reply):
        return [found]
    klus, kept = found
    klus_steps.turn_photo(turn.session, klus, kept, turn.evidence)
    return [_kept(turn, klus, kept)]


def remove_photo(turn: Turn, photo_id: int) -> list[Reply]:
    """[Foto weg]: the picture is kept no more."""
    found = _changeable(turn, photo_id)
    if isinstance(found, Reply):
        return [found]
    klus, kept = found
    klus_steps.remove_photo(turn.session, klus, kept, turn.evidence)
    return [Reply(text=turn.say("klus-photo-dropped"))]


def _changeable(turn: Turn, photo_id: int) -> tuple[Klus, KlusPhoto] | Reply:
    """The picture of a button, for who sent it and for who looks after the klus."""
    found = _pressed(turn, photo_id)
    if isinstance(found, Reply) or found[1].by == turn.person.id or may_manage(turn, found[0]):
        return found
    return Reply(text=turn.say("not-yours"))


def _pressed(turn: Turn, photo_id: int) -> tuple[Klus, KlusPhoto] | Reply:
    kept = turn.session.get(KlusPhoto, photo_id)
    klus = None if kept is None else klussen.at_hand(turn.session, kept.klus_id)
    if kept is None or klus is None or not may_correct(turn, klus):
        return Reply(text=turn.say("not-yours"))
    return (klus, kept) if kept.reference else Reply(text=turn.say("button-done"))
