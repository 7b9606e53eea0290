"""What a coordinator says of a target that is not made: asked one by one, kept as versions, printed in the report."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlmodel import Session

from handlers.coordinated_room import asked_room
from handlers.desk.figure_words import figure_name
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.reports.document_words import document_words
from handlers.reports.kept import LANGUAGE, report_of
from handlers.reports.period_choice import Period
from handlers.reports.room_part import indicator_lines
from handlers.rights import is_coordinator_of, not_yours
from handlers.turn import Option, Turn
from language.say.voice import Voice
from language.say.words import lines
from language.understand.meaning import Understanding
from reports.report import IndicatorLine
from reports.worded import result_text, target_text
from storage import explanations, periods, snapshots
from storage.beside import read_room_beside
from storage.tables import Explanation, Room

LIST, WHY = "explain_list", "explain_why"
SUBJECT = "explanation"

GoOn = Callable[[Turn, Room, Period, str], list[Reply]]
"""What comes after the last figure; the text is what to say first."""


def lines_of(session: Session, room: Room, period: Period) -> list[IndicatorLine]:
    """The room's promises with their figures: those it was closed with, or else those of now."""
    closed = periods.closed(session, room.id, period.kind, period.last)
    if closed is not None:
        return list(report_of(snapshots.of_period(session, closed)).rooms[0].indicators)
    voice, last = Voice(LANGUAGE, period.last), period.last
    return read_room_beside(
        session, room, ("lines", last), lambda other, same: indicator_lines(other, voice, same, last)
    )


def is_missed(line: IndicatorLine) -> bool:
    """Whether a report needs a word on it: the target is missed, or far from it halfway."""
    return line.light in ("missed", "behind")


def unexplained(session: Session, room: Room, period: Period) -> list[str]:
    """The ids of the indicators that are missed and of which nothing is said yet, in the agreement's order."""
    said = explanations.explanations(session, room.id, period.last)
    return [line.id for line in lines_of(session, room, period) if is_missed(line) and line.id not in said]


def overview(turn: Turn, room: Room, period: Period, before: str = "") -> list[Reply]:
    """The targets that are missed or explained, and after them those that lag a little, to choose one from."""
    said = explanations.explanations(turn.session, room.id, period.last)
    every = lines_of(turn.session, room, period)
    shown = [line for line in every if is_missed(line) or line.id in said]
    shown += [line for line in every if line.light == "lagging" and line not in shown]
    if not shown:
        turn.settle()
        return [Reply(text=under(before, turn.say("explain-nothing")))]
    options: list[Option] = [
        (line.id, ("✓ " if line.id in said else "") + figure_name(turn.voice, line)) for line in shown
    ]
    missing = sum(is_missed(line) and line.id not in said for line in shown)
    text = turn.say("explain-which", count=missing)
    return [turn.ask(LIST, under(before, text), options, room=room.id, period=period.value)]


def answer_list(turn: Turn) -> list[Reply] | None:
    """The target that was chosen."""
    value, room, period = read_answer(turn).value, asked_room(turn), Period.of(turn.question_state["period"])
    if value is None:
        return None
    if room is None:
        return not_yours(turn)
    return ask_why(turn, room, period, [value])


def ask_why(
    turn: Turn,
    room: Room,
    period: Period,
    queue: Sequence[str],
    before: str = "",
    then: Mapping[str, Any] | None = None,
) -> list[Reply]:
    """Ask why the first of these figures is what it is; the others wait for their turn.

    ``then`` is kept for whoever goes on when all were asked about.
    """
    line = next(line for line in lines_of(turn.session, room, period) if line.id == queue[0])
    words = document_words(turn.person.language if turn.person.language == "en" else "nl")
    said = explanations.explanations(turn.session, room.id, period.last).get(line.id, "")
    earlier = said or explanations.said_before(turn.session, room.id, line.id, period.last)
    parts = [
        turn.say("explain-figure", name=line.name, target=target_text(line, words), result=result_text(line, words)),
        *([turn.say("explain-earlier", words=earlier)] if earlier else []),
        turn.say("explain-why"),
    ]
    options = [("skip", turn.label("button-skip")), ("stop", turn.label("button-explained"))]
    if earlier and not said:
        options.insert(0, ("same", turn.label("button-same-explanation")))
    state: dict[str, Any] = {"room": room.id, "period": period.value, "queue": list(queue), "then": then}
    return [turn.ask(WHY, under(before, lines(parts)), options, **state)]


def answer_why(turn: Turn, go_on: GoOn) -> list[Reply] | None:
    """Keep what is said, and ask about the next one; when that was the last, ``go_on``."""
    room, period = asked_room(turn), Period.of(turn.question_state["period"])
    if room is None:
        return not_yours(turn)
    value, queue = read_answer(turn).value, list(turn.question_state["queue"])
    if value == "stop":
        return go_on(turn, room, period, "")
    before = ""
    if value != "skip":
        words = _same(turn, room, period, queue[0]) if value == "same" else " ".join(turn.incoming.text.split())
        if len(words) > explanations.LONGEST:
            return [turn.ask_again(turn.say("explain-too-long", most=str(explanations.LONGEST)))]
        explanations.explain(turn.session, room.id, queue[0], period.last, words, turn.evidence)
        before = turn.say("explain-kept")
    if not queue[1:]:
        return go_on(turn, room, period, before)
    return ask_why(turn, room, period, queue[1:], before, turn.question_state["then"])


def _same(turn: Turn, room: Room, period: Period, indicator: str) -> str:
    return explanations.said_before(turn.session, room.id, indicator, period.last)


def edited(turn: Turn, _: Understanding, explanation_id: int) -> list[Reply] | None:
    """The message with an explanation was edited: what it says now is what is printed."""
    row = turn.session.get_one(Explanation, explanation_id)
    if not is_coordinator_of(turn, row.room_id):
        return not_yours(turn)
    words = " ".join(turn.incoming.text.split())
    if len(words) > explanations.LONGEST:
        return [Reply(text=turn.say("explain-too-long", most=str(explanations.LONGEST)))]
    explanations.explain(turn.session, row.room_id, row.indicator, row.last, words, turn.evidence)
    return [Reply(text=turn.say("explain-changed"))]


def under(before: str, text: str) -> str:
    """A text with what is to be said first above it."""
    return f"{before}\n{text}" if before else text
