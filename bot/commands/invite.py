"""``kamerbot invite`` and ``kamerbot invites``: who may join a room, and in which role."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.commands.common import FAILURE, RoomOption, choices, database, fail, find_room

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.tables import Group, Room

FOLDER = Path("var/invites")

invites_app = typer.Typer(no_args_is_help=True, help="List and withdraw invites.")


def invite_command(
    room: RoomOption,
    role: Annotated[Literal["volunteer", "leader", "coordinator"], typer.Option(help="What they will be in the room.")],
    group: Annotated[str | None, typer.Option(help="The group that they join; a leader leads it.")] = None,
    days: Annotated[int, typer.Option(min=1, max=366, help="How many days the invite can be used.")] = 30,
    uses: Annotated[
        int | None,
        typer.Option(min=1, max=10_000, help="How many people can use it; else 50 volunteers, or 1 in another role."),
    ] = None,
    output: Annotated[Path, typer.Option(help="The folder for the picture and the poster.")] = FOLDER,
    language: Annotated[Literal["nl", "en"], typer.Option(help="The language of the picture and the poster.")] = "nl",
) -> None:
    """Invite people to a room: a link, a QR code, and a poster to hang up."""
    from bot.clock import now
    from bot.commands.invite_poster import invite_poster
    from handlers.joining.invite_link import invite_link, start_command
    from handlers.joining.invite_picture import invite_picture
    from language.say.voice import Voice
    from reports import invite as picture
    from reports import invite_poster as poster
    from storage.database import unit_of_work
    from storage.invites import make_invite
    from storage.rooms import settings_of

    with database() as engine, unit_of_work(engine) as session:
        chosen = find_room(session, room)
        of_group = _group(session, chosen, role, group)
        made = make_invite(
            session,
            chosen.id,
            role,
            now(),
            group_id=None if of_group is None else of_group.id,
            days=days,
            most_uses=uses,
        )
        link = invite_link(session, made.code)
        zone = settings_of(chosen).zone
        voice = Voice(language, now().astimezone(zone).date())
        qr = invite_picture(voice, chosen, made, link)
        files = {
            f"{qr.file_name}-{made.id}.png": picture.draw(qr),
            f"{qr.file_name}-{made.id}.pdf": poster.draw(invite_poster(voice, chosen, made, of_group, link)),
        }
        _save(output, files)
    typer.echo(f"Invite {made.id} to {chosen.name} as {role}" + (f" of {of_group.name}" if of_group else ""))
    typer.echo(
        f"For    {made.most_uses} {'person' if made.most_uses == 1 else 'people'}, until "
        f"{made.expires_at.astimezone(zone):%Y-%m-%d %H:%M}"
    )
    if link:
        typer.echo(f"Link   {link}")
    else:
        typer.echo("Link   none: Kamerbot has not been connected to a platform yet, see docs/operations.md")
    typer.echo(f"Or send this to the bot:  {start_command(made.code)}")
    typer.echo(picture.qr_text(qr.link))
    for name in files:
        typer.echo(f"Saved  {output / name}")


def _group(session: "Session", room: "Room", role: str, name: str | None) -> "Group | None":
    from storage.groups import groups_of

    groups = groups_of(session, room.id)
    names = [group.name for group in groups]
    if name is None:
        if role == "leader":
            fail("A leader leads a group: name it with --group.", *_known_groups(room, "", names))
        return None
    if role == "coordinator":
        fail("A coordinator is of the whole room: leave --group out.")
    found = next((group for group in groups if group.name.casefold() == name.casefold()), None)
    if found is None:
        fail(f"The room {room.slug!r} has no group {name!r}.", *_known_groups(room, name, names))
    return found


def _known_groups(room: "Room", given: str, names: list[str]) -> list[str]:
    if names:
        return [choices("groups", given, names)]
    return [f"It has no groups yet. Make one with: kamerbot group add kookgroep --room {room.slug}"]


def _save(folder: Path, files: dict[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        fail(f"The folder {folder} cannot be written: {error.strerror}.", "Name another with --output.", code=FAILURE)


@invites_app.command("list")
def list_invites(room: RoomOption) -> None:
    """List the invites with which people can still join a room, without their codes."""
    from bot.clock import now
    from storage.database import reading
    from storage.invites import usable_invites
    from storage.rooms import settings_of
    from storage.tables import Group

    with database() as engine, reading(engine) as session:
        chosen = find_room(session, room)
        usable = usable_invites(session, chosen.id, now())
        if not usable:
            typer.echo("There are no invites that can be used.")
        for invite in usable:
            group = "" if invite.group_id is None else f" of {session.get_one(Group, invite.group_id).name}"
            until = invite.expires_at.astimezone(settings_of(chosen).zone)
            typer.echo(
                f"{invite.id}: as {invite.role}{group}, used {invite.uses} of {invite.most_uses} times, "
                f"until {until:%Y-%m-%d %H:%M}"
            )


@invites_app.command("withdraw")
def withdraw(
    number: Annotated[int, typer.Argument(help="The invite's number, as `kamerbot invites list` shows it.")],
    room: RoomOption,
) -> None:
    """Withdraw an invite: nobody joins with it any more."""
    from bot.clock import now
    from storage.database import unit_of_work
    from storage.invites import usable_invites

    with database() as engine, unit_of_work(engine) as session:
        usable = usable_invites(session, find_room(session, room).id, now())
        invite = next((invite for invite in usable if invite.id == number), None)
        if invite is None:
            fail(
                f"The room {room!r} has no invite {number} that can be used.",
                f"See: kamerbot invites list --room {room}",
            )
        invite.withdrawn_at = now()
    typer.echo(f"Invite {number} is withdrawn.")
