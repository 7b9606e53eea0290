"""``/rapport``: which report, of which room, on which period; made once what is missed was explained, or need not be.

what? ─► room? ─► period? ─► corporation? ─► missed targets unexplained? ─► made, sent as a file
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.coordinated_room import room_of, room_options
from handlers.messages import Reply
from handlers.questions import read_answer, read_yes
from handlers.reports import closing, explaining
from handlers.reports.assembling import NothingPromisedError, kept_report
from handlers.reports.corporations import corporations
from handlers.reports.kept import report_of
from handlers.reports.making import FORMS, attachment, joined, title_of
from handlers.reports.period_choice import Period, period_name, to_report, today_in
from handlers.rights import coordinated, not_yours
from handlers.turn import Option, Turn
from language.say.words import lines
from storage import periods, snapshots
from storage.periods import PeriodKind
from storage.tables import Room, Snapshot

WHAT, ROOM, PERIOD, FOR, EXPLAIN, MADE = (
    "report_what", "report_room", "report_period", "report_for", "report_explain", "report_made",
)  # fmt: skip
ALL = "all"
_PERIODS = {"progress": PeriodKind.MONTH, "final": PeriodKind.FINAL}
_CHOICES = ("progress", "interim", "final", "extract", "workbook")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A report that is asked for, as far as it is known."""

    what: str
    """"progress", "interim", "final", "extract" or "workbook"; or "explain" or "close"."""
    rooms: tuple[int, ...] = ()
    period: str = ""
    corporation: str = ""

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "Wish":
        """The wish that an open question keeps."""
        return cls(
            what=state["what"], rooms=tuple(state["rooms"]), period=state["period"], corporation=state["corporation"]
        )

    @property
    def state(self) -> dict[str, Any]:
        """How a question keeps it."""
        return {
            "what": self.what, "rooms": list(self.rooms), "period": self.period, "corporation": self.corporation,
        }  # fmt: skip


def report(turn: Turn) -> list[Reply]:
    """``/rapport``; with a number behind it, that report again."""
    if not coordinated(turn):
        return [Reply(text=turn.say("report-not-allowed"), buttons=(turn.button("button-ask-coordinator", "human"),))]
    said = turn.incoming.text.strip()
    if said.isdecimal() and len(said) < 10:
        return _again(turn, int(said))
    options: list[Option] = [(what, turn.label(f"report-{what}")) for what in (*_CHOICES, "explain", "close")]
    return [turn.ask(WHAT, turn.say("report-what"), options)]


def _again(turn: Turn, number: int) -> list[Reply]:
    found = snapshots.by_id(turn.session, number, [place.room.id for place in coordinated(turn)])
    if found is None:
        turn.settle()
        return [Reply(text=turn.say("report-no-such-number", number=str(number)))]
    return [_made(turn, [found], FORMS[0])]


def answer_what(turn: Turn) -> list[Reply] | None:
    """Which report; then of which room, where there are several."""
    value = read_answer(turn).value
    return None if value is None else _begin(turn, value)


def close(turn: Turn) -> list[Reply]:
    """A coordinator wants to close a period, and says so at once."""
    return _begin(turn, "close")


def _begin(turn: Turn, what: str) -> list[Reply]:
    rooms = room_options(turn)
    wish = Wish(what=what, rooms=tuple(int(key) for key, _ in rooms))
    if len(rooms) < 2:
        return _ask_period(turn, wish)
    if what in _CHOICES:
        rooms.append((ALL, turn.label("report-all-rooms")))
    return [turn.ask(ROOM, turn.say("report-which-room"), rooms, **wish.state)]


def answer_room(turn: Turn) -> list[Reply] | None:
    """Of which room, or of all of them together."""
    value, wish = read_answer(turn).value, Wish.of(turn.question_state)
    if value is None:
        return None
    return _ask_period(turn, wish if value == ALL else replace(wish, rooms=(int(value),)))


def _ask_period(turn: Turn, wish: Wish) -> list[Reply]:
    rooms = _rooms(turn, wish)
    if not rooms:
        return not_yours(turn)
    if wish.what == "close":
        return closing.ask_which(turn, rooms[0])
    options = _periods(turn, rooms, wish)
    if not options:
        turn.settle()
        return [Reply(text=turn.say("report-no-agreement"))]
    return [turn.ask(PERIOD, turn.say("report-which-period"), options, **wish.state)]


def _periods(turn: Turn, rooms: Sequence[Room], wish: Wish) -> list[Option]:
    """The periods of any of the rooms, each day once: of an extract or workbook those of interim and final reports."""
    kinds = [_PERIODS.get(wish.what, PeriodKind.INTERIM)]
    if wish.what in ("extract", "workbook", "explain"):
        kinds = [PeriodKind.INTERIM, PeriodKind.FINAL]
    by_day = {
        Period.of(value).last: (value, label)
        for room in rooms
        for kind in kinds
        for value, label in to_report(turn, room, kind)
        # Of the whole year the final report is meant, of a part of it never.
        if len(kinds) == 1 or kind is PeriodKind.INTERIM or Period.of(value).is_whole_year
    }
    today = [by_day.pop(day) for day in {today_in(turn, room) for room in rooms} if day in by_day]
    before = [by_day[day] for day in sorted(by_day, reverse=True)]
    return [*today, *before] if wish.what == "progress" else [*before, *today]


