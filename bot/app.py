"""The wiring: settings in, a serving program out."""

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import NoReturn, TypeVar

from sqlalchemy import Engine

from bot.clock import Clock, now
from bot.commands.first_steps import first_steps
from bot.health import Health
from bot.leading import while_leading
from bot.loading import load_quickly
from bot.logs import set_up_logging
from bot.program import Program
from bot.serving import PAUSE_SECONDS, in_loop, keep, listener, serve
from bot.settings import Settings
from bot.supervisor import supervise
from handlers.joining.invite_link import ADDRESS
from handlers.menus import group_chat_menu, menu_of
from language.say import COMPLETE, FALLBACK
from language.say.voice import Voice
from scheduler.drawing import Drawer
from scheduler.nightly import Nightly
from scheduler.sending import TryAgainError
from scheduler.watcher import Watcher
from storage.backups import database_file
from storage.database import open_database, reading, unit_of_work
from storage.lead import Lead
from storage.runs import keep_note

log = logging.getLogger(__name__)
T = TypeVar("T")
ANSWERS_FROM = {"never": None, "under-load": 3, "always": 1}
"""With how many messages at once an answer goes in the response to the message, by the setting."""


def run(settings: Settings, engine: Engine) -> None:
    """Serve until stopped by a signal. Prints in five lines what is served, where, and what to do next.

    The database is up to date. With several workers this process keeps them going and does nothing else.
    """
    if settings.is_tryout:
        in_loop(_serve_tryout(settings, engine))
        return
    _print_start(
        "Kamerbot serves Telegram, "
        + (
            "by long polling"
            if settings.telegram_webhook_url is None
            else f"by webhook at {settings.telegram_webhook_url}"
        )
        + (f", with {settings.workers} workers" if settings.workers > 1 else ""),
        f"  Listens    http://{settings.host}:{settings.port}",
        f"  Database   {_place(engine)}",
        *_next_steps(engine),
    )
    if settings.workers == 1:
        in_loop(_serve_telegram(settings, engine))
        return
    engine.dispose()
    supervise(partial(_work, settings), settings.workers, listener(settings))


def _work(settings: Settings, number: int, shared: socket.socket) -> NoReturn:
    """One of several workers, in a process of its own."""
    load_quickly()
    set_up_logging(settings)
    engine = open_database(settings.database_url)
    in_loop(_serve_telegram(settings, engine, shared, number))
    engine.dispose()
    # All is done. What Python clears up at its own end is memory alone, and takes seconds on a machine that is busy.
    logging.shutdown()
    os._exit(0)


async def _serve_tryout(settings: Settings, engine: Engine) -> None:
    # Imported where it is used, as the platforms are: each starts without the others.
    from bot.channels.browser import BrowserChannel
    from bot.tryout.live import LiveTryOut, clock_ahead
    from bot.tryout.routes import routes as tryout_routes
    from bot.tryout.sample import seed_tryout

    clock = Clock(clock_ahead(engine))
    seed_tryout(engine, clock())
    channel = BrowserChannel(clock)
    program = Program(engine, clock, [channel], watcher=_watcher(settings, engine, clock, 1), drawer=_drawer(settings))
    health = Health(engine, lambda: program.rang_at)
    address = f"http://{settings.host}:{settings.port}"
    _print_start(
        "Kamerbot try-out: three phones that chat with the real bot, in your browser",
        f"  Open       {address}",
        f"  Database   {_place(engine)} (sample rooms, to play with; a real database stays apart)",
        "  For real   set KAMERBOT_TELEGRAM_TOKEN in .env, see README.md under 'Connect Telegram'",
        "  Stop       Ctrl+C",
    )
    await serve(settings, program, [*tryout_routes(LiveTryOut(program, clock), channel), *health.routes()], [])


def _drawer(settings: Settings) -> Drawer:
    template = settings.report_template
    return Drawer({} if template is None else {"report_docx": {"template": str(template.absolute())}})


