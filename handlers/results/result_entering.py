"""Entering a result that was found outside the bot: which indicator, what, of which day, from where.

command or button ──► what is known ──► something missing? ──yes──► question ──► answer ─┐
                           ▲                    │no                                      │
                           └────────────────────│────────────────────◄───────────────────┘
                                                ▼
                                    entered, echoed with its source
"""

from dataclasses import asdict, replace
from datetime import date, timedelta

from markupsafe import Markup

from handlers.desk.figure_words import target_words
from handlers.hours.hours_questions import day_label
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.results.result_noting import Entering, known, write
from handlers.results.result_promised import promised, promised_in
from handlers.results.result_words import is_counted, is_percent, limits, read_number
from handlers.rights import is_coordinator_of, not_yours
from handlers.tallies.tallying import is_organisation, organisation_in
from handlers.turn import Option, Turn
from handlers.vocabulary import named_days, understood
from language.say.words import capital, lines
from storage.agreements import Announced, PromisedIndicator
from storage.tables import ResultVersion

QUESTION, SOURCE = "result", "result_source"
"""All that is asked but the source: that is told in the person's own words."""
SOURCES = ("interviews", "budget", "check")
"""Where results come from by the agreement: "Interviews", "Begroting", "Controle"."""
ANNOUNCERS = ("city",)
"""Who announces people, such as newcomers in the neighbourhood."""


def enter(turn: Turn, room_id: int, indicator: str) -> list[Reply]:
    """Begin to enter a result of an indicator of the room."""
    return proceed(turn, Entering(room_id=room_id, indicator=indicator))


def correct(turn: Turn, version: ResultVersion, field: str) -> list[Reply]:
    """Begin to correct what a result says of "value", "day" or "source"."""
    return proceed(turn, Entering(**{**asdict(known(version)), "reason": field, field: None}))


def proceed(turn: Turn, entering: Entering) -> list[Reply]:
    """Ask what is still missing, or write it into the books."""
    indicator = promised(turn, entering.room_id).get(entering.indicator)
    if not is_coordinator_of(turn, entering.room_id) or indicator is None:
        return not_yours(turn)
    if entering.value is None:
        said = [
            turn.say("result-indicator", indicator=indicator.name),
            _promise(turn, indicator),
        ]
        return [
            _ask(turn, entering, "value", lines([*said, _value_question(turn, indicator)]), _outcomes(turn, indicator))
        ]
    if entering.day is None:
        return [_ask_day(turn, entering)]
    if entering.source is None:
        return [_ask(turn, entering, "source", turn.say("ask-result-source"), _sources(turn, indicator))]
    return write(turn, entering, indicator)


def _ask(turn: Turn, entering: Entering, missing: str, text: str, options: list[Option]) -> Reply:
    options = [*options, ("never-mind", turn.label("button-never-mind"))]
    return turn.ask(
        SOURCE if missing == "source" else QUESTION, text, options, missing=missing, entering=asdict(entering)
    )


def _promise(turn: Turn, indicator: PromisedIndicator) -> Markup:
    target = target_words(turn.voice, indicator)
    return turn.say("result-expected" if isinstance(indicator, Announced) else "result-target", target=target)


def _value_question(turn: Turn, indicator: PromisedIndicator) -> str:
    if indicator.comparison == "positive":
        return turn.say("ask-result-outcome")
    if isinstance(indicator, Announced):
        return turn.say("ask-result-announced")
    return turn.say("ask-result-percent" if is_percent(indicator) else "ask-result-number")


def _outcomes(turn: Turn, indicator: PromisedIndicator) -> list[Option]:
    if indicator.comparison != "positive":
        return []
    return [(outcome, capital(turn.label(f"figure-{outcome}"))) for outcome in ("positive", "negative")]


def _days(turn: Turn, entering: Entering) -> list[Option]:
    """Today, the end of last month and of last year; any other can be typed."""
    month_ended = turn.today.replace(day=1) - timedelta(days=1)
    year_ended = date(turn.today.year - 1, 12, 31)
    days = [turn.today, *sorted({month_ended, year_ended}, reverse=True)]
    fitting = [day for day in days if _is_promised(turn, entering, day.year)]
    return [
        (day.isoformat(), turn.label("button-today") if day == turn.today else day_label(turn, day)) for day in fitting
    ]


def _is_promised(turn: Turn, entering: Entering, year: int) -> bool:
    return entering.indicator in promised_in(turn, entering.room_id, year)


def _sources(turn: Turn, indicator: PromisedIndicator) -> list[Option]:
    sources = ANNOUNCERS if isinstance(indicator, Announced) else SOURCES
    return [(source, turn.label(f"result-source-{source}")) for source in sources]


def answer(turn: Turn) -> list[Reply] | None:
    """The answer to what was asked about a result."""
    state, value = turn.question_state, read_answer(turn).value
    entering, missing = Entering(**state["entering"]), state["missing"]
    if value == "never-mind":
        turn.settle()
        return [Reply(text=turn.say("left-as-it-was" if entering.corrects else "nothing-logged"))]
    indicator = promised(turn, entering.room_id).get(entering.indicator)
    if indicator is None:
        return proceed(turn, entering)
    if missing == "value":
        return _answer_value(turn, entering, indicator, value)
    return _answer_day(turn, entering, value) if missing == "day" else _answer_source(turn, entering, value)


def _answer_value(
    turn: Turn, entering: Entering, indicator: PromisedIndicator, pressed: str | None
) -> list[Reply] | None:
    if indicator.comparison == "positive":
        return proceed(turn, replace(entering, value=pressed)) if pressed else None
    number = read_number(indicator, turn.incoming.text)
    if number is None:
        if not any(sign.isdigit() for sign in turn.incoming.text):
            return None
        least, most = limits(indicator)
        key = "result-whole-again" if is_counted(indicator) else "result-number-again"
        return [turn.ask_again(turn.say(key, least=least, most=most))]
    return proceed(turn, replace(entering, value=str(number)))


def _answer_day(turn: Turn, entering: Entering, pressed: str | None) -> list[Reply] | None:
    days = [date.fromisoformat(pressed)] if pressed else named_days(understood(turn))
    return on_day(turn, entering, days[0]) if len(days) == 1 else None


def on_day(turn: Turn, entering: Entering, day: date) -> list[Reply]:
    """Take the day of a result, or ask for another where that cannot be it."""
    if day > turn.today:
        return [_ask_day(turn, entering, turn.say("result-day-to-come"))]
    if not _is_promised(turn, entering, day.year):
        return [_ask_day(turn, entering, turn.say("result-no-agreement-then", year=str(day.year)))]
    return proceed(turn, replace(entering, day=day.isoformat()))


def _ask_day(turn: Turn, entering: Entering, *before: str) -> Reply:
    return _ask(turn, entering, "day", lines([*before, turn.say("ask-result-day")]), _days(turn, entering))


def _answer_source(turn: Turn, entering: Entering, pressed: str | None) -> list[Reply]:
    source = turn.label(f"result-source-{pressed}") if pressed else organisation_in(turn.incoming.text)
    if not is_organisation(source):
        return [turn.ask_again(turn.say("result-no-person"))]
    return proceed(turn, replace(entering, source=source))
