"""What volunteers and financiers invest in the room: hours and euros, beside what was agreed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from handlers.messages import Reply
from handlers.turn import Turn
from language.say.words import lines
from storage.agreements import Terms, agreement_of, terms_of
from storage.figures.board import day_in
from storage.figures.money import financiers_share, investment, share, worth
from storage.room_week import room_total
from storage.tables import Room

QUESTION = "investment"
BOARD = "board"


def card(turn: Turn, room: Room, year: int) -> Reply | None:
    """The room's hours and euros of the year so far; None where nothing was agreed for it."""
    agreement = agreement_of(turn.session, room.id, year)
    if agreement is None:
        return None
    terms, on = terms_of(agreement), day_in(year, turn.today)
    minutes = room_total(turn.session, room.id, date(year, 1, 1), on)
    words = [
        turn.say("investment-title", room=room.name, year=str(year), day=turn.voice.day(on)),
        turn.say("investment-hours", hours=minutes // 60, promised=terms.volunteer_hours),
        *_euros(turn, room, year, on, terms),
    ]
    options = [(BOARD, turn.label("button-figure-board"))]
    return turn.ask(QUESTION, lines(words), options, room=room.id, year=year)


def _euros(turn: Turn, room: Room, year: int, on: date, terms: Terms) -> list[Markup]:
    """What the hours are worth, how that is reckoned, and the financiers' share."""
    now = investment(turn.session, room, year, on)
    promised = worth(terms, Decimal(terms.volunteer_hours))
    if now is None or promised is None:
        return [turn.say("investment-unknown")]
    said = [
        turn.say("investment-worth", euros=_whole(now), promised=_whole(promised)),
        turn.say("investment-reckoned", fixed=_whole(terms.fixed_eur), hour=float(terms.hour_eur)),
    ]
    part = financiers_share(turn.session, room, year, on)
    if terms.financiers_eur is not None and part is not None:
        agreed = share(terms.financiers_eur, promised)
        said.append(turn.say("investment-financiers", euros=_whole(terms.financiers_eur)))
        said.append(turn.say("investment-share", share=str(part), promised=str(agreed)))
    return said


def _whole(euros: Decimal) -> int:
    return int(euros.quantize(Decimal(1), ROUND_HALF_UP))
