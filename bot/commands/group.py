"""``kamerbot group``: the volunteer groups of a room."""

from typing import Annotated

import typer

from bot.commands.common import RoomOption, choices, database, fail, find_room
from storage.activities import ACTIVITIES

LONGEST_NAME = 40

group_app = typer.Typer(no_args_is_help=True, help="Make and list the volunteer groups of a room.")


@group_app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="What people call the group: kookgroep.")],
    room: RoomOption,
    activity: Annotated[str | None, typer.Option(help=f"The kind of work it does: {', '.join(ACTIVITIES)}.")] = None,
    alias: Annotated[
        list[str] | None, typer.Option(help="What people also call it; may be given more than once.")
    ] = None,
) -> None:
    """Make a group."""
    from bot.clock import now
    from storage.database import unit_of_work
    from storage.groups import add_group

    name, *aliases = (_word(word) for word in (name, *(alias or [])))
    if activity is not None and activity not in ACTIVITIES:
        fail(f"{activity!r} is no activity.", choices("activities", activity, list(ACTIVITIES)))
    with database() as engine:
        try:
            with unit_of_work(engine) as session:
                add_group(session, find_room(session, room).id, name, activity, tuple(aliases), now().date())
        except ValueError as taken:
            fail(f"The room {room!r} has a group {str(taken)!r} already.", f"See: kamerbot group list --room {room}")
    typer.echo(f"Group {name} is made.")


def _word(text: str) -> str:
    word = " ".join(text.split())
    if not 0 < len(word) <= LONGEST_NAME or not any(letter.isalpha() for letter in word) or not word.isprintable():
        fail(f"{text!r} is no name for a group: 1 to {LONGEST_NAME} characters, with a letter among them.")
    return word


@group_app.command("list")
def list_groups(room: RoomOption) -> None:
    """List a room's groups: name, activity, other names, members."""
    from storage.database import reading
    from storage.groups import groups_of, people_in

    with database() as engine, reading(engine) as session:
        groups = groups_of(session, find_room(session, room).id)
        if not groups:
            typer.echo(f"There are no groups yet. Make one with: kamerbot group add kookgroep --room {room}")
        for group in groups:
            facts = [group.activity or "no activity", *group.aliases, f"members {len(people_in(session, [group.id]))}"]
            typer.echo(f"{group.name} ({', '.join(facts)})")
