"""Who does a klus: [Ik doe het], [Ik doe mee], [Toch niet]; and one that falls away, or is open after all."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_asking import tell_managers
from handlers.klussen.klus_rights import does, hears_of, is_of_room, may_correct, may_drop, may_manage
from handlers.klussen.klus_texts import detail, klus_say, names_of, to_do
from handlers.messages import Button, Reply
from handlers.turn import Turn
from storage import klus_steps, klussen
from storage.klussen import OPEN, State
from storage.tables import Klus, Person


def open_one(turn: Turn, klus_id: int) -> Klus | Reply:
    """The klus of a button that was pressed, where it is open still; else what to say of it."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not is_of_room(turn, klus):
        return Reply(text=turn.say("not-yours"))
    if klus.state in OPEN and klus.duplicate_of is None:
        return klus
    return detail(turn, klus, turn.say("klus-closed-already"))


def take(turn: Turn, klus_id: int) -> list[Reply]:
    """[Ik doe het]; of a klus that somebody else took meanwhile: whether to join in."""
    klus = open_one(turn, klus_id)
    if isinstance(klus, Reply):
        return [klus]
    others = klussen.helpers_of(turn.session, klus)
    if others and turn.person.id not in others:
        text = klus_say(
            turn.voice, "klus-taken-already", klus, names=names_of(turn, turn.voice, others), count=len(others)
        )
        button = Button(turn.label("button-klus-join"), f"klus-join:{klus.id}")
        return [Reply(text=text, buttons=(button,), subject=subject_of(klus))]
    return join(turn, klus_id)


def join(turn: Turn, klus_id: int) -> list[Reply]:
    """[Ik doe mee]: the writer does it, beside others if there are any."""
    klus = open_one(turn, klus_id)
    if isinstance(klus, Reply):
        return [klus]
    is_new = not does(turn, klus)
    klus_steps.take(turn.session, klus, turn.person.id, turn.evidence)
    told = tell_asker(turn, klus, "klus-told-taken", name=turn.person.name) if is_new else []
    return [to_do(turn, turn.person, klus, "klus-you-do"), *told]


def tell_asker(turn: Turn, klus: Klus, key: str, **values: object) -> list[Reply]:
    """Whoever asked for the klus hears what became of it, unless they did that themselves."""
    if not hears_of(turn, klus, klus.asked_by):
        return []
    asker = turn.session.get_one(Person, klus.asked_by)
    text = klus_say(turn.voice_for(asker), key, klus, **values)
    return [turn.tell(asker.id, Reply(text=text, subject=subject_of(klus)))]


def give_back(turn: Turn, klus_id: int) -> list[Reply]:
    """[Toch niet]: the writer does it no more; one that nobody does is told of anew."""
    klus = open_one(turn, klus_id)
    if isinstance(klus, Reply):
        return [klus]
    if not does(turn, klus):
        did = any(
            step.change == "returned" and step.value == str(turn.person.id)
            for step in klussen.changes_of(turn.session, klus.id)
        )
        return [Reply(text=turn.say("button-done" if did else "not-yours"))]
    klus_steps.remove_helper(turn.session, klus, turn.person.id, turn.evidence)
    told = tell_managers(turn, klus, "klus-open-again") if klus.state == State.ASKED else []
    reply = Reply(text=klus_say(turn.voice, "klus-given-back", klus), subject=subject_of(klus))
    if klus.state == State.ASKED and may_manage(turn, klus):
        reply = replace(reply, buttons=(turn.button("button-klus-give", f"klus-give:{klus.id}"),))
    return [reply, *told]


def leave_all(turn: Turn) -> list[Reply]:
    """Who leaves does no klus any more; those in charge hear of the ones that nobody does now."""
    return _without(turn, klus_steps.return_all(turn.session, turn.person.id, turn.evidence))


def leave_room(turn: Turn, room_id: int, person_id: int) -> list[Reply]:
    """The same for somebody whom the writer takes out of a room, with its klussen alone."""
    return _without(turn, klus_steps.return_all(turn.session, person_id, turn.evidence, room_id))