async def _serve_telegram(
    settings: Settings, engine: Engine, shared: socket.socket | None = None, number: int = 1
) -> None:
    from bot.channels.telegram import TelegramChannel, rate_of

    if settings.telegram_token is None:
        raise ValueError("Telegram is served with a token")
    clock = Clock()

    async def chat_moved(old: str, new: str) -> None:
        await program.chat_moved(channel.name, old, new)

    channel = TelegramChannel(
        settings.telegram_token.get_secret_value(), now=clock, chat_moved=chat_moved, api_url=settings.telegram_api_url
    )
    rate = rate_of(settings.telegram_rate)
    rates = {} if rate is None else {channel.name: rate}
    watcher = _watcher(settings, engine, clock, number)
    nightly = _nightly(settings, engine, watcher)
    answers_from = ANSWERS_FROM[settings.telegram_answer_in_response]
    program = Program(
        engine, clock, [channel], rates, watcher, nightly=nightly, answers_from=answers_from, drawer=_drawer(settings)
    )
    health = Health(engine, lambda: program.rang_at, channel, partial(_notes, nightly))
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret

    async def introduce() -> None:
        me = await _when_reachable(channel.check)
        await program.write(lambda: _note_address(engine, f"https://t.me/{me.username}?start={{code}}"))
        languages = ("", *COMPLETE)
        in_groups = {language: group_chat_menu(_voice(language)) for language in languages}
        await channel.set_default_menu({language: _menu(language) for language in languages}, in_groups)

    async def receive_updates() -> None:
        if url is None:
            await channel.poll(program.receive)
        elif secret is not None:
            await channel.set_webhook(url, secret.get_secret_value())

    async def lead() -> None:
        """What one process does for all: the bot's name and menus, and receiving, unless the platform calls us."""
        await asyncio.gather(keep(introduce), keep(receive_updates))
        await asyncio.Event().wait()

    web = [] if secret is None else [channel.webhook_route(program.answer, secret.get_secret_value())]
    by_all = [] if url is None else [channel.meet]  # whoever polls meets the bot itself
    try:
        await serve(
            settings, program, [*web, *health.routes()], [*by_all, lambda: while_leading(Lead(engine), lead)], shared
        )
    finally:
        await channel.close()


async def _when_reachable(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask a platform until it answers."""
    while True:
        try:
            return await ask()
        except TryAgainError as failure:
            log.warning("%s", failure)
            await asyncio.sleep(PAUSE_SECONDS)


def _watcher(settings: Settings, engine: Engine, clock: Clock, number: int) -> Watcher:
    """Figures are kept only where somebody asks for them. The bot matters more than they do: it serves without them.

    Each worker keeps its own, on the next port.
    """
    if settings.metrics_port is None:
        return Watcher()
    from bot.metrics import Metrics

    metrics = Metrics(engine, clock)
    port = settings.metrics_port + number - 1
    try:
        metrics.serve(port)
    except OSError as error:
        log.error("the metrics cannot be served on port %d: %s", port, error.strerror)
    return metrics


def _nightly(settings: Settings, engine: Engine, watcher: Watcher) -> Nightly | None:
    file = database_file(engine.url)
    if file is None or settings.nightly_backup == "no":
        return None
    return Nightly(engine, settings.backups(file), file.stem, watcher)


def _notes(nightly: Nightly | None) -> dict[str, str]:
    return {"backup": nightly.note} if nightly is not None and nightly.note else {}


def _menu(language: str) -> tuple[tuple[str, str], ...]:
    return menu_of(_voice(language), is_leader=False, is_coordinator=False)


def _voice(language: str) -> Voice:
    return Voice(language or FALLBACK, now().date())


def _note_address(engine: Engine, address: str) -> None:
    with unit_of_work(engine) as session:
        keep_note(session, ADDRESS, address)


def _place(engine: Engine) -> str:
    """The database's address, without a password."""
    return engine.url.render_as_string(hide_password=True)


def _next_steps(engine: Engine) -> list[str]:
    with reading(engine) as session:
        steps = first_steps(session)
    lines = [f"  Next       {steps[0]}", *(f"             {step}" for step in steps[1:])]
    return lines if len(lines) > 1 else [*lines, "  Stop       Ctrl+C"]


def _print_start(*lines: str) -> None:
    print("\n".join(lines), flush=True)  # noqa: T201 (what the operator reads first)
