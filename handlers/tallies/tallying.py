"""Telling a case that counts: "1 doorverwezen naar buurtteam". Leaders and coordinators tell them, without any name.

message ──► what is known ──► something missing? ──yes──► question ──► answer ─┐
                 ▲                    │no                                      │
                 └────────────────────│────────────────────◄───────────────────┘
                                      ▼
                              counted, echoed with its number
"""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, led_groups, not_yours
from handlers.tallies.tally_words import WITH_ORGANISATION, kind_label, tally_label, tally_words
from handlers.turn import Option, Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning, Tally, TallyKind, Understanding
from storage import tallies
from storage.tables import TallyVersion
from storage.tallies import Case

QUESTION = "tally"
ALIKE = 85
LONGEST_ORGANISATION = 60
MOST_AT_ONCE = 20
OFFERED_ORGANISATIONS = 7
_PERSON = re.compile(r"\b(mw|mevr|mevrouw|dhr|meneer|mijnheer|mr|mrs|ms|miss)\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A case on its way into the books, as far as it is known."""

    kind: str | None = None
    count: int = 1
    number: int | None = None
    organisation: str | None = None
    organisation_asked: bool = False
    counted_before: bool | None = None
    day: str | None = None
    room_id: int | None = None
    is_other: bool = False
    """The organisation is not the one that has nearly the same name."""


def tally_rooms(turn: Turn) -> list[int]:
    """The rooms for which the writer may tell cases: they coordinate it, or lead a group there."""
    rooms = {place.room.id for place in coordinated(turn)} | {group.room_id for group in led_groups(turn)}
    return [place.room.id for place in turn.places if place.room.id in rooms]


def report(turn: Turn, meant: Understanding) -> list[Reply]:
    """Count the case that the message tells, or ask what it leaves open."""
    if not tally_rooms(turn):
        ask = turn.button("button-ask-coordinator", "human")
        return [Reply(text=turn.say("tally-not-allowed"), buttons=(ask,))]
    told = meant.tally
    return proceed(turn, Telling() if told is None else _telling(told))


def _telling(told: Tally) -> Telling:
    return Telling(
        kind=told.kind,
        count=told.count,
        number=told.number,
        organisation=told.organisation,
        counted_before=told.counted_before,
        day=told.date.isoformat() if told.date else None,
    )


def proceed(turn: Turn, telling: Telling) -> list[Reply]:
    """Ask what is still missing, or count the case."""
    rooms = tally_rooms(turn)
    if not rooms:
        return not_yours(turn)
    if telling.room_id not in rooms:
        telling = replace(telling, room_id=rooms[0] if len(rooms) == 1 else None)
    if not 1 <= telling.count <= MOST_AT_ONCE:
        turn.settle()
        return [Reply(text=turn.say("tally-too-many", most=str(MOST_AT_ONCE)))]
    if telling.organisation is not None and not is_organisation(telling.organisation):
        return [_ask(turn, replace(telling, organisation=None), "organisation", "tally-no-person")]
    missing = _missing(turn, telling)
    if missing is not None:
        return [missing]
    return _takes_part(turn, telling) if telling.kind == TallyKind.TAKING_PART else _count(turn, telling)


def is_organisation(name: str) -> bool:
    """Whether this can be the name of an organisation: no person's name is kept in a tally."""
    return 1 < len(name) <= LONGEST_ORGANISATION and not _PERSON.match(name)


def organisation_in(text: str) -> str:
    """A typed name as it is kept."""
    return " ".join(text.split()).strip(" .,!")


def _missing(turn: Turn, telling: Telling) -> Reply | None:
    if telling.kind is None:
        return _ask(turn, telling, "kind", "ask-tally-kind")
    if telling.room_id is None:
        return _ask(turn, telling, "room", "ask-room")
    if telling.kind == TallyKind.TAKING_PART and telling.number is None:
        waiting = _referred(turn, telling.room_id)
        if not waiting:
            turn.settle()
            return Reply(text=turn.say("tally-none-referred"))
        return _ask(turn, telling, "number", "ask-tally-number")
    if telling.organisation is None:
        if telling.kind == TallyKind.PARTNER:
            return _ask(turn, telling, "organisation", "ask-tally-partner")
        if telling.kind == TallyKind.AGENCY and not telling.organisation_asked:
            return _ask(turn, telling, "organisation", "ask-tally-agency")
    elif telling.kind in WITH_ORGANISATION and not telling.is_other:
        known = _known(turn, telling)
        spelled = {name.casefold() for name in known}
        if telling.organisation.casefold() not in spelled and _alike(telling.organisation, known) is not None:
            return _ask(turn, telling, "alike", "ask-tally-alike")
    if telling.kind == TallyKind.AGENCY and telling.counted_before is None:
        return _ask(turn, telling, "before", "ask-tally-before")
    return None


def _ask(turn: Turn, telling: Telling, missing: str, key: str) -> Reply:
    alike = _alike(telling.organisation, _known(turn, telling)) if missing == "alike" and telling.organisation else None
    text = turn.say(key, organisation=alike) if alike else turn.say(key)
    options = [*_options(turn, telling, missing), ("never-mind", turn.label("button-never-mind"))]
    return turn.ask(QUESTION, text, options, missing=missing, telling=asdict(telling))


def _options(turn: Turn, telling: Telling, missing: str) -> list[Option]:
    if missing == "kind":
        return [(str(kind), kind_label(turn.voice, kind)) for kind in TallyKind]
    if missing == "room":
        rooms = tally_rooms(turn)
        return [(str(place.room.id), place.room.name) for place in turn.places if place.room.id in rooms]
    if missing == "number":
        waiting = _referred(turn, telling.room_id or 0)
        return [
            (str(tallies.number_of(turn.session, version)), tally_label(turn.session, turn.voice, version))
            for version in waiting
        ]
    if missing == "organisation":
        known = [(f"known.{name}", name) for name in _known(turn, telling)[:OFFERED_ORGANISATIONS]]
        unknown = [] if telling.kind == TallyKind.PARTNER else [("unknown", turn.label("button-do-not-know"))]
        return known + unknown
    yes, no = ("button-yes", "button-another") if missing == "alike" else ("button-new", "button-counted-before")
    return [("yes", turn.label(yes)), ("no", turn.label(no))]


def _known(turn: Turn, telling: Telling) -> list[str]:
    """The organisations of such cases this year and the last, the newest first."""
    if telling.room_id is None or telling.kind is None:
        return []
    first = date(turn.today.year - 1, 1, 1)
    return tallies.organisations(turn.session, telling.room_id, telling.kind, first, turn.today)


def _alike(name: str, known: list[str]) -> str | None:
    """The known organisation that has this name but for its spelling."""
    match = process.extractOne(name, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=ALIKE)
    return None if match is None else str(match[0])


def _referred(turn: Turn, room_id: int) -> list[TallyVersion]:
    """Residents referred this year or the last who do not take part yet."""
    first = date(turn.today.year - 1, 1, 1)
    cases = tallies.tallies_in(turn.session, room_id, first, turn.today, (TallyKind.REFERRED,))
    return [version for version in cases if version.takes_part_since is None]


def answer(turn: Turn) -> list[Reply] | None:
    """The answer to what was asked about a case."""
    state, given = turn.question_state, read_answer(turn)
    telling, missing = Telling(**state["telling"]), state["missing"]
    if given.value == "never-mind":
        turn.settle()
        return [Reply(text=turn.say("tally-dropped"))]
    told = _known_now(telling, missing, given.value) if given.value else _typed(turn, telling, missing)
    if told is None:
        return None
    if missing == "alike" and not told.is_other and told.organisation is not None:
        told = replace(told, organisation=_alike(told.organisation, _known(turn, told)))
    return proceed(turn, told)


def _known_now(telling: Telling, missing: str, value: str) -> Telling:
    number = int(value) if value.isdecimal() else None
    known: dict[str, dict[str, Any]] = {
        "kind": {"kind": value},
        "room": {"room_id": number},
        "number": {"number": number},
        "organisation": {
            "organisation": None if value == "unknown" else value.removeprefix("known."),
            "organisation_asked": True,
        },
        "alike": {"is_other": value == "no"},
        "before": {"counted_before": value == "no"},
    }
    return replace(telling, **known[missing])


def _typed(turn: Turn, telling: Telling, missing: str) -> Telling | None:
    meant = understood(turn)
    if missing == "organisation" and all(draft.minutes is None for draft in meant.drafts):
        return replace(telling, organisation=organisation_in(turn.incoming.text), organisation_asked=True)
    if missing == "number" and re.fullmatch(r"\D{0,20}(\d{1,6})", turn.incoming.text.strip()):
        return replace(telling, number=int(re.sub(r"\D", "", turn.incoming.text)))
    if missing == "alike" and meant.meaning in (Meaning.CONFIRM, Meaning.DENY):
        return _known_now(telling, missing, "no" if meant.meaning is Meaning.DENY else "yes")
    if missing == "before" and re.search(r"\b(al|already|eerder|before)\b", turn.incoming.text, re.IGNORECASE):
        return replace(telling, counted_before=True)
    return None


def _count(turn: Turn, telling: Telling) -> list[Reply]:
    turn.settle()
    assert telling.kind is not None
    assert telling.room_id is not None
    organisation = telling.organisation
    if organisation is not None:
        known = _known(turn, telling)
        organisation = organisation if telling.is_other else _alike(organisation, known) or organisation
    on = date.fromisoformat(telling.day) if telling.day else turn.today
    if telling.kind == TallyKind.PARTNER and organisation in _partners(turn, telling.room_id, on):
        return [Reply(text=turn.say("tally-partner-known", organisation=organisation, year=str(on.year)))]
    case = Case(date=on, organisation=organisation, counted_before=bool(telling.counted_before))
    made = [
        tallies.add_tally(turn.session, telling.room_id, telling.kind, case, turn.evidence)
        for _ in range(telling.count)
    ]
    return [echo(turn, "tally-told", made)]


def _partners(turn: Turn, room_id: int, on: date) -> list[str]:
    year = date(on.year, 1, 1), date(on.year, 12, 31)
    return tallies.organisations(turn.session, room_id, TallyKind.PARTNER, *year)


def _takes_part(turn: Turn, telling: Telling) -> list[Reply]:
    found = tallies.by_number(turn.session, [telling.room_id or 0], telling.number or 0)
    number = str(telling.number)
    turn.settle()
    if not found or found[0].is_withdrawn:
        return [Reply(text=turn.say("tally-no-such-number", number=number))]
    version = found[0]
    if version.kind != TallyKind.REFERRED:
        return [Reply(text=turn.say("tally-not-referred", number=number))]
    if version.takes_part_since is not None:
        return [Reply(text=turn.say("tally-takes-part-already", number=number))]
    since = date.fromisoformat(telling.day) if telling.day else turn.today
    case = replace(tallies.case_of(version), takes_part_since=max(since, version.date))
    return [echo(turn, "tally-changed", [tallies.revise(turn.session, version, case, turn.evidence, "takes part")])]


def echo(turn: Turn, key: str, made: list[TallyVersion]) -> Reply:
    """What was counted or changed, with [Klopt niet]."""
    words = [tally_words(turn.session, turn.voice, version) for version in made]
    text = turn.say(key, count=len(words), tallies=words[0] if len(words) == 1 else lines(["", *words]))
    button = turn.button("button-wrong", f"tally-wrong:{turn.inbox.id}")
    return Reply(text=text, buttons=(button,), subject=f"tally:{turn.inbox.id}")
