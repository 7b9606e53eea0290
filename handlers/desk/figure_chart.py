"""The chart of a figure over the year, against what was promised."""

from dataclasses import replace
from datetime import date

from handlers.desk import figure_card
from handlers.desk.figure_card import Figure
from handlers.desk.figure_words import figure_name, target_words, value_words
from handlers.messages import Attachment, Reply
from handlers.turn import Turn
from reports.indicator_chart import YEAR, ChartPoint, IndicatorChart
from storage.beside import read_room_beside
from storage.figures.course import course
from storage.figures.unique_people import Range


def chart(turn: Turn, found: Figure) -> Reply:
    """The figure at the end of each month so far, and now; drawn when it is sent."""
    points = _points(turn, found)
    if not points or isinstance(found.indicator.target, str):
        return figure_card.ask(turn, found, turn.say("chart-nothing"), figure_card.CHART)
    voice, line, year = turn.voice, found.line, str(found.on.year)
    name, target = figure_name(voice, line.indicator), target_words(voice, line.indicator)
    value = value_words(voice, line.indicator, line.value)
    is_range = any(point.low != point.high for point in points)
    note = voice.label("chart-note", target=target)
    if line.due is not None:
        note = voice.label("chart-note-due", target=target, due=line.due)
    drawn = IndicatorChart(
        file_name=f"grafiek-{found.room.slug}-{found.on}",
        description=voice.label("figure-alt", figure=name, room=found.room.name, year=year, value=value, target=target),
        title=voice.label("chart-title", room=found.room.name, year=year, figure=name),
        value=value,
        note=note,
        months=tuple(voice.label(f"month-short-{month}") for month in range(1, 13)),
        points=points,
        line=voice.label("chart-line-range" if is_range else "chart-line"),
        target=float(found.indicator.target),
        target_words=voice.label("chart-target", target=target),
        grows=line.due is not None,
        way=voice.label("chart-way"),
    )
    caption = turn.say("chart-caption", figure=name, year=year)
    asked = figure_card.ask(turn, found, caption, figure_card.CHART)
    return replace(asked, attachment=Attachment("indicator_chart", drawn.to_data()))


def _points(turn: Turn, found: Figure) -> tuple[ChartPoint, ...]:
    days = date(found.on.year, 12, 31).timetuple().tm_yday
    points = []
    months = read_room_beside(
        turn.session,
        found.room,
        ("course", found.indicator.id, found.on),
        lambda session, room: course(session, room, found.indicator, found.on),
    )
    for day, value in months:
        if value is None or isinstance(value, str):
            continue
        low, high = (value.least, value.most) if isinstance(value, Range) else (value, value)
        at = round(day.timetuple().tm_yday * YEAR / days)
        points.append(ChartPoint(at=at, low=float(low), high=float(high)))
    return tuple(points)
