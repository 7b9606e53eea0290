""" "/sleutels": a key passes from hand to hand, and both hands confirm it, when it is given and when it comes back."""

from handlers.hours.entry_words import name_of
from handlers.members.managed_fact import managed_fact
from handlers.messages import Button, Reply
from handlers.questions import left_as_it_was, read_answer, read_choice
from handlers.rights import coordinated, is_coordinator_of, not_yours
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import dated_facts, people
from storage.dated_facts import Fact
from storage.tables import DatedFact, Person

LIST, WHO, SIGNED, WHAT = "keys", "key_who", "key_signed", "key_what"


def keys(turn: Turn) -> list[Reply]:
    """``/sleutels``: who has one, for the coordinator; for anybody else their own."""
    places = coordinated(turn)
    if not places:
        return _own(turn)
    held = [pair for place in places for pair in dated_facts.running(turn.session, place.room.id, Fact.KEY)]
    several = len(places) > 1
    options: list[Option] = [
        (f"give.{place.room.id}", turn.label("button-give-key") + (f" {place.room.name}" if several else ""))
        for place in places
    ]
    options += [(str(fact.id), name_of(turn.session, turn.voice, person.id)) for fact, person in held]
    words = [turn.say("keys", count=len(held)), *(_line(turn, fact, person) for fact, person in held)]
    return [turn.ask(LIST, lines(words), options)]


def _line(turn: Turn, fact: DatedFact, person: Person) -> str:
    key = "key-line-waits" if fact.start_confirmed_at is None or fact.ends is not None else "key-line"
    return turn.say(
        key, name=name_of(turn.session, turn.voice, person.id), day=turn.voice.day(fact.ends or fact.starts)
    )


def _own(turn: Turn) -> list[Reply]:
    held = [
        fact
        for place in turn.places
        if (fact := dated_facts.running_of(turn.session, place.room.id, turn.person.id, Fact.KEY)) is not None
    ]
    if not held:
        return [Reply(text=turn.say("no-key"))]
    buttons = tuple(Button(turn.label("button-key-back"), f"key-back:{fact.id}") for fact in held[:1])
    return [Reply(text=turn.say("own-key", day=turn.voice.day(held[0].starts)), buttons=buttons)]


def answer_list(turn: Turn) -> list[Reply] | None:
    """Give one, or open who has one."""
    value = read_answer(turn).value
    if value is None:
        return None
    if value.startswith("give."):
        return _ask_who(turn, int(value.removeprefix("give.")))
    fact = managed_fact(turn, int(value), Fact.KEY)
    if fact is None:
        return not_yours(turn)
    return _ask_what(turn, fact)


def key_of(turn: Turn, room_id: int, person_id: int) -> list[Reply]:
    """[Sleutel] of one member: give one, or say that it is back."""
    fact = dated_facts.running_of(turn.session, room_id, person_id, Fact.KEY)
    return _give_to(turn, room_id, person_id) if fact is None else _ask_what(turn, fact)


def _ask_what(turn: Turn, fact: DatedFact) -> list[Reply]:
    options = [(what, turn.label(f"button-key-{what}")) for what in ("returned", "mistake")]
    text = turn.say("ask-key-what", name=name_of(turn.session, turn.voice, fact.person_id))
    return [turn.ask(WHAT, text, [*options, ("nothing", turn.label("button-nothing"))], fact=fact.id)]


def _ask_who(turn: Turn, room_id: int) -> list[Reply]:
    if not is_coordinator_of(turn, room_id):
        return not_yours(turn)
    has_one = {person.id for _, person in dated_facts.running(turn.session, room_id, Fact.KEY)}
    others = [person for _, person in people.members(turn.session, room_id) if person.id not in has_one]
    options = [(str(person.id), name_of(turn.session, turn.voice, person.id)) for person in others]
    options.append(("no", turn.label("button-never-mind")))
    return [turn.ask(WHO, turn.say("ask-key-who"), options, room=room_id)]


def answer_who(turn: Turn) -> list[Reply] | None:
    """Who gets the key; somebody without a chat is asked to have signed for it."""
    value = read_answer(turn).value
    if value is None:
        return [turn.ask_again(turn.say("key-no-such-member"))] if _names_somebody(turn) else None
    if value == "no":
        return left_as_it_was(turn)
    return _give_to(turn, turn.question_state["room"], int(value))


def _give_to(turn: Turn, room_id: int, person_id: int) -> list[Reply]:
    if not _may_get_key(turn, room_id, person_id):
        turn.settle()
        return [Reply(text=turn.say("button-done"))]
    if person_id != turn.person.id and people.reachable_account(turn.session, person_id) is None:
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-not-yet"))]
        text = turn.say("ask-key-signed", name=name_of(turn.session, turn.voice, person_id))
        return [turn.ask(SIGNED, text, options, room=room_id, person=person_id)]
    turn.settle()
    return _give(turn, room_id, person_id, is_confirmed=person_id == turn.person.id)


def _names_somebody(turn: Turn) -> bool:
    return understood(turn).meaning in (Meaning.SMALLTALK, Meaning.INFO)


def _may_get_key(turn: Turn, room_id: int, person_id: int) -> bool:
    if not is_coordinator_of(turn, room_id) or people.member_of(turn.session, room_id, person_id) is None:
        return False
    return dated_facts.running_of(turn.session, room_id, person_id, Fact.KEY) is None


