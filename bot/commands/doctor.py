"""``kamerbot doctor``: what is wrong with this installation, and what to mend."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from bot.commands.common import FAILURE

if TYPE_CHECKING:
    from bot.commands.checks import Finding


def doctor_command() -> None:
    """Check settings, database, migrations, time zones and the platform, and say what to mend; changes nothing."""
    from bot.commands.checks import State

    worst = False
    for finding in _findings():
        typer.echo(f"{finding.state:<6} {finding.about}: {finding.said}")
        if finding.mend:
            typer.echo(f"       → {finding.mend}")
        worst = worst or finding.state is State.WRONG
    if worst:
        raise typer.Exit(FAILURE)


def _findings() -> Iterator["Finding"]:
    import asyncio

    from bot.clock import now
    from bot.commands.check_backups import check_backups
    from bot.commands.check_template import check_template
    from bot.commands.checks import Finding, State, check_database, check_folder, check_platform, check_zones
    from bot.logs import set_up_logging
    from bot.settings import SettingsError, load_settings

    yield check_zones()
    try:
        settings = load_settings()
    except SettingsError as error:
        for fault in error.faults:
            yield Finding(State.WRONG, "settings", fault, "See docs/settings.md")
        return
    set_up_logging(settings)
    yield Finding(State.OK, "settings", "all can be used")
    for finding in (check_folder(settings), check_template(settings)):
        if finding:
            yield finding
    yield from check_database(settings)
    yield from check_backups(settings, now())
    yield from asyncio.run(check_platform(settings))