def answer_period(turn: Turn) -> list[Reply] | None:
    """On which period; then for whom, or what is said of the targets that are missed."""
    value, wish = read_answer(turn).value, Wish.of(turn.question_state)
    if value is None:
        return None
    wish, rooms = replace(wish, period=value), _rooms(turn, wish)
    if not rooms:
        return not_yours(turn)
    if wish.what == "explain":
        return explaining.overview(turn, rooms[0], Period.of(value))
    if wish.what == "extract":
        names = _corporations(turn, rooms, Period.of(value))
        if not names:
            turn.settle()
            return [Reply(text=turn.say("report-no-corporations"))]
        return [turn.ask(FOR, turn.say("report-for-whom"), [(name, name) for name in names], **wish.state)]
    missing = sum(len(explaining.unexplained(turn.session, room, Period.of(value))) for room in rooms)
    if missing and wish.what in ("interim", "final"):
        options = [("yes", turn.label("button-explain-now")), ("no", turn.label("button-explain-not"))]
        return [turn.ask(EXPLAIN, turn.say("report-unexplained", count=missing), options, **wish.state)]
    return make(turn, wish)


def _corporations(turn: Turn, rooms: Sequence[Room], period: Period) -> list[str]:
    """Those that are short enough to be chosen by."""
    named = corporations(turn.session, rooms, period.last.year)
    return [name for name in named if len(name.encode()) <= closing.LONGEST_VALUE]


def answer_for(turn: Turn) -> list[Reply] | None:
    """For which housing corporation."""
    value = read_answer(turn).value
    return None if value is None else make(turn, replace(Wish.of(turn.question_state), corporation=value))


def answer_explain(turn: Turn) -> list[Reply] | None:
    """Whether to explain the missed targets first."""
    said, wish = read_yes(turn), Wish.of(turn.question_state)
    if said is None:
        return None
    if not said:
        return make(turn, wish)
    return _explain(turn, wish, _rooms(turn, wish), "")


def _explain(turn: Turn, wish: Wish, rooms: Sequence[Room], before: str) -> list[Reply]:
    """Ask about what is missed in these rooms, one after another, and make the report then."""
    period = Period.of(wish.period)
    for room in rooms:
        queue = explaining.unexplained(turn.session, room, period)
        if queue:
            return explaining.ask_why(turn, room, period, queue, before, wish.state)
    first, *rest = make(turn, wish)
    return [replace(first, text=explaining.under(before, first.text)), *rest]


def answer_why(turn: Turn) -> list[Reply] | None:
    """Why a target is missed."""
    return explaining.answer_why(turn, _explained)


def _explained(turn: Turn, room: Room, period: Period, before: str) -> list[Reply]:
    """All of the room was asked about: the next room, and then the report; or the list that it was chosen from."""
    if turn.question_state["then"] is None:
        return explaining.overview(turn, room, period, before)
    wish = Wish.of(turn.question_state["then"])
    rooms = _rooms(turn, wish)
    return _explain(turn, wish, rooms[rooms.index(room) + 1 :], before)


def make(turn: Turn, wish: Wish) -> list[Reply]:
    """Keep the figures, and send the report on them."""
    period, kept = Period.of(wish.period), []
    for room in _rooms(turn, wish):
        try:
            kept.append(kept_report(turn.session, room, period.kind, period.last, turn.evidence))
        except NothingPromisedError:
            continue  # the other rooms have something to report
    if not kept:
        turn.settle()
        return [Reply(text=turn.say("report-no-agreement"))]
    return [_made(turn, kept, "xlsx" if wish.what == "workbook" else FORMS[0], wish.corporation)]


def _made(turn: Turn, kept: Sequence[Snapshot], form: str, corporation: str = "") -> Reply:
    """The file, with the other forms of it to choose from."""
    made = joined([report_of(snapshot) for snapshot in kept], corporation)
    is_open = any(snapshot.period_id is None for snapshot in kept)
    room = turn.session.get_one(Room, kept[0].room_id)
    period = Period(PeriodKind(kept[0].kind), kept[0].last)
    numbers = turn.voice.listed([str(snapshot.id) for snapshot in kept])
    parts = [turn.say("report-made", title=title_of(made), numbers=numbers)]
    if is_open:
        parts.append(turn.say("report-provisional"))
    options = [(other, turn.label(f"button-{other}")) for other in FORMS if other != form]
    if len(kept) == 1 and _can_close(turn, room, period):
        options.append(("close", turn.label("button-close-period")))
    state: dict[str, Any] = {"kept": [snapshot.id for snapshot in kept], "corporation": corporation}
    reply = turn.ask(MADE, lines(parts), options, **state)
    return replace(reply, attachment=attachment(made, form))


def _can_close(turn: Turn, room: Room, period: Period) -> bool:
    is_open = periods.closed(turn.session, room.id, period.kind, period.last) is None
    return is_open and period.last < today_in(turn, room)


def answer_made(turn: Turn) -> list[Reply] | None:
    """The same report in another form; or its period closed."""
    value, state = read_answer(turn).value, turn.question_state
    if value is None:
        return None
    rooms = [place.room.id for place in coordinated(turn)]
    kept = [snapshots.by_id(turn.session, key, rooms) for key in state["kept"]]
    found = [snapshot for snapshot in kept if snapshot is not None]
    if len(found) < len(kept):
        return not_yours(turn)
    if value != "close":
        return [_made(turn, found, value, state["corporation"])]
    room, period = turn.session.get_one(Room, found[0].room_id), Period(PeriodKind(found[0].kind), found[0].last)
    return closing.ask_sure(turn, room, period, period_name(turn.session, turn.voice, room, period))


def _rooms(turn: Turn, wish: Wish) -> list[Room]:
    """The rooms of the wish that the writer coordinates now."""
    return [room for key in wish.rooms if (room := room_of(turn, key)) is not None]
