"""What `kamerbot doctor` says of the backups."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.commands.checks import Finding, State
from bot.commands.first_steps import program
from bot.settings import Settings
from storage.backups import database_file
from storage.restoring import put_aside_by

_LATE = timedelta(hours=36)
_LONG_AGO = timedelta(days=14)


def check_backups(settings: Settings, now: datetime) -> Iterator[Finding]:
    """How old the newest copy of a database in a file is, and whether a restore left one lying about."""
    database = database_file(settings.database_url)
    if settings.is_tryout or database is None or not database.exists():
        return
    folder = settings.backups(database)
    if settings.nightly_backup == "no":
        yield Finding(
            State.NOTE, "backup", "the nightly one is off", f"Then have another program run: {program()} backup"
        )
    made = [datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in folder.glob("*.db")]
    if not made:
        mend = f"Each night makes one while the bot runs; now: {program()} backup"
        yield Finding(State.NOTE, "backup", f"there is none yet in {folder}", mend)
    elif now - max(made) > _LATE:
        said = f"the newest in {folder} is of {max(made):%Y-%m-%d %H:%M} UTC, {(now - max(made)).days} days ago"
        yield Finding(State.NOTE, "backup", said, "See the log and /readyz for why, and whether the disk is full")
    else:
        yield Finding(State.OK, "backup", f"the newest in {folder} is of {max(made):%Y-%m-%d %H:%M} UTC")
    for file in put_aside_by(database):
        if now - datetime.fromtimestamp(file.stat().st_mtime, UTC) > _LONG_AGO:
            mend = f"It holds personal data. Delete it: rm {file}*"
            yield Finding(State.NOTE, "backup", f"{file} was put aside by a restore", mend)
