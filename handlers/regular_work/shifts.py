""" "ik begin": time runs from then on. It books nothing; what ends it is in ``shift_ends``."""

from datetime import UTC, datetime, timedelta

from handlers.hours.clock_times import newest_before, said_time
from handlers.hours.entry_words import group_label
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.regular_work import shift_ends
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.understand.meaning import Draft, Meaning, Understanding
from storage import shifts
from storage.tables import Shift

SECOND, WRONG, VALUE = "shift_second", "shift_wrong", "shift_value"
SUBJECT = "shift"
QUARTER = timedelta(minutes=15)
QUARTERS_AGO = (1, 2, 3, 4, 6, 8, 12)
"""How many quarters ago somebody probably began, who did not begin just now."""


def start(turn: Turn, meant: Understanding) -> list[Reply]:
    """Let the writer's time run, from when the message was sent or from the time it tells."""
    draft = meant.drafts[0] if meant.drafts else Draft()
    if draft.person is not None:
        return [Reply(text=turn.say("others-log-themselves"))]
    began = _began(turn, meant)
    if began is None:
        return [Reply(text=turn.say("shift-not-yet"))]
    group_id = None if draft.group is None else int(draft.group)
    shift = shift_ends.running(turn)
    if shift is not None:
        return [_ask_second(turn, shift, group_id, began)]
    return _begin(turn, group_id, began)


def _began(turn: Turn, meant: Understanding) -> datetime | None:
    """When the writer began; None when that has to come yet."""
    at = meant.drafts[0].starts if meant.drafts else None
    if at is None:
        return turn.incoming.sent_at
    said = datetime.combine(turn.today, at, turn.room_settings.zone)
    return said if said <= turn.incoming.sent_at else None


def _begin(turn: Turn, group_id: int | None, began: datetime) -> list[Reply]:
    turn.settle()
    # Of work for no group the room is asked where it is booked, if there are several.
    room_id = next((group.room_id for group in turn.groups if group.id == group_id), turn.places[0].room.id)
    return [_echo(turn, shifts.begin(turn.session, room_id, turn.person.id, group_id, began, turn.inbox.id))]


def _echo(turn: Turn, shift: Shift) -> Reply:
    buttons = (
        turn.button("button-shift-done", f"shift-done:{shift.id}"),
        turn.button("button-wrong", f"shift-wrong:{shift.id}"),
    )
    text = turn.say("shift-started", running=shift_ends.running_words(turn, shift))
    return Reply(text=text, buttons=buttons, subject=f"{SUBJECT}:{shift.id}")


def _ask_second(turn: Turn, shift: Shift, group_id: int | None, began: datetime) -> Reply:
    text = turn.say("shift-runs-already", running=shift_ends.running_words(turn, shift))
    options = [(value, turn.label(f"button-shift-{value}")) for value in ("done", "restart", "stays")]
    return turn.ask(SECOND, text, options, shift=shift.id, group=group_id, began=began.isoformat())


def answer_second(turn: Turn) -> list[Reply] | None:
    """Time runs already: it is done, it begins anew, or it stays as it is."""
    state, value = turn.question_state, read_answer(turn).value
    if value is None:
        meant = understood(turn)
        value = {Meaning.FINISHED: "done", Meaning.CONFIRM: "done", Meaning.DENY: "stays"}.get(meant.meaning)
    shift = shift_ends.running(turn)
    if value is None:
        return None
    turn.settle()
    if shift is None or shift.id != state["shift"]:
        return [Reply(text=turn.say("button-done"))]
    if value == "done":
        return shift_ends.finish(turn, shift)
    if value == "stays":
        return [_echo(turn, shift)]
    shifts.end(turn.session, shift, turn.now)
    return _begin(turn, state["group"], datetime.fromisoformat(state["began"]))


def wrong(turn: Turn, shift_id: int) -> list[Reply]:
    """[Klopt niet]: the time, the group, or that it runs at all."""
    shift = shift_ends.own(turn, shift_id)
    if isinstance(shift, Reply):
        return [shift]
    fields = ("time", "group", "drop") if turn.groups else ("time", "drop")
    options = [(field, turn.label(f"button-shift-{field}")) for field in fields]
    text = turn.say("shift-what-wrong", running=shift_ends.running_words(turn, shift))
    return [turn.ask(WRONG, text, [*options, ("nothing", turn.label("button-nothing"))], shift=shift.id)]


def answer_wrong(turn: Turn) -> list[Reply] | None:
    """What about it is wrong; the new value itself is an answer too."""
    shift = shift_ends.own(turn, turn.question_state["shift"])
    if isinstance(shift, Reply):
        turn.settle()
        return [shift]
    match read_answer(turn).value:
        case None:
            return _typed_change(turn, shift)
        case "drop":
            return shift_ends.drop(turn, shift.id)
        case "nothing":
            turn.settle()
            return [_echo(turn, shift)]
        case "time":
            return [turn.ask(VALUE, turn.say("ask-shift-time"), _time_options(turn), shift=shift.id, field="time")]
        case _:
            options = [(str(group.id), group_label(group)) for group in turn.groups]
            return [turn.ask(VALUE, turn.say("ask-group"), options, shift=shift.id, field="group")]


def _time_options(turn: Turn) -> list[Option]:
    local = turn.local_time
    last = local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0).astimezone(UTC)
    moments = [last - QUARTER * count for count in QUARTERS_AGO]
    return [(moment.isoformat(), turn.voice.clock(moment.astimezone(local.tzinfo).time())) for moment in moments]


def answer_value(turn: Turn) -> list[Reply] | None:
    """The new time or group."""
    shift = shift_ends.own(turn, turn.question_state["shift"])
    if isinstance(shift, Reply):
        turn.settle()
        return [shift]
    value = read_answer(turn).value
    if value is None:
        return _typed_change(turn, shift)
    if turn.question_state["field"] == "time":
        return _change(turn, shift, shift.group_id, datetime.fromisoformat(value))
    return _change(turn, shift, int(value), shift.started_at)


def _typed_change(turn: Turn, shift: Shift) -> list[Reply] | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        turn.settle()
        return [_echo(turn, shift)]
    return corrected(turn, meant, shift.id)


def corrected(turn: Turn, meant: Understanding, shift_id: int) -> list[Reply] | None:
    """ "nee, om 9 uur", "tuin" to what was just told, or its message edited; None when it tells of something else."""
    shift = shift_ends.own(turn, shift_id)
    if isinstance(shift, Reply):
        return None
    if meant.meaning is Meaning.DELETE:
        return shift_ends.drop(turn, shift.id)
    draft = meant.drafts[0] if len(meant.drafts) == 1 else Draft()
    group = draft.group if meant.change is None else meant.change.group or draft.group
    at = said_time(meant, turn.incoming.text)
    if draft.person is not None or draft.minutes is not None or (group is None and at is None):
        return None
    began = shift.started_at
    if at is not None:
        said = newest_before(at, turn.incoming.sent_at, turn.room_settings.zone)
        if said is None:
            return [Reply(text=turn.say("shift-not-yet"))]
        began = said
    return _change(turn, shift, shift.group_id if group is None else int(group), began)


def _change(turn: Turn, shift: Shift, group_id: int | None, began: datetime) -> list[Reply]:
    turn.settle()
    group = next((group for group in turn.groups if group.id == group_id), None)
    if group is not None:
        shift.group_id, shift.room_id = group.id, group.room_id
    shift.started_at = began
    turn.session.flush()
    return [_echo(turn, shift)]
