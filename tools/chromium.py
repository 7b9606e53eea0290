"""The Chromium of this machine: where it is, if anywhere, and how it is started."""

import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
"""For containers: they give no name spaces for the sandbox, and little shared memory."""


def find_chromium(downloaded: str) -> str | None:
    """The browser to use: KAMERBOT_CHROMIUM, one on the path, or the one ``downloaded`` by playwright; else None."""
    named = os.environ.get("KAMERBOT_CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return downloaded if Path(downloaded).exists() else None


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """The machine's Chromium, started; ends the program with what is to be done where there is none."""
    async with async_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        if path is None:
            sys.exit("There is no Chromium on this machine: install it, or name it in KAMERBOT_CHROMIUM.")
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()
