"""A klus in hand is done: "klaar, 45 minuten, met Piet", or [Klaar]; what is not said is asked, one thing at a time.

which klus? ──► how long? ──► alone, or with whom? ──► booked as hours are (weighed, echoed), and the klus is done
"""

from collections.abc import Sequence
from dataclasses import replace

from handlers.hours.hours_answers import NO_AMOUNT
from handlers.hours.log_hours import proceed
from handlers.hours.sheet import Sheet
from handlers.klussen.klus_addressed import replied_klus
from handlers.klussen.klus_choice import chosen_klus
from handlers.klussen.klus_people import match_names, people_options
from handlers.klussen.klus_photos import keep_photo
from handlers.klussen.klus_report import MINUTES, TOGETHER, WHICH, Report, report_from_json, told_in
from handlers.klussen.klus_rights import does, may_report
from handlers.klussen.klus_texts import detail, klus_label, klus_say, names_of
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import not_yours
from handlers.turn import Option, Turn
from handlers.vocabulary import bare_hours, understood
from language.understand.klus_likeness import alike
from language.understand.klus_words import says_alone
from language.understand.meaning import Draft, Meaning, Understanding
from storage import entries, klussen
from storage.entries import Status
from storage.klussen import State
from storage.tables import Klus

AMOUNTS = (15, 30, 45, 60, 90, 120, 180, 240)
ALONE, ALL = "alone", "all"
MOST_BARE_MINUTES = 120
LEAST_BARE_MINUTES = 15
NAMES = (Meaning.SMALLTALK, Meaning.INFO, Meaning.FINISHED, Meaning.LOG)


def finish(turn: Turn, meant: Understanding) -> list[Reply] | None:
    """ "klaar, 45 minuten, met Piet": of the klus replied to, or in hand; None when the writer has none in hand."""
    replied = replied_klus(turn)
    if replied is not None and may_report(turn, replied):
        return report(turn, replied, meant)
    every = klussen.in_hand(turn.session, turn.person.id, [place.room.id for place in turn.places])
    held = [klus for klus in every if not _is_of_other_group(meant, klus)]
    what = next((draft.klus for draft in meant.drafts if draft.klus), None)
    if what is not None and len(held) > 1:
        held = [klus for klus in held if alike(klus.what, what)] or held
    if not held:
        return None
    if len(held) == 1:
        return report(turn, held[0], meant)
    options = [(str(klus.id), klus_label(klus)) for klus in held]
    options.append(("none", turn.label("button-none")))
    told = told_in(meant, Report(photo=turn.incoming.photo))
    return [turn.ask(WHICH, turn.say("klus-ask-which-done"), options, report=told.to_json())]


def report(turn: Turn, klus: Klus, meant: Understanding) -> list[Reply]:
    """The klus is done, with what the message tells of it."""
    told = told_in(meant, Report(klus=klus.id, photo=turn.incoming.photo))
    is_alone = not told.names and says_alone(turn.incoming.text)
    return go_on(turn, replace(told, beside=()) if is_alone else told)


def done(turn: Turn, klus_id: int) -> list[Reply]:
    """[Klaar]."""
    return go_on(turn, Report(klus=klus_id))


def answer_which(turn: Turn) -> list[Reply] | None:
    """Which of the klussen in hand is done."""
    value, report = chosen_klus(turn), report_from_json(turn.question_state["report"])
    if value is None:
        return None
    turn.settle()
    if value == "none":
        return [Reply(text=turn.say("left-as-it-was"))]
    return go_on(turn, replace(report, klus=int(value)))


def go_on(turn: Turn, report: Report) -> list[Reply]:
    """Ask what the report lacks, or book it."""
    klus = None if report.klus is None else klussen.at_hand(turn.session, report.klus)
    if klus is None or not may_report(turn, klus):
        return not_yours(turn)
    klus = klussen.kept_one(turn.session, klus)
    if klus.state == State.DROPPED or (klus.state == State.DONE and _has_hours(turn, klus)):
        turn.settle()
        return [detail(turn, klus, turn.say("klus-closed-already"))]
    if report.photo:
        keep_photo(turn, klus, report.photo, is_after=True)
    report = _with_names(turn, replace(report, klus=klus.id, photo=""), klus)
    if report.minutes is None:
        return [_ask_minutes(turn, klus, report)]
    # Who looks after klussen tells it for those who did it; of one that nobody took, for themselves.
    is_mine = does(turn, klus) or not klussen.helpers_of(turn.session, klus)
    if report.beside is None and not is_mine:
        report = replace(report, beside=tuple(klussen.helpers_of(turn.session, klus)))
    if report.beside is None and klus.state != State.DONE:
        options = _together_options(turn, klus, ())
        if len(options) > 1:
            return [_ask_together(turn, klus, report, options)]
    return proceed(turn, _sheet(turn, klus, report, is_mine=is_mine))


def _has_hours(turn: Turn, klus: Klus) -> bool:
    """Whether the writer's hours for a klus that is done are in the books: then there is nothing more to tell."""
    hours = entries.current(turn.session, klussen.entry_ids_of(turn.session, klus))
    return not does(turn, klus) or any(
        entry.person_id == turn.person.id and entry.status != Status.WITHDRAWN for entry in hours
    )


def _with_names(turn: Turn, report: Report, klus: Klus) -> Report:
    if not report.names:
        return report
    named = match_names(turn, klus.room_id, report.names)
    unknown = (*report.unknown, *named.several, *named.unknown)
    return replace(report, names=(), beside=(*(report.beside or ()), *named.found), unknown=unknown)


