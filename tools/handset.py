"""A phone of the page, as a test uses it."""

from playwright.async_api import Locator, Page, expect


class Handset:
    """One phone on a page: what a person sees and does."""

    whose = "Telefoon van"

    def __init__(self, page: Page, person: str) -> None:
        self.page = page
        self.root = page.locator(f".phone[aria-label^='{self.whose} {person}']")
        self.log = self.root.get_by_role("log", include_hidden=True)
        self.box = self.root.get_by_role("textbox")
        self.lines = self.root.locator(".line")
        self.from_bot = self.root.locator(".from-bot .text")
        self.from_person = self.root.locator(".from-person .text")
        self.badge = self.root.locator(".owner .badge")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    async def type(self, text: str) -> None:
        await self.box.fill(text)
        await self.box.press("Enter")

    async def say(self, text: str, answer: str) -> None:
        """Send a text and wait for the bot's answer."""
        await self.type(text)
        await expect(self.from_bot.last).to_have_text(answer)

    async def act(self, text: Locator, action: str) -> None:
        """Press Beantwoorden or Bewerken beside the message with this text."""
        line = text.locator("xpath=ancestor::li")
        await line.hover()
        await line.get_by_role("button", name=action, exact=True).click()


class GroupHandset(Handset):
    """The group chat on a page, in which everybody writes."""

    whose = "Groepschat"

    async def type_as(self, person: str, text: str) -> None:
        """Write as somebody."""
        await self.root.get_by_role("radio", name=person).check()
        await self.type(text)
