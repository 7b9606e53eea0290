"""The page in a real browser, with an echo for a bot: what people do with it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from handlers.messages import Kind
from tests.browser.conftest import Site
from tests.browser.echo import AHMED, ELS, EchoTryOut
from tools.handset import Handset

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def noor(page: Page) -> Handset:
    return Handset(page, "Noor")


@pytest.fixture
def ahmed(page: Page) -> Handset:
    return Handset(page, "Ahmed")


@pytest.fixture
def els(page: Page) -> Handset:
    return Handset(page, "Els")


async def test_a_conversation_survives_a_reload(page: Page, noor: Handset, ahmed: Handset) -> None:
    await noor.button("Start").click()
    await expect(noor.from_bot).to_have_text(["Welkom bij TOP!"])
    await expect(noor.button("Start")).to_be_hidden()
    await noor.say("3 uur kookgroep gisteren", "Genoteerd: 3 uur kookgroep gisteren")
    await expect(ahmed.lines).to_have_count(0)
    await page.reload()
    await expect(noor.from_person).to_have_text(["/start abc", "3 uur kookgroep gisteren"])
    await expect(noor.from_bot).to_have_text(["Welkom bij TOP!", "Genoteerd: 3 uur kookgroep gisteren"])
    await expect(noor.root.locator(".day")).to_have_text(["donderdag 12 november"])
    await expect(noor.root.locator(".line time").first).to_have_text(re.compile(r"20:1\d"))


async def test_only_bold_and_italic_are_markup(noor: Handset) -> None:
    await noor.say("tags", "vet schuin <u>&' <script>alert(1)</script>")
    await expect(noor.from_bot.locator("b")).to_have_text("vet")
    await expect(noor.from_bot.locator("i")).to_have_text("schuin")
    await expect(noor.from_bot.locator("script, u")).to_have_count(0)
    await noor.say("<b>&amp;</b>", "Genoteerd: <b>&amp;</b>")
    await expect(noor.from_person.last).to_have_text("<b>&amp;</b>")


async def test_what_is_being_made_is_seen_to_come(tryout: EchoTryOut, noor: Handset, ahmed: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    sign = noor.root.locator(".coming")
    await expect(sign).to_be_hidden()
    await tryout.channel.announce("phone-volunteer", "application/pdf")
    await expect(sign).to_be_in_viewport()
    await expect(noor.root.get_by_role("log")).to_contain_text("Kamerbot maakt iets voor je.")
    await expect(ahmed.root.locator(".coming")).to_be_hidden()
    await noor.say("4 uur", "Genoteerd: 4 uur")
    await expect(sign).to_be_hidden()


async def test_three_buttons_side_by_side(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.say("knoppen", "Welke groep?")
    boxes = [await noor.button(name).bounding_box() for name in ("Kookgroep", "Tuingroep", "Klussendienst")]
    assert len({box["y"] for box in boxes if box}) == 1
    await noor.button("Tuingroep").click()
    await expect(noor.from_bot.last).to_have_text("Gekozen: tuingroep")
    await expect(noor.from_person.last).to_have_text("Tuingroep")
    await expect(noor.root.locator(".answer.pressed")).to_have_text("Tuingroep")
    assert (tryout.received[-1].kind, tryout.received[-1].text) == (Kind.BUTTON, "tuingroep")
    assert tryout.received[-1].replies_to == "1"


async def test_ten_choices_are_a_list(noor: Handset) -> None:
    await noor.say("lijst", "Welke groep?")
    boxes = [await noor.button(f"Groep {number}").bounding_box() for number in range(1, 11)]
    assert len({box["x"] for box in boxes if box}) == 1
    assert len({box["y"] for box in boxes if box}) == 10
    await noor.button("Groep 7").click()
    await expect(noor.from_bot.last).to_have_text("Gekozen: groep 7")


async def test_an_old_button_can_be_pressed_twice(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    for times in (1, 2):
        await noor.button("Klopt niet").click()
        await expect(noor.from_bot).to_have_count(1 + times)
    assert len({incoming.id for incoming in tryout.received}) == 3


async def test_a_message_is_edited(tryout: EchoTryOut, page: Page, noor: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await noor.act(noor.from_person.first, "Bewerken")
    await expect(noor.box).to_have_value("3 uur")
    await expect(noor.box).to_be_focused()
    await noor.say("2 uur", "Aangepast: 2 uur")
    await expect(noor.from_person).to_have_text(["2 uur"])
    await expect(noor.root.locator(".edited:visible")).to_have_text("bewerkt")
    await noor.box.press("ArrowUp")
    await expect(noor.box).to_have_value("2 uur")
    await noor.say("1 uur", "Aangepast: 1 uur")
    first, *edits = tryout.received
    assert [edit.message for edit in edits] == [first.id, first.id]
    assert all(edit.edited for edit in edits)
    await page.reload()
    await expect(noor.from_person).to_have_text(["1 uur"])
    await noor.box.press("ArrowUp")
    await noor.say("4 uur", "Aangepast: 4 uur")


async def test_an_edit_can_be_left(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await noor.box.press("ArrowUp")
    await noor.box.press("Escape")
    await expect(noor.box).to_have_value("")
    await noor.say("5 uur", "Genoteerd: 5 uur")
    assert not tryout.received[-1].edited


async def test_a_reply_names_its_message(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await noor.say("stop", "Genoteerd: stop")
    await noor.act(noor.from_bot.first, "Beantwoorden")
    await expect(noor.root.get_by_text("Antwoord op:")).to_be_visible()
    await noor.say("het was dinsdag", "Antwoord op: Genoteerd: 3 uur")
    await expect(noor.root.locator(".quote:visible")).to_have_text("Genoteerd: 3 uur")
    assert (tryout.received[-1].replies_to, tryout.received[-1].text) == ("1", "het was dinsdag")
    own = tryout.received[0].id
    await noor.act(noor.from_person.first, "Beantwoorden")
    await noor.say("of toch niet", "Antwoord op: 3 uur")
    assert tryout.received[-1].replies_to == own
    await noor.say("4 uur", "Genoteerd: 4 uur")


async def test_odd_things_can_be_sent(tryout: EchoTryOut, noor: Handset) -> None:
    things = {
        "Foto": Kind.PHOTO,
        "Video": Kind.VIDEO,
        "Bestand": Kind.FILE,
        "Spraakbericht": Kind.VOICE,
        "Sticker": Kind.STICKER,
        "Locatie": Kind.LOCATION,
        "Contact": Kind.CONTACT,
    }
    for count, choice in enumerate(things, start=1):
        await noor.button("Iets anders sturen").click()
        await noor.root.get_by_role("menuitem", name=choice, exact=True).click()
        await expect(noor.from_bot).to_have_text(count * ["Dat kan ik niet lezen. Schrijf het in woorden."])
        await expect(noor.root.locator(".from-person .tile").last).to_have_text(choice)
        await expect(noor.box).to_be_focused()
    assert [(incoming.kind, incoming.text) for incoming in tryout.received] == [(kind, "") for kind in things.values()]


async def test_a_photo_takes_the_text_along(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.box.fill("2 uur tuin")
    await noor.button("Iets anders sturen").click()
    await noor.root.get_by_role("menuitem", name="Foto").click()
    await expect(noor.from_bot).to_have_count(1)
    await expect(noor.box).to_have_value("")
    assert (tryout.received[0].kind, tryout.received[0].text) == (Kind.PHOTO, "2 uur tuin")


async def test_forwarded_and_empty_messages(tryout: EchoTryOut, noor: Handset) -> None:
    await noor.button("Iets anders sturen").click()
    await noor.root.get_by_role("menuitem", name="Doorgestuurd bericht").click()
    await expect(noor.from_bot).to_have_count(1)
    await expect(noor.root.locator(".forwarded:visible")).to_have_text(re.compile("Doorgestuurd"))
    await noor.button("Iets anders sturen").click()
    await noor.root.get_by_role("menuitem", name="Leeg bericht").click()
    await expect(noor.from_person.last).to_have_text("(leeg bericht)")
    await expect(noor.from_bot).to_have_count(2)
    forwarded, empty = tryout.received
    assert (forwarded.forwarded, forwarded.text) == (True, "3 uur kookgroep gisteren")
    assert (empty.forwarded, empty.text, empty.kind) == (False, "", Kind.TEXT)


async def test_the_menu_of_the_chat(tryout: EchoTryOut, noor: Handset) -> None:
    await expect(noor.button("Opdrachten")).to_be_hidden()
    await noor.button("Start").click()
    await noor.button("Opdrachten").click()
    items = noor.root.get_by_role("menuitem")
    await expect(items).to_have_text([re.compile("/uren"), re.compile("/mijnuren"), re.compile("/help")])
    await items.nth(1).click()
    await expect(noor.from_bot.last).to_have_text("Genoteerd: /mijnuren")
    assert tryout.received[-1].text == "/mijnuren"


async def test_pictures_are_in_the_conversation(page: Page, noor: Handset) -> None:
    await noor.say("plaatje", "Hier is het: plaatje.")
    picture = noor.root.get_by_role("img", name="Staafdiagram: 52 uur van januari tot november")
    await expect(picture).to_be_in_viewport(ratio=1)
    assert await picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 320
    await page.reload()
    await expect(picture).to_be_in_viewport(ratio=1)


async def test_documents_are_downloaded(page: Page, noor: Handset) -> None:
    await noor.say("bestand", "Hier is het: bestand.")
    async with page.expect_download() as download:
        await noor.root.get_by_role("link", name="mijn-gegevens.json Alles wat van jou bewaard is").click()
    assert (await download.value).suggested_filename == "mijn-gegevens.json"


async def test_what_fails_is_sent_again_once(
    tryout: EchoTryOut, page: Page, noor: Handset, complaints: list[str]
) -> None:
    await page.clock.install()
    await page.reload()
    await expect(noor.button("Start")).to_be_visible()
    await page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    unsent = noor.root.get_by_text("Nog niet verzonden.")

    tryout.failures = 1
    await noor.type("3 uur")
    await expect(unsent).to_have_count(1)
    await noor.button("Probeer nu").click()
    await expect(noor.from_bot).to_have_text(["Genoteerd: 3 uur"])
    await expect(unsent).to_have_count(0)

    tryout.failures = 1
    await noor.type("4 uur")
    await expect(unsent).to_have_count(1)
    await page.clock.run_for(1_000)
    await expect(noor.from_bot).to_have_text(["Genoteerd: 3 uur", "Genoteerd: 4 uur"])
    await expect(unsent).to_have_count(0)
    assert [incoming.text for incoming in tryout.received] == ["3 uur", "4 uur"]
    assert tryout.deliveries == 4
    assert [complaint for complaint in complaints if "500" not in complaint] == []
    complaints.clear()


async def test_what_is_refused_says_why(tryout: EchoTryOut, noor: Handset, complaints: list[str]) -> None:
    await noor.type("a" * 300_000)
    await expect(noor.root.get_by_text("Dit bericht is te groot.")).to_be_visible()
    await noor.say("3 uur", "Genoteerd: 3 uur")
    assert [complaint for complaint in complaints if "413" not in complaint] == []
    complaints.clear()


async def test_without_a_server_nothing_is_lost(
    tryout: EchoTryOut, site: Site, page: Page, noor: Handset, complaints: list[str]
) -> None:
    await noor.say("1 uur", "Genoteerd: 1 uur")
    await site.stop()
    await noor.type("2 uur")
    await expect(page.get_by_role("alert")).to_have_text("Geen verbinding met Kamerbot. We proberen het opnieuw.")
    await expect(noor.root.locator(".unsent")).to_have_count(1)
    await site.start()
    await expect(noor.from_bot).to_have_text(["Genoteerd: 1 uur", "Genoteerd: 2 uur"])
    await expect(page.get_by_role("alert")).to_have_text("")
    await expect(noor.root.locator(".unsent")).to_have_count(0)
    assert [incoming.text for incoming in tryout.received] == ["1 uur", "2 uur"]
    complaints.clear()


async def test_two_pages_show_the_same(site: Site, page: Page, noor: Handset) -> None:
    other = await page.context.new_page()
    await other.goto(site.url)
    there = Handset(other, "Noor")
    await expect(there.button("Start")).to_be_visible()
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await expect(there.from_person).to_have_text(["3 uur"])
    await expect(there.from_bot).to_have_text(["Genoteerd: 3 uur"])
    await there.say("4 uur", "Genoteerd: 4 uur")
    await expect(noor.lines).to_have_text([re.compile(text) for text in ("3 uur", "3 uur", "4 uur", "4 uur")])


async def test_what_nobody_has_seen_is_marked(
    tryout: EchoTryOut, page: Page, noor: Handset, ahmed: Handset, els: Handset
) -> None:
    await noor.box.click()
    for text in ("eerste", "tweede"):
        await tryout.say(ELS.key, text)
    await expect(els.badge).to_have_text("2 nieuw")
    await expect(page).to_have_title("(2) Kamerbot uitproberen")
    await expect(noor.box).to_be_focused()
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await expect(noor.badge).to_be_hidden()
    await page.reload()
    await expect(els.badge).to_have_text("2 nieuw")
    await els.box.click()
    await expect(els.badge).to_be_hidden()
    await expect(page).to_have_title("Kamerbot uitproberen")
    await tryout.say(AHMED.key, "derde")
    await expect(ahmed.badge).to_have_text("1 nieuw")


async def test_the_clock_moves_and_messages_come(page: Page, els: Handset) -> None:
    clock = page.get_by_role("group", name="De klok van deze try-out")
    await expect(clock).to_have_text(re.compile(r"donderdag 12 november 2026.*20:1\d", re.DOTALL))
    await page.get_by_role("button", name="naar zondag 18:00").click()
    await expect(clock).to_have_text(re.compile(r"zondag 15 november 2026.*18:00", re.DOTALL))
    await expect(page.locator("#status")).to_have_text("Het is nu zondag 15 november 2026, 18:00 uur.")
    await expect(els.from_bot).to_have_text(["Weekbericht\nDeze week: 12 uur."])
    await expect(page.get_by_role("button", name="naar maandag 8:30")).not_to_have_attribute("aria-busy", "true")
    await page.get_by_role("button", name="naar maandag 8:30").click()
    await expect(clock).to_have_text(re.compile(r"maandag 16 november 2026.*08:30", re.DOTALL))
    await expect(page.get_by_role("button", name="+1 uur")).not_to_have_attribute("aria-busy", "true")
    await page.get_by_role("button", name="+1 uur").click()
    await expect(clock).to_contain_text("09:30")
    await expect(els.root.locator(".day")).to_have_text(["zondag 15 november", "maandag 16 november"])


async def test_starting_afresh_is_asked(tryout: EchoTryOut, page: Page, noor: Handset) -> None:
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await page.get_by_role("button", name="Opnieuw beginnen").click()
    question = page.get_by_role("dialog", name="Opnieuw beginnen?")
    await question.get_by_role("button", name="Toch niet").click()
    await expect(question).to_be_hidden()
    await expect(noor.lines).to_have_count(2)
    await page.get_by_role("button", name="Opnieuw beginnen").click()
    await page.keyboard.press("Escape")
    await expect(question).to_be_hidden()
    assert len(tryout.received) == 1
    await page.get_by_role("button", name="Opnieuw beginnen").click()
    await question.get_by_role("button", name="Ja, begin opnieuw").click()
    await expect(noor.lines).to_have_count(0)
    await expect(noor.button("Start")).to_be_visible()
    await noor.say("4 uur", "Genoteerd: 4 uur")
    await expect(noor.lines).to_have_count(2)


async def test_reading_back_is_not_disturbed(tryout: EchoTryOut, noor: Handset) -> None:
    for number in range(1, 4):
        await noor.say(f"{number}\n" * 15, re.sub(r"\s+", " ", "Genoteerd: " + f"{number}\n" * 15).strip())
    log = noor.log
    await expect(noor.from_bot.last).to_be_in_viewport()
    await log.hover()
    await noor.page.mouse.wheel(0, -5000)
    await expect(noor.lines.first).to_be_in_viewport()
    await tryout.say("phone-volunteer", "Nog iets.")
    await expect(noor.button("Nieuw bericht")).to_be_visible()
    await expect(noor.lines.first).to_be_in_viewport()
    await noor.button("Nieuw bericht").click()
    await expect(noor.from_bot.last).to_be_in_viewport()
    await expect(noor.button("Nieuw bericht")).to_be_hidden()


async def test_a_message_that_does_not_fit_is_shown_from_its_beginning(noor: Handset) -> None:
    await noor.say("ja", "Genoteerd: ja")
    await noor.type("regel\n" * 60)
    await expect(noor.from_bot).to_have_count(2)
    await noor.page.wait_for_function("""() => {
      const log = document.querySelector("#phone-volunteer .log");
      const newest = [...log.querySelectorAll(".from-bot")].at(-1);
      const below = newest.getBoundingClientRect().top - log.getBoundingClientRect().top;
      return below >= 0 && below < 20;
    }""")
    time = noor.root.locator(".from-bot time").last
    await expect(time).not_to_be_in_viewport()
    await noor.button("Verder naar beneden").click()
    await expect(time).to_be_in_viewport()
    await expect(noor.button("Verder naar beneden")).to_be_hidden()
    await noor.say("nee", "Genoteerd: nee")
    await expect(noor.from_bot.last).to_be_in_viewport()


async def test_a_very_long_text_is_folded(noor: Handset) -> None:
    await noor.type("lang verhaal " * 769)
    await expect(noor.from_bot).to_have_count(1)
    text = noor.from_person.first
    folded = await text.evaluate("text => text.offsetHeight")
    await noor.lines.first.get_by_role("button", name="Toon alles").click()
    await expect(noor.lines.first.get_by_role("button", name="Toon minder")).to_be_visible()
    assert await text.evaluate("text => text.offsetHeight") > 5 * folded
