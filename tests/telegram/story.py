"""The story of a room: a coordinator invites, volunteers join, log, correct and look, and the clock rings."""

import re
from datetime import date

from handlers.menus import menu_of
from language.say.voice import Voice
from tests.telegram.stage import Phone, Stage

THURSDAY = "2026-03-12 20:15"


def whole_story(stage: Stage) -> None:
    """From the first invite to the digest, with everything in between. It begins on THURSDAY."""
    els = stage.phone("Els")
    join(els, stage.invite("coordinator"), "Els")
    assert els.person.menu == menu("nl", is_coordinator=True)
    code = invite_a_volunteer(els)

    noor = stage.phone("Noor")
    join(noor, code, "Noor")
    assert noor.person.menu == menu("nl")
    log_three_ways(noor)
    correct_four_ways(noor)
    assert stage.books() == [
        "Noor kookgroep 2026-03-10 90 booked",
        "Noor kookgroep 2026-03-11 120 booked",
        "Noor tuingroep 2026-03-12 120 booked",
    ]
    see_the_total(noor)
    object_to_what_another_logged(els, noor)
    press_too_late(stage, noor)
    leader = stage.phone("Ahmed")
    join(leader, stage.invite("leader", "kookgroep"), "Ahmed")
    assert leader.person.menu == menu("nl", is_leader=True)
    assert set(noor.person.menu) < set(leader.person.menu) <= set(els.person.menu)
    bob = stage.phone("Robert")
    join(bob, code, "<b>Bob & Co")
    block_and_come_back(stage, els, bob)
    john = stage.phone("John", "en")
    join_in_english(john, code)
    assert john.person.menu == menu("en")
    john.says("2 hours cooking group yesterday")
    john.hears("Noted: 2 hours kookgroep, Wednesday 11 March.")

    stage.all_is_received()
    stage.goes_to("2026-03-15 18:00")
    noor.hears("Deze week: 5 uur en 30 minuten.")
    bob.hears("Deze week: 2 uur.")
    leader.hears("Jouw groep, deze week:", "Kookgroep: samen 5 uur en 30 minuten.")
    john.hears("This week: 2 hours.")
    stage.goes_to("2026-03-16 08:30")
    digest = els.hears("TOP: week 11", "Samen deden jullie 9 uur en 30 minuten.")
    assert digest.upload is not None
    assert digest.upload.media_type == "image/png"
    assert {"Details", "Wie?"} <= set(digest.buttons)
    els.presses("Details")
    els.hears("Noor", "<b>Bob & Co", "John")

    stage.all_is_received()
    assert [phone.unheard for phone in (els, noor, leader, bob, john)] == [[], [], [], [], []]
    refused = [(call.method, call.status) for call in stage.standin.world.calls if call.status != 200]
    assert refused == [("answerCallbackQuery", 400)]  # the press that came too late


def menu(language: str, *, is_leader: bool = False, is_coordinator: bool = False) -> list[str]:
    """The commands of somebody in these roles."""
    voice = Voice(language, date(2026, 3, 12))
    return [command for command, _ in menu_of(voice, is_leader=is_leader, is_coordinator=is_coordinator)]


def join(phone: Phone, code: str, name: str) -> None:
    """Start with an invite, choose Dutch, agree, and give a name."""
    phone.starts(code)
    phone.hears("Kies je taal.", "Choose your language.")
    phone.presses("Nederlands")
    phone.hears("Je bent uitgenodigd als", "TOP")
    phone.presses("Ja, ik doe mee")
    phone.hears("Hoe heet je?")
    phone.says(name)
    phone.hears(f"Welkom {name}!")


def join_in_english(phone: Phone, code: str) -> None:
    """The same in English."""
    phone.starts(code)
    phone.hears("Choose your language.")
    phone.presses("English")
    phone.hears("You are invited as a volunteer of TOP.")
    phone.presses("Yes, I join")
    phone.hears("What is your name?")
    phone.says("John")
    phone.hears("Welcome John!")


def invite_a_volunteer(els: Phone) -> str:
    """A coordinator makes an invite in the chat, with its QR code. Returns its code."""
    els.says("/uitnodigen")
    els.hears("Wie wil je uitnodigen?")
    els.presses("Vrijwilliger")
    shown = els.hears("Uitnodiging voor TOP, als vrijwilliger.")
    assert shown.upload is not None
    code = re.search(r"/start (\S+)", shown.text)
    assert code is not None
    return code[1]


