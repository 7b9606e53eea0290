""" "/vereniging": who is a member of the residents' association, which need not be a volunteer."""

import re

from handlers.hours.entry_words import name_of
from handlers.members.managed_fact import managed_fact
from handlers.messages import Button, Reply
from handlers.names import name_in
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import coordinated, is_coordinator_of, not_yours
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import dated_facts, people
from storage.dated_facts import Fact
from storage.tables import DatedFact, Person

LIST, NAMES, SAME, WHAT = "association", "association_names", "association_same", "association_what"
MOST_AT_ONCE = 30
_BETWEEN = re.compile(r"\s*(?:,|;|\n|\ben\b|\band\b|&)\s*", re.IGNORECASE)


def association(turn: Turn) -> list[Reply]:
    """``/vereniging``: how many members there are, and who."""
    places = coordinated(turn)
    if not places:
        return [Reply(text=turn.say("association-for-coordinators"))]
    several = len(places) > 1
    options: list[Option] = []
    words = []
    for place in places:
        running = dated_facts.running(turn.session, place.room.id, Fact.ASSOCIATION)
        words.append(turn.say("association-count", room=place.room.name, count=len(running)))
        label = turn.label("button-add-member") + (f" {place.room.name}" if several else "")
        options.insert(len(words) - 1, (f"add.{place.room.id}", label))
        options += [(str(fact.id), name_of(turn.session, turn.voice, person.id)) for fact, person in running]
    return [turn.ask(LIST, lines(words), options)]


def answer_list(turn: Turn) -> list[Reply] | None:
    """Add members, or open one."""
    value = read_answer(turn).value
    if value is None:
        return None
    if value.startswith("add."):
        room_id = int(value.removeprefix("add."))
        if not is_coordinator_of(turn, room_id):
            return not_yours(turn)
        options = [("no", turn.label("button-never-mind"))]
        return [turn.ask(NAMES, turn.say("ask-association-names"), options, room=room_id)]
    fact = managed_fact(turn, int(value), Fact.ASSOCIATION)
    if fact is None:
        return not_yours(turn)
    options = [(what, turn.label(f"button-association-{what}")) for what in ("ended", "mistake")]
    text = turn.say(
        "ask-association-what",
        name=name_of(turn.session, turn.voice, fact.person_id),
        day=turn.voice.day(fact.starts),
    )
    return [turn.ask(WHAT, text, [*options, ("nothing", turn.label("button-nothing"))], fact=fact.id)]


def answer_names(turn: Turn) -> list[Reply] | None:
    """The names of new members, one or several with commas between."""
    if read_answer(turn).value == "no":
        return left_as_it_was(turn)
    names = [name for part in _BETWEEN.split(turn.incoming.text) if (name := name_in(part))]
    if not names or len(names) > MOST_AT_ONCE:
        return [turn.ask_again(turn.say("association-names-again", most=str(MOST_AT_ONCE)))]
    return _add(turn, turn.question_state["room"], names, [], [])


def _add(turn: Turn, room_id: int, names: list[str], added: list[int], already: list[str]) -> list[Reply]:
    """Add those who are certain; who may be somebody known is asked, one at a time."""
    turn.settle()
    if not is_coordinator_of(turn, room_id):
        return [Reply(text=turn.say("not-yours"))]
    for position, name in enumerate(names):
        known = _alike(turn, room_id, name)
        exact = [person for person in known if person.name.rstrip(".").casefold() == name.casefold()]
        if known and not exact:
            options = [(str(person.id), person.name) for person in known]
            options.append(("new", turn.label("button-somebody-else")))
            rest = names[position + 1 :]
            text = turn.say("ask-association-same", name=name)
            return [turn.ask(SAME, text, options, room=room_id, name=name, rest=rest, added=added, already=already)]
        person = exact[0] if exact else dated_facts.add_person(turn.session, name, _taken(turn, room_id), turn.now)
        _begin(turn, room_id, person, added, already)
    return _told(turn, added, already)


def _people(turn: Turn, room_id: int) -> list[Person]:
    volunteers = [person for _, person in people.members(turn.session, room_id)]
    others = [person for _, person in dated_facts.running(turn.session, room_id, Fact.ASSOCIATION)]
    return list({person.id: person for person in [*volunteers, *others]}.values())


