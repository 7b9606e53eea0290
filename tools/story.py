"""The first days with Kamerbot as people live them in the try-out, for a test and for pictures."""

from playwright.async_api import Page, expect

from tools.handset import Handset


async def join(phone: Handset, name: str) -> None:
    """Start, choose Dutch, agree, and give a name."""
    await phone.button("Start").click()
    await phone.button("Nederlands").click()
    await phone.button("Ja, ik doe mee").click()
    await expect(phone.from_bot.last).to_contain_text("Hoe heet je?")
    await phone.type(name)
    await expect(phone.from_bot.last).to_contain_text(f"Welkom {name}!")


async def move_clock(page: Page, step: str, day: str, hour: str) -> None:
    """Press a button beside the clock and wait until the page tells the new day and time."""
    button = page.get_by_role("button", name=step, exact=True)
    await button.click()
    # All that is due on the way is done before it is there.
    await expect(page.locator("#clock-day")).to_contain_text(day, timeout=20_000)
    await expect(page.locator("#clock-hour")).to_have_text(hour, timeout=20_000)
    await expect(button).not_to_have_attribute("aria-busy", "true")
