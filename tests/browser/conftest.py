"""A try-out with an echo for a bot, served on loopback, and a browser to look at it."""

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright
from starlette.applications import Starlette

from bot.tryout.routes import routes
from tests.browser.echo import EchoTryOut
from tools.chromium import ARGUMENTS, find_chromium


@pytest.fixture
def tryout() -> EchoTryOut:
    return EchoTryOut()


@pytest.fixture
async def client(tryout: EchoTryOut) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=routes(tryout, tryout.channel))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


class Site:
    """A try-out served on a port of its own, which it keeps when it stops and starts again."""

    def __init__(self, tryout: EchoTryOut) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}/"
        self._tryout = tryout

    async def start(self) -> None:
        app = Starlette(routes=routes(self._tryout, self._tryout.channel))
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        # Listening begins here: whoever connects before the server is ready waits for it.
        self._socket = socket.create_server(("127.0.0.1", self._port))
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._task
        self._socket.close()


@pytest_asyncio.fixture(loop_scope="session")
async def site(tryout: EchoTryOut) -> AsyncIterator[Site]:
    site = Site(tryout)
    await site.start()
    yield site
    await site.stop()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        if path is None:
            pytest.skip("no Chromium on this machine: install it, or name it in KAMERBOT_CHROMIUM")
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that provokes a complaint clears it."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def context(chromium: Browser, site: Site, complaints: list[str]) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(viewport={"width": 1600, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(20_000)

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(message.text)

    context.on("console", note)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    await context.close()
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext, site: Site) -> Page:
    page = await context.new_page()
    await page.goto(site.url)
    await page.get_by_role("log").first.wait_for()
    return page