def _taken(turn: Turn, room_id: int) -> list[str]:
    return [person.name for person in _people(turn, room_id)]


def _alike(turn: Turn, room_id: int, name: str) -> list[Person]:
    first = name.split()[0].casefold()
    return [person for person in _people(turn, room_id) if person.name and person.name.split()[0].casefold() == first]


def _begin(turn: Turn, room_id: int, person: Person, added: list[int], already: list[str]) -> None:
    if dated_facts.running_of(turn.session, room_id, person.id, Fact.ASSOCIATION) is not None:
        already.append(person.name)
        return
    fact = dated_facts.begin(
        turn.session, room_id, person.id, Fact.ASSOCIATION, turn.today, turn.evidence, is_confirmed=True
    )
    added.append(fact.id)


def answer_same(turn: Turn) -> list[Reply] | None:
    """Whether a new member is somebody who is known already."""
    value, state = read_answer(turn).value, turn.question_state
    if value is None:
        return None
    room_id, added, already = state["room"], list(state["added"]), list(state["already"])
    if not is_coordinator_of(turn, room_id):
        return not_yours(turn)
    person = (
        dated_facts.add_person(turn.session, state["name"], _taken(turn, room_id), turn.now)
        if value == "new"
        else turn.session.get_one(Person, int(value))
    )
    _begin(turn, room_id, person, added, already)
    return _add(turn, room_id, state["rest"], added, already)


def _told(turn: Turn, added: list[int], already: list[str]) -> list[Reply]:
    facts = [turn.session.get_one(DatedFact, fact_id) for fact_id in added]
    words = []
    if facts:
        names = [name_of(turn.session, turn.voice, fact.person_id) for fact in facts]
        words.append(turn.say("association-added", names=turn.voice.listed(names)))
    if already:
        words.append(turn.say("association-already", names=turn.voice.listed(already)))
    return [Reply(text=lines(words)), *(_tell(turn, fact) for fact in facts if fact.person_id != turn.person.id)]


def _tell(turn: Turn, fact: DatedFact) -> Reply:
    voice = turn.voice_for(turn.session.get_one(Person, fact.person_id))
    button = Button(voice.label("button-wrong"), f"association-no:{fact.id}")
    return turn.tell(
        fact.person_id, Reply(text=voice.say("association-told", name=turn.person.name), buttons=(button,))
    )


def deny(turn: Turn, fact_id: int) -> list[Reply]:
    """[Klopt niet] by whom it is about: they are no member, and the coordinators hear so."""
    fact = turn.session.get(DatedFact, fact_id)
    if fact is None or fact.person_id != turn.person.id or fact.kind != Fact.ASSOCIATION:
        return [Reply(text=turn.say("not-yours"))]
    if not dated_facts.is_running(fact):
        return [Reply(text=turn.say("button-done"))]
    dated_facts.withdraw(fact, turn.now)
    told = [
        turn.tell(person.id, Reply(text=turn.voice_for(person).say("association-was-denied", name=turn.person.name)))
        for person in people.coordinators(turn.session, fact.room_id)
    ]
    return [Reply(text=turn.say("association-denied")), *told]


def answer_what(turn: Turn) -> list[Reply] | None:
    """No member any more, or never was."""
    value = read_answer(turn).value
    if value is None:
        value = "nothing" if understood(turn).meaning in (Meaning.DENY, Meaning.CONFIRM) else None
    if value is None:
        return None
    fact = managed_fact(turn, turn.question_state["fact"], Fact.ASSOCIATION)
    turn.settle()
    if fact is None:
        return [Reply(text=turn.say("button-done"))]
    if value == "nothing":
        return [Reply(text=turn.say("left-as-it-was"))]
    name = name_of(turn.session, turn.voice, fact.person_id)
    if value == "ended":
        dated_facts.end(fact, turn.today, turn.evidence, is_confirmed=True)
        return [Reply(text=turn.say("association-ended", name=name))]
    dated_facts.withdraw(fact, turn.now)
    dated_facts.forget_names(turn.session, turn.today)
    return [Reply(text=turn.say("association-mistake", name=name))]
