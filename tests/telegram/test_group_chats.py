"""What is sent to group chats: reactions, answers, messages that change; and what the bot is shown there."""

from typing import Any

import pytest

from handlers.messages import Button, Incoming
from scheduler.sending import Outgoing, RefusedError, TryAgainError, UnreachableError
from tests.telegram.conftest import Wired
from tests.telegram.standin import Group, Standin
from tests.telegram.standin.people import read

DONE = Button("Klaar", "q:7:done")


@pytest.fixture
def group(wired: Wired) -> Group:
    """A group that shows the bot everything."""
    return wired.standin.group("Tuingroep", bot="administrator")


def _out(group: Group, **more: Any) -> Outgoing:
    return Outgoing(**({"id": 1, "chat": str(group.id), "text": "Genoteerd: 2 uur."} | more))


async def test_a_reaction_in_place_of_a_text(wired: Wired, group: Group) -> None:
    post = wired.standin.person("Noor").says("2 uur tuin", to=group)

    sent = await wired.channel.send(_out(group, reaction="👍", replies_to=str(post.id)))

    assert (sent, post.reaction, group.inbox) == ("", "👍", [])


async def test_where_a_reaction_is_not_allowed_the_text_is_sent(wired: Wired, group: Group) -> None:
    group.chat.reactions = ("❤",)
    post = wired.standin.person("Noor").says("2 uur tuin", to=group)

    sent = await wired.channel.send(_out(group, reaction="👍", replies_to=str(post.id)))

    assert read(group.inbox) == ["Genoteerd: 2 uur."]
    assert group.inbox[0].reply_to is post
    assert (sent, post.reaction) == (str(group.inbox[0].id), "")


async def test_a_reaction_on_a_message_that_was_taken_back_is_a_text(wired: Wired, group: Group) -> None:
    await wired.channel.send(_out(group, reaction="👍", replies_to="99"))

    assert read(group.inbox) == ["Genoteerd: 2 uur."]
    assert group.inbox[0].reply_to is None


async def test_a_reaction_is_tried_again_when_telegram_fails(wired: Wired, group: Group) -> None:
    wired.standin.fail("500", method="setMessageReaction")

    with pytest.raises(TryAgainError):
        await wired.channel.send(_out(group, reaction="👍", replies_to="1"))
    assert group.inbox == []


async def test_an_answer_stands_by_the_message_that_it_answers(wired: Wired, group: Group) -> None:
    post = wired.standin.person("Noor").says("2 uur tuin", to=group)

    await wired.channel.send(_out(group, replies_to=str(post.id), buttons=(DONE,)))

    assert group.inbox[0].reply_to is post
    assert group.inbox[0].buttons == ["Klaar"]


async def test_a_message_takes_the_place_of_an_earlier_one(wired: Wired, group: Group) -> None:
    first = await wired.channel.send(_out(group, text="Wie was erbij?", buttons=(DONE,)))

    second = await wired.channel.send(_out(group, id=2, replaces=first))
    again = await wired.channel.send(_out(group, id=2, replaces=first))

    assert read(group.inbox) == ["Genoteerd: 2 uur."]
    assert first == second == again


async def test_where_the_earlier_message_is_gone_a_new_one_is_sent(wired: Wired, group: Group) -> None:
    sent = await wired.channel.send(_out(group, replaces="99"))

    assert read(group.inbox) == ["Genoteerd: 2 uur."]
    assert sent == str(group.inbox[0].id)


async def test_a_change_that_telegram_refuses_is_no_new_message(wired: Wired, group: Group) -> None:
    first = await wired.channel.send(_out(group, text="Wie was erbij?"))

    with pytest.raises(RefusedError):
        await wired.channel.send(_out(group, id=2, text="<b>", replaces=first))
    assert read(group.inbox) == ["Wie was erbij?"]


async def test_a_change_in_a_group_that_put_the_bot_out(wired: Wired, group: Group) -> None:
    first = await wired.channel.send(_out(group))
    group.chat.bot_status = "kicked"

    with pytest.raises(UnreachableError):
        await wired.channel.send(_out(group, id=2, text="Klaar.", replaces=first))


async def _heard(wired: Wired, count: int) -> Incoming:
    async with wired.polling():
        await wired.receiver.until(lambda: len(wired.receiver.taken) == count)
    return wired.receiver.taken[-1]


@pytest.mark.parametrize(("status", "sees_all"), [("member", False), ("administrator", True)])
async def test_what_the_bot_is_shown_depends_on_its_rights(wired: Wired, status: str, sees_all: bool) -> None:
    group = wired.standin.group("Tuingroep", bot=status)
    wired.standin.person("Noor").says("/koppel", to=group)

    heard = await _heard(wired, 1)

    assert (heard.text, heard.addressed, heard.sees_all) == ("/koppel", True, sees_all)


async def test_without_privacy_mode_the_bot_is_shown_all(wired: Wired) -> None:
    wired.standin.world.bot.privacy_mode = False
    group = wired.standin.group("Tuingroep")
    wired.standin.person("Noor").says("wie komt er morgen?", to=group)
    wired.standin.person("Noor").says("/koppel", to=group)

    heard = await _heard(wired, 2)

    assert (heard.addressed, heard.sees_all) == (True, True)
    assert [taken.sees_all for taken in wired.receiver.taken] == [True, True]
    assert wired.standin.calls("getChatMember") == []


async def test_rights_that_come_and_go_are_followed(wired: Wired) -> None:
    group, noor = wired.standin.group("Tuingroep"), wired.standin.person("Noor")
    async with wired.polling():
        for status, sees_all in (("member", False), ("administrator", True), ("member", False)):
            if group.chat.bot_status != status:
                group.gives_bot(status, by=noor)
            noor.says(f"/koppel {status}", to=group)
            await wired.receiver.until(lambda: bool(wired.receiver.taken))
            assert wired.receiver.taken.pop().sees_all == sees_all


async def test_rights_are_known_to_a_process_that_did_not_hear_of_the_change(wired: Wired) -> None:
    group, noor = wired.standin.group("Tuingroep"), wired.standin.person("Noor")
    noor.says("/koppel", to=group)
    heard = await _heard(wired, 1)
    group.chat.bot_status = "administrator"

    assert not heard.sees_all
    assert await wired.channel.sees_all(heard.chat)


async def test_rights_that_cannot_be_asked_for_are_none(wired: Wired) -> None:
    wired.standin.fail("500", method="getChatMember")
    group = wired.standin.group("Tuingroep", bot="administrator")
    for _ in range(2):
        wired.standin.person("Noor").says("/koppel", to=group)

    await _heard(wired, 2)

    assert [taken.sees_all for taken in wired.receiver.taken] == [False, True]


async def test_groups_have_a_menu_of_their_own(wired: Wired, standin: Standin) -> None:
    await wired.channel.set_default_menu({"": (("uren", "Uren"),)}, {"": (("koppel", "Koppel deze chat"),)})

    menus = standin.world.bot.menus
    assert menus["all_private_chats", 0, ""] == [{"command": "uren", "description": "Uren"}]
    assert menus["all_group_chats", 0, ""] == [{"command": "koppel", "description": "Koppel deze chat"}]
