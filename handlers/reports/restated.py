"""What was corrected after the report before, in words; and the figures of that report that would be others now."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlmodel import Session

from handlers.reports.document_words import document_words
from handlers.reports.kept import report_of
from handlers.reports.room_part import indicator_lines
from language.say.voice import Voice
from reports import report
from reports.worded import result_text
from storage.activities import INDICATOR_OF
from storage.agreements import figure_beside
from storage.figures.evidence.cases import KIND_OF
from storage.groups import groups_of, survivors
from storage.restatements import Restatement, Said, restatements
from storage.room_week import room_total
from storage.tables import Room, Snapshot

_INDICATORS = {"klus": "klussen", "key": "key_holders", "association": "members", "hours": "hours"}
_OF_CASE = {kind: indicator for indicator, kind in KIND_OF.items()}


def restated(session: Session, voice: Voice, room: Room, before: Snapshot, now: datetime) -> list[report.Restatement]:
    """Tell every figure of ``before`` that comes out otherwise now, and after them each thing that was corrected."""
    into = survivors(session, room.id)
    names = {group.id: group.name for group in groups_of(session, room.id, closed=True)}
    things = [
        _line(voice, one, "" if group is None else names[into[group]])
        for one in restatements(session, before)
        for group in [_said(one).group_id]
    ]
    return [*_figures(session, voice, room, before, now), *things]


def _figures(
    session: Session, voice: Voice, room: Room, before: Snapshot, now: datetime
) -> Iterator[report.Restatement]:
    """The hours of the year so far, and each promised figure, where it is not what was reported."""

    def line(what: str, was: str, became: str, indicator: str) -> report.Restatement:
        why = voice.label("restated-figure")
        return report.Restatement(
            what=what, on=before.last, before=was, after=became, changed_at=now, why=why, indicator=indicator
        )

    (reported,) = report_of(before).rooms
    minutes = room_total(session, room.id, date(before.last.year, 1, 1), before.last)
    if minutes != reported.year_minutes:
        hours = voice.duration(reported.year_minutes), voice.duration(minutes)
        yield line(voice.label("report-hours"), *hours, "hours")
    words = document_words(voice.language)
    kept = {indicator.id: indicator for indicator in reported.indicators}
    for found in indicator_lines(session, voice, room, before.last):
        was = kept.get(found.id)
        if was is not None and was.value != found.value:
            yield line(found.name, result_text(was, words), result_text(found, words), found.id)


def _line(voice: Voice, one: Restatement, group: str) -> report.Restatement:
    said = _said(one)
    counted = INDICATOR_OF.get(said.what, "participants") if one.kind == "attendance" else ""
    if one.kind in ("tally", "result"):
        counted = _OF_CASE.get(said.what, figure_beside(said.what))
    return report.Restatement(
        what=_what(voice, one, said),
        on=said.date,
        group=group,
        before=_words(voice, one, one.before),
        after=_words(voice, one, one.after),
        changed_at=one.changed_at,
        why=voice.label(f"restated-{_change(one)}"),
        indicator=counted or _INDICATORS[one.kind],
    )


def _said(one: Restatement) -> Said:
    said = one.before or one.after
    if said is None:
        raise ValueError("a restatement of nothing")
    return said


def _change(one: Restatement) -> str:
    if one.before is None:
        return "added"
    return "removed" if one.after is None else "changed"


def _what(voice: Voice, one: Restatement, said: Said) -> str:
    if one.kind == "tally":
        return voice.label("tally", kind=voice.label(f"tally-kind-{said.what}").lower(), number=str(one.number))
    return voice.label(f"restated-kind-{one.kind}", number=str(one.number))


def _words(voice: Voice, one: Restatement, said: Said | None) -> str:
    """What it said, as short as a cell of a table: its day too where that changed."""
    if said is None:
        return voice.label("restated-nothing")
    if one.kind == "hours":
        words = voice.duration(said.amount)
    elif one.kind == "result":
        words = _value(voice, str(said.more[0]))
    elif one.kind == "attendance":
        words = voice.label("restated-heads", count=said.amount)
    else:
        words = said.what if one.kind == "klus" and said.what else voice.label("restated-counted")
    moved = one.before is not None and one.after is not None and one.before.date != one.after.date
    return f"{words}, {voice.day(said.date)}" if moved else words


def _value(voice: Voice, value: str) -> str:
    """What was found outside the bot: a number, or whether it is positive."""
    return voice.label(f"document-{value}") if value in ("positive", "negative") else value.replace(".", ",")