def log_three_ways(noor: Phone) -> None:
    """In words, as clock times, with buttons."""
    noor.says("3 uur kookgroep gisteren")
    noor.hears("Genoteerd: 3 uur kookgroep, woensdag 11 maart.")
    noor.says("van 9 tot half 1 tuin")
    noor.hears("Genoteerd: 3 uur en 30 minuten tuingroep, donderdag 12 maart.")
    noor.says("/uren")
    noor.hears("Bij welke groep was het?")
    noor.presses("Kookgroep")
    noor.hears("Hoeveel uur was het?")
    noor.presses("2 uur")
    noor.hears("Welke dag was het?")
    noor.presses("dinsdag 10 maart")
    noor.hears("Genoteerd: 2 uur kookgroep, dinsdag 10 maart.")


def correct_four_ways(noor: Phone) -> None:
    """With the button, by editing the message, by replying to the echo, and by saying so."""
    noor.presses("Klopt niet")
    noor.hears("2 uur kookgroep, dinsdag 10 maart.", "Wat klopt er niet?")
    noor.presses("Uren")
    noor.hears("Hoeveel uur was het?")
    noor.presses("1,5 uur")
    noor.hears("Aangepast: 1 uur en 30 minuten kookgroep, dinsdag 10 maart.")
    said = next(post for post in noor.person.chat.posts if post.text == "3 uur kookgroep gisteren")
    noor.edits(said, "2 uur kookgroep gisteren")
    noor.hears("Aangepast: 2 uur kookgroep, woensdag 11 maart.")
    echo = next(post for post in noor.person.inbox if "tuingroep, donderdag" in post.text)
    noor.replies(echo, "nee, 3 uur")
    noor.hears("Aangepast: 3 uur tuingroep, donderdag 12 maart.")
    noor.says("nee, 2 uur")
    noor.hears("Aangepast: 2 uur tuingroep, donderdag 12 maart.")


def see_the_total(noor: Phone) -> None:
    """The hours so far, with a picture."""
    noor.says("hoeveel uur heb ik?")
    total = noor.hears("Deze week: 5 uur en 30 minuten")
    assert total.upload is not None
    assert total.upload.media_type == "image/png"


def object_to_what_another_logged(els: Phone, noor: Phone) -> None:
    """The coordinator logs for a volunteer, who objects; the coordinator takes it away."""
    els.says("Noor 1 uur kookgroep maandag")
    els.hears("Genoteerd voor Noor: 1 uur kookgroep, maandag 9 maart.")
    noor.hears("Els heeft voor jou genoteerd: 1 uur kookgroep, maandag 9 maart.")
    noor.presses("Klopt niet")
    noor.hears("Dit telt nu niet mee: 1 uur kookgroep, maandag 9 maart.")
    els.hears("Volgens Noor klopt dit niet: 1 uur kookgroep, maandag 9 maart.")
    els.presses("Weghalen")
    els.hears("1 uur kookgroep, maandag 9 maart")
    noor.hears("1 uur kookgroep, maandag 9 maart")


def press_too_late(stage: Stage, noor: Phone) -> None:
    """A press that can no longer be acknowledged is handled all the same."""
    world = stage.standin.world
    usual, world.answer_within = world.answer_within, -1.0
    press = noor.presses("Uren invullen")
    noor.hears("Bij welke groep was het?")
    world.wait_until(lambda: bool(stage.standin.calls("answerCallbackQuery")[-1].status == 400))
    assert not press.answered
    world.answer_within = usual


def block_and_come_back(stage: Stage, els: Phone, bob: Phone) -> None:
    """Somebody who blocked the bot is not written to; who unblocks it sees what was noted meanwhile, and is."""
    bob.person.blocks()
    stage.all_is_received()
    els.says("<b>Bob & Co 1 uur tuingroep maandag")
    els.hears("Genoteerd voor <b>Bob & Co: 1 uur tuingroep, maandag 9 maart.")
    bob.person.unblocks()
    bob.hears("Fijn dat je er weer bent!", "1 uur tuingroep, maandag 9 maart")
    els.says("<b>Bob & Co 1 uur tuingroep dinsdag")
    els.hears("Genoteerd voor <b>Bob & Co: 1 uur tuingroep, dinsdag 10 maart.")
    bob.hears("Els heeft voor jou genoteerd: 1 uur tuingroep, dinsdag 10 maart.")
