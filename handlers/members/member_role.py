"""What a member is: leader of a group or not, and for somebody without a chat their name and an invite of their own."""

from handlers.joining.inviting import show_invite
from handlers.members.member_card import Seat, asked_seat, card, card_again, not_yours
from handlers.members.member_places import ask_group
from handlers.messages import Reply
from handlers.names import LONGEST, name_in
from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import people
from storage.invites import make_invite
from storage.short_names import free_name, short_name

NAME = "member_name"


def ask_lead(turn: Turn, found: Seat) -> list[Reply]:
    """[Trekker maken]: of which of their groups."""
    return ask_group(turn, found, "lead", tuple(group for group in found.groups if group not in found.led))


def ask_unlead(turn: Turn, found: Seat) -> list[Reply]:
    """[Geen trekker meer]: of which of the groups that they lead."""
    return ask_group(turn, found, "unlead", found.led)


def invite(turn: Turn, found: Seat) -> list[Reply]:
    """[Uitnodigen]: for this one person, whose hours are theirs once they take it."""
    made = make_invite(
        turn.session,
        found.room.id,
        "volunteer",
        turn.now,
        person_id=found.person.id,
        created_by=turn.person.id,
    )
    turn.settle()
    return [show_invite(turn, made, turn.say("invite-for-person", name=found.person.name))]


def ask_name(turn: Turn, found: Seat) -> list[Reply]:
    """[Naam]: of somebody without a chat, whose name somebody else wrote."""
    text = turn.say("ask-member-name", name=found.person.name)
    options = [("no", turn.label("button-never-mind"))]
    return [turn.ask(NAME, text, options, room=found.room.id, person=found.person.id)]


def answer_name(turn: Turn) -> list[Reply] | None:
    """Their name from now on, as first name and initial."""
    found = asked_seat(turn)
    if found is None or not found.is_paper:
        return not_yours(turn)
    if read_answer(turn).value == "no" or understood(turn).meaning is Meaning.DENY:
        return [card(turn, found)]
    name = name_in(turn.incoming.text)
    if name is None:
        return [turn.ask_again(turn.say("ask-name-again", most=LONGEST))]
    others = [person.name for _, person in people.members(turn.session, found.room.id) if person != found.person]
    found.person.name = free_name(short_name(name), others)
    return card_again(turn, found, turn.say("member-renamed", name=found.person.name))
