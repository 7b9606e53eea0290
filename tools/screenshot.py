"""Makes the picture of the README from the real program: ``python -m tools.screenshot``."""

import asyncio

from playwright.async_api import Page, expect

from tools.handset import GroupHandset, Handset
from tools.story import join, move_clock
from tools.tryout_page import PICTURES, pictures_loaded, tryout_page


async def main() -> None:
    """Live a week in the try-out, and take its picture."""
    async with tryout_page(1760, 1040) as page:
        await _live_a_week(page)
        # No pointer or focus draws the eye.
        await page.get_by_role("heading", name="Kamerbot uitproberen").click()
        await pictures_loaded(page)
        await page.screenshot(path=PICTURES / "tryout.png")


async def _live_a_week(page: Page) -> None:
    noor, ahmed, els = Handset(page, "Noor"), Handset(page, "Ahmed"), Handset(page, "Els")
    group = GroupHandset(page, "Kookgroep")
    # From a Sunday evening, so that the week is full on whatever day the pictures are made.
    await expect(noor.button("Start")).to_be_visible()
    await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
    for phone, name in ((noor, "Noor"), (ahmed, "Ahmed"), (els, "Els")):
        await join(phone, name)

    await _log(els, "4 uur kookgroep voor Fatima vrijdag", "Genoteerd voor Fatima: 4 uur kookgroep")
    await _log(els, "3 uur taalteam voor Sevgi donderdag", "Genoteerd voor Sevgi: 3 uur taalteam")
    await group.button("Koppelen").click()
    await expect(group.from_bot.last).to_contain_text("Deze chat hoort nu bij kookgroep.")
    await group.type_as("Ahmed", "wij waren vrijdag met z'n drieën 5 uur aan het koken")
    await expect(group.from_bot.last).to_contain_text("Genoteerd: 5 uur kookgroep, vrijdag")
    await group.button("Mia").last.click()
    await expect(group.button("✓ Mia")).to_be_visible()
    await group.button("Klaar").last.click()
    await expect(group.from_bot.last).to_contain_text("Mia staat er ook bij.")
    await _log(group, "eettafel vrijdag: 18, 3 nieuw", "18 deelnemers")
    await _log(ahmed, "dinsdag 3 uur klussendienst en donderdag 2,5 uur kookgroep", "2 uur en 30 minuten kookgroep")
    await _log(noor, "vrijdag van 9 tot half 1 tuingroep", "Genoteerd: 3 uur en 30 minuten tuingroep, vrijdag")
    await _log(noor, "3 uur kookgroep gisteren", "Genoteerd: 3 uur kookgroep, zaterdag")
    await _log(noor, "nee, 2,5", "Aangepast: 2 uur en 30 minuten kookgroep, zaterdag")
    await _log(noor, "hoeveel uur heb ik", "Deze week: 6 uur")

    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await expect(els.from_bot.last).to_contain_text("Samen deden jullie")


async def _log(phone: Handset, text: str, answer: str) -> None:
    await phone.type(text)
    await expect(phone.from_bot.last).to_contain_text(answer)


if __name__ == "__main__":
    asyncio.run(main())
