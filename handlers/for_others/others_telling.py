"""Telling for others what was done together: who was there, by names in the message, ticks, or names typed after.

own hours booked ──► names in the message: certain? ──no──► which of these? new?
                            │yes                                │
                            ▼                                   ▼
                     hours of the others  ◄────────── "Wie waren er nog meer?" [✓ Ahmed] [Piet] [Klaar]

What is certain is booked at once: whoever says nothing more loses nothing.
"""

from dataclasses import replace

from handlers.for_others.others_noting import bring, tick, untick
from handlers.for_others.others_put_before import ask_no_more
from handlers.for_others.others_questions import (
    NOBODY,
    OTHER,
    QUESTIONS,
    WHO,
    ask_along,
    ask_knows,
    ask_name,
    ask_who,
    next_question,
    outcome,
)
from handlers.for_others.others_report import (
    Done,
    Meant,
    Report,
    done_in,
    is_name,
    may_name,
    meant_by,
    report_from_json,
)
from handlers.messages import Kind, Reply
from handlers.questions import pressed_option, read_answer, read_yes
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from language.understand.people_changes import names_in_list
from storage import dialogues, people
from storage.groups import people_in
from storage.short_names import has_title
from storage.tables import Dialogue, Inbox


def go_on(turn: Turn, report: Report) -> list[Reply]:
    """Take the names of the report for whom they mean; then ask about the first that is not certain, or who else."""
    own = done_in(turn, report)
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
    return [next_question(turn, report, own), *told]


def go_on_alone(turn: Turn, report: Report) -> list[Reply]:
    """The same for "2 uur tuin met Kees": the one named may also be somebody who was helped, or taught."""
    own = done_in(turn, report)
    [name] = report.names
    meant = meant_by(turn, own, name) if own is not None and not has_title(name) else Meant()
    if own is None or (not may_name(turn, own) and meant.certain is None) or has_title(name):
        return go_on(turn, replace(report, names=()))
    if meant.certain is None or meant.certain == own.person_id:
        return go_on(turn, report)
    if own.group_id is not None and meant.certain in people_in(turn.session, [own.group_id]):
        return go_on(turn, report)
    return [ask_along(turn, replace(report, names=()), meant.certain)]


def answer_along(turn: Turn) -> list[Reply] | None:
    """Whether the one who was named worked along."""
    report, along = report_from_json(turn.question_state["told"]), read_yes(turn)
    own = done_in(turn, report)
    if along is None:
        return None
    if not along or own is None:
        return go_on(turn, report)
    return _with(turn, report, own, turn.question_state["person"])


def _without(report: Report, count: int) -> Report:
    """The report with so many people less to ask about: they were named, and nothing is noted for them."""
    return replace(report, others=None if report.others is None else max(0, report.others - count))


def answer_which(turn: Turn) -> list[Reply] | None:
    """Who was meant."""
    report = report_from_json(turn.question_state["told"])
    own, value = done_in(turn, report), read_answer(turn).value
    if value is None and understood(turn).meaning in (Meaning.DENY, Meaning.FINISHED):
        value = NOBODY
    if value is None or own is None:
        return None if value is None else go_on(turn, report)
    name, *rest = report.names
    report = replace(report, names=tuple(rest))
    if value == OTHER and may_name(turn, own):
        return [ask_knows(turn, replace(report, names=(name, *rest)))]
    if value == OTHER:
        told = bring(turn, report, (), [name]).told
        return [*go_on(turn, _without(report, 1)), *told]
    return go_on(turn, _without(report, 1)) if value == NOBODY else _with(turn, report, own, int(value))


def answer_knows(turn: Turn) -> list[Reply] | None:
    """Whether somebody unknown takes part, and knows that their hours are noted."""
    report, knows = report_from_json(turn.question_state["told"]), read_yes(turn)
    own = done_in(turn, report)
    if knows is None or own is None:
        return None if knows is None else go_on(turn, report)
    name, *rest = report.names
    report = replace(report, names=tuple(rest))
    if not knows or not may_name(turn, own):
        return go_on(turn, _without(report, 1))
    person = people.add_paper_volunteer(turn.session, own.room_id, name, turn.today, own.group_id)
    return _with(turn, report, own, person.id)


def _with(turn: Turn, report: Report, own: Done, person_id: int) -> list[Reply]:
    """Somebody more was there."""
    if person_id == own.person_id or person_id in report.people:
        return go_on(turn, report)
    report, told = bring(turn, replace(report, people=(*report.people, person_id)), [person_id])
    return [*go_on(turn, report), *told]


def answer_who(turn: Turn) -> list[Reply] | None:
    """A tick set or taken off, or names typed; None for what is neither."""
    report = report_from_json(turn.question_state["told"])
    own = done_in(turn, report)
    if own is None:
        turn.settle()
        return None if turn.incoming.kind is not Kind.BUTTON else [Reply(text=turn.say("nothing-to-correct"))]
    if turn.incoming.kind is Kind.BUTTON:
        return _ticked(turn, report, own, int(pressed_option(turn) or 0))
    said, meaning = turn.incoming.text.strip(" .!"), understood(turn).meaning
    done = (turn.label("button-others-done").casefold(), "klaar", "done")
    if meaning in (Meaning.FINISHED, Meaning.DENY) or said.casefold() in done:
        return _finish(turn, report, own)
    if said.casefold() == turn.label("button-others-other").strip("+ ").casefold():
        return [ask_name(turn, report, own)]
    names = names_in_list(said)
    if names is None or not all(is_name(turn, own, name) for name in names):
        return None
    return go_on(turn, replace(report, names=names))


def _ticked(turn: Turn, report: Report, own: Done, person_id: int) -> list[Reply]:
    """A tick set, or taken off. What was ticked stays, also when nothing more is said."""
    if person_id in report.people:
        report, told = untick(turn, report, person_id)
        return [ask_who(turn, report, own), *told]
    report = replace(report, people=(*report.people, person_id))
    if report.others is not None and len(report.people) >= report.others:
        return _finish(turn, report, own)
    report, told = tick(turn, report, person_id)
    return [ask_who(turn, report, own), *told]


def _finish(turn: Turn, report: Report, own: Done) -> list[Reply]:
    report, told = bring(turn, report, report.people)
    if may_name(turn, own):
        ask_no_more(turn, report, own)
    return [outcome(turn, report, own), *told]


def done(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klaar]."""
    report = _asked(turn, inbox_id)
    own = None if report is None else done_in(turn, report)
    return _old(turn) if report is None or own is None else _finish(turn, report, own)


def other(turn: Turn, inbox_id: int) -> list[Reply]:
    """[+ iemand anders]: a name is to be typed."""
    report = _asked(turn, inbox_id)
    own = None if report is None else done_in(turn, report)
    return _old(turn) if report is None or own is None else [ask_name(turn, report, own)]


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
    own = done_in(turn, report_from_json(question.state["told"]))
    if own is not None and may_name(turn, own):
        turn.question = dialogues.hand_over(turn.session, question, turn.person.id)
