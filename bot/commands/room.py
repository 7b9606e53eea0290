"""``kamerbot room``: rooms and their settings."""

import re
import unicodedata
from datetime import time
from typing import Annotated

import typer

from bot.commands.common import choices, database, fail, find_room

LONGEST_NAME = 60
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 40

room_app = typer.Typer(no_args_is_help=True, help="Make rooms, list them and change their settings.")
SlugArgument = Annotated[str, typer.Argument(metavar="ROOM", help="The room's slug.")]


@room_app.command("add")
def add(
    name: Annotated[str, typer.Argument(help='What people call the room: "TOP".')],
    slug: Annotated[str | None, typer.Option(help="What commands call it; without, it is made from the name.")] = None,
) -> None:
    """Make a room."""
    from bot.commands.first_steps import invite_coordinator
    from storage.database import unit_of_work
    from storage.rooms import add_room

    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        fail(f"A room's name has 1 to {LONGEST_NAME} characters.")
    slug = _slug_of(name) if slug is None else slug
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        fail(
            f"{slug!r} is no slug: a-z, 0-9 and single hyphens between them, at most {_LONGEST_SLUG} characters.",
            "Give one with: --slug top",
        )
    with database() as engine:
        try:
            with unit_of_work(engine) as session:
                add_room(session, slug, name)
        except ValueError:
            fail(f"There is a room {slug!r} already.", "Give another with: --slug")
    typer.echo(f"Room {name} is made; commands call it {slug}.")
    typer.echo(f"Next: {invite_coordinator(slug)}")


def _slug_of(name: str) -> str:
    """Letters without their accents, and a hyphen for all that is between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@room_app.command("list")
def list_rooms() -> None:
    """List the rooms: slug, name, members, coordinators, groups, and the hours promised for this year."""
    from bot.clock import now
    from storage.database import reading
    from storage.groups import groups_of
    from storage.people import coordinators, members
    from storage.rooms import agreement_of, rooms, settings_of

    with database() as engine, reading(engine) as session:
        every = rooms(session)
        if not every:
            typer.echo('There are no rooms yet. Make one with: kamerbot room add "TOP"')
        for room in every:
            agreement = agreement_of(session, room.id, now().astimezone(settings_of(room).zone).year)
            facts = [
                f"members {len(members(session, room.id))}",
                f"coordinators {len(coordinators(session, room.id))}",
                f"groups {len(groups_of(session, room.id))}",
                "no agreement this year" if agreement is None else f"hours promised {agreement.volunteer_hours}",
            ]
            typer.echo(f"{room.slug}: {room.name} ({', '.join(facts)})")


@room_app.command("show")
def show(room: SlugArgument) -> None:
    """Show a room's settings, with what each means."""
    from storage.database import reading
    from storage.rooms import RoomSettings, settings_of

    with database() as engine, reading(engine) as session:
        values = settings_of(find_room(session, room)).model_dump()
    for name, field in RoomSettings.model_fields.items():
        typer.echo(f"{name}={shown(values[name])}  # {field.description}")


@room_app.command("set")
def change(
    room: SlugArgument,
    settings: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME=VALUE...", help="Such as reminder_after_days=10; an empty value is the usual one."
        ),
    ],
) -> None:
    """Change settings of a room; `kamerbot room show` lists them."""
    from storage import locks
    from storage.database import unit_of_work
    from storage.room_settings import contradiction
    from storage.rooms import settings_of

    given = dict(_assignment(text) for text in settings)
    with database() as engine, unit_of_work(engine) as session:
        chosen = find_room(session, room)
        # A coordinator may be changing another setting in the chat at this moment.
        locks.rooms(session, [chosen.id])
        session.refresh(chosen)
        kept = {name: value for name, value in (chosen.settings | given).items() if value != ""}
        chosen.settings = _validated(kept)
        clash = contradiction(settings_of(chosen))
        if clash is not None:
            fail(_CLASHES[clash])
        now_set = settings_of(chosen).model_dump()
    for name in given:
        typer.echo(f"{name}={shown(now_set[name])}")


_CLASHES = {
    "quiet": "The quiet hours must end before they begin: quiet_until and quiet_until_sunday before quiet_from.",
    "most": "ask_day_hours and wait_day_hours may not be more than most_day_hours, which is refused.",
    "late": "wait_after_days may not be more than ask_after_days.",
}


def _assignment(text: str) -> tuple[str, str]:
    from storage.rooms import RoomSettings

    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign:
        fail(f"{text!r} is no setting with a value.", "Write it as: reminder_after_days=10")
    known = list(RoomSettings.model_fields)
    if name not in known:
        fail(f"{name!r} is no setting of a room.", choices("settings", name, known))
    return name, value


def _validated(given: dict[str, object]) -> dict[str, object]:
    from zoneinfo import ZoneInfoNotFoundError

    from pydantic import ValidationError

    from storage.rooms import RoomSettings

    try:
        checked = RoomSettings.model_validate(given)
    except ValidationError as error:
        fail(*(f"{fault['loc'][0]}: {fault['msg']}." for fault in error.errors()))
    except ZoneInfoNotFoundError:
        fail("timezone: there is no such time zone. Write it as: Europe/Amsterdam")
    return checked.model_dump(mode="json", include=set(given))


def shown(value: object) -> str:
    """A value as it is typed."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
