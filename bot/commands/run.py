"""``kamerbot run``: serve."""

from bot.commands.common import read_settings


def run_command() -> None:
    """Serve the bot: on the platforms that are set, or else as a try-out in the browser."""
    settings = read_settings()

    from bot.app import run

    run(settings)
