"""Telling for others what was done together: who was there, by names in the message, ticks, or names typed after.

own hours booked ──► names in the message: certain? ──no──► which of these? new?
                            │yes                                │
                            ▼                                   ▼
                     hours of the others  ◄────────── "Wie waren er nog meer?" [✓ Ahmed] [Piet] [Klaar]

What is certain is booked at once: whoever says nothing more loses nothing.
"""

from dataclasses import replace

from handlers.messages import Button, Kind, Reply
from handlers.participants.attendance_questions import ask_guests
from handlers.questions import pressed_option, read_answer, read_yes
from handlers.reporting.report import (
    Meant,
    Report,
    is_name,
    made_for,
    may_name,
    meant_by,
    names_of,
    own_entry,
    report_from_json,
)
from handlers.reporting.report_noting import bring, outcome_words, take_back
from handlers.rights import told_apart
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from language.understand.people_changes import names_in_list
from storage import dialogues, people
from storage.company import usual_people
from storage.groups import people_in
from storage.short_names import has_title
from storage.tables import Dialogue, EntryVersion, Inbox

WHO, WHICH, KNOWS, ALONG = "report_who", "report_which", "report_knows", "report_along"
QUESTIONS = (WHO, WHICH, KNOWS, ALONG)
OTHER, NOBODY = "other", "nobody"


def go_on(turn: Turn, report: Report) -> list[Reply]:
    """Take the names of the report for whom they mean; then ask about the first that is not certain, or who else."""
    own = own_entry(turn, report)
    if own is None:
        turn.settle()
        return [Reply(text=turn.say("nothing-to-correct"))]
    certain = [meant_by(turn, own, name).certain for name in report.names]
    known = [key for key in certain if key is not None and key != own.person_id]
    unclear = tuple(name for name, key in zip(report.names, certain, strict=True) if key is None)
    if not may_name(turn, own):
        unknown = [name for name in unclear if not meant_by(turn, own, name).may]
        unclear = tuple(name for name in unclear if name not in unknown)
    else:
        unknown = []
    report = replace(
        _without(report, len(unknown)), people=tuple(dict.fromkeys((*report.people, *known))), names=unclear
    )
    report, told = bring(turn, report, known, unknown)
    return [_next(turn, report, own), *told]


def go_on_alone(turn: Turn, report: Report) -> list[Reply]:
    """The same for "2 uur tuin met Kees": the one named may also be somebody who was helped, or taught."""
    own = own_entry(turn, report)
    [name] = report.names
    meant = meant_by(turn, own, name) if own is not None and not has_title(name) else Meant()
    if own is None or (not may_name(turn, own) and meant.certain is None) or has_title(name):
        return go_on(turn, replace(report, names=()))
    if meant.certain is None or meant.certain == own.person_id:
        return go_on(turn, report)
    if own.group_id is not None and meant.certain in people_in(turn.session, [own.group_id]):
        return go_on(turn, report)
    return [_ask_along(turn, replace(report, names=()), meant.certain)]


def _ask_along(turn: Turn, report: Report, person_id: int) -> Reply:
    [name] = names_of(turn, [person_id])
    text = lines([report.words, turn.say("report-along", name=name)])
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    reply = turn.ask(ALONG, text, options, told=report.to_json(), person=person_id)
    return replace(reply, about=(report.own,), in_place=True)


def answer_along(turn: Turn) -> list[Reply] | None:
    """Whether the one who was named worked along."""
    report, along = report_from_json(turn.question_state["told"]), read_yes(turn)
    own = own_entry(turn, report)
    if along is None:
        return None
    if not along or own is None:
        return go_on(turn, report)
    return _with(turn, report, own, turn.question_state["person"])


def _without(report: Report, count: int) -> Report:
    """The report with so many people less to ask about: they were named, and nothing is noted for them."""
    return replace(report, others=None if report.others is None else max(0, report.others - count))


def _next(turn: Turn, report: Report, own: EntryVersion) -> Reply:
    if report.names:
        return _ask_which(turn, report, own)
    if report.others is None or len(report.people) >= report.others:
        return _done(turn, report, own)
    return _ask_who(turn, report, own)


