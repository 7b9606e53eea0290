"""Hours of the others in a report: written by who may, put before who may by who may not; everybody is told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from markupsafe import Markup

from handlers.hours import limits
from handlers.hours.booking import ask_approval, end_break, tell_owner
from handlers.hours.entry_words import entry_words
from handlers.messages import Button, Reply
from handlers.reporting.report import NAMED, Report, is_named, made_for, may_name, names_of, own_entry, same_work
from handlers.rights import is_coordinator_of
from handlers.turn import Turn
from storage import entries, group_chats, people
from storage.entries import Status
from storage.groups import leaders_of
from storage.rooms import settings_of
from storage.tables import EntryVersion, Group, Person, Room

CONFIRM, REFUSE = "named-confirm", "named-refuse"


class Written(NamedTuple):
    """A report whose people are in the books as far as they can be, and who is told of that."""

    report: Report
    told: list[Reply]


def bring(turn: Turn, report: Report, person_ids: Iterable[int], unknown: Sequence[str] = ()) -> Written:
    """Write the hours of these people, or put them before who may say so where that is not for the writer to say.

    Whoever has these hours already, or would come to a doubtful day with them, is left out. ``unknown`` are names that
    nobody bears: who decides is told of them.
    """
    own = own_entry(turn, report)
    if own is None:
        return Written(report, [])
    write = _note_one if may_name(turn, own) else _put_forward_one
    members = [key for key in person_ids if people.member_of(turn.session, own.room_id, key) and key != own.person_id]
    made = [entry for key in members if (entry := write(turn, own, key)) is not None]
    report = replace(report, made=(*report.made, *(entry.entry_id for entry in made)))
    if not may_name(turn, own):
        readers = _deciders(turn, own) if made or unknown else []
        return Written(report, [_ask_confirm(turn, own, made, unknown, reader) for reader in readers])
    told = [tell_owner(turn, entry, "told-logged") for entry in made]
    return Written(report, [*told, *ask_approval(turn, made)])


def _note_one(turn: Turn, own: EntryVersion, person_id: int) -> EntryVersion | None:
    work = entries.work_of(own)
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


def _put_forward_one(turn: Turn, own: EntryVersion, person_id: int) -> EntryVersion | None:
    work = entries.work_of(own)
    if same_work(turn, person_id, own.room_id, work) is not None:
        return None
    return entries.add_entry(turn.session, own.room_id, person_id, work, Status.WAITING, turn.evidence, NAMED)


def weigh_for(turn: Turn, own: EntryVersion, person_id: int) -> limits.Fine | limits.AskFirst | limits.Refuse:
    """Whether somebody's hours may be the same as ``own``, beside their others in that room."""
    week = timedelta(days=7)
    standing = (Status.BOOKED, Status.WAITING)
    known = entries.entries_of(turn.session, person_id, own.date - week, own.date + week, standing, own.room_id)
    others = [entry for entry in known if not is_named(entry)]
    settings = settings_of(turn.session.get_one(Room, own.room_id))
    # That the day is long ago was asked, and answered, for the writer's own hours.
    verdict = limits.weigh(
        entries.work_of(own), limits.booked(others), turn.local_time, turn.now, settings, ("long_ago",)
    )
    if isinstance(verdict, limits.Fine) and is_coordinator_of(turn, own.room_id):
        return limits.Fine()
    return verdict


def confirm(turn: Turn, named: EntryVersion) -> EntryVersion | None:
    """What was said of somebody is right, says who may: it counts now, unless their day has become doubtful."""
    verdict = weigh_for(turn, named, named.person_id)
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


def _deciders(turn: Turn, own: EntryVersion) -> list[Person]:
    """Who may say whether others were there: the group's leaders, or else the room's coordinators."""
    if own.group_id is None:
        return people.coordinators(turn.session, own.room_id)
    return group_chats.in_charge(turn.session, turn.session.get_one(Group, own.group_id))


def _ask_confirm(
    turn: Turn, own: EntryVersion, named: Sequence[EntryVersion], unknown: Sequence[str], reader: Person
) -> Reply:
    voice = turn.voice_for(reader)
    said = {"name": turn.person.name, "entry": entry_words(turn.session, voice, own)}
    lines: list[Markup] = []
    if named:
        names = voice.listed(names_of(turn, [entry.person_id for entry in named]))
        lines.append(voice.say("named-ask", names=names, count=len(named), **said))
    if unknown:
        key = "named-unknown-too" if named else "named-unknown"
        lines.append(voice.say(key, names=voice.listed(list(unknown)), **said))
    buttons = (
        Button(voice.label("button-named-confirm"), f"{CONFIRM}:{turn.inbox.id}"),
        Button(voice.label("button-no"), f"{REFUSE}:{turn.inbox.id}"),
    )
    text = Markup("\n").join(lines)
    return turn.tell(reader.id, Reply(text=text, buttons=buttons if named else ()))


def outcome_words(turn: Turn, report: Report) -> list[Markup]:
    """What became of everybody who was named: a line for each fate."""
    own = own_entry(turn, report)
    if own is None:
        return []
    made = made_for(turn, report)
    fates: dict[str, list[int]] = {}
    for key in report.people:
        fates.setdefault(_fate(turn, own, made.get(key), key), []).append(key)
    by = "leader" if own.group_id is not None and leaders_of(turn.session, [own.group_id]) else "coordinator"
    words = [
        turn.say(
            f"report-{fate}",
            names=turn.voice.listed(names_of(turn, fates[fate])),
            count=len(fates[fate]),
            by=by,
        )
        for fate in ("noted", "put-forward", "already", "left-out")
        if fate in fates
    ]
    unwritten = [key for key in fates.get("noted", []) if people.reachable_account(turn.session, key) is None]
    if unwritten and not turn.in_group_chat:
        words.append(turn.say("report-not-told", names=turn.voice.listed(names_of(turn, unwritten))))
    return words


def _fate(turn: Turn, own: EntryVersion, made: EntryVersion | None, person_id: int) -> str:
    if made is not None:
        return "put-forward" if is_named(made) else "noted"
    return "left-out" if same_work(turn, person_id, own.room_id, entries.work_of(own)) is None else "already"
