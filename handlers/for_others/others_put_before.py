"""What somebody tells of others whose hours they may not log: it waits, and is put before who may say so.

tick ──► waits ──► [Klaar], or everybody is named ──► asked at once
               └──► an hour of silence ──────────────► asked then
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from handlers.for_others.others_report import Done, Report, Written, done_in, names_of, same_work
from handlers.hours.entry_words import work_words
from handlers.messages import Button, Reply
from handlers.turn import Turn
from language.say.words import lines
from storage import entries, group_chats, outbox, people
from storage.entries import Status
from storage.named import NAMED, is_named
from storage.tables import EntryVersion, Group, Person

CONFIRM, REFUSE = "named-confirm", "named-refuse"
SILENCE = timedelta(hours=1)
"""So long after the last tick whoever ticks may go on; then what was ticked is put before who may say so."""


def put_forward(turn: Turn, own: Done, person_ids: Iterable[int]) -> list[EntryVersion]:
    """Let the hours of these people wait, of whom nobody has such hours already."""
    work = own.work
    new = [key for key in person_ids if same_work(turn, key, own.room_id, work) is None]
    return [
        entries.add_entry(turn.session, own.room_id, key, work, Status.WAITING, turn.evidence, NAMED) for key in new
    ]


def put_before(
    turn: Turn, report: Report, made: Sequence[EntryVersion] = (), unknown: Sequence[str] = (), *, later: bool = False
) -> Written:
    """Ask who may say so about those who were ticked since they were last asked, and about ``made``.

    ``unknown`` are names that nobody bears: who decides is told of them. ``later`` is after an hour of silence; what
    was to be asked later and was not asked yet is in the new question, or in none when nobody is ticked any more.
    """
    own = done_in(turn, report)
    if own is None:
        return Written(report, [])
    readers = _deciders(turn, own)
    unasked = report.unasked if _was_unasked(turn, report, readers) else ()
    ticked = entries.current(turn.session, [*unasked, *(entry.entry_id for entry in made)])
    waiting = [entry for entry in ticked if is_named(entry)]
    asking = max((entry.inbox_id for entry in waiting), default=None)
    report = replace(
        report,
        unasked=tuple(entry.entry_id for entry in waiting) if later else (),
        asking=asking if later else None,
    )
    if not waiting and not unknown:
        return Written(report, [])
    return Written(report, [_ask(turn, own, waiting, unknown, reader, asking, later=later) for reader in readers])


def ask_no_more(turn: Turn, report: Report, own: Done) -> None:
    """Who may say so said it in the report itself: they are not asked about it any more."""
    _was_unasked(turn, report, _deciders(turn, own))


def _was_unasked(turn: Turn, report: Report, readers: Sequence[Person]) -> bool:
    """Whether what was to be asked later is still to be asked: then it is not any more, as it was worded."""
    if report.asking is None:
        return False
    said = f"{CONFIRM}:{report.asking}"
    return outbox.drop_before_time(turn.session, [reader.id for reader in readers], said, turn.now)


def _deciders(turn: Turn, own: Done) -> list[Person]:
    """Who may say whether others were there: the group's leaders, or else the room's coordinators."""
    if own.group_id is None:
        return people.coordinators(turn.session, own.room_id)
    return group_chats.in_charge(turn.session, turn.session.get_one(Group, own.group_id))


def _ask(
    turn: Turn,
    own: Done,
    named: Sequence[EntryVersion],
    unknown: Sequence[str],
    reader: Person,
    asking: int | None,
    *,
    later: bool,
) -> Reply:
    voice = turn.voice_for(reader)
    said = {"name": turn.person.name, "entry": work_words(turn.session, voice, own.work)}
    words: list[Markup] = []
    if named:
        names = voice.listed(names_of(turn, [entry.person_id for entry in named]))
        key = "named-ask-others" if own.person_id is None else "named-ask"
        words.append(voice.say(key, names=names, count=len(named), **said))
    if unknown:
        key = "named-unknown-too" if named else "named-unknown"
        words.append(voice.say(key, names=voice.listed(list(unknown)), **said))
    buttons = (
        Button(voice.label("button-named-confirm"), f"{CONFIRM}:{asking}"),
        Button(voice.label("button-no"), f"{REFUSE}:{asking}"),
    )
    reply = Reply(text=lines(words), buttons=buttons if named else ())
    if not later:
        return turn.tell(reader.id, reply)
    at = turn.now + SILENCE
    return replace(reply, to_person=reader.id, not_before=turn.room_settings.waits_until(at) or at)