def _without(turn: Turn, left: Sequence[Klus]) -> list[Reply]:
    return [reply for klus in left for reply in tell_managers(turn, klus, "klus-open-again")]


def drop(turn: Turn, klus_id: int) -> list[Reply]:
    """[Vervalt]: it need not be done; who does it and who asked for it hear so."""
    klus = open_one(turn, klus_id)
    if isinstance(klus, Reply):
        return [klus]
    if not may_drop(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    klus_steps.drop(turn.session, klus, turn.evidence)
    again = Button(turn.label("button-klus-reopen"), f"klus-reopen:{klus.id}")
    reply = Reply(text=klus_say(turn.voice, "klus-dropped", klus), buttons=(again,), subject=subject_of(klus))
    return [reply, *tell_helpers(turn, klus, "klus-dropped"), *_tell_asker_too(turn, klus, "klus-dropped")]


def tell_helpers(turn: Turn, klus: Klus, key: str, **values: object) -> list[Reply]:
    """Those who do the klus hear what happened to it."""
    return [
        turn.tell(
            person.id, Reply(text=klus_say(turn.voice_for(person), key, klus, **values), subject=subject_of(klus))
        )
        for person in _other_helpers(turn, klus)
    ]


def _other_helpers(turn: Turn, klus: Klus) -> list[Person]:
    helpers = klussen.helpers_of(turn.session, klus)
    return [turn.session.get_one(Person, key) for key in helpers if hears_of(turn, klus, key)]


def tell_to_do(turn: Turn, klus: Klus, key: str) -> list[Reply]:
    """Those who have the klus in hand hear what it is and where, as it says now."""
    if klus.state != State.TAKEN:
        return []
    return [turn.tell(person.id, to_do(turn, person, klus, key)) for person in _other_helpers(turn, klus)]


def _tell_asker_too(turn: Turn, klus: Klus, key: str) -> list[Reply]:
    """The asker, where they did not hear it as one who does the klus."""
    return [] if klus.asked_by in klussen.helpers_of(turn.session, klus) else tell_asker(turn, klus, key)


def reopen(turn: Turn, klus_id: int) -> list[Reply]:
    """[Weer open]: it was closed by mistake. Hours that went into it stay as they are."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not (may_drop(turn, klus) or may_correct(turn, klus)):
        return [Reply(text=turn.say("not-yours"))]
    if klus.state in OPEN or klus.duplicate_of is not None:
        return [Reply(text=turn.say("button-done"))]
    klus_steps.reopen(turn.session, klus, turn.evidence)
    told = [*tell_helpers(turn, klus, "klus-reopened"), *_tell_asker_too(turn, klus, "klus-reopened")]
    if klus.state == State.ASKED:
        told += tell_managers(turn, klus, "klus-open-again")
    return [detail(turn, klus, klus_say(turn.voice, "klus-reopened", klus)), *told]


def finished(turn: Turn, klus_id: int) -> list[Reply]:
    """[Zet terug]: what was said to be no klus was one, done on the day of its hours."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    done = [step for step in klussen.changes_of(turn.session, klus.id) if step.change == State.DONE]
    if klus.state != State.DROPPED or not done:
        return [Reply(text=turn.say("button-done"))]
    klus_steps.finish(turn.session, klus, turn.today.fromisoformat(done[-1].value), turn.evidence)
    return [detail(turn, klus)]


def part(turn: Turn, klus_id: int) -> list[Reply]:
    """[Niet dubbel]: it was no duplicate after all."""
    klus = klussen.at_hand(turn.session, klus_id)
    if klus is None or not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    if klus.duplicate_of is None:
        return [Reply(text=turn.say("button-done"))]
    klus_steps.part(turn.session, klus, turn.evidence)
    return [detail(turn, klus, klus_say(turn.voice, "klus-parted", klus))]