def _done(turn: Turn, report: Report, own: EntryVersion) -> Reply:
    turn.settle()
    about = (own.entry_id, *(entry.entry_id for entry in made_for(turn, report).values()))
    text = lines([report.words, *outcome_words(turn, report)])
    button = turn.button("button-wrong", f"wrong:{report.inbox}")
    if report.guests and own.group_id is not None:
        guests = (report.guests, report.new_guests)
        asked = ask_guests(turn, own.room_id, own.group_id, own.date, guests, button)
        if asked is not None:
            return replace(asked, text=lines([text, asked.text]), about=about, in_place=True)
    return Reply(text=text, buttons=(button,), about=about, in_place=True)


def _ask_who(turn: Turn, report: Report, own: EntryVersion, key: str = "report-who") -> Reply:
    """Who else was there. While it is asked its older buttons stay good: people press faster than the bot answers."""
    goes_on = turn.question if turn.question is not None and turn.question.kind == WHO else None
    # Nobody's button moves while people press.
    shown = [int(value) for value, _ in goes_on.state["options"]] if goes_on is not None else []
    usual = shown or usual_people(turn.session, own.room_id, own.group_id, own.date)
    every = [key for key in dict.fromkeys((*usual, *report.people)) if key != own.person_id]
    called = told_apart(dict(zip(every, names_of(turn, every), strict=True)))
    options: list[Option] = [
        (str(person), turn.label("button-report-there", name=name) if person in report.people else name)
        for person, name in called.items()
    ]
    text = lines([report.words, turn.say(key, count=report.others or 0)])
    if goes_on is not None:
        reply = turn.ask_on(text, options, told=report.to_json())
    else:
        also = (
            Button(turn.label("button-report-other"), f"report-other:{report.inbox}"),
            Button(turn.label("button-report-done"), f"report-done:{report.inbox}"),
        )
        reply = turn.ask(WHO, text, options, also, told=report.to_json())
    return replace(reply, about=(own.entry_id,), in_place=True)


def _ask_name(turn: Turn, report: Report, own: EntryVersion) -> Reply:
    """A name is to be typed; in a group chat as a reply, for of all else the bot may be shown nothing."""
    return _ask_who(turn, report, own, "report-who-reply" if turn.in_group_chat else "report-who-type")


def _ask_which(turn: Turn, report: Report, own: EntryVersion) -> Reply:
    """Whom the first of the names means that are not certain, or whether it is somebody new."""
    name = report.names[0]
    may = meant_by(turn, own, name).may
    if not may:
        return _ask_knows(turn, report)
    called = told_apart(dict(zip(may, names_of(turn, may), strict=True)))
    options = [(str(key), label) for key, label in called.items()]
    options += [(OTHER, turn.label("button-somebody-else")), (NOBODY, turn.label("button-report-skip"))]
    text = lines([report.words, turn.say("report-which", name=name)])
    return replace(turn.ask(WHICH, text, options, told=report.to_json()), about=(own.entry_id,), in_place=True)


def _ask_knows(turn: Turn, report: Report) -> Reply:
    """Somebody nobody knows: is written down only when they know of it."""
    text = lines([report.words, turn.say("report-knows", name=report.names[0])])
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    reply = turn.ask(KNOWS, text, options, told=report.to_json())
    return replace(reply, about=(report.own,), in_place=True)


def answer_which(turn: Turn) -> list[Reply] | None:
    """Who was meant."""
    report = report_from_json(turn.question_state["told"])
    own, value = own_entry(turn, report), read_answer(turn).value
    if value is None and understood(turn).meaning in (Meaning.DENY, Meaning.FINISHED):
        value = NOBODY
    if value is None or own is None:
        return None if value is None else go_on(turn, report)
    name, *rest = report.names
    report = replace(report, names=tuple(rest))
    if value == OTHER and may_name(turn, own):
        return [_ask_knows(turn, replace(report, names=(name, *rest)))]
    if value == OTHER:
        told = bring(turn, report, (), [name]).told
        return [*go_on(turn, _without(report, 1)), *told]
    return go_on(turn, _without(report, 1)) if value == NOBODY else _with(turn, report, own, int(value))


def answer_knows(turn: Turn) -> list[Reply] | None:
    """Whether somebody unknown takes part, and knows that their hours are noted."""
    report, knows = report_from_json(turn.question_state["told"]), read_yes(turn)
    own = own_entry(turn, report)
    if knows is None or own is None:
        return None if knows is None else go_on(turn, report)
    name, *rest = report.names
    report = replace(report, names=tuple(rest))
    if not knows or not may_name(turn, own):
        return go_on(turn, _without(report, 1))
    person = people.add_paper_volunteer(turn.session, own.room_id, name, turn.today, own.group_id)
    return _with(turn, report, own, person.id)


