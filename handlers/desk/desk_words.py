"""What a coordinator asks of the desk in words: "maak een rapport", "hoe staan we ervoor", "hoeveel vrijwilligers"."""

import re
from collections.abc import Callable
from dataclasses import replace

from handlers.desk import overview, requests, settings, volunteers
from handlers.messages import Reply
from handlers.reports import asking
from handlers.rights import coordinated
from handlers.turn import Turn
from language.understand.text import fold

_ASKED: tuple[tuple[str, Callable[[Turn], list[Reply]]], ...] = (
    (
        r"((maak|geef|stuur|toon|ik|wil|mag|kan|kun|je|me|mij|even|nu|een|het|nieuw|make|give|send|a|the) )+"
        r"(rapport|rapportage|report)( maken| hebben| alsjeblieft| aub| please)?",
        asking.report,
    ),
    (r"(rapport|rapportage) (maken|nodig)", asking.report),
    (r"((de|deze|een|vorige) )?(maand|periode) afsluiten", asking.close),
    (r"sluit ((de|deze|een|vorige) )?(maand|periode)( af)?|close ((the|a|last) )?(month|period)", asking.close),
    (
        r"(hoeveel|welke|toon|laat|how many|which|show) ((de|alle|onze|actieve|active|all|the|our) )?"
        r"(vrijwilligers|volunteers)( (zien|hebben we|heb ik|heeft de kamer|zijn er|do we have|are there))?( nu| now)?",
        volunteers.volunteers,
    ),
    (
        r"wie (zijn|is) ((er|de|onze|al|nog) )*(vrijwilligers|(niet )?op tempo)|who are (the|our) volunteers",
        volunteers.volunteers,
    ),
    (
        r"hoe (staan|doen) we (er ?voor|het)( nu)?|hoe staat (het|de kamer) er ?voor|"
        r"(halen we|hoe staat het met) (de|onze|alle) (afspraak|afspraken|cijfers|doelen)|how are we doing",
        overview.overview,
    ),
    (
        r"wat (wacht|ligt) er( nog)?( (op|voor) mij)?|wat wacht op mij|wat moet ik (nog )?(doen|goedkeuren)|"
        r"zijn er( nog)?( nieuwe)? aanvragen|what is waiting( for me)?|what should i do",
        requests.requests,
    ),
    (
        r"((de|alle) )?instellingen (wijzigen|veranderen|aanpassen|zien)|(change|show) (the )?settings",
        settings.settings,
    ),
)


def said(turn: Turn) -> list[Reply] | None:
    """What a coordinator asked for, as its command gives it; None when the message as a whole asks for none of it."""
    if not coordinated(turn):
        return None
    text = " ".join(fold(turn.incoming.text).rstrip("?!. ").split())
    for pattern, answer in _ASKED:
        if re.fullmatch(pattern, text):
            # A command takes what stands behind it for a name, a year or a number.
            turn.incoming = replace(turn.incoming, text="")
            return answer(turn)
    return None
