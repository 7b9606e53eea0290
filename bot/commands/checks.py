"""What `kamerbot doctor` looks at: each check says what it found, and what to mend."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Engine, func
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from bot.commands.first_steps import invite_coordinator, program
from bot.settings import Settings
from scheduler.sending import SendError
from storage import migrations
from storage.backups import database_file, integrity_faults
from storage.database import is_read_only, open_database, reading, server_of
from storage.group_chats import coupled
from storage.outbox import FAILED
from storage.people import rooms_without_coordinator
from storage.rooms import RoomSettings, rooms
from storage.tables import Inbox, Outbox

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramChannel

_LEAST_ROOM = 100 * 1024 * 1024  # bytes


class State(StrEnum):
    """How a thing stands."""

    OK = "ok"
    NOTE = "note"
    """Good to know; nothing is broken."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; ``mend`` is what to do about it."""

    state: State
    about: str
    said: str
    mend: str = ""


def check_zones() -> Finding:
    """Whether the machine knows the time zones."""
    zone = RoomSettings().timezone
    try:
        ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return Finding(State.WRONG, "time zones", f"{zone} is not known", "Run: make setup (it installs tzdata)")
    return Finding(State.OK, "time zones", f"{zone} is known")


def check_folder(settings: Settings) -> Finding | None:
    """Whether the folder of a database in a file can be written, and has room."""
    file = database_file(settings.database_url)
    if file is None:
        return None
    folder = next(parent for parent in file.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(
            State.WRONG, "folder", f"{folder} cannot be written", "Give the bot's user the right to write there"
        )
    free = shutil.disk_usage(folder).free
    if free < _LEAST_ROOM:
        return Finding(State.WRONG, "folder", f"{folder} has {free // 1024**2} MiB left", "Make room on the disk")
    return Finding(State.OK, "folder", f"{folder} can be written and has room")


def check_database(settings: Settings) -> Iterator[Finding]:
    """Whether the database can be reached, is whole, and fits this program; then what is in it."""
    file = database_file(settings.database_url)
    if file is not None and not file.exists():
        yield Finding(State.NOTE, "database", f"there is none yet at {file}", f"It is made by: {program()} run")
        return
    try:
        engine = open_database(settings.database_url)
        try:
            yield from _check_open(engine)
        finally:
            engine.dispose()
    except ImportError as error:
        yield Finding(State.WRONG, "database", f"its driver {error.name} is not installed", "Install it with pip")
    except SQLAlchemyError as error:
        # What the driver says holds no value of ours; the statement and its values are left out.
        said = " ".join(str(getattr(error, "orig", None) or type(error).__name__).split())
        mend = "Check KAMERBOT_DATABASE_URL and the rights on it, or put a backup in its place (docs/operations.md)"
        yield Finding(State.WRONG, "database", said, mend)


def _check_open(engine: Engine) -> Iterator[Finding]:
    faults = integrity_faults(engine)
    if faults:
        mend = "Stop the bot and put the last good backup in its place (docs/operations.md)"
        yield Finding(State.WRONG, "database", f"it is damaged: {faults[0]}", mend)
        return
    server = server_of(engine)
    if is_read_only(engine):
        mend = "Let KAMERBOT_DATABASE_URL name the server that is written to"
        yield Finding(State.WRONG, "database", f"{server} can be reached, but is a copy to read from", mend)
        return
    said = f"{server} can be reached" if server else "it can be reached and is whole"
    yield Finding(State.OK, "database", said)
    has, needs = migrations.current(engine), migrations.newest()
    if has != needs:
        mend = f"Start the bot once with: {program()} run" if not has or has < needs else "Update Kamerbot"
        yield Finding(State.WRONG, "migrations", f"the database is at {has or 'none'}, Kamerbot needs {needs}", mend)
        return
    yield Finding(State.OK, "migrations", f"up to date ({has})")
    with reading(engine) as session:
        yield from _check_rooms(session)
        yield from _check_messages(session)


def _check_rooms(session: Session) -> Iterator[Finding]:
    if not rooms(session):
        yield Finding(State.NOTE, "rooms", "there are none yet", f'Make one with: {program()} room add "TOP"')
    for room in rooms_without_coordinator(session):
        mend = f"Invite one with: {invite_coordinator(room.slug)}"
        yield Finding(State.NOTE, "rooms", f"{room.name} has no coordinator", mend)


def _check_messages(session: Session) -> Iterator[Finding]:
    can_be_retried = (col(Inbox.error).is_not(None), col(Inbox.payload).is_not(None))
    failed = session.exec(select(func.count()).select_from(Inbox).where(*can_be_retried)).one()
    if failed:
        yield Finding(
            State.NOTE, "messages", f"{failed} came in and could not be handled", f"List them with: {program()} failed"
        )
    unsent = session.exec(select(func.count()).select_from(Outbox).where(Outbox.status == FAILED)).one()
    if unsent:
        yield Finding(State.NOTE, "messages", f"{unsent} were refused by the platform", "See the log")


async def check_platform(settings: Settings) -> list[Finding]:
    """Whether the platform can be reached, and how the bot stands there."""
    token = settings.telegram_token
    if token is None:
        mend = "For real use, set KAMERBOT_TELEGRAM_TOKEN"
        return [Finding(State.NOTE, "platform", "none is set: Kamerbot is the try-out", mend)]

    from bot.channels.telegram import TelegramChannel
    from bot.clock import now

    channel = TelegramChannel(token.get_secret_value(), now=now, api_url=settings.telegram_api_url)
    try:
        health = await channel.check()
        chats = await _check_group_chats(settings, channel)
    except SendError as error:
        return [
            Finding(
                State.WRONG,
                "telegram",
                str(error),
                "Check the network, KAMERBOT_TELEGRAM_TOKEN and KAMERBOT_TELEGRAM_API_URL",
            )
        ]
    finally:
        await channel.close()
    findings = [Finding(State.OK, "telegram", f"@{health.username} can be reached")]
    wanted = settings.telegram_webhook_url or ""
    if health.webhook != wanted:
        said = f"Telegram sends to {health.webhook}" if health.webhook else "Telegram has no webhook yet"
        findings.append(Finding(State.NOTE, "telegram", said, f"Starting the bot puts it right: {program()} run"))
    if health.webhook_error:
        said = f"Telegram could not deliver: {health.webhook_error}"
        mend = "Check that the webhook's address leads to this machine, with a valid certificate"
        findings.append(Finding(State.WRONG, "telegram", said, mend))
    if not health.reads_groups:
        said = "in group chats the bot sees commands, mentions and replies alone, unless it is their admin"
        mend = "To have it read all, switch off privacy mode at @BotFather, and put it into the group again"
        findings.append(Finding(State.NOTE, "telegram", said, mend))
    return [*findings, *chats]


async def _check_group_chats(settings: Settings, channel: "TelegramChannel") -> list[Finding]:
    """Which of the chats that report for a group the bot is not shown all of, or is not in any more."""
    findings = []
    for group, chat in _coupled_chats(settings, channel.name):
        try:
            if await channel.sees_all(chat):
                continue
            said = f"in the chat of {group} the bot sees commands, mentions and replies alone"
            mend = "To have it read all, make it an admin of that chat"
        except SendError as error:
            said, mend = f"the chat of {group}: {error}", "Put the bot into the chat again, and type /koppel there"
        findings.append(Finding(State.NOTE, "telegram", said, mend))
    return findings


def _coupled_chats(settings: Settings, channel: str) -> list[tuple[str, str]]:
    """The (group with its room, chat) pairs on a channel; none where the database cannot be read."""
    file = database_file(settings.database_url)
    if file is not None and not file.exists():
        return []
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as session:
            return [(f"{group.name} ({room.name})", row.chat) for row, group, room in coupled(session, channel)]
    except SQLAlchemyError:
        return []  # the check of the database tells why
    finally:
        engine.dispose()
