"""[Namen erbij]: who was there, ticked in pages of buttons, or typed as names and numbers.

list ──press or "1 3 4, en Els V."──► the same list with ✓ ──[Klaar]──► one new version
  └──a name that may be somebody known──► "Dezelfde Fatima B.?" ──► the list

Ticks are kept in the dialogue alone until [Klaar]: who says nothing more loses them, and the heads stay.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from handlers.messages import Button, Kind, Reply
from handlers.participants.attendance import proceed
from handlers.participants.attendance_answers import left, whom
from handlers.participants.attendance_booking import left_out_words, short_names_words
from handlers.participants.attendance_names import ask_who, meant_by
from handlers.participants.attendance_naming import MAY_BE_NAMES
from handlers.participants.attendance_rights import may_change, runs
from handlers.participants.attendance_sheet import Sheet, sheet_from_json, sheet_of
from handlers.participants.attendance_words import name_of, place_words, subject_of
from handlers.participants.participant_matching import fold
from handlers.participants.participant_names import Item, listed
from handlers.questions import pressed_option
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import attendance_names, attendances, participants
from storage.tables import AttendanceVersion, Participant

TICKING = "attendance_ticking"
WHO = "attendance_ticking_who"
MOST_TICKED_SHOWN = 30

Line = int | str
"""A line of the list: a participant's id, or the name of somebody new to the room."""


def start(turn: Turn, attendance_id: int) -> list[Reply]:
    """[Namen erbij]: show who usually come, with a tick at those who are named already."""
    version = attendances.current(turn.session, attendance_id)
    if version is None or not may_change(turn, version):
        return [Reply(text=turn.say("not-yours"))]
    if version.is_withdrawn:
        return [Reply(text=turn.say("button-done"))]
    lined: list[Line] = []
    turnout = attendances.turnout_of(turn.session, version)
    if runs(turn, version.room_id, version.group_id):
        usual = attendance_names.usual_participants(turn.session, version.room_id, turnout, attendance_id)
        named = sorted(turnout.named, key=lambda key: turn.session.get_one(Participant, key).name.casefold())
        lined = [key for key in dict.fromkeys((*usual, *named)) if not _is_nameless(turn, key)]
    ticked = [place for place, line in enumerate(lined) if line in turnout.named]
    return [_ask(turn, {"attendance": attendance_id, "lines": lined, "ticked": ticked})]


def _is_nameless(turn: Turn, key: int) -> bool:
    return participants.is_nameless(turn.session.get_one(Participant, key))


def _ask(turn: Turn, ticks: dict[str, Any], *before: str) -> Reply:
    """Show the list; while it is open its older buttons stay good, for people press faster than the bot answers."""
    version = attendances.current(turn.session, ticks["attendance"])
    assert version is not None
    text = lines([*before, _question(turn, version, ticks)])
    options = _options(turn, ticks)
    if turn.question is not None and turn.question.kind == TICKING:
        return replace(turn.ask_on(text, options, **ticks), subject=subject_of(version))
    done = Button(turn.label("button-done-ticking"), f"attendance-done:{version.attendance_id}")
    return replace(turn.ask(TICKING, text, options, also=(done,), **ticks), subject=subject_of(version))


def _question(turn: Turn, version: AttendanceVersion, ticks: dict[str, Any]) -> str:
    place = place_words(turn.session, turn.voice, version.group_id, version.activity)
    text = turn.say("tick-names" if ticks["lines"] else "type-names", place=place)
    ticked = [_called(turn, ticks["lines"][line]) for line in sorted(ticks["ticked"])]
    if not ticked:
        return text
    if len(ticked) > MOST_TICKED_SHOWN:
        return lines([text, turn.say("ticked-count", count=len(ticked))])
    return lines([text, turn.say("ticked-names", names=turn.voice.listed(ticked))])


def _options(turn: Turn, ticks: dict[str, Any]) -> list[Option]:
    return [
        (str(place), turn.label("button-ticked" if place in ticks["ticked"] else "button-unticked", **values))
        for place, line in enumerate(ticks["lines"])
        for values in [{"number": str(place + 1), "name": _called(turn, line)}]
    ]


def _called(turn: Turn, line: Line) -> str:
    return line if isinstance(line, str) else name_of(turn.voice, turn.session.get_one(Participant, line))


def answer(turn: Turn) -> list[Reply] | None:
    """A tick set or taken off, or names and numbers typed; None for what is no such thing."""
    ticks = {key: turn.question_state[key] for key in ("attendance", "lines", "ticked")}
    version = attendances.current(turn.session, ticks["attendance"])
    if version is None or version.is_withdrawn or not may_change(turn, version):
        turn.settle()
        return [Reply(text=turn.say("button-done"))]
    if turn.incoming.kind is Kind.BUTTON:
        place = int(pressed_option(turn) or 0)
        return [replace(_ask(turn, _with_tick(ticks, place, on=place not in ticks["ticked"])), in_place=True)]
    meaning = understood(turn).meaning
    word = turn.incoming.text.strip(" .!").casefold()
    if meaning is Meaning.FINISHED or word in (turn.label("button-done-ticking").casefold(), "klaar", "done"):
        return _write(turn, version, ticks)
    if meaning is Meaning.DENY:
        return left(turn, sheet_of(turn.session, version, "named"))
    items = listed(turn.incoming.text) if meaning in MAY_BE_NAMES else None
    return None if items is None else _typed(turn, version, ticks, items)