def _with(turn: Turn, report: Report, own: EntryVersion, person_id: int) -> list[Reply]:
    """Somebody more was there."""
    if person_id == own.person_id or person_id in report.people:
        return go_on(turn, report)
    report, told = bring(turn, replace(report, people=(*report.people, person_id)), [person_id])
    return [*go_on(turn, report), *told]


def answer_who(turn: Turn) -> list[Reply] | None:
    """A tick set or taken off, or names typed; None for what is neither."""
    report = report_from_json(turn.question_state["told"])
    own = own_entry(turn, report)
    if own is None:
        turn.settle()
        return None if turn.incoming.kind is not Kind.BUTTON else [Reply(text=turn.say("nothing-to-correct"))]
    if turn.incoming.kind is Kind.BUTTON:
        return _ticked(turn, report, own, int(pressed_option(turn) or 0))
    said, meaning = turn.incoming.text.strip(" .!"), understood(turn).meaning
    done = (turn.label("button-report-done").casefold(), "klaar", "done")
    if meaning in (Meaning.FINISHED, Meaning.DENY) or said.casefold() in done:
        return _finish(turn, report, own)
    if said.casefold() == turn.label("button-report-other").strip("+ ").casefold():
        return [_ask_name(turn, report, own)]
    names = names_in_list(said)
    if names is None or not all(is_name(turn, own, name) for name in names):
        return None
    return go_on(turn, replace(report, names=names))


def _ticked(turn: Turn, report: Report, own: EntryVersion, person_id: int) -> list[Reply]:
    """Who may log for the others has a tick in the books at once; a tick of anybody else waits for [Klaar]."""
    if person_id in report.people:
        rest = tuple(key for key in report.people if key != person_id)
        made = made_for(turn, report).get(person_id)
        told = take_back(turn, made) if made is not None and may_name(turn, own) else []
        return [_ask_who(turn, replace(report, people=rest), own), *told]
    report = replace(report, people=(*report.people, person_id))
    told = []
    if may_name(turn, own):
        report, told = bring(turn, report, [person_id])
    if report.others is not None and len(report.people) >= report.others:
        return [*_finish(turn, report, own), *told]
    return [_ask_who(turn, report, own), *told]


def _finish(turn: Turn, report: Report, own: EntryVersion) -> list[Reply]:
    report, told = bring(turn, report, report.people)
    return [_done(turn, report, own), *told]


def done(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klaar]."""
    report = _asked(turn, inbox_id)
    own = None if report is None else own_entry(turn, report)
    return _old(turn) if report is None or own is None else _finish(turn, report, own)


def other(turn: Turn, inbox_id: int) -> list[Reply]:
    """[+ iemand anders]: a name is to be typed."""
    report = _asked(turn, inbox_id)
    own = None if report is None else own_entry(turn, report)
    return _old(turn) if report is None or own is None else [_ask_name(turn, report, own)]


def _old(turn: Turn) -> list[Reply]:
    return [] if turn.in_group_chat else [Reply(text=turn.say("button-old"))]


def _asked(turn: Turn, inbox_id: int) -> Report | None:
    """The report that this message began, if it is still asked who was there."""
    told_by = turn.session.get(Inbox, inbox_id)
    if turn.in_group_chat and told_by is not None and told_by.person_id not in (None, turn.person.id):
        take_over(turn, dialogues.open_question(turn.session, told_by.person_id, turn.incoming.chat))
    if turn.question is None or turn.question.kind != WHO:
        return None
    report = report_from_json(turn.question_state["told"])
    return report if report.inbox == inbox_id else None


def take_over(turn: Turn, question: Dialogue | None) -> None:
    """In a group chat a report's question is answered by who told it, or by who may say so in their place."""
    if question is None or question.kind not in QUESTIONS or turn.question is not None:
        return  # whoever was asked something themselves answers that first
    own = own_entry(turn, report_from_json(question.state["told"]))
    if own is not None and may_name(turn, own):
        turn.question = dialogues.hand_over(turn.session, question, turn.person.id)
