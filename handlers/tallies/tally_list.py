""" "/tellingen": what was counted this year, and correcting a case by its number."""

import re
from dataclasses import replace
from datetime import date

from handlers.hours.hours_questions import day_options
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import not_yours
from handlers.tallies.tally_words import WITH_ORGANISATION, counts_words, tally_label, tally_words
from handlers.tallies.tallying import Telling, echo, is_organisation, organisation_in, proceed, report, tally_rooms
from handlers.turn import Option, Turn
from handlers.vocabulary import named_days, understood
from language.say.words import lines
from language.understand.meaning import Meaning, TallyKind, Understanding
from storage import tallies
from storage.tables import TallyVersion
from storage.tallies import Case

SUBJECT = "tally"
LIST, WHAT, VALUE, WHICH = "tallies", "tally_wrong", "tally_value", "which_tally"
_NUMBER = re.compile(r"\D{0,30}?(\d{1,6})")


def overview(turn: Turn) -> list[Reply]:
    """``/tellingen``: the counts of the year and the last cases; with words behind it, what they say."""
    rooms = tally_rooms(turn)
    if not rooms:
        return report(turn, understood(turn))
    said = turn.incoming.text.strip()
    meant = understood(turn)
    if meant.meaning is Meaning.TALLY:
        return report(turn, meant)
    if said and (number := _NUMBER.fullmatch(said)):
        return open_numbered(turn, int(number[1]))
    year = date(turn.today.year, 1, 1), date(turn.today.year, 12, 31)
    cases = [version for room_id in rooms for version in tallies.tallies_in(turn.session, room_id, *year)]
    words = [
        turn.say("tallies" if cases else "no-tallies", year=str(turn.today.year)),
        *counts_words(turn.voice, cases),
    ]
    options: list[Option] = [("new", turn.label("button-new-tally"))]
    options += [(str(version.tally_id), tally_label(turn.session, turn.voice, version)) for version in cases]
    return [turn.ask(LIST, lines(words), options)]


def answer_list(turn: Turn) -> list[Reply] | None:
    """A new case, or the one that was chosen."""
    value = read_answer(turn).value
    if value is None:
        number = _NUMBER.fullmatch(turn.incoming.text.strip())
        return open_numbered(turn, int(number[1])) if number else None
    return proceed(turn, Telling()) if value == "new" else _open(turn, tallies.current(turn.session, int(value)))


def open_numbered(turn: Turn, number: int) -> list[Reply]:
    """The case with this number, to correct it; of several rooms the first that has it."""
    found = tallies.by_number(turn.session, tally_rooms(turn), number)
    if not found:
        turn.settle()
        return [Reply(text=turn.say("tally-no-such-number", number=str(number)))]
    return _open(turn, found[0])


