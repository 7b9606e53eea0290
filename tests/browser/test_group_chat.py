"""The group chat on the page: everybody writes in it, the bot reacts, and changes what it said."""

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser.echo import AHMED, GROUP, NOOR, EchoTryOut
from tools.handset import GroupHandset

browser = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def group(page: Page) -> GroupHandset:
    return GroupHandset(page, "Kookgroep")


@browser
async def test_everybody_writes_under_their_name_and_the_bot_reads_who(tryout: EchoTryOut, group: GroupHandset) -> None:
    await expect(group.root.get_by_role("radio", name="Ahmed")).to_be_checked()
    await group.type("wie komt er vanmiddag?")
    await group.type_as("Noor", "ik!")
    await group.type("@kamerbot wij waren met 4")
    await expect(group.from_bot).to_have_text(["Wie waren erbij? wij waren met 4"])
    await expect(group.root.locator(".author:not(.visually-hidden)")).to_have_text(["Ahmed: ", "Noor: ", "Noor: "])
    said = [(incoming.account, incoming.text, incoming.addressed) for incoming in tryout.received]
    assert said == [
        (AHMED.key, "wie komt er vanmiddag?", False),
        (NOOR.key, "ik!", False),
        (NOOR.key, "wij waren met 4", True),
    ]
    assert {(incoming.chat, incoming.group_chat, incoming.sees_all) for incoming in tryout.received} == {
        (GROUP.key, True, True)
    }


@browser
async def test_a_reaction_stands_on_its_message_also_after_a_reload(page: Page, group: GroupHandset) -> None:
    await group.type("duim omhoog")
    await expect(group.root.get_by_role("img", name="Kamerbot: 👍")).to_be_visible()
    await expect(group.from_bot).to_have_count(0)
    await page.reload()
    await expect(group.root.get_by_role("img", name="Kamerbot: 👍")).to_be_visible()
    await expect(group.badge).to_be_hidden()


@browser
async def test_a_message_takes_the_place_of_an_earlier_one(page: Page, group: GroupHandset) -> None:
    await group.type("/uren")
    await group.button("Piet").click()
    await expect(group.from_bot).to_have_text(["Klaar: Piet."])
    await expect(group.button("Piet")).to_have_count(0)
    await page.reload()
    await expect(group.from_bot).to_have_text(["Klaar: Piet."])


async def test_only_somebody_with_a_phone_writes_in_the_group(client: httpx.AsyncClient) -> None:
    message = {"phone": GROUP.key, "id": "0123456789", "text": "hoi"}
    for writer in ("", "somebody", GROUP.key):
        answer = await client.post("/tryout/messages", json={**message, "writer": writer})
        assert answer.status_code == 404
    answer = await client.post("/tryout/messages", json={**message, "writer": NOOR.key})
    assert answer.status_code == 200
