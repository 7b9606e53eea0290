"""What an operator does next, as commands to type."""

import shutil
import sys
from pathlib import Path

from sqlmodel import Session

from storage.people import rooms_without_coordinator
from storage.rooms import rooms

NAME = "kamerbot"
MOST = 3
"""Rooms of which the step is told."""


def first_steps(session: Session) -> list[str]:
    """The commands that make a first room and invite its coordinator; where all that is done, one to invite others."""
    every = rooms(session)
    if not every:
        return [f'{program()} room add "TOP"', invite_coordinator("top")]
    alone = rooms_without_coordinator(session)
    if not alone:
        return [f"{program()} invite --room {every[0].slug} --role volunteer"]
    steps = [invite_coordinator(room.slug) for room in alone[:MOST]]
    return steps if len(alone) <= MOST else [*steps, f"and {len(alone) - MOST} more: {program()} doctor"]


def invite_coordinator(slug: str) -> str:
    """The command that invites a coordinator of the room."""
    return f"{program()} invite --room {slug} --role coordinator"


def program() -> str:
    """What to type for this program: its bare name where the shell finds it, else the path by which it was started."""
    started = Path(sys.argv[0])
    return str(started) if started.name == NAME and shutil.which(NAME) is None else NAME
