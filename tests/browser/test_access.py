"""The page for everybody: small screens, keyboards, screen readers, eyes that want contrast or rest."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.echo import ELS, EchoTryOut
from tools.handset import Handset

pytestmark = pytest.mark.asyncio(loop_scope="session")

ARTIFACTS = Path(__file__).parents[1] / "artifacts"

# The contrast of every piece of text with the colour behind it, as WCAG 2 reckons it.
CONTRASTS = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      // A gradient goes between two colours of the palette; its darker end is the harder one by day.
      const stop = style.backgroundImage.match(/gradient\\(.*?(rgb\\([^)]*\\))[^r]*(rgb\\([^)]*\\))/);
      if (stop) return rgba(stop[2]);
      const colour = rgba(style.backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba(getComputedStyle(document.documentElement).backgroundColor);
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!text || !element.checkVisibility() || element.closest("template, .visually-hidden")) continue;
    const [one, other] = [rgba(getComputedStyle(element).color), behind(element)]
      .map((colour) => luminance(colour.slice(0, 3)) + 0.05).sort((a, b) => b - a);
    if (one / other < 4.5) poor.push(`${element.className || element.localName}: ${(one / other).toFixed(2)}`);
  }
  return poor;
}
"""


async def fill(tryout: EchoTryOut, page: Page) -> None:
    """A conversation with one of everything."""
    noor = Handset(page, "Noor")
    await noor.button("Start").click()
    await expect(noor.from_bot).to_have_count(1)
    await noor.say("3 uur kookgroep gisteren", "Genoteerd: 3 uur kookgroep gisteren")
    await noor.act(noor.from_bot.last, "Beantwoorden")
    await noor.say("dinsdag", "Antwoord op: Genoteerd: 3 uur kookgroep gisteren")
    await noor.say("bestand", "Hier is het: bestand.")
    await noor.say("knoppen", "Welke groep?")
    await noor.button("Tuingroep").click()
    await expect(noor.from_bot).to_have_count(6)
    await noor.button("Iets anders sturen").click()
    await noor.root.get_by_role("menuitem", name="Doorgestuurd bericht").click()
    await expect(noor.from_bot).to_have_count(7)
    await tryout.say(ELS.key, "Er is een vraag.")


@pytest.mark.parametrize("width", [320, 360, 768, 992, 1344, 1600])
async def test_nothing_sticks_out_at_any_width(tryout: EchoTryOut, page: Page, width: int) -> None:
    noor = Handset(page, "Noor")
    await page.set_viewport_size({"width": width, "height": 740})
    await noor.say("w" * 200, "Genoteerd: " + "w" * 200)
    await noor.say("knoppen", "Welke groep?")
    await noor.say("plaatje", "Hier is het: plaatje.")
    wide = await page.evaluate("""() => {
      const edge = document.documentElement.clientWidth;
      const log = document.querySelector(".log");
      const out = [...document.querySelectorAll("body *")].filter((e) =>
        e.checkVisibility() && e.getBoundingClientRect().right > edge + 1);
      return [document.documentElement.scrollWidth - edge, log.scrollWidth - log.clientWidth, out.length];
    }""")
    assert wide == [0, 0, 0]
    await expect(noor.box).to_be_in_viewport(ratio=1)
    await expect(noor.button("Versturen")).to_be_in_viewport(ratio=1)


async def test_one_phone_at_a_time_on_a_narrow_screen(tryout: EchoTryOut, page: Page) -> None:
    noor, ahmed, els = Handset(page, "Noor"), Handset(page, "Ahmed"), Handset(page, "Els")
    await expect(page.get_by_role("tablist")).to_be_hidden()
    await page.set_viewport_size({"width": 360, "height": 740})
    tabs = page.get_by_role("tab")
    await expect(tabs).to_have_count(4)
    await expect(page.get_by_role("tab", name="Noor vrijwilliger", selected=True)).to_be_visible()
    await expect(noor.root).to_be_visible()
    await expect(ahmed.root).to_be_hidden()
    await tryout.say(ELS.key, "Er is een vraag.")
    await expect(tabs.nth(2)).to_have_accessible_name("Els coördinator 1 nieuw")
    await tabs.first.focus()
    await page.keyboard.press("ArrowLeft")
    await expect(tabs.nth(3)).to_be_focused()
    await expect(page.get_by_role("tabpanel", name="Groepschat Kookgroep")).to_be_visible()
    await page.keyboard.press("ArrowLeft")
    await expect(tabs.nth(2)).to_be_focused()
    await expect(page.get_by_role("tabpanel", name="Telefoon van Els, coördinator")).to_be_visible()
    await expect(els.from_bot).to_be_in_viewport()
    await expect(noor.root).to_be_hidden()
    await expect(tabs.nth(2)).to_have_accessible_name("Els coördinator")
    await tabs.first.click()
    await expect(noor.root).to_be_visible()
    await tabs.nth(1).click()
    await ahmed.say("3 uur", "Genoteerd: 3 uur")
    await page.set_viewport_size({"width": 1600, "height": 900})
    await expect(els.root).to_be_visible()
    await expect(page.get_by_role("region")).to_have_count(4)


