"""Which klus a message is about: the one replied to, or the one that the bot just told of."""

from handlers.addressed import Subject, replied_to, subject_just_told, subject_replied_to
from handlers.klussen.klus_rights import is_of_room
from handlers.turn import Turn
from storage import klussen
from storage.tables import Klus

SUBJECT = "klus"


def subject_of(klus: Klus) -> str:
    """What a message about the klus says that it is about."""
    return f"{SUBJECT}:{klus.id}"


def replied_klus(turn: Turn) -> Klus | None:
    """The klus of the message that this one replies to, ours or the writer's own."""
    klus = _klus(turn, subject_replied_to(turn))
    if klus is not None:
        return klus
    found = [klussen.klus_of_entry(turn.session, entry.entry_id) for entry in replied_to(turn)]
    return next((klus for klus in found if klus is not None), None)


def addressed_klus(turn: Turn) -> Klus | None:
    """The klus that is replied to, or that the bot told of last in this chat, with nothing else in between."""
    return replied_klus(turn) if turn.incoming.replies_to else _klus(turn, subject_just_told(turn))


def _klus(turn: Turn, subject: Subject | None) -> Klus | None:
    if subject is None or subject[0] != SUBJECT:
        return None
    klus = klussen.at_hand(turn.session, subject[1])
    return klus if klus is not None and is_of_room(turn, klus) else None