def _ask_minutes(turn: Turn, klus: Klus, report: Report) -> Reply:
    options = [(str(amount), turn.voice.short_duration(amount)) for amount in report.likely or AMOUNTS]
    text = klus_say(turn.voice, "klus-ask-minutes", klus)
    return turn.ask(MINUTES, text, options, report=report.to_json())


def answer_minutes(turn: Turn) -> list[Reply] | None:
    """How long it was; with whom may be said with it."""
    report, value = report_from_json(turn.question_state["report"]), read_answer(turn).value
    if value is not None:
        return go_on(turn, replace(report, minutes=int(value)))
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return _dropped(turn)
    bare = _bare_minutes(meant)
    if bare is not None:
        return go_on(turn, replace(report, minutes=bare))
    if meant.ask is not None and meant.ask.reason in NO_AMOUNT:
        return [turn.ask_again(turn.say(f"ask-{meant.ask.reason}"))]
    if meant.meaning not in (Meaning.LOG, Meaning.FINISHED) or len(meant.drafts) != 1:
        return None
    said, klus = meant.drafts[0], turn.session.get_one(Klus, report.klus)
    if said.minutes is None or said.person is not None or _is_of_other_group(meant, klus):
        return None
    return go_on(turn, told_in(meant, report))


def _is_of_other_group(meant: Understanding, klus: Klus) -> bool:
    """Whether the message tells of work of another group: then it is not of this klus."""
    said = next((draft.group for draft in meant.drafts if draft.group is not None and not draft.klus), None)
    return said is not None and said != str(klus.group_id)


def _bare_minutes(meant: Understanding) -> int | None:
    """A bare "45" to how long a klus was: that many minutes, and "2" is hours."""
    numbers = [float(part.value["number"]) for part in meant.parts if part.kind == "number"]
    if [part.kind for part in meant.parts] == ["number"] and LEAST_BARE_MINUTES <= numbers[0] <= MOST_BARE_MINUTES:
        return round(numbers[0])
    return bare_hours(meant)


def _dropped(turn: Turn) -> list[Reply]:
    turn.settle()
    return [Reply(text=turn.say("nothing-logged"))]


def _together_options(turn: Turn, klus: Klus, chosen: Sequence[int]) -> list[Option]:
    """Alone, or with whom: those who took it too first, then the members of its group, then the rest of the room."""
    held = [key for key in klussen.helpers_of(turn.session, klus) if key != turn.person.id]
    left_out = {turn.person.id, *chosen}
    first: list[Option] = []
    if chosen:
        first.append((ALONE, turn.label("button-klus-nobody-else")))
    else:
        first.append((ALONE, turn.label("button-klus-alone")))
        if held:
            first.append((ALL, turn.label("button-klus-with", names=names_of(turn, turn.voice, held))))
            left_out |= set(held) if len(held) == 1 else set()
    others = people_options(turn, klus.room_id, klus.group_id, left_out)
    return [*first, *sorted(others, key=lambda option: int(option[0]) not in held)]


def _ask_together(turn: Turn, klus: Klus, report: Report, options: list[Option]) -> Reply:
    key = "klus-ask-anybody-else" if report.beside else "klus-ask-together"
    names = names_of(turn, turn.voice, list(report.beside or ()))
    return turn.ask(TOGETHER, klus_say(turn.voice, key, klus, names=names), options, report=report.to_json())


def answer_together(turn: Turn) -> list[Reply] | None:
    """Alone, or with whom, by buttons or by name."""
    report = report_from_json(turn.question_state["report"])
    klus = turn.session.get_one(Klus, report.klus)
    value = read_answer(turn).value
    if value is None:
        return _typed_names(turn, report, klus)
    if value == ALONE:
        return go_on(turn, replace(report, beside=report.beside or ()))
    if value == ALL:
        held = tuple(key for key in klussen.helpers_of(turn.session, klus) if key != turn.person.id)
        return go_on(turn, replace(report, beside=held))
    report = replace(report, beside=(*(report.beside or ()), int(value)))
    options = _together_options(turn, klus, report.beside or ())
    return [_ask_together(turn, klus, report, options)] if len(options) > 1 else go_on(turn, report)


def _typed_names(turn: Turn, report: Report, klus: Klus) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return go_on(turn, replace(report, beside=report.beside or ()))
    said = meant.drafts[0].names if meant.drafts else ()
    if meant.meaning not in NAMES or (meant.meaning is Meaning.LOG and not said):
        return None
    named = match_names(turn, klus.room_id, said or [turn.incoming.text])
    if named.several:
        return [turn.ask_again(turn.say("klus-several-called", name=named.several[0]))]
    if not named.found:
        return [turn.ask_again(turn.say("klus-nobody-called"))]
    return go_on(turn, replace(report, names=said or (turn.incoming.text,)))


def _sheet(turn: Turn, klus: Klus, report: Report, *, is_mine: bool) -> Sheet:
    group = next((str(group.id) for group in turn.groups if group.id == klus.group_id), None)
    own = Draft(
        minutes=report.minutes,
        date=report.date or turn.today,
        starts=report.starts,
        ends=report.ends,
        group=group,
        klus=klus.what,
        place=None,
    )
    beside = tuple(dict.fromkeys(key for key in report.beside or () if key != turn.person.id))
    helpers = tuple(replace(own, person=key) for key in beside)
    drafts = (own, *helpers) if is_mine else helpers
    return Sheet(drafts=drafts, klus_id=klus.id, helping=beside, unknown_names=report.unknown, group_asked=True)