async def test_everything_can_be_done_with_the_keyboard(tryout: EchoTryOut, page: Page) -> None:
    noor = Handset(page, "Noor")
    keys = page.keyboard
    await noor.box.focus()
    await keys.press("Shift+Tab")
    await expect(noor.button("Iets anders sturen")).to_be_focused()
    await keys.press("Shift+Tab")
    await expect(noor.button("Start")).to_be_focused()
    await keys.press("Enter")
    await expect(noor.box).to_be_focused()
    await expect(noor.from_bot).to_have_text(["Welkom bij TOP!"])

    await keys.type("knoppen")
    await keys.press("Enter")
    await expect(noor.from_bot.last).to_have_text("Welke groep?")
    await expect(noor.box).to_be_focused()
    await noor.log.focus()
    await keys.press("ArrowUp")
    await expect(noor.button("Kookgroep")).to_be_focused()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(noor.from_bot.last).to_have_text("Gekozen: tuingroep")
    await expect(noor.button("Tuingroep")).to_be_focused()

    await keys.press("ArrowUp")
    await expect(noor.lines.nth(2).get_by_role("button", name="Beantwoorden")).to_be_focused()
    await keys.press("Tab")
    await expect(noor.lines.nth(2).get_by_role("button", name="Bewerken")).to_be_focused()
    await keys.press("Space")
    await keys.press("ControlOrMeta+A")
    await keys.type("2 uur")
    await keys.press("Enter")
    await expect(noor.from_bot.last).to_have_text("Aangepast: 2 uur")

    await keys.press("Shift+Tab")
    await expect(noor.button("Opdrachten")).to_be_focused()
    await keys.press("Enter")
    await expect(noor.root.get_by_role("menuitem", name="/uren")).to_be_focused()
    await keys.press("ArrowUp")
    await expect(noor.root.get_by_role("menuitem", name="/help")).to_be_focused()
    await keys.press("Escape")
    await expect(noor.button("Opdrachten")).to_be_focused()
    await expect(noor.root.get_by_role("menu")).to_have_count(0)

    await page.get_by_role("button", name="+1 uur").focus()
    await keys.press("Enter")
    await expect(page.locator("#status")).to_have_text("Het is nu donderdag 12 november 2026, 21:15 uur.")
    await expect(page.get_by_role("button", name="+1 uur")).to_be_focused()


async def test_long_conversations_take_few_tab_stops(page: Page) -> None:
    noor = Handset(page, "Noor")
    for _ in range(4):
        await noor.say("lijst", "Welke groep?")
    stops = await noor.log.locator("button").evaluate_all(
        "all => all.filter((button) => button.tabIndex === 0 && button.checkVisibility()).map((b) => b.ariaLabel)"
    )
    assert stops == ["Beantwoorden"] + 10 * [None]


async def test_the_focus_can_be_seen(page: Page) -> None:
    await Handset(page, "Noor").say("knoppen", "Welke groep?")
    await page.get_by_role("button", name="+1 uur").focus()
    seen = set()
    for _ in range(25):
        await page.keyboard.press("Tab")
        name, is_seen = await page.evaluate("""() => {
          const e = document.activeElement;
          const seen = e === document.body || getComputedStyle(e).outlineStyle === "solid";
          return [e.ariaLabel || e.textContent.trim(), seen];
        }""")
        seen.add(name)
        assert is_seen, name
    assert {"Opnieuw beginnen", "Gesprek van Noor met Kamerbot", "Kookgroep", "Bericht van Noor", "Start"} <= seen


async def test_a_screen_reader_finds_its_way(tryout: EchoTryOut, page: Page) -> None:
    noor = Handset(page, "Noor")
    await noor.say("3 uur", "Genoteerd: 3 uur")
    await expect(page.locator("body")).to_match_aria_snapshot("""
        - banner:
          - heading "Kamerbot uitproberen" [level=1]
          - group "De klok van deze try-out":
            - button "+1 uur"
            - button "naar zondag 18:00"
            - button "naar maandag 8:30"
          - button "Opnieuw beginnen"
        - alert
        - status
        - main:
          - region "Telefoon van Noor, vrijwilliger"
          - region "Telefoon van Ahmed, groepstrekker"
          - region "Telefoon van Els, coördinator"
    """)
    await expect(noor.root).to_match_aria_snapshot("""
        - region "Telefoon van Noor, vrijwilliger":
          - heading "Noor vrijwilliger" [level=2]
          - log "Gesprek van Noor met Kamerbot":
            - list:
              - listitem:
                - paragraph: donderdag 12 november
                - text: "Noor:"
                - paragraph: 3 uur
                - paragraph:
                  - time: /20:\\d\\d/
                - button "Beantwoorden"
                - button "Bewerken"
              - listitem:
                - text: "Kamerbot:"
                - paragraph: "Genoteerd: 3 uur"
                - paragraph:
                  - time: /20:\\d\\d/
                - button "Beantwoorden"
                - group "Antwoorden":
                  - button "Klopt niet"
          - button "Iets anders sturen"
          - textbox "Bericht van Noor"
          - button "Versturen"
    """)
    described = await page.locator("button, a, textarea, img").evaluate_all("""all => all
      .filter((e) => e.checkVisibility() && !e.closest("[aria-hidden=true]"))
      .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.alt !== undefined)).length""")
    assert described == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1600, 360])
async def test_text_stands_out(tryout: EchoTryOut, page: Page, scheme: str, width: int) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await fill(tryout, page)
    await page.set_viewport_size({"width": width, "height": 900 if width == 1600 else 740})
    await page.locator("body").hover(position={"x": 1, "y": 1})
    await page.screenshot(path=ARTIFACTS / f"page-{scheme}-{width}.png")
    assert await page.evaluate(CONTRASTS) == []


async def test_who_wants_rest_sees_nothing_move(tryout: EchoTryOut, page: Page) -> None:
    noor = Handset(page, "Noor")
    await noor.say("3 uur", "Genoteerd: 3 uur")
    bubble = noor.root.locator(".arriving .bubble").last
    await expect(bubble).to_have_css("animation-name", "none")
    await page.emulate_media(reduced_motion="no-preference")
    await expect(bubble).to_have_css("animation-name", "arrive")
