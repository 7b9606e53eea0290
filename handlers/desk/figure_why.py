"""[Waarom?]: what is behind a figure, newest first, a page at a time."""

from collections.abc import Callable

from markupsafe import Markup

from handlers.desk import figure_card
from handlers.desk.figure_card import Figure
from handlers.desk.figure_words import figure_name, value_words
from handlers.hours.entry_words import name_of
from handlers.messages import Reply
from handlers.turn import Option, Turn
from language.say.words import lines
from storage.figures.evidence import EvidenceRow, Thing, evidence
from storage.figures.unique_people import Range
from storage.participants import names_of

PAGE = 10
OLDER, NEWER = "older", "newer"
MOST_NAMES = 4


def why(turn: Turn, found: Figure) -> Reply:
    """The newest things behind the figure."""
    return _page(turn, found, 0)


def turn_page(turn: Turn, found: Figure, by: int) -> Reply:
    """The page so many further back, in place of the one that is shown."""
    return _page(turn, found, turn.question_state["page"] + by, is_turned=True)


def _page(turn: Turn, found: Figure, page: int, *, is_turned: bool = False) -> Reply:
    if found.indicator.source == "survey":
        return figure_card.ask(turn, found, turn.say("why-survey"), figure_card.WHY)
    rows = evidence(turn.session, found.room, found.indicator.id, found.on)[::-1]
    if not rows:
        return figure_card.ask(turn, found, turn.say("why-nothing"), figure_card.WHY)
    page = max(0, min(page, (len(rows) - 1) // PAGE))
    shown = rows[page * PAGE : (page + 1) * PAGE]
    value = value_words(turn.voice, found.indicator, found.line.value)
    words = [turn.say("why-title", figure=figure_name(turn.voice, found.indicator), value=value)]
    words += [turn.say("why-line", parts=Markup(", ").join(_parts(turn, row))) for row in shown]
    if len(rows) > PAGE:
        first = page * PAGE + 1
        words.append(turn.say("why-page", first=first, last=first + len(shown) - 1, count=len(rows)))
    turned = [(OLDER, (page + 1) * PAGE < len(rows)), (NEWER, page > 0)]
    options: list[Option] = [(way, turn.label(f"button-why-{way}")) for way, is_there in turned if is_there]
    options.append((figure_card.CARD, turn.label("button-why-card")))
    if is_turned:
        return turn.ask_on(lines(words), options, page=page)
    found_at = {"year": found.on.year, "figure": found.indicator.id, "page": page}
    return turn.ask(figure_card.QUESTION, lines(words), options, (), room=found.room.id, **found_at)


def _parts(turn: Turn, row: EvidenceRow) -> list[str]:
    """What is said of one thing, as far as it is known."""
    return [part for part in _TOLD[row.thing](turn, row) if part]


def _volunteer(turn: Turn, row: EvidenceRow) -> list[str]:
    amount = turn.voice.short_duration(row.amount)
    last = turn.say("why-last", day=turn.voice.day(row.date))
    pace = "" if row.pace is None else turn.say("why-pace", hours=row.pace)
    return [_people(turn, row), turn.say("why-hours-year", amount=amount), pace, last]


def _group(turn: Turn, row: EvidenceRow) -> list[str]:
    return [row.group, turn.say("why-last", day=turn.voice.day(row.date))]


def _klus(turn: Turn, row: EvidenceRow) -> list[str]:
    number = turn.say("why-klus", number=str(row.number))
    return [turn.voice.day(row.date), number, row.group, row.detail, _people(turn, row)]


def _attendance(turn: Turn, row: EvidenceRow) -> list[str]:
    heads = turn.say("why-heads", count=row.amount)
    names = _listed(turn, [name for name in names_of(turn.session, row.participants).values() if name])
    where = row.group or (turn.say(f"activity-{row.kind}") if row.kind else "")
    adds = turn.say("why-adds", count=row.adds.least) if isinstance(row.adds, Range) else ""
    return [turn.voice.day(row.date), where, heads, adds, names]


def _tally(turn: Turn, row: EvidenceRow) -> list[str]:
    case = turn.say("tally", kind=turn.say(f"tally-kind-{row.kind}"), number=str(row.number))
    counts = row.adds != Range(0, 0)
    return [turn.voice.day(row.date), case, row.detail, "" if counts else turn.say("why-not")]


def _fact(turn: Turn, row: EvidenceRow) -> list[str]:
    return [_people(turn, row), turn.say("why-since", day=turn.voice.day(row.date))]


def _result(turn: Turn, row: EvidenceRow) -> list[str]:
    return [turn.voice.day(row.date), row.detail, turn.say("why-by", name=_people(turn, row))]


def _hours(turn: Turn, row: EvidenceRow) -> list[str]:
    return [turn.voice.day(row.date), row.group, turn.voice.short_duration(row.amount), _people(turn, row)]


_TOLD: dict[Thing, Callable[[Turn, EvidenceRow], list[str]]] = {
    Thing.HOURS: _hours,
    Thing.VOLUNTEER: _volunteer,
    Thing.GROUP: _group,
    Thing.KLUS: _klus,
    Thing.ATTENDANCE: _attendance,
    Thing.TALLY: _tally,
    Thing.KEY: _fact,
    Thing.MEMBERSHIP: _fact,
    Thing.RESULT: _result,
}


def _people(turn: Turn, row: EvidenceRow) -> Markup:
    return _listed(turn, [name_of(turn.session, turn.voice, person) for person in row.people])


def _listed(turn: Turn, names: list[str]) -> Markup:
    """Some of the names, and how many others."""
    if len(names) <= MOST_NAMES:
        return turn.voice.listed(names)
    return turn.say("why-others", names=", ".join(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)
