"""The klussen that booked hours went into: one that was asked for is done now, one told at once is made.

booked ──► looks like a klus that is known? ──► "Is dit klus 12?" ──► with whom? ──► which corporation? ──► which group?
"""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.hours.entry_words import name_of
from handlers.hours.sheet import Sheet
from handlers.klussen.klus_addressed import subject_of
from handlers.klussen.klus_company import ask_company
from handlers.klussen.klus_corporation import ask_rest, corporations
from handlers.klussen.klus_course import Course, Job, course_from_json
from handlers.klussen.klus_hours import without_double
from handlers.klussen.klus_photos import keep_photo
from handlers.klussen.klus_rights import hears_of, is_of_room, manages_any
from handlers.klussen.klus_texts import LONGEST, klus_say
from handlers.messages import Button, Reply
from handlers.questions import read_yes
from handlers.turn import Turn
from language.say.words import lines
from language.understand.klus_likeness import alike, names_a_klus, places_differ
from language.understand.klus_words import without_article, without_corporation
from storage import entries, klus_steps, klussen
from storage.klus_steps import Told
from storage.klussen import OPEN, State
from storage.tables import EntryVersion, Klus, Person

QUESTION = "klus_same"


def echo(turn: Turn, sheet: Sheet, made: Sequence[EntryVersion], words: list[Markup], wrong: Button) -> Reply:
    """The echo of hours that went into klussen, with what becomes of these; asks what is not known."""
    helped = [key for key in dict.fromkeys(entry.person_id for entry in made) if key in sheet.helping]
    owner = next((entry.person_id for entry in made if entry.person_id not in helped), made[0].person_id)
    others = [name_of(turn.session, turn.voice, key) for key in helped if key != owner]
    if others:
        words = [*words, turn.say("klus-also-for", names=turn.voice.listed(others))]
    words = [*words, *_left_out(turn, sheet)]
    if sheet.klus_id is None:
        people = max((draft.people or 0 for draft in sheet.drafts), default=0)
        ids = tuple(entry.entry_id for entry in made)
        return _go_on(turn, words, Course(jobs=_jobs(sheet, made), entries=ids, wrong=wrong.data, people=people))
    klus = klussen.kept_one(turn.session, turn.session.get_one(Klus, sheet.klus_id))
    said = _done(turn, klus, made)
    if len(klussen.helpers_of(turn.session, klus)) < sheet.klus_people:
        return ask_company(turn, klus, sheet.klus_people, [*words, said])
    return ask_rest(turn, [*words, said], [klus], made, wrong)


def _left_out(turn: Turn, sheet: Sheet) -> list[Markup]:
    """For whom nothing was noted of what they did too, and why."""
    found = (("klus-left-out", sheet.left_out), ("klus-unknown", sheet.unknown_names))
    words = [turn.say(key, names=turn.voice.listed(list(names))) for key, names in found if names]
    return [*words, turn.say("klus-add-unknown")] if sheet.unknown_names and manages_any(turn) else words


def without_hours(turn: Turn, sheet: Sheet) -> list[Reply]:
    """A klus that is done, of which no hours could be booked for anybody."""
    words = _left_out(turn, sheet)
    klus = None if sheet.klus_id is None else klussen.at_hand(turn.session, sheet.klus_id)
    if klus is None:
        return [Reply(text=lines(words))]
    if klus.state in OPEN:
        klus_steps.finish(turn.session, klus, sheet.drafts[0].date or turn.today, turn.evidence)
        words.append(klus_say(turn.voice, "klus-is-done", klus))
    return [ask_rest(turn, words, [klus]), *_tell_done(turn, klus, ())]


def _jobs(sheet: Sheet, made: Sequence[EntryVersion]) -> tuple[Job, ...]:
    """The klussen of the sheet: one for each description, with the hours of all who did it."""
    found: list[Job] = []
    for draft, entry in zip(sheet.drafts, made, strict=True):
        if not draft.klus or not (draft.place or names_a_klus(draft.klus)):
            continue
        if found and draft.person in sheet.helping:
            found[-1] = replace(found[-1], entries=(*found[-1].entries, entry.entry_id))
        else:
            photo = "" if found else sheet.photo
            what = without_article(draft.klus)[:LONGEST]
            found.append(Job(what=what, place=draft.place, photo=photo, entries=(entry.entry_id,)))
    return tuple(found)


def _go_on(turn: Turn, said: Sequence[Markup], course: Course) -> Reply:
    """Make the klussen one by one; of one that looks like a klus that is known, ask first."""
    said = list(said)
    while course.jobs:
        hours = course.hours(turn)
        same = _lookalike(turn, course.jobs[0], hours[0], course.recorded) if hours else None
        if same is not None:
            return _ask_same(turn, said, same, course)
        if hours:
            klus = _record(turn, course.jobs[0], hours)
            said.append(_is_done(turn, klus))
            course = course.with_recorded(klus)
        else:
            course = replace(course, jobs=course.jobs[1:])
    recorded = [turn.session.get_one(Klus, key) for key in course.recorded]
    made, wrong = entries.current(turn.session, course.entries), Button(turn.label("button-wrong"), course.wrong)
    if not recorded:
        return Reply(text=lines(said), buttons=(wrong,), about=course.entries)
    if len(recorded) == 1 and len(klussen.helpers_of(turn.session, recorded[0])) < course.people:
        return ask_company(turn, recorded[0], course.people, said)
    return ask_rest(turn, said, recorded, made, wrong)


