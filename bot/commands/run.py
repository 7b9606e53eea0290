"""``kamerbot run``: serve."""

import os
from typing import Annotated

import typer

from bot.commands.common import database, read_settings
from bot.loading import load_quickly

WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", help="So many processes, on one PostgreSQL database; sets KAMERBOT_WORKERS."),
]


def run_command(workers: WorkersOption = None) -> None:
    """Serve the bot: on the platforms that are set, or else as a try-out in the browser."""
    load_quickly()
    if workers is not None:
        os.environ["KAMERBOT_WORKERS"] = str(workers)
    settings = read_settings()

    from bot.app import run

    with database() as engine:
        run(settings, engine)
