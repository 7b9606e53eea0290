"""Which figures of the board went from green to orange or red, or from orange to red."""

from datetime import date

from sqlmodel import Session

from storage.figures.board import BoardLine, board
from storage.figures.light import Light
from storage.tables import Room

_COLOURS = {Light.REACHED: 0, Light.ON_COURSE: 0, Light.LAGGING: 1, Light.BEHIND: 2, Light.MISSED: 2}
"""From green by orange to red. What nobody knows has no colour, and neither drifts nor mends."""


def drifting(session: Session, room: Room, before: date, on: date) -> list[BoardLine]:
    """The lines, in the agreement's order, whose light at the end of ``on`` is worse than at the end of ``before``.

    Both as the books are now: hours that came late count on the day that they were worked. Nothing where the two days
    lie in different years, which are promised apart.
    """
    if before.year != on.year:
        return []
    was = {line.indicator.id: _COLOURS.get(line.light) for line in board(session, room, before.year, before)}
    found = []
    for line in board(session, room, on.year, on):
        then, now = was.get(line.indicator.id), _COLOURS.get(line.light)
        if then is not None and now is not None and now > then:
            found.append(line)
    return found
