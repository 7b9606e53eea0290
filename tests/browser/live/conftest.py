"""The real program in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page

from tools.serving import Served


@pytest_asyncio.fixture(loop_scope="session")
async def program(tmp_path: Path) -> AsyncIterator[Served]:
    """The program, running on a database of its own."""
    program = Served(tmp_path)
    await program.start()
    yield program
    await program.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, program: Served) -> AsyncIterator[Page]:
    """Its page, which may complain of a lost connection alone."""
    context = await chromium.new_context(viewport={"width": 1600, "height": 1000}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    page = await context.new_page()
    await page.goto(program.url)
    yield page
    await context.close()
    assert [complaint for complaint in complaints if "ERR_" not in complaint] == []
