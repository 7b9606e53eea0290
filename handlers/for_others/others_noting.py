"""Hours of the others in a report: written by who may, put before who may by who may not; everybody is told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.for_others.others_put_before import put_before, put_forward
from handlers.for_others.others_report import (
    Done,
    Report,
    Written,
    done_in,
    done_of,
    made_for,
    may_name,
    names_of,
    same_work,
)
from handlers.hours import limits
from handlers.hours.booking import ask_approval, end_break, tell_owner
from handlers.messages import Reply
from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import entries, people
from storage.entries import Status
from storage.groups import leaders_of
from storage.named import is_named
from storage.rooms import settings_of
from storage.tables import EntryVersion, Room


def bring(turn: Turn, report: Report, person_ids: Iterable[int], unknown: Sequence[str] = ()) -> Written:
    """Write the hours of these people, or put them before who may say so where that is not for the writer to say.

    Whoever has these hours already, or would come to a doubtful day with them, is left out. ``unknown`` are names that
    nobody bears: who decides is told of them.
    """
    own = done_in(turn, report)
    if own is None:
        return Written(report, [])
    members = [key for key in person_ids if people.member_of(turn.session, own.room_id, key) and key != own.person_id]
    if not may_name(turn, own):
        made = put_forward(turn, own, members)
        return put_before(turn, _with_made(report, made), made, unknown)
    noted = [entry for key in members if (entry := _note_one(turn, own, key)) is not None]
    told = [tell_owner(turn, entry, "told-logged") for entry in noted]
    return Written(_with_made(report, noted), [*told, *ask_approval(turn, noted)])


def tick(turn: Turn, report: Report, person_id: int) -> Written:
    """Somebody is ticked: written at once by who may; of anybody else's ticks who may say so is asked later."""
    own = done_in(turn, report)
    if own is None or may_name(turn, own):
        return bring(turn, report, [person_id])
    made = put_forward(turn, own, [person_id])
    return put_before(turn, _with_made(report, made), made, later=True)


def untick(turn: Turn, report: Report, person_id: int) -> Written:
    """A tick is taken off, and what it brought taken back; one that stands by somebody else's word stays."""
    own, made = done_in(turn, report), made_for(turn, report).get(person_id)
    if own is None or (made is not None and not (may_name(turn, own) or is_named(made))):
        return Written(report, [])
    report = replace(report, people=tuple(key for key in report.people if key != person_id))
    told = [] if made is None else take_back(turn, made)
    return Written(report, told) if may_name(turn, own) else put_before(turn, report, later=True)


def _with_made(report: Report, made: Sequence[EntryVersion]) -> Report:
    return replace(report, made=(*report.made, *(entry.entry_id for entry in made)))


def _note_one(turn: Turn, own: Done, person_id: int) -> EntryVersion | None:
    work = own.work
    there = same_work(turn, person_id, own.room_id, work)
    if there is not None:
        # Named before by somebody who may not log it: now it is certain.
        return confirm(turn, there) if is_named(there) else None
    verdict = weigh_for(turn, own, person_id)
    if not isinstance(verdict, limits.Fine):
        return None
    if own.group_id is not None:
        people.join_group(turn.session, own.group_id, person_id)
    end_break(turn, own.room_id, person_id, work)
    reason = verdict.reason or "logged"
    return entries.add_entry(turn.session, own.room_id, person_id, work, verdict.status, turn.evidence, reason)


def weigh_for(turn: Turn, own: Done, person_id: int) -> limits.Fine | limits.AskFirst | limits.Refuse:
    """Whether somebody's hours may be the same as ``own``, beside their others in that room."""
    known = entries.entries_around(turn.session, person_id, own.date, own.room_id)
    others = [entry for entry in known if not is_named(entry)]
    settings = settings_of(turn.session.get_one(Room, own.room_id))
    # That the day is long ago was asked, and answered, for the writer's own hours.
    verdict = limits.weigh(own.work, limits.booked(others), turn.local_time, turn.now, settings, ("long_ago",))
    if isinstance(verdict, limits.Fine) and is_coordinator_of(turn, own.room_id):
        return limits.Fine()
    return verdict


def confirm(turn: Turn, named: EntryVersion) -> EntryVersion | None:
    """What was said of somebody is right, says who may: it counts now, unless their day has become doubtful."""
    verdict = weigh_for(turn, done_of(named), named.person_id)
    if not isinstance(verdict, limits.Fine):
        return None
    if named.group_id is not None:
        people.join_group(turn.session, named.group_id, named.person_id)
    work = entries.work_of(named)
    end_break(turn, named.room_id, named.person_id, work)
    return entries.revise(turn.session, named, work, verdict.status, turn.evidence, verdict.reason or "confirmed")


def take_back(turn: Turn, entry: EntryVersion) -> list[Reply]:
    """Somebody was not there after all: their hours go, and whoever heard of them hears that too."""
    was_named = is_named(entry)
    gone = entries.revise(turn.session, entry, entries.work_of(entry), Status.WITHDRAWN, turn.evidence, "withdrawn")
    return [] if was_named or gone.person_id == turn.person.id else [tell_owner(turn, gone, "told-withdrawn")]


def outcome_words(turn: Turn, report: Report) -> list[Markup]:
    """What became of everybody who was named: a line for each fate."""
    own = done_in(turn, report)
    if own is None:
        return []
    made = made_for(turn, report)
    fates: dict[str, list[int]] = {}
    for key in report.people:
        fates.setdefault(_fate(turn, own, made.get(key), key), []).append(key)
    by = "leader" if own.group_id is not None and leaders_of(turn.session, [own.group_id]) else "coordinator"
    words = [
        turn.say(
            "others-noted-alone" if fate == "noted" and own.person_id is None else f"others-{fate}",
            names=turn.voice.listed(names_of(turn, fates[fate])),
            count=len(fates[fate]),
            by=by,
        )
        for fate in ("noted", "put-forward", "already", "left-out")
        if fate in fates
    ]
    unwritten = [key for key in fates.get("noted", []) if people.reachable_account(turn.session, key) is None]
    if unwritten and not turn.in_group_chat:
        words.append(turn.say("others-not-told", names=turn.voice.listed(names_of(turn, unwritten))))
    return words


def _fate(turn: Turn, own: Done, made: EntryVersion | None, person_id: int) -> str:
    if made is not None:
        return "put-forward" if is_named(made) else "noted"
    return "left-out" if same_work(turn, person_id, own.room_id, own.work) is None else "already"
