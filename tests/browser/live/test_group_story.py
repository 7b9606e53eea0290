"""A group's story with the real program: it couples its chat, reports there, does a klus, and is in the digest."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tools.handset import GroupHandset, Handset
from tools.serving import Served
from tools.story import join, move_clock

pytestmark = pytest.mark.asyncio(loop_scope="session")

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
EXPORT = ("export", "hours", "--room", "top", "--format", "jsonl")


async def picture(page: Page, name: str) -> None:
    await page.screenshot(path=ARTIFACTS / f"group-{name}.png")


async def test_from_the_report_in_the_chat_to_the_digest(page: Page, program: Served) -> None:
    noor, ahmed, els = Handset(page, "Noor"), Handset(page, "Ahmed"), Handset(page, "Els")
    group = GroupHandset(page, "Kookgroep")
    await expect(noor.button("Start")).to_be_visible()
    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await move_clock(page, "+1 uur", "maandag", "09:30")
    for phone, name in ((noor, "Noor"), (ahmed, "Ahmed"), (els, "Els")):
        await join(phone, name)
    await group.button("Koppelen").click()
    await expect(group.from_bot.last).to_contain_text("Deze chat hoort nu bij kookgroep.")
    await picture(page, "1-coupled")

    await group.type_as("Noor", "wie neemt er uien mee?")
    await group.type_as("Ahmed", "wij waren gisteren met z'n drieën 2 uur aan het koken")
    await expect(group.from_bot.last).to_contain_text("Genoteerd: 2 uur kookgroep, zondag")
    # What Noor asked was not meant for the bot: it said nothing to it.
    await expect(group.from_bot).to_have_count(2)
    await group.button("Fatima").last.click()
    await expect(group.button("✓ Fatima")).to_be_visible()
    await picture(page, "2-who-was-there")
    # With her they are three: nobody else is asked for.
    await group.button("Mia").last.click()
    await expect(group.from_bot.last).to_contain_text("Fatima en Mia staan er ook bij.")
    await group.type("eettafel gisteren: 18, 3 nieuw")
    await expect(group.from_bot.last).to_contain_text("18 deelnemers")
    await picture(page, "3-reported")

    await noor.type("er is een lamp kapot bij mw. Jansen, Amsterdamsestraatweg 12")
    await expect(noor.from_bot.last).to_contain_text("Klus 1 staat erop: lamp kapot.")
    await noor.button("Mitros").click()
    await expect(els.from_bot.last).to_have_text("Nieuwe klus 1: lamp kapot.")
    await els.button("Ik doe het").last.click()
    await expect(els.from_bot.last).to_contain_text("Amsterdamsestraatweg 12")
    await els.type("klaar, 45 minuten")
    await els.button("Alleen").last.click()
    await expect(els.from_bot.last).to_contain_text("45 minuten")
    await picture(page, "4-klus-done")

    await page.reload()
    await expect(group.from_person.first).to_contain_text("/koppel")
    await expect(group.from_person.nth(1)).to_have_text("Niet bewaard: dit was niet voor Kamerbot.")

    await els.box.focus()
    await move_clock(page, "naar maandag 8:30", "maandag", "08:30")
    await expect(els.from_bot.last).to_contain_text("Klussen klaar: 1.")
    await els.root.get_by_role("img").last.evaluate("chart => chart.decode()")
    await picture(page, "5-digest")

    entries = [json.loads(line) for line in (await program.command(*EXPORT)).splitlines()]
    # The neighbours of the sample cooked before: only what the group told is of two hours that Sunday.
    sunday = max(entry["date"] for entry in entries if entry["person"] == "Ahmed")
    told = {(entry["person"], entry["minutes"]) for entry in entries if entry["date"] == sunday}
    assert {("Ahmed", 120), ("Fatima", 120), ("Mia", 120)} <= told
    assert [entry["minutes"] for entry in entries if entry["person"] == "Els"] == [45]
