"""Makes the pictures of the guides from the real program: ``python -m tools.guide_pictures``."""

import asyncio

from playwright.async_api import expect

from tools.handset import GroupHandset, Handset
from tools.story import join, move_clock
from tools.tryout_page import PICTURES, pictures_loaded, tryout_page

WIDTH = 1760
USUAL, TALL = 720, 1160
"""Heights of the page in which a phone shows a few messages, or one with a picture."""
DRAWN = 20_000
"""Milliseconds in which a drawn picture or document is surely there."""


async def main() -> None:
    """Serve the try-out, and tell in it what the guides tell."""
    async with tryout_page(WIDTH, USUAL) as page:
        noor, ahmed, els = Handset(page, "Noor"), Handset(page, "Ahmed"), Handset(page, "Els")
        # From a Sunday evening: the week is full, and the digest of it is one press of the clock away.
        await expect(noor.button("Start")).to_be_visible()
        await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
        await join(els, "Els")
        await _volunteer(noor)
        await _admit(ahmed, els)
        await _coordinator(noor, els)
        await _group(GroupHandset(page, "Kookgroep"))
        await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
        await _digest(els)
        await _account(els)


async def _volunteer(noor: Handset) -> None:
    await noor.button("Start").click()
    await noor.button("Nederlands").click()
    await expect(noor.from_bot.last).to_contain_text("Je bent uitgenodigd")
    await _picture(noor, "meedoen")
    await noor.button("Ja, ik doe mee").click()
    await expect(noor.from_bot.last).to_contain_text("Hoe heet je?")
    await noor.type("Noor")
    await expect(noor.from_bot.last).to_contain_text("Welkom Noor!")

    await noor.type("3 uur kookgroep gisteren")
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 3 uur kookgroep")
    await noor.type("vrijdag van 9 tot half 12 tuin")
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 2 uur en 30 minuten tuingroep")
    await _picture(noor, "noteren")

    await noor.button("Klopt niet").last.click()
    await expect(noor.from_bot.last).to_contain_text("Wat klopt er niet?")
    await _picture(noor, "klopt-niet")
    await noor.type("2 uur")
    await expect(noor.from_bot.last).to_contain_text("Aangepast: 2 uur tuingroep")

    await noor.type("stop")
    await expect(noor.from_bot.last).to_contain_text("ik stuur je uit mezelf niets meer")
    await _picture(noor, "stop")
    await noor.button("Berichten aan").click()
    await expect(noor.from_bot.last).to_contain_text("Je krijgt weer berichten")
    await noor.type("mijn uren")
    await expect(noor.from_bot.last).to_contain_text("Dit jaar: 5 uur")
    await _picture(noor, "mijn-uren", TALL)


async def _admit(ahmed: Handset, els: Handset) -> None:
    """Ahmed has no invite, and asks whether he may join."""
    await ahmed.type("hallo")
    await ahmed.button("Nederlands").click()
    await ahmed.button("Ik wil meedoen").click()
    await ahmed.button("TOP").click()
    await ahmed.button("Ja, ik doe mee").click()
    await expect(ahmed.from_bot.last).to_contain_text("Hoe heet je?")
    await ahmed.type("Ahmed")
    await expect(els.from_bot.last).to_contain_text("Ahmed wil meedoen bij TOP")
    await els.button("Toelaten").click()
    await expect(els.from_bot.last).to_contain_text("Ahmed hoort nu bij TOP")
    await _picture(els, "toelaten")


async def _coordinator(noor: Handset, els: Handset) -> None:
    await els.type("uitnodigen")
    await expect(els.from_bot.last).to_contain_text("Wie wil je uitnodigen?")
    await els.button("Vrijwilliger").click()
    await expect(els.from_bot.last).to_contain_text("Uitnodiging voor TOP")
    await _picture(els, "uitnodigen", TALL)

    await noor.type("9 uur tuin donderdag")
    await expect(els.from_bot.last).to_contain_text("Dat is meer dan 8 uur op een dag")
    await els.button("Goedkeuren").click()
    await expect(els.from_bot.last).to_contain_text("Goedgekeurd")
    await _picture(els, "goedkeuren")

    await els.type("2 uur tuin gisteren voor Ahmed")
    await expect(els.from_bot.last).to_contain_text("Genoteerd voor Ahmed: 2 uur tuingroep")
    await _picture(els, "voor-een-ander")

    await noor.type("mens")
    await expect(noor.from_bot.last).to_contain_text("Wat wil je de coördinator vragen?")
    await noor.type("Is de keuken dinsdag vrij?")
    await expect(els.from_bot.last).to_contain_text("Noor vraagt: Is de keuken dinsdag vrij?")
    await els.button("Antwoord").click()
    await expect(els.from_bot.last).to_contain_text("Wat wil je Noor antwoorden?")
    await els.type("Ja, tot 15 uur.")
    await expect(els.from_bot.last).to_contain_text("Je antwoord is naar Noor gestuurd")
    await _picture(els, "antwoorden")


async def _group(group: GroupHandset) -> None:
    """Els couples the chat, for nobody leads the group yet, and reports in it."""
    await group.type_as("Els", "/koppel")
    await expect(group.from_bot.last).to_contain_text("groep")
    await group.button("Kookgroep").last.click()
    await expect(group.from_bot.last).to_contain_text("Deze chat hoort nu bij kookgroep.")
    await group.type("wij waren gisteren met z'n drieën 2 uur aan het koken")
    await expect(group.from_bot.last).to_contain_text("Wie waren er nog meer?")
    await _picture(group, "groepschat")


async def _digest(els: Handset) -> None:
    await expect(els.from_bot.last).to_contain_text("Samen deden jullie")
    await _picture(els, "weekbericht", TALL)
    await els.button("Wie?").click()
    await expect(els.from_bot.last).to_contain_text("Nog niet op tempo")
    await _picture(els, "wie")


async def _account(els: Handset) -> None:
    await els.type("/overzicht")
    await expect(els.from_bot.last).to_contain_text("Over welk cijfer wil je meer weten?", timeout=DRAWN)
    await els.button("Actieve groepen").last.click()
    await expect(els.from_bot.last).to_contain_text("Het doel is meer dan 10.")
    await els.button("Grafiek").last.click()
    await expect(els.from_bot.last).to_contain_text("Actieve groepen in", timeout=DRAWN)
    await _picture(els, "grafiek", TALL)
    await els.type("/rapport")
    await expect(els.from_bot.last).to_contain_text("Wat wil je maken?")
    await els.button("Voortgang").last.click()
    await expect(els.from_bot.last).to_contain_text("Tot en met welke dag?")
    await els.button("Vandaag").last.click()
    await expect(els.from_bot.last).to_contain_text("rapport 1", timeout=DRAWN)
    await _picture(els, "rapport")


async def _picture(phone: Handset, name: str, height: int = USUAL) -> None:
    """A picture of one phone, with its newest message in view."""
    page = phone.page
    await page.set_viewport_size({"width": WIDTH, "height": height})
    await page.get_by_role("heading", name="Kamerbot uitproberen").hover()
    await page.evaluate("() => document.activeElement.blur()")
    await pictures_loaded(page)
    await phone.log.evaluate("(log) => { log.scrollTop = log.scrollHeight }")
    await phone.root.locator(".device").screenshot(path=PICTURES / f"guide-{name}.png", omit_background=True)


if __name__ == "__main__":
    asyncio.run(main())