def _lookalike(turn: Turn, job: Job, entry: EntryVersion, recorded: Sequence[int]) -> Klus | None:
    """A klus of the room that may be this one: open, or told to be done on the same day. The writer's own first."""
    known = [
        *klussen.open_in(turn.session, [entry.room_id]),
        *klussen.done_in(turn.session, entry.room_id, entry.date, entry.date),
    ]
    fitting = [
        klus
        for klus in known
        if klus.id not in recorded and alike(job.what, klus.what) and not places_differ(job.place, klus.place)
    ]
    own = [klus for klus in fitting if entry.person_id in (klus.asked_by, *klussen.helpers_of(turn.session, klus))]
    return next(iter([*own, *fitting]), None)


def _record(turn: Turn, job: Job, hours: Sequence[EntryVersion]) -> Klus:
    first = hours[0]
    place, corporation = without_corporation(job.place, corporations(turn, first.room_id))
    told = Told(what=job.what, place=place, group_id=first.group_id)
    klus = klus_steps.done_at_once(turn.session, first.room_id, told, first.date, turn.evidence)
    if corporation is not None:
        klus_steps.set_corporation(turn.session, klus, corporation, turn.evidence)
    _link(turn, klus, hours)
    if job.photo:
        keep_photo(turn, klus, job.photo, is_after=True)
    return klus


def _is_done(turn: Turn, klus: Klus) -> Markup:
    said = klus_say(turn.voice, "klus-is-done", klus)
    return lines([said, turn.say("klus-corporation", name=klus.corporation)]) if klus.corporation else said


def _link(turn: Turn, klus: Klus, hours: Sequence[EntryVersion]) -> None:
    klus_steps.link_entries(turn.session, klus, [entry.entry_id for entry in hours])
    for person_id in dict.fromkeys(entry.person_id for entry in hours):
        klus_steps.add_helper(turn.session, klus, person_id, turn.evidence)


def _done(turn: Turn, klus: Klus, hours: Sequence[EntryVersion]) -> Markup:
    """The klus is done with these hours, or was done already and has these as well."""
    was_open = klus.state != State.DONE
    if was_open:
        klus_steps.finish(turn.session, klus, hours[0].date, turn.evidence)
    _link(turn, klus, hours)
    return klus_say(turn.voice, "klus-is-done" if was_open else "klus-hours-added", klus)


def tell_others(turn: Turn, sheet: Sheet, made: Sequence[EntryVersion]) -> list[Reply]:
    """Whoever asked for the klus hears that it is done, and who had it in hand too is asked whether they helped."""
    klus = None if sheet.klus_id is None else turn.session.get_one(Klus, sheet.klus_id)
    return [] if klus is None else _tell_done(turn, klus, made)


def _tell_done(turn: Turn, klus: Klus, made: Sequence[EntryVersion]) -> list[Reply]:
    steps = klussen.changes_of(turn.session, klus.id)
    if not any(step.change == State.DONE and step.inbox_id == turn.inbox.id for step in steps):
        return []
    told, known = [], {turn.person.id, *(entry.person_id for entry in made)}
    others = [key for key in klussen.helpers_of(turn.session, klus) if key not in known]
    for key in dict.fromkeys([*others, klus.asked_by]):
        if key in known or not hears_of(turn, klus, key):
            continue
        voice = turn.voice_for(turn.session.get_one(Person, key))
        text = klus_say(voice, "klus-is-done", klus)
        buttons = (Button(voice.label("button-klus-helped"), f"klus-done:{klus.id}"),) if key in others else ()
        told.append(turn.tell(key, Reply(text=text, buttons=buttons, subject=subject_of(klus))))
    return told


def _ask_same(turn: Turn, said: Sequence[Markup], same: Klus, course: Course) -> Reply:
    question = klus_say(turn.voice, f"klus-ask-same-{'open' if same.state in OPEN else 'done'}", same)
    options = [("yes", turn.label("button-klus-same")), ("no", turn.label("button-klus-other"))]
    wrong = Button(turn.label("button-wrong"), course.wrong)
    reply = turn.ask(QUESTION, question, options, also=(wrong,), same=same.id, course=course.to_json())
    return replace(reply, text=lines([*said, question]), about=course.entries)


def answer(turn: Turn) -> list[Reply] | None:
    """Whether it was the klus that it looks like: then that one is done, and counts once."""
    is_same, state = read_yes(turn), turn.question_state
    if is_same is None:
        return None
    turn.settle()
    course = course_from_json(state["course"])
    hours = course.hours(turn)
    same = klussen.at_hand(turn.session, state["same"])
    if not hours or same is None or not is_of_room(turn, same):
        return [Reply(text=turn.say("button-done"))]
    if not is_same:
        klus = _record(turn, course.jobs[0], hours)
        return [_go_on(turn, [_is_done(turn, klus)], course.with_recorded(klus))]
    same = klussen.kept_one(turn.session, same)
    is_double = without_double(turn, same, hours)
    said = [_as_same(turn, same, course.jobs[0], hours), *([turn.say("klus-hours-once")] if is_double else [])]
    told = _tell_done(turn, same, hours)
    return [_go_on(turn, said, course.with_recorded(same)), *told]


def _as_same(turn: Turn, same: Klus, job: Job, hours: Sequence[EntryVersion]) -> Markup:
    if same.place is None and job.place is not None:
        klus_steps.set_place(turn.session, same, job.place, turn.evidence)
    if job.photo:
        keep_photo(turn, same, job.photo, is_after=True)
    return _done(turn, same, hours)