def done(turn: Turn, attendance_id: int) -> list[Reply]:
    """[Klaar]: write the ticks into the books, as one new version."""
    question = turn.question
    if question is None or question.kind != TICKING or question.state["attendance"] != attendance_id:
        return [Reply(text=turn.say("button-old"))]
    version = attendances.current(turn.session, attendance_id)
    if version is None or not may_change(turn, version):
        return [Reply(text=turn.say("not-yours"))]
    return _write(turn, version, question.state)


def _write(turn: Turn, version: AttendanceVersion, ticks: dict[str, Any]) -> list[Reply]:
    sheet = sheet_of(turn.session, version, "named")
    ticked = [ticks["lines"][place] for place in ticks["ticked"]]
    # Who was named by others, and is not shown to the writer, stays.
    unseen = [key for key in sheet.named if key not in ticks["lines"]]
    named = [*unseen, *(line for line in ticked if isinstance(line, int))]
    newcomers = tuple(line for line in ticked if isinstance(line, str))
    return proceed(turn, replace(sheet, named=tuple(named), newcomers=newcomers))


def _with_tick(ticks: dict[str, Any], place: int, *, on: bool) -> dict[str, Any]:
    others = [other for other in ticks["ticked"] if other != place]
    return {**ticks, "ticked": [*others, place] if on else others}


def _with_line(ticks: dict[str, Any], line: Line) -> dict[str, Any]:
    """The list with this line, ticked."""
    lined = ticks["lines"] if line in ticks["lines"] else [*ticks["lines"], line]
    return _with_tick({**ticks, "lines": lined}, lined.index(line), on=True)


def _typed(turn: Turn, version: AttendanceVersion, ticks: dict[str, Any], items: list[Item]) -> list[Reply]:
    blank = replace(sheet_of(turn.session, version, "named"), named=())
    asked: list[str] = []
    before: list[Markup] = []
    if any(item.name is not None and item.name.is_shortened for item in items):
        before = short_names_words(turn, version)
    for item in items:
        place = _place(turn, ticks, item)
        if place is None and item.number is not None:
            return [_ask(turn, ticks, turn.say("no-such-number", number=str(item.number)))]
        if place is not None:
            ticks = _with_tick(ticks, place, on=not item.is_not)
        elif item.name is not None and not item.is_not:
            asked.append(item.name.name)
    return _placed(turn, ticks, replace(blank, names=tuple(asked)), before)


def _place(turn: Turn, ticks: dict[str, Any], item: Item) -> int | None:
    """Which line a number, or a name just as it stands in the list, means; None for any other."""
    if item.number is not None:
        return item.number - 1 if 0 < item.number <= len(ticks["lines"]) else None
    name = "" if item.name is None else fold(item.name.name)
    places = [place for place, line in enumerate(ticks["lines"]) if fold(_called(turn, line)) == name]
    return places[0] if len(places) == 1 else None


def _placed(turn: Turn, ticks: dict[str, Any], sheet: Sheet, before: Sequence[Markup] = ()) -> list[Reply]:
    """Tick everybody who was typed and is certain; ask about the first who is not."""
    asked, left_out = list(sheet.names), sheet.left_out
    ticks = _with_outcome(ticks, sheet)
    while asked:
        meant = meant_by(turn, sheet, asked[0])
        if meant.is_runner:
            left_out = (*left_out, asked[0])
        elif meant.match.certain is not None:
            ticks = _with_line(ticks, meant.match.certain)
        elif meant.is_new:
            ticks = _with_line(ticks, asked[0])
        else:
            break
        asked = asked[1:]
    words = [*before, *left_out_words(turn, replace(sheet, left_out=left_out))]
    if not asked:
        return [_ask(turn, ticks, *words)]
    rest = replace(sheet, names=tuple(asked), named=(), newcomers=(), left_out=())
    reply = ask_who(turn, rest, WHO, ticks=ticks)
    return [replace(reply, text=lines([*words, reply.text]))]


def _with_outcome(ticks: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    told: list[Line] = [*sheet.named, *sheet.newcomers]
    for line in told:
        ticks = _with_line(ticks, line)
    return ticks


def answer_who(turn: Turn) -> list[Reply] | None:
    """Whom a name that was typed among the ticks means."""
    told = whom(turn, sheet_from_json(turn.question_state["turnout"]))
    return None if told is None else _placed(turn, turn.question_state["ticks"], told)
