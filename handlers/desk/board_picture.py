"""The picture of a room's board."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from handlers.desk.figure_words import LIGHTS, figure_name, target_short, value_short
from handlers.messages import Attachment
from language.say.voice import Voice
from reports.board_picture import BoardPart, BoardPicture, BoardRow, LegendWord
from reports.lights import Sign
from storage.agreements import KINDS
from storage.figures.board import BoardLine
from storage.figures.light import goal_of
from storage.figures.unique_people import Range
from storage.tables import Room

WHOLE = 1000


def picture(voice: Voice, room: Room, found: Sequence[BoardLine], on: date, counts: Markup) -> Attachment:
    """Everything that was promised, as it stands at the end of the day ``on``; ``counts`` says it in short."""
    gone = int(found[0].gone * 100)
    drawn = BoardPicture(
        file_name=f"overzicht-{room.slug}-{on}",
        description=voice.label("board-alt", room=room.name, day=voice.day(on)) + " " + counts.unescape(),
        title=f"{room.name} {on.year}",
        subtitle=voice.label("board-until", day=voice.day(on), share=gone),
        legend=tuple(
            LegendWord(sign=Sign(light), word=voice.label(f"board-light-{light}"))
            for light in LIGHTS
            if any(line.light is light for line in found)
        ),
        due=voice.label("board-due"),
        value_title=voice.label("board-now"),
        target_title=voice.label("board-target"),
        parts=tuple(
            BoardPart(title=voice.label(f"board-kind-{kind}"), rows=rows)
            for kind in KINDS
            if (rows := tuple(_row(voice, line) for line in found if line.indicator.kind == kind))
        ),
    )
    return Attachment("board_picture", drawn.to_data())


def _row(voice: Voice, line: BoardLine) -> BoardRow:
    goal = goal_of(line.indicator)
    return BoardRow(
        name=figure_name(voice, line.indicator),
        sign=Sign(line.light),
        value=value_short(voice, line.indicator, line.value),
        target=target_short(voice, line.indicator),
        come=_share(line),
        due=None if line.due is None or not goal else line.due * WHOLE // goal,
    )


def _share(line: BoardLine) -> int | None:
    """How much of the target is there, of a thousand; None where the figure or the target is no number."""
    target = line.indicator.target
    if line.value is None or isinstance(line.value, str) or isinstance(target, str):
        return None
    if isinstance(line.value, Range):
        return line.value.least * WHOLE // (goal_of(line.indicator) or 1)
    return max(0, int(line.value * WHOLE / Decimal(target or 1)))
