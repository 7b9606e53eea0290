"""The hours of a klus follow one another: of helpers with those of whoever told them, of the klus with its own day."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.addressed import changeable
from handlers.klussen.klus_rights import may_correct
from handlers.klussen.klus_texts import klus_say
from handlers.messages import Button, Reply
from handlers.questions import read_yes
from handlers.turn import Turn
from language.understand.meaning import Draft
from storage import entries, klus_steps, klussen
from storage.entries import Status
from storage.klus_steps import NO_KLUS
from storage.klussen import State
from storage.tables import EntryVersion, Klus

QUESTION = "klus_stays"
STANDING = (Status.BOOKED, Status.WAITING)


def hours_of(turn: Turn, klus: Klus) -> list[EntryVersion]:
    """The entries whose hours went into the klus, as they say now; none withdrawn."""
    found = entries.current(turn.session, klussen.entry_ids_of(turn.session, klus))
    return [entry for entry in found if entry.status != Status.WITHDRAWN]


def own_entry(turn: Turn, klus: Klus) -> EntryVersion | None:
    """The newest of the klus's entries that the writer may change, their own before those of others."""
    found = changeable(turn, hours_of(turn, klus))
    found.sort(key=lambda entry: (entry.person_id != turn.person.id, -entry.entry_id))
    return found[0] if found else None


def helpers_entries(turn: Turn, entry: EntryVersion) -> list[EntryVersion]:
    """The hours of those who helped with the klus, told by the writer together with ``entry`` and untouched since."""
    klus = klussen.klus_of_entry(turn.session, entry.entry_id)
    return [
        other
        for other in (hours_of(turn, klus) if klus is not None else [])
        if other.person_id != entry.person_id
        and other.changed_by == turn.person.id
        and (other.date, other.minutes, other.status in STANDING) == (entry.date, entry.minutes, True)
    ]


def leads(turn: Turn, made: Sequence[EntryVersion]) -> list[EntryVersion]:
    """Those of the entries of one message that stand for themselves: not those of who helped the writer with a klus."""
    own = {
        klus.id
        for entry in made
        if entry.person_id == turn.person.id and (klus := klussen.klus_of_entry(turn.session, entry.entry_id))
    }
    kept = []
    for entry in made:
        klus = klussen.klus_of_entry(turn.session, entry.entry_id)
        if klus is None or klus.id not in own or entry.person_id == turn.person.id:
            kept.append(entry)
    return kept


def follow(turn: Turn, before: EntryVersion, after: EntryVersion) -> None:
    """What a change of its hours means to a klus: its day and group, and whether that person did it.

    Whose hours were all taken away did not do it after all, where somebody else did.
    """
    klus = klussen.klus_of_entry(turn.session, after.entry_id)
    if klus is None:
        return
    if after.status == Status.WITHDRAWN:
        left = {entry.person_id for entry in hours_of(turn, klus)}
        if left and after.person_id not in left:
            klus_steps.remove_helper(turn.session, klus, after.person_id, turn.evidence)
        return
    if before.status == Status.WITHDRAWN:
        klus_steps.add_helper(turn.session, klus, after.person_id, turn.evidence)
    if klus.state == State.DONE and klus.done_on == before.date and after.date != before.date:
        klus_steps.finish(turn.session, klus, after.date, turn.evidence)
    if klus.group_id == before.group_id and after.group_id != before.group_id:
        klus_steps.set_group(turn.session, klus, after.group_id, turn.evidence)


def retell(turn: Turn, entry: EntryVersion, draft: Draft) -> Markup | None:
    """An edited message tells the klus in other words, or another place; what is said of that, if it does."""
    klus = klussen.klus_of_entry(turn.session, entry.entry_id)
    if klus is None or not may_correct(turn, klus):
        return None
    is_new = bool(draft.klus) and draft.klus != klus.what
    if is_new and draft.klus:
        klus_steps.set_what(turn.session, klus, draft.klus, turn.evidence)
    if draft.place and draft.place != klus.place:
        klus_steps.set_place(turn.session, klus, draft.place, turn.evidence)
        is_new = True
    return klus_say(turn.voice, "klus-title", klus) if is_new else None


def without_double(turn: Turn, klus: Klus, hours: Sequence[EntryVersion]) -> bool:
    """Take out those of ``hours`` that were told before, for the same klus, person and day; whether there were any."""
    ids = {entry.entry_id for entry in hours}
    before = {
        (entry.person_id, entry.date, entry.minutes)
        for entry in hours_of(turn, klus)
        if entry.entry_id not in ids and entry.status in STANDING
    }
    double = [entry for entry in hours if (entry.person_id, entry.date, entry.minutes) in before]
    for entry in double:
        work = entries.work_of(entry)
        entries.revise(turn.session, entry, work, Status.WITHDRAWN, turn.evidence, "told before for the klus")
    return bool(double)


def ask_whether_it_stays(turn: Turn, gone: EntryVersion, told: Reply) -> Reply:
    """What was told of hours that were taken away; and of a klus that has none left, whether it stays."""
    klus = klussen.klus_of_entry(turn.session, gone.entry_id)
    if klus is None or klus.state != State.DONE or hours_of(turn, klus) or not may_correct(turn, klus):
        return told
    question = klus_say(turn.voice, "klus-ask-stays", klus)
    options = [("yes", turn.label("button-klus-stays")), ("no", turn.label("button-klus-goes"))]
    reply = turn.ask(QUESTION, question, options, also=told.buttons, klus=klus.id)
    return replace(reply, text=f"{told.text}\n{question}", about=told.about)


def answer_stays(turn: Turn) -> list[Reply] | None:
    """Whether a klus without hours stays; one that was asked for is open again when it does not."""
    stays = read_yes(turn)
    if stays is None:
        return None
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    turn.settle()
    if klus is None or klus.state != State.DONE or not may_correct(turn, klus):
        return [Reply(text=turn.say("button-done"))]
    if stays:
        return [Reply(text=klus_say(turn.voice, "klus-stays", klus))]
    if klussen.was_asked_for(turn.session, klus):
        klus_steps.reopen(turn.session, klus, turn.evidence)
        return [Reply(text=klus_say(turn.voice, "klus-reopened", klus))]
    return [remove(turn, klus)]


def remove(turn: Turn, klus: Klus) -> Reply:
    """It was no klus: it counts no more, and can be put back."""
    klus_steps.drop(turn.session, klus, turn.evidence, NO_KLUS)
    again = Button(turn.label("button-restore"), f"klus-finished:{klus.id}")
    return Reply(text=klus_say(turn.voice, "klus-removed", klus), buttons=(again,))
