"""The wiring: settings in, a serving program out."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import uvicorn
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.browser import BrowserChannel
from bot.clock import Clock, now
from bot.commands.first_steps import first_steps
from bot.program import Program
from bot.settings import Settings
from bot.tryout.live import LiveTryOut, clock_ahead
from bot.tryout.routes import routes as tryout_routes
from bot.tryout.sample import seed_tryout
from handlers.joining.invite_link import ADDRESS
from handlers.menus import group_chat_menu, menu_of
from language.say import COMPLETE, FALLBACK
from language.say.voice import Voice
from scheduler.sending import SendError, TryAgainError
from storage.database import open_database, reading, unit_of_work
from storage.migrations import migrate
from storage.runs import keep_note

log = logging.getLogger(__name__)
T = TypeVar("T")
PAUSE_SECONDS = 30
Background = Callable[[], Awaitable[None]]


def run(settings: Settings) -> None:
    """Serve until stopped by a signal. Prints in five lines what is served, where, and what to do next."""
    engine = open_database(settings.database_url)
    migrate(engine)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve_tryout(settings, engine) if settings.is_tryout else _serve_telegram(settings, engine))
    engine.dispose()


async def _serve_tryout(settings: Settings, engine: Engine) -> None:
    clock = Clock()
    seed_tryout(engine, clock())
    clock.ahead = clock_ahead(engine)
    channel = BrowserChannel(clock)
    program = Program(engine, clock, [channel])
    address = f"http://{settings.host}:{settings.port}"
    _print_start(
        "Kamerbot try-out: three phones that chat with the real bot, in your browser",
        f"  Open       {address}",
        f"  Database   {_place(engine)} (sample rooms, to play with; a real database stays apart)",
        "  For real   set KAMERBOT_TELEGRAM_TOKEN in .env, see README.md under 'Connect Telegram'",
        "  Stop       Ctrl+C",
    )
    await _serve(settings, program, tryout_routes(LiveTryOut(program, clock), channel), [])


async def _serve_telegram(settings: Settings, engine: Engine) -> None:
    # Imported where it is used: a try-out starts without it.
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
    program = Program(engine, clock, [channel], {} if rate is None else {channel.name: rate})
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

    web = [] if secret is None else [channel.webhook_route(program.receive, secret.get_secret_value())]
    _print_start(
        "Kamerbot serves Telegram, " + ("by long polling" if url is None else f"by webhook at {url}"),
        f"  Listens    http://{settings.host}:{settings.port}",
        f"  Database   {_place(engine)}",
        *_next_steps(engine),
    )
    try:
        await _serve(settings, program, web, [introduce, receive_updates])
    finally:
        await channel.close()


async def _serve(
    settings: Settings, program: Program, routes: Sequence[BaseRoute], background: Sequence[Background]
) -> None:
    await program.start()
    app = Starlette(routes=[*routes, Route("/healthz", _health)])
    server = _Server(
        uvicorn.Config(app, host=settings.host, port=settings.port, log_config=None, access_log=False, lifespan="off")
    )
    tasks = [asyncio.create_task(_keep(work)) for work in background]
    try:
        await server.serve()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await program.stop()


class _Server(uvicorn.Server):
    """A web server that ends at a signal, and leaves it at that.

    The library's own sends the signal once more when it has ended: the program would be gone in the middle of a send.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM for oneself."""
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


async def _keep(work: Background) -> None:
    """Run what the program cannot do without, and tell of its failures; the program goes on serving.

    What the platform refuses is not tried again. Anything else is: without it no message would come in any more.
    """
    while True:
        try:
            return await work()
        except SendError as failure:
            log.error("%s", failure)
            return None
        except Exception:
            log.exception("a part of the program failed; next try in %d seconds", PAUSE_SECONDS)
            await asyncio.sleep(PAUSE_SECONDS)


async def _when_reachable(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask a platform until it answers."""
    while True:
        try:
            return await ask()
        except TryAgainError as failure:
            log.warning("%s", failure)
            await asyncio.sleep(PAUSE_SECONDS)


async def _health(_request: Request) -> Response:
    return JSONResponse({"status": "ok"})


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