def wrong(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klopt niet] under cases that were just told."""
    found = [version for version in tallies.from_message(turn.session, inbox_id) if not version.is_withdrawn]
    if not found:
        return [Reply(text=turn.say("button-done"))]
    if any(version.room_id not in tally_rooms(turn) for version in found):
        return [Reply(text=turn.say("not-yours"))]
    if len(found) == 1:
        return _open(turn, found[0])
    options = [(str(version.tally_id), tally_label(turn.session, turn.voice, version)) for version in found]
    return [turn.ask(WHICH, turn.say("ask-which-tally"), [*options, ("none", turn.label("button-none"))])]


def corrected(turn: Turn, meant: Understanding, inbox_id: int) -> list[Reply] | None:
    """ "Dat was gisteren", "weg", said of cases that were just told, or by an edit; asks what the words leave open."""
    found = [version for version in tallies.from_message(turn.session, inbox_id) if not version.is_withdrawn]
    if not found or any(version.room_id not in tally_rooms(turn) for version in found):
        return None
    if len(found) > 1:
        return wrong(turn, inbox_id)
    if meant.meaning is Meaning.DELETE:
        return _withdraw(turn, found[0])
    days = named_days(meant)
    if meant.meaning is Meaning.CORRECTION and len(days) == 1 and days[0] <= turn.today:
        return _change(turn, found[0], replace(tallies.case_of(found[0]), date=days[0]), "date")
    return _open(turn, found[0])


def answer_which(turn: Turn) -> list[Reply] | None:
    """Which of several cases is wrong."""
    value = read_answer(turn).value
    if value is None:
        return None
    if value == "none":
        return left_as_it_was(turn)
    return _open(turn, tallies.current(turn.session, int(value)))


def _open(turn: Turn, version: TallyVersion | None) -> list[Reply]:
    if version is None or version.room_id not in tally_rooms(turn):
        return not_yours(turn)
    if version.is_withdrawn:
        turn.settle()
        return [Reply(text=turn.say("button-done"))]
    text = turn.say("ask-tally-wrong", tally=tally_words(turn.session, turn.voice, version))
    return [turn.ask(WHAT, text, _fields(turn, version), tally=version.tally_id)]


def _fields(turn: Turn, version: TallyVersion) -> list[Option]:
    fields = ["date", "delete"]
    if version.kind in WITH_ORGANISATION:
        fields.insert(0, "organisation")
    if version.kind == TallyKind.AGENCY:
        fields.insert(0, "new" if version.counted_before else "counted-before")
    if version.kind == TallyKind.REFERRED:
        fields.insert(0, "takes-part" if version.takes_part_since is None else "takes-no-part")
    return [(field, turn.label(f"button-{field}")) for field in (*fields, "nothing")]


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the case is to change."""
    version, value = _in_question(turn), read_answer(turn).value
    if version is None:
        turn.settle()
        return None if value is None else [Reply(text=turn.say("button-done"))]
    if value is None:
        return _typed(turn, version)
    if value == "nothing":
        return left_as_it_was(turn)
    if value == "delete":
        return _withdraw(turn, version)
    if value in ("date", "organisation"):
        options = day_options(turn) if value == "date" else []
        options = [*options[:8], ("nothing", turn.label("button-nothing"))]
        return [turn.ask(VALUE, turn.say(f"ask-tally-new-{value}"), options, tally=version.tally_id, field=value)]
    case = tallies.case_of(version)
    changed = {
        "new": replace(case, counted_before=False),
        "counted-before": replace(case, counted_before=True),
        "takes-part": replace(case, takes_part_since=max(turn.today, case.date)),
        "takes-no-part": replace(case, takes_part_since=None),
    }[value]
    return _change(turn, version, changed, value)


def _typed(turn: Turn, version: TallyVersion) -> list[Reply] | None:
    meaning = understood(turn).meaning
    if meaning is Meaning.DELETE:
        return _withdraw(turn, version)
    if meaning in (Meaning.DENY, Meaning.CONFIRM):
        return left_as_it_was(turn)
    return None


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new day or organisation."""
    version, value = _in_question(turn), read_answer(turn).value
    if version is None or value == "nothing":
        return left_as_it_was(turn)
    case = tallies.case_of(version)
    if turn.question_state["field"] == "organisation":
        return _change_organisation(turn, version, case, organisation_in(turn.incoming.text))
    days = [date.fromisoformat(value)] if value else named_days(understood(turn))
    if len(days) != 1 or days[0] > turn.today:
        return None
    return _change(turn, version, replace(case, date=days[0]), "date")


def _change_organisation(turn: Turn, version: TallyVersion, case: Case, name: str) -> list[Reply]:
    """Another organisation; a person's name is not taken for one."""
    if not is_organisation(name):
        return [turn.ask_again(turn.say("tally-no-person"))]
    return _change(turn, version, replace(case, organisation=name), "organisation")


def _in_question(turn: Turn) -> TallyVersion | None:
    version = tallies.current(turn.session, turn.question_state["tally"])
    allowed = version is not None and version.room_id in tally_rooms(turn) and not version.is_withdrawn
    return version if allowed else None


def _withdraw(turn: Turn, version: TallyVersion) -> list[Reply]:
    turn.settle()
    case = tallies.case_of(version)
    gone = tallies.revise(turn.session, version, case, turn.evidence, "withdrawn", is_withdrawn=True)
    return [Reply(text=turn.say("tally-withdrawn", tally=tally_words(turn.session, turn.voice, gone)))]


def _change(turn: Turn, version: TallyVersion, case: Case, reason: str) -> list[Reply]:
    turn.settle()
    return [echo(turn, "tally-changed", [tallies.revise(turn.session, version, case, turn.evidence, reason)])]
