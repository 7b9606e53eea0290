"""The command line: one program, ``kamerbot``. Commands import what they need when they are run: --help is quick."""

import os

import typer

from bot.commands.agreement import agreement_app
from bot.commands.backup import backup_command
from bot.commands.doctor import doctor_command
from bot.commands.export import export_app
from bot.commands.failed import failed_command, retry_command
from bot.commands.group import group_app
from bot.commands.import_hours import import_app
from bot.commands.invite import invite_command, invites_app
from bot.commands.report import report_command, template_command
from bot.commands.restore import restore_command
from bot.commands.room import room_app
from bot.commands.run import run_command
from bot.commands.schema import schema_command
from bot.commands.understand import understand_command

app = typer.Typer(
    name="kamerbot",
    help="Chat bot with which volunteers of neighbourhood work rooms log their hours.",
    epilog="Settings are explained in docs/settings.md, daily work in docs/operations.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("run")(run_command)
app.add_typer(room_app, name="room")
app.add_typer(group_app, name="group")
app.command("invite")(invite_command)
app.add_typer(invites_app, name="invites")
app.add_typer(agreement_app, name="agreement")
app.command("report")(report_command)
app.command("template")(template_command)
app.add_typer(import_app, name="import")
app.add_typer(export_app, name="export")
app.command("backup")(backup_command)
app.command("restore")(restore_command)
app.command("schema")(schema_command)
app.command("failed")(failed_command)
app.command("retry")(retry_command)
app.command("doctor")(doctor_command)
app.command("understand")(understand_command)


def main() -> None:
    """Run the command that was typed. The files that it makes hold personal data: they are for their owner alone."""
    os.umask(0o077)
    app()
