"""Two of the room's people are one, a coordinator says."""

from handlers.members.first_contact import noted_reply
from handlers.members.member_card import Seat, asked_seat, card, not_yours, seat
from handlers.messages import Reply
from handlers.questions import on_first_page, read_answer, read_yes
from handlers.rights import coordinated, names_in
from handlers.turn import Turn
from storage import people
from storage.merging import days_of_both, merge, rooms_of
from storage.tables import Person

SAME, SURE = "same_person", "same_person_sure"


def ask_same(turn: Turn, found: Seat) -> list[Reply]:
    """[Zelfde persoon als...]: who of the room it is."""
    names = names_in(turn, found.room.id)
    options = [(str(key), name) for key, name in names.items() if key != found.person.id]
    listed = on_first_page(options, ("no", turn.label("button-never-mind")))
    text = turn.say("ask-same-person", name=found.person.name)
    return [turn.ask(SAME, text, listed, room=found.room.id, person=found.person.id)]


def answer_same(turn: Turn) -> list[Reply] | None:
    """The other one; then it is asked whether that is sure."""
    found = asked_seat(turn)
    if found is None or not found.coordinates:
        return not_yours(turn)
    value = read_answer(turn).value
    if value is None:
        return None
    other = None if value == "no" else seat(turn, found.room.id, int(value))
    if other is None:
        return [card(turn, found)]
    if not _may_merge(turn, *_in_order(turn, found, other)):
        return [card(turn, found, turn.say("same-person-not-possible"))]
    days = days_of_both(turn.session, found.person.id, other.person.id, found.room.id)
    key = "ask-same-person-sure-days" if days else "ask-same-person-sure"
    text = turn.say(key, name=found.person.name, other=other.person.name, days=days)
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    return [turn.ask(SURE, text, options, room=found.room.id, person=found.person.id, other=other.person.id)]


def answer_sure(turn: Turn) -> list[Reply] | None:
    """One person from now on, or two as before."""
    found = asked_seat(turn)
    other = None if found is None else seat(turn, found.room.id, turn.question_state["other"])
    if found is None or other is None or not _may_merge(turn, *_in_order(turn, found, other)):
        return not_yours(turn)
    sure = read_yes(turn)
    if sure is None:
        return None
    if not sure:
        return [card(turn, found)]
    source, target = _in_order(turn, found, other)
    told = merge_told(turn, source.person, target.person)
    now = seat(turn, found.room.id, target.person.id)
    merged = turn.say("same-person-merged", name=target.person.name)
    return [card(turn, now, merged) if now is not None else Reply(text=merged), *told]


def _may_merge(turn: Turn, source: Seat, target: Seat) -> bool:
    """Whether the writer coordinates every room that it concerns: none else may give somebody a place there.

    An account of ``source`` comes to be one of ``target`` everywhere; somebody without a chat brings hours alone.
    """
    concerned = [source.person.id] if source.is_paper else [source.person.id, target.person.id]
    return rooms_of(turn.session, concerned) <= {place.room.id for place in coordinated(turn)}


def _in_order(turn: Turn, one: Seat, other: Seat) -> tuple[Seat, Seat]:
    """Who goes into whom: somebody without a chat goes, the writer stays, else the newer one goes."""
    by_weight = sorted((one, other), key=lambda s: (not s.is_paper, s.person.id == turn.person.id, -s.person.id))
    return by_weight[0], by_weight[1]


def merge_told(turn: Turn, source: Person, target: Person) -> list[Reply]:
    """Merge, and tell the one person of it; who had no chat before is shown the hours that come along."""
    was_paper = people.is_paper(turn.session, source.id)
    old_name = source.name
    accounts = [*people.accounts_of(turn.session, source.id), *people.accounts_of(turn.session, target.id)]
    moved = merge(turn.session, source, target, turn.evidence)
    if target.id == turn.person.id:
        return []
    voice = turn.voice_for(target)
    if was_paper:
        text = voice.say("told-same-person", name=turn.person.name, other=old_name)
        return [turn.tell(target.id, noted_reply(turn, voice, text, moved))]
    text = voice.say("told-same-person-channels", name=turn.person.name)
    return [turn.tell(target.id, Reply(text=text, to_account=account.id)) for account in accounts]
