"""``/deelnemers``: the participants whom the writer may list, found by typing; one of them, and what can be done.

the list ──a name──► one participant ──► [Zelfde als…] ──who?──► merged, can be undone
                                     ├─► [Naam veranderen] ──► the new name
                                     └─► [Verwijderen] ──sure?──► the name is erased, the counts stay
"""

from collections import Counter

from markupsafe import Markup
from rapidfuzz import fuzz

from handlers.messages import Reply
from handlers.participants.attendance_words import place_words
from handlers.participants.participant_matching import ALIKE, fold
from handlers.participants.participant_merging import ask_same_as, part
from handlers.participants.participant_naming import ask_erase, ask_name
from handlers.participants.participant_view import Seen, labels, seen, seen_by
from handlers.questions import left_as_it_was, read_answer
from handlers.rights import coordinated, led_groups, not_yours
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Meaning
from storage import participants
from storage.tables import Participant

LIST, ONE = "participants", "participant"
LONGEST_SEARCH = 40
TYPED = ("deelnemers", "participants")
"""The command without its slash."""
PART = "part."


def participants_list(turn: Turn) -> list[Reply]:
    """``/deelnemers``, or with a name behind it a search."""
    if not coordinated(turn) and not led_groups(turn):
        return [Reply(text=turn.say("participants-for-leaders"))]
    people = [one.participant for one in seen_by(turn).values()]
    if not people:
        turn.settle()
        return [Reply(text=turn.say("no-participants"))]
    wanted = turn.incoming.text.strip()
    if wanted.casefold() in TYPED:
        wanted = ""
    found = _search(people, wanted) if wanted else people
    return _show(turn, found or people, before="" if found else turn.say("no-such-participant", name=wanted))


def _show(turn: Turn, found: list[Participant], before: str = "") -> list[Reply]:
    if len(found) == 1 and not before:
        return _open(turn, found[0].id)
    text = turn.say("participants", count=len(found))
    return [turn.ask(LIST, lines([before, text]) if before else text, labels(turn, found))]


def _search(people: list[Participant], wanted: str) -> list[Participant]:
    """Who is called so; else whose name begins with it or holds it; else whose name is like it."""
    folded = fold(wanted)
    exact = [one for one in people if fold(one.name) == folded]
    holding = [one for one in people if folded in fold(one.name)]
    alike = [one for one in people if fuzz.ratio(folded, fold(one.name)) >= ALIKE]
    return exact or holding or alike


def answer_list(turn: Turn) -> list[Reply] | None:
    """The one who was chosen, or those whose names were typed."""
    value = read_answer(turn).value
    if value is not None:
        return _open(turn, int(value))
    meaning, wanted = understood(turn).meaning, turn.incoming.text.strip()
    if meaning is Meaning.DENY:
        return left_as_it_was(turn)
    found = _search([one.participant for one in seen_by(turn).values()], wanted)
    if found:
        return _show(turn, found)
    if meaning not in (Meaning.SMALLTALK, Meaning.INFO) or len(wanted) > LONGEST_SEARCH:
        return None
    return [turn.ask_again(turn.say("no-such-participant", name=wanted))]


def _open(turn: Turn, participant_id: int) -> list[Reply]:
    """One participant: since when, where this year, and what can be done."""
    one = seen(turn, participant_id)
    if one is None:
        return not_yours(turn)
    others = participants.merged_names(turn.session, participant_id)
    also = [other.name for other in others]
    words = [_since(turn, one), _this_year(turn, one)]
    if also:
        words.append(turn.say("participant-also", names=turn.voice.listed(also)))
    options = [(verb, turn.label(f"button-participant-{verb}")) for verb in ("same", "rename", "erase")]
    options += [
        (f"{PART}{other.id}", turn.label("button-participant-part", name=other.name))
        for other in others
        if other.merged_into == participant_id
    ]
    return [turn.ask(ONE, lines(words), options, participant=participant_id)]


def _since(turn: Turn, one: Seen) -> Markup:
    zone = turn.room_settings.zone
    first = one.at[0].date if one.at else one.participant.created_at.astimezone(zone).date()
    return turn.say("participant-since", name=one.participant.name, day=turn.voice.day(first))


def _this_year(turn: Turn, one: Seen) -> Markup:
    counts = Counter(
        place_words(turn.session, turn.voice, version.group_id, version.activity)
        for version in one.at
        if version.date.year == turn.today.year
    )
    if not counts:
        return turn.say("participant-not-this-year")
    times: list[str] = [
        turn.say("participant-times", count=count, place=place) for place, count in counts.most_common()
    ]
    return turn.say("participant-this-year", times=turn.voice.listed(times))


def answer_one(turn: Turn) -> list[Reply] | None:
    """What to do with the participant who is shown."""
    value = read_answer(turn).value
    if value is None:
        if understood(turn).meaning is not Meaning.DENY:
            return None
        return left_as_it_was(turn)
    one = seen(turn, turn.question_state["participant"])
    if one is None:
        return not_yours(turn)
    if value == "same":
        return ask_same_as(turn, one.participant)
    if value == "rename":
        return ask_name(turn, one.participant)
    if value == "erase":
        return ask_erase(turn, one.participant)
    return part(turn, int(value.removeprefix(PART)))
