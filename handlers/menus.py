"""The command menu: which commands a person sees, by role."""

from collections.abc import Iterable

from sqlmodel import Session

from handlers.rights import coordinated, led_groups
from handlers.turn import Turn
from language.say.voice import Voice
from storage.groups import groups_led_by
from storage.people import memberships

Menu = tuple[tuple[str, str], ...]

EVERYBODY = ("uren", "mijnuren", "vast", "klussen", "pauze", "mijngegevens", "taal", "naam", "mens", "help", "stop")
INVITING = ("groep", "leden", "uitnodigen", "tellingen", "deelnemers")
COORDINATING = (
    "overzicht",
    "groepen",
    "woorden",
    "sleutels",
    "vereniging",
    "vrijwilligers",
    "aanvragen",
    "enquete",
    "resultaat",
    "instellingen",
    "rapport",
)
IN_GROUP_CHATS = ("uren", "groep", "koppel", "ontkoppel", "help")


def menu_of(voice: Voice, *, is_leader: bool, is_coordinator: bool) -> Menu:
    """The commands for somebody in these roles, each with what it does."""
    more = (INVITING if is_coordinator or is_leader else ()) + (COORDINATING if is_coordinator else ())
    return _named(voice, (*EVERYBODY, *more))


def _named(voice: Voice, commands: Iterable[str]) -> Menu:
    return tuple((voice.label(f"command-name-{command}"), voice.label(f"command-{command}")) for command in commands)


def group_chat_menu(voice: Voice) -> Menu:
    """The commands that are shown in group chats."""
    return _named(voice, IN_GROUP_CHATS)


def menu_for(turn: Turn) -> Menu:
    """The commands for the writer."""
    return menu_of(turn.voice, is_leader=bool(led_groups(turn)), is_coordinator=bool(coordinated(turn)))


def menu_of_person(session: Session, voice: Voice, person_id: int) -> Menu:
    """The commands for somebody else, whose role has changed."""
    coordinates = any(place.member.is_coordinator for place in memberships(session, person_id))
    return menu_of(voice, is_leader=bool(groups_led_by(session, person_id)), is_coordinator=coordinates)