def answer_signed(turn: Turn) -> list[Reply] | None:
    """Whether somebody without a chat signed on paper."""
    value = read_choice(turn)
    if value is None:
        return None
    state = turn.question_state
    turn.settle()
    if value == "no":
        return [Reply(text=turn.say("key-not-signed"))]
    if not _may_get_key(turn, state["room"], state["person"]):
        return [Reply(text=turn.say("button-done"))]
    return _give(turn, state["room"], state["person"], is_confirmed=True)


def _give(turn: Turn, room_id: int, person_id: int, *, is_confirmed: bool) -> list[Reply]:
    fact = dated_facts.begin(
        turn.session, room_id, person_id, Fact.KEY, turn.today, turn.evidence, is_confirmed=is_confirmed
    )
    name = name_of(turn.session, turn.voice, person_id)
    if is_confirmed:
        return [Reply(text=turn.say("key-given", name=name))]
    return [Reply(text=turn.say("key-given-waits", name=name)), _ask_other(turn, person_id, fact, "ask-key-given")]


def _ask_other(turn: Turn, person_id: int, fact: DatedFact, key: str) -> Reply:
    voice = turn.voice_for(turn.session.get_one(Person, person_id))
    buttons = (
        Button(voice.label("button-yes"), f"key-yes:{fact.id}"),
        Button(voice.label("button-no"), f"key-no:{fact.id}"),
    )
    return turn.tell(person_id, Reply(text=voice.say(key, name=turn.person.name), buttons=buttons))


def answer_what(turn: Turn) -> list[Reply] | None:
    """The key is back, or it was a mistake."""
    value = read_answer(turn).value
    if value is None:
        return None
    fact = managed_fact(turn, turn.question_state["fact"], Fact.KEY)
    turn.settle()
    if fact is None:
        return [Reply(text=turn.say("button-done"))]
    name = name_of(turn.session, turn.voice, fact.person_id)
    if value == "nothing":
        return [Reply(text=turn.say("left-as-it-was"))]
    if value == "mistake":
        dated_facts.withdraw(fact, turn.now)
        return [Reply(text=turn.say("key-mistake", name=name))]
    alone = fact.person_id == turn.person.id or people.reachable_account(turn.session, fact.person_id) is None
    dated_facts.end(fact, turn.today, turn.evidence, is_confirmed=alone)
    if alone:
        return [Reply(text=turn.say("key-returned", name=name))]
    return [
        Reply(text=turn.say("key-returned-waits", name=name)),
        _ask_other(turn, fact.person_id, fact, "ask-key-returned"),
    ]


def back(turn: Turn, fact_id: int) -> list[Reply]:
    """[Ik gaf hem terug]: a coordinator confirms it."""
    fact = turn.session.get(DatedFact, fact_id)
    if fact is None or fact.person_id != turn.person.id or fact.kind != Fact.KEY:
        return [Reply(text=turn.say("not-yours"))]
    if not dated_facts.is_running(fact) or fact.ends is not None:
        return [Reply(text=turn.say("button-done"))]
    dated_facts.end(fact, turn.today, turn.evidence, is_confirmed=False)
    told = [
        _ask_other(turn, person.id, fact, "ask-key-came-back")
        for person in people.coordinators(turn.session, fact.room_id)
        if person.id != turn.person.id
    ]
    return [Reply(text=turn.say("key-back-waits")), *told]


def confirm(turn: Turn, fact_id: int) -> list[Reply]:
    """[Ja]: the other hand confirms that the key was given, or came back."""
    fact = turn.session.get(DatedFact, fact_id)
    if fact is None or not _is_other_hand(turn, fact):
        return [Reply(text=turn.say("not-yours"))]
    if not _waits(fact):
        return [Reply(text=turn.say("button-done"))]
    if fact.ends is not None:
        fact.end_confirmed_at = turn.now
        return [Reply(text=turn.say("key-confirmed-back"))]
    fact.start_confirmed_at = turn.now
    return [Reply(text=turn.say("key-confirmed"))]


def deny(turn: Turn, fact_id: int) -> list[Reply]:
    """[Nee]: it did not happen; whoever told it hears so."""
    fact = turn.session.get(DatedFact, fact_id)
    if fact is None or not _is_other_hand(turn, fact):
        return [Reply(text=turn.say("not-yours"))]
    if not _waits(fact):
        return [Reply(text=turn.say("button-done"))]
    teller = fact.started_by if fact.ends is None else fact.ended_by
    if fact.ends is None:
        dated_facts.withdraw(fact, turn.now)
    else:
        dated_facts.undo_end(fact)
    replies = [Reply(text=turn.say("key-denied"))]
    if teller is not None and teller != turn.person.id:
        voice = turn.voice_for(turn.session.get_one(Person, teller))
        replies.append(turn.tell(teller, Reply(text=voice.say("key-was-denied", name=turn.person.name))))
    return replies


def _waits(fact: DatedFact) -> bool:
    return dated_facts.is_running(fact) and (fact.start_confirmed_at is None or fact.ends is not None)


def _is_other_hand(turn: Turn, fact: DatedFact) -> bool:
    """Whether the writer is who must confirm: the holder what a coordinator told, and the other way round."""
    if fact.kind != Fact.KEY:
        return False
    teller = fact.started_by if fact.ends is None else fact.ended_by
    if teller == fact.person_id:
        return is_coordinator_of(turn, fact.room_id)
    return fact.person_id == turn.person.id and turn.place_in(fact.room_id) is not None
