"""``kamerbot understand``: what a message would be understood as, and by which rules."""

import json
import sys
from calendar import day_abbr
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.clock import now as this_moment
from bot.commands.common import database, fail, find_room

if TYPE_CHECKING:
    from language.understand.meaning import Draft, Understanding, Vocabulary

ZONE = ZoneInfo("Europe/Amsterdam")


def understand_command(
    text: Annotated[str | None, typer.Argument(help="The message, in quotes.")] = None,
    room: Annotated[str | None, typer.Option(help="Read it with the words of this room (its slug).")] = None,
    now: Annotated[
        str | None, typer.Option(help="When it was written: 2026-11-25T20:15; else now. Without an offset: Amsterdam.")
    ] = None,
    json_lines: Annotated[
        bool, typer.Option("--jsonl", help='Read lines {"text", "now"} from standard input; write a line for each.')
    ] = False,
) -> None:
    """Show what a message is understood as: which words became what, by which rule. Nothing is stored."""
    vocabulary = _vocabulary(room)
    if json_lines:
        for line in as_lines(sys.stdin, vocabulary):
            typer.echo(line)
        return
    if text is None:
        fail('Give a message: kamerbot understand "3 uur kookgroep gisteren"', "or lines with --jsonl.")
    from language.understand import understand

    moment = _moment(now) if now is not None else this_moment().astimezone(ZONE)
    for line in as_text(text, understand(text, moment, vocabulary)):
        typer.echo(line)


def as_lines(lines: Iterable[str], vocabulary: "Vocabulary") -> Iterator[str]:
    """A JSON line for each line ``{"text", "now"}``, in the same order. Empty lines are passed over."""
    from language.understand import understand

    names = {group.key: group.words[0] for group in vocabulary.groups}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, moment = str(asked["text"]), _moment(asked["now"])
        except (ValueError, KeyError, TypeError):
            fail(f'Line {number} is not {{"text": ..., "now": "2026-11-25T20:15"}}.')
        yield json.dumps(as_json(understand(text, moment, vocabulary), names), ensure_ascii=False)


def as_json(understood: "Understanding", group_names: Mapping[str, str]) -> Mapping[str, Any]:
    """An understanding as plain JSON: entries only where it is certain, ``ask`` where it is not.

    ``activity`` is the name of the room's group that was meant, or else the activity's common label.
    """
    from language.understand.meaning import Meaning

    drafts = understood.drafts
    certain = understood.meaning is Meaning.LOG or (
        # "Klaar, 45 minuten": booked where no work was running, for then it tells hours as any other message does.
        understood.meaning is Meaning.FINISHED
        and all(draft.minutes is not None and draft.date is not None for draft in drafts)
    )
    asked = understood.ask.reason.value if understood.ask is not None and understood.meaning is Meaning.ASK else None
    return {
        "entries": [_entry(draft, group_names) for draft in drafts] if certain else [],
        "ask": asked,
        "meaning": understood.meaning.value,
        "parts": [
            {"kind": part.kind, "start": part.start, "end": part.end, "rule": part.rule, **part.value}
            for part in understood.parts
        ],
    }


def as_text(text: str, understood: "Understanding") -> Iterator[str]:
    """An understanding for a reader: the meaning, the entries or what would be asked, and each part with its rule."""
    yield f"meaning   {understood.meaning.value}" + (f" ({understood.topic})" if understood.topic else "")
    for draft in understood.drafts:
        yield "entry     " + ", ".join(f"{name} {value}" for name, value in _told(draft))
    for name, facts in (("people", understood.attendance), ("tally", understood.tally)):
        if facts is not None:
            yield f"{name:<10}" + ", ".join(f"{name} {value}" for name, value in _told(facts))
    if understood.weekdays or understood.ends:
        days = " ".join(day_abbr[day - 1] for day in understood.weekdays)
        yield "weekly    " + ("ends " if understood.ends else "") + days
    for name, value in (("klus", understood.number), ("for", understood.organisation), ("until", understood.until)):
        if value is not None:
            yield f"{name:<10}{value}"
    if understood.ask is not None:
        yield f"ask       {understood.ask.reason.value}"
    if understood.change is not None:
        yield "change    " + ", ".join(f"{name} {value}" for name, value in _told(understood.change))
    if understood.unknown is not None:
        yield f"unknown   {understood.unknown}"
    for part in understood.parts:
        value = ", ".join(f"{name} {content}" for name, content in part.value.items())
        yield f"{part.kind:<10}{part.start:>3}-{part.end:<4}{text[part.start : part.end]!r} = {value}   [{part.rule}]"


def _told(values: Any) -> Iterator[tuple[str, object]]:
    for name in values.__dataclass_fields__:
        value = getattr(values, name)
        if value not in (None, ()):
            yield name, value


def _entry(draft: "Draft", group_names: Mapping[str, str]) -> Mapping[str, Any]:
    entry: dict[str, Any] = {
        "minutes": draft.minutes,
        "date": draft.date.isoformat() if draft.date else None,
        "activity": group_names.get(draft.group or "", draft.activity),
    }
    if draft.people is not None:
        entry["people"] = draft.people
    return entry


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        fail(f"{text!r} is no moment. Write it like 2026-11-25T20:15.")
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def _vocabulary(slug: str | None) -> "Vocabulary":
    from language.understand.meaning import GroupWords, Vocabulary

    if slug is None:
        return Vocabulary()
    from storage.database import reading
    from storage.groups import groups_of
    from storage.rooms import settings_of

    with database() as engine, reading(engine) as session:
        room = find_room(session, slug)
        groups = groups_of(session, room.id)
        return Vocabulary(
            groups=tuple(GroupWords(str(group.id), group.activity, (group.name, *group.aliases)) for group in groups),
            organisations=tuple(settings_of(room).corporation_names),
        )
