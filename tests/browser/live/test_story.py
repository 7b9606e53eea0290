"""The whole story with the real program: from joining to the weekly total and the digest."""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tools.handset import Handset
from tools.serving import Served
from tools.story import join, move_clock

pytestmark = pytest.mark.asyncio(loop_scope="session")

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
EXPORT = ("export", "hours", "--room", "top", "--format", "jsonl")


async def picture(page: Page, name: str) -> None:
    await page.screenshot(path=ARTIFACTS / f"story-{name}.png")


async def test_from_joining_to_the_digest(page: Page, program: Served) -> None:
    noor, els = Handset(page, "Noor"), Handset(page, "Els")
    # From a Monday morning, so that the story is the same on whatever day it is told.
    await expect(noor.button("Start")).to_be_visible()
    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await move_clock(page, "+1 uur", "maandag", "09:30")
    await join(noor, "Noor")
    await join(els, "Els")
    await picture(page, "1-joined")

    await noor.type("1,5 uur kookgroep vandaag")
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 1 uur en 30 minuten kookgroep, maandag")
    await noor.type("van 8 tot 9 tuingroep")
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 1 uur tuingroep, maandag")
    await noor.button("Opdrachten").click()
    await noor.root.get_by_role("menuitem", name="/uren").click()
    await expect(noor.from_bot.last).to_contain_text("Bij welke groep was het?")
    await noor.button("Taalteam").last.click()
    await expect(noor.from_bot.last).to_have_text("Hoeveel uur was het?")
    await noor.button("2 uur").last.click()
    await expect(noor.from_bot.last).to_have_text("Welke dag was het?")
    await noor.button("Vandaag").last.click()
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 2 uur taalteam, maandag")
    await picture(page, "2-logged-three-ways")

    await noor.type("nee, 1 uur")
    await expect(noor.from_bot.last).to_contain_text("Aangepast: 1 uur taalteam, maandag")
    await noor.act(noor.from_person.get_by_text("1,5 uur kookgroep vandaag"), "Bewerken")
    await noor.type("2 uur kookgroep vandaag")
    await expect(noor.from_bot.last).to_contain_text("Aangepast: 2 uur kookgroep, maandag")
    await picture(page, "3-corrected")

    await noor.type("hoeveel uur heb ik")
    await expect(noor.from_bot.last).to_contain_text("Deze week: 4 uur")
    await expect(noor.root.get_by_role("img").last).to_have_accessible_name(re.compile(r"4 uur"))
    await expect(noor.root.get_by_role("img").last).to_be_in_viewport()
    await picture(page, "4-my-hours")

    await els.box.focus()
    await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
    await expect(noor.from_bot.last).to_contain_text("Deze week: 4 uur.")
    await expect(noor.badge).to_have_text("1 nieuw")
    await picture(page, "5-weekly-total")

    await noor.box.focus()
    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await expect(els.from_bot.last).to_contain_text("Samen deden jullie 4 uur")
    await expect(els.badge).to_have_text("1 nieuw")
    chart = els.root.get_by_role("img").last
    assert await chart.evaluate("chart => chart.decode().then(() => chart.naturalWidth)") > 300
    await picture(page, "6-digest")
    await els.button("Details").click()
    await expect(els.from_bot.last).to_contain_text("kookgroep: 2 uur")

    entries = [json.loads(line) for line in (await program.command(*EXPORT)).splitlines()]
    assert sorted((entry["group"], entry["minutes"]) for entry in entries if entry["person"] == "Noor") == [
        ("kookgroep", 120),
        ("taalteam", 60),
        ("tuingroep", 60),
    ]


async def test_a_restart_goes_on_where_it_was(page: Page, program: Served) -> None:
    noor = Handset(page, "Noor")
    await join(noor, "Noor")
    await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
    said = await noor.lines.count()
    assert await program.stop() == 0
    await noor.type("2 uur kookgroep vandaag")
    await expect(noor.root.get_by_text("Nog niet verzonden.")).to_be_visible()
    await program.start()
    await expect(noor.from_bot.last).to_contain_text("Genoteerd: 2 uur kookgroep, zondag")
    await expect(noor.lines).to_have_count(said + 2)
    await page.reload()
    await expect(noor.lines).to_have_count(said + 2)
    await expect(page.locator("#clock-day")).to_contain_text("zondag")


async def test_starting_afresh_brings_back_the_beginning(page: Page, program: Served) -> None:
    noor = Handset(page, "Noor")
    day = page.locator("#clock-day")
    await expect(day).not_to_be_empty()
    today = await day.inner_text()
    await join(noor, "Noor")
    await move_clock(page, "naar zondag 18:00", "zondag", "18:00")
    await page.get_by_role("button", name="Opnieuw beginnen").click()
    await page.get_by_role("button", name="Ja, begin opnieuw").click()
    # The sample's hours are all logged again before it is there.
    await expect(noor.lines).to_have_count(0, timeout=30_000)
    await expect(day).to_have_text(today)
    await join(noor, "Noor")
