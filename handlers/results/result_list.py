""" "/resultaat": what is known of what is found outside the bot; a new result, and correcting one."""

from dataclasses import replace
from datetime import date

from handlers.coordinated_room import room_of, room_options
from handlers.desk.figure_words import figure_name
from handlers.messages import Reply
from handlers.questions import left_as_it_was, read_answer
from handlers.results.result_entering import correct, enter, on_day
from handlers.results.result_noting import known
from handlers.results.result_promised import promised, result_rooms
from handlers.results.result_words import result_words
from handlers.rights import is_coordinator_of, not_yours
from handlers.turn import Turn
from handlers.vocabulary import named_days, understood
from language.say.words import lines
from language.understand.meaning import Meaning, Understanding
from storage import results
from storage.tables import ResultVersion

ROOM, LIST, KNOWN, WHAT = "result_room", "results", "result_known", "result_wrong"
FIELDS = ("value", "day", "source")


def overview(turn: Turn) -> list[Reply]:
    """``/resultaat``."""
    if not result_rooms(turn):
        ask = turn.button("button-ask-coordinator", "human")
        return [Reply(text=turn.say("result-for-coordinators"), buttons=(ask,))]
    rooms = [room_id for room_id in result_rooms(turn) if promised(turn, room_id)]
    if not rooms:
        return [Reply(text=turn.say("result-no-agreement"))]
    if len(rooms) == 1:
        return _list(turn, rooms[0])
    options = [(value, name) for value, name in room_options(turn) if int(value) in rooms]
    return [turn.ask(ROOM, turn.say("ask-room"), options)]


def answer_room(turn: Turn) -> list[Reply] | None:
    """Of which room."""
    value = read_answer(turn).value
    return None if value is None else _list(turn, int(value))


def _list(turn: Turn, room_id: int) -> list[Reply]:
    room = room_of(turn, room_id)
    if room is None:
        return not_yours(turn)
    said = [turn.say("results", room=room.name)]
    options = []
    for key, indicator in promised(turn, room_id).items():
        newest = _newest(turn, room_id, key)
        name = figure_name(turn.voice, indicator)
        if newest is None:
            said.append(turn.say("result-not-known", indicator=name))
        else:
            said.append(result_words(turn.voice, indicator, results.finding_of(newest)))
        options.append((key, name))
    return [turn.ask(LIST, lines(said), options, room=room_id)]


def _newest(turn: Turn, room_id: int, indicator: str) -> ResultVersion | None:
    """The newest result of this year or the last."""
    first = date(turn.today.year - 1, 1, 1)
    found = results.results_in(turn.session, room_id, first, turn.today, (indicator,))
    return found[0] if found else None


def answer_list(turn: Turn) -> list[Reply] | None:
    """Of which indicator: where a result is known, whether that is wrong or another came."""
    value = read_answer(turn).value
    return None if value is None else open_indicator(turn, turn.question_state["room"], value)


def open_indicator(turn: Turn, room_id: int, indicator_id: str) -> list[Reply]:
    """The newest result of an indicator, to add another or correct it; where there is none it is asked."""
    indicator = promised(turn, room_id).get(indicator_id)
    if indicator is None or not is_coordinator_of(turn, room_id):
        return not_yours(turn)
    newest = _newest(turn, room_id, indicator_id)
    if newest is None:
        return enter(turn, room_id, indicator_id)
    finding = results.finding_of(newest)
    text = turn.say("result-known", result=result_words(turn.voice, indicator, finding), source=finding.source)
    options = [(what, turn.label(f"button-{key}")) for what, key in _CHOICES]
    return [turn.ask(KNOWN, text, options, room=room_id, indicator=indicator_id, result=newest.result_id)]


_CHOICES = (("new", "new-result"), ("wrong", "wrong"), ("never-mind", "never-mind"))


def answer_known(turn: Turn) -> list[Reply] | None:
    """A new result, or the known one is wrong."""
    state, value = turn.question_state, read_answer(turn).value
    if value == "never-mind":
        return left_as_it_was(turn)
    if value == "new":
        return enter(turn, state["room"], state["indicator"])
    return wrong(turn, state["result"]) if value == "wrong" else None


def wrong(turn: Turn, result_id: int) -> list[Reply]:
    """[Klopt niet] under a result: what is to change."""
    version = _mine(turn, result_id)
    if version is None or version.is_withdrawn:
        return [Reply(text=turn.say("not-yours" if version is None else "button-done"))]
    options = [(field, turn.label(f"button-result-{field}")) for field in FIELDS]
    options += [(what, turn.label(f"button-{what}")) for what in ("delete", "nothing")]
    indicator = promised(turn, version.room_id)[version.indicator]
    text = turn.say("ask-result-wrong", result=result_words(turn.voice, indicator, results.finding_of(version)))
    return [turn.ask(WHAT, text, options, result=result_id)]


def _mine(turn: Turn, result_id: int) -> ResultVersion | None:
    """The result as it is now, if the writer may change it."""
    version = results.current(turn.session, result_id)
    if version is None or not is_coordinator_of(turn, version.room_id):
        return None
    return version if version.indicator in promised(turn, version.room_id) else None


def answer_what(turn: Turn) -> list[Reply] | None:
    """What about the result is to change."""
    version, value = _mine(turn, turn.question_state["result"]), read_answer(turn).value
    if version is None:
        return not_yours(turn)
    if version.is_withdrawn:
        turn.settle()
        return [Reply(text=turn.say("button-done"))]
    if value is None:
        value = {Meaning.DELETE: "delete", Meaning.DENY: "nothing"}.get(understood(turn).meaning)
    if value == "nothing":
        return left_as_it_was(turn)
    if value == "delete":
        return _withdraw(turn, version)
    return None if value is None else correct(turn, version, value)


def corrected(turn: Turn, meant: Understanding, result_id: int) -> list[Reply] | None:
    """ "Weg" or "dat was 30 juni", said of a result that was just told, or by an edit; anything else asks what."""
    version = _mine(turn, result_id)
    if version is None or version.is_withdrawn:
        return None
    if meant.meaning is Meaning.DELETE:
        return _withdraw(turn, version)
    days = named_days(meant)
    if meant.meaning is Meaning.CORRECTION and len(days) == 1:
        return on_day(turn, replace(known(version), reason="day"), days[0])
    return wrong(turn, result_id)


def _withdraw(turn: Turn, version: ResultVersion) -> list[Reply]:
    turn.settle()
    finding = results.finding_of(version)
    results.revise(turn.session, version, finding, turn.evidence, "withdrawn", is_withdrawn=True)
    indicator = promised(turn, version.room_id)[version.indicator]
    return [Reply(text=turn.say("result-withdrawn", result=result_words(turn.voice, indicator, finding)))]
