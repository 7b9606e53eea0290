"""Makes the pictures of the README and the guides from the real program: ``python -m tools.screenshot``."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright, expect

from tools.chromium import ARGUMENTS, find_chromium
from tools.handset import Handset
from tools.serving import Served
from tools.story import join, move_clock

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


async def main() -> None:
    """Serve the try-out, live a week in it, and take the pictures."""
    async with async_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        if path is None:
            sys.exit("There is no Chromium on this machine: install it, or name it in KAMERBOT_CHROMIUM.")
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with TemporaryDirectory() as folder:
            program = Served(Path(folder))
            await program.start()
            try:
                await _take(browser, program.url)
            finally:
                await program.stop()
        await browser.close()


async def _take(browser: Browser, url: str) -> None:
    page = await browser.new_page(
        viewport={"width": 1600, "height": 1000}, device_scale_factor=1.5, reduced_motion="reduce"
    )
    await page.goto(url)
    noor, ahmed, els = Handset(page, "Noor"), Handset(page, "Ahmed"), Handset(page, "Els")
    # From a Sunday evening, so that the week is full on whatever day the pictures are made.
    await expect(noor.button("Start")).to_be_visible()
    await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
    for phone, name in ((noor, "Noor"), (ahmed, "Ahmed"), (els, "Els")):
        await join(phone, name)

    await _log(els, "4 uur kookgroep voor Fatima vrijdag", "Genoteerd voor Fatima: 4 uur kookgroep")
    await _log(els, "3 uur taalteam voor Sevgi donderdag", "Genoteerd voor Sevgi: 3 uur taalteam")
    await _log(ahmed, "5 uur kookgroep vrijdag", "Genoteerd: 5 uur kookgroep, vrijdag")
    await _log(ahmed, "dinsdag 3 uur klussendienst en donderdag 2,5 uur kookgroep", "2 uur en 30 minuten kookgroep")
    await _log(noor, "vrijdag van 9 tot half 1 tuingroep", "Genoteerd: 3 uur en 30 minuten tuingroep, vrijdag")
    await _log(noor, "3 uur kookgroep gisteren", "Genoteerd: 3 uur kookgroep, zaterdag")
    await _log(noor, "nee, 2,5", "Aangepast: 2 uur en 30 minuten kookgroep, zaterdag")
    await _device(noor, "vrijwilliger-uren.png")
    await _log(noor, "hoeveel uur heb ik", "Deze week: 6 uur")
    await _device(noor, "vrijwilliger-mijn-uren.png")

    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await expect(els.from_bot.last).to_contain_text("Samen deden jullie")
    await _rest(page)
    await page.screenshot(path=PICTURES / "tryout.png")
    await page.set_viewport_size({"width": 1600, "height": 1300})
    await els.button("Verder naar beneden").click()
    await _device(els, "coordinator-weekbericht.png")


async def _log(phone: Handset, text: str, answer: str) -> None:
    await phone.type(text)
    await expect(phone.from_bot.last).to_contain_text(answer)


async def _device(phone: Handset, name: str) -> None:
    """A picture of one phone."""
    await _rest(phone.page)
    await phone.root.locator(".device").screenshot(path=PICTURES / name, omit_background=True)


async def _rest(page: Page) -> None:
    """All pictures are there, and no pointer or focus draws the eye."""
    await page.get_by_role("heading", name="Kamerbot uitproberen").click()
    await page.evaluate("() => Promise.all([...document.images].map((image) => image.decode()))")


if __name__ == "__main__":
    asyncio.run(main())
