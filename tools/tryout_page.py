"""The page of a try-out of its own, to make pictures of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page

from tools.chromium import launched
from tools.serving import Served

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


@asynccontextmanager
async def tryout_page(width: int, height: int) -> AsyncIterator[Page]:
    """The real program's page, so many CSS pixels large, with an empty database that goes when it is left."""
    with TemporaryDirectory() as folder:
        program = Served(Path(folder))
        async with launched() as browser:
            await program.start()
            try:
                page = await browser.new_page(
                    viewport={"width": width, "height": height}, device_scale_factor=1.5, reduced_motion="reduce"
                )
                await page.goto(program.url)
                yield page
            finally:
                await program.stop()


async def pictures_loaded(page: Page) -> None:
    """Wait until all pictures of the page can be seen."""
    await page.evaluate("() => Promise.all([...document.images].map((image) => image.decode()))")
