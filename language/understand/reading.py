"""Reading a message: from text to the items that the rules find, in fixed steps, each one pass."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from language.understand.kinds import CHAR
from language.understand.lexicon import Lexicon
from language.understand.night_ranges import join_nights
from language.understand.rule import Item, Level, Moment, kinds_of
from language.understand.rules.clock import TIMES
from language.understand.rules.dates import NAMED_DAYS
from language.understand.rules.day_lists import IDLE, LISTS, UNTIL_WE_MEET
from language.understand.rules.durations import DURATIONS
from language.understand.rules.either import EITHER, EITHER_LENGTHS
from language.understand.rules.far_dates import FAR_DATES
from language.understand.rules.hours_and_parts import HOURS_AND_PARTS
from language.understand.rules.lengths import LENGTHS
from language.understand.rules.numbers import NUMBERS
from language.understand.rules.pauses import PAUSES
from language.understand.rules.people import COUNTED, PEOPLE, TIMES_OVER
from language.understand.rules.ranges import RANGES
from language.understand.rules.written_dates import DASH_DATES, WRITTEN_DATES
from language.understand.segments import AMOUNTS
from language.understand.served import set_served_apart
from language.understand.shapes import MARKS, shaped
from language.understand.short_days import name_short_days
from language.understand.text import Token, fold, tokens
from language.understand.wordfiles import LANGUAGES, STRENGTH, Activity
from language.understand.wording import Wording, wording

_MARK_KINDS = {mark: CHAR[kind] for mark, kind in MARKS.items()}
_ACTIVITY, _LANGUAGE_NAME = CHAR["activity"], CHAR["langname"]
_SUNDAY, _WEEKDAY, _NEUTRAL = "zo", CHAR["weekday"], CHAR["neutral"]
# "Staan roeren", "zitten haken", "wezen helpen": being at it.
_POSTURES = frozenset({"staan", "zitten", "lopen", "liggen", "wezen", "weze", "lope", "zitte", "staon"})
_INFINITIVES = frozenset(CHAR[kind] for kind in ("unknown", "activity", "work"))
_SUNSHINE, _OF_SUN = ("zon", "sun"), ("de", "the", "of", "veel", "some")
_MEASURED = frozenset(CHAR[kind] for kind in ("hour", "hourlet", "minute"))
_ELSEWHERE = CHAR["elsewhere"]
_WHERE = frozenset({"in", "at", "by", "under", "there", "outside", "around"})
_WRITER, _PEOPLE = CHAR["i"], CHAR["people"]
_AT_WORK = frozenset(CHAR[kind] for kind in ("done", "helped"))
_TOGETHER = (["in", "elkaar"], ["in", "mekaar"])
_DONE, _TITLE, _UNKNOWN = CHAR["done"], CHAR["title"], CHAR["unknown"]
_DISTRIBUTIVE, _EVERY, _INT = CHAR["distributive"], CHAR["each"], CHAR["int"]
_NAME, _UNKNOWN = CHAR["name"], CHAR["unknown"]
_DATE, _DASH = CHAR["date"], CHAR["dash"]
_LAST_HOUR = 24
_ALSO_WORDS = frozenset("ian")
_ENDS_NAME = frozenset(
    CHAR[kind] for kind in ("comma", "stop", "and", "plus", "colonmark", "exclamation", "close_paren")
)
_NO_DAY_BESIDE = frozenset(
    CHAR[kind] for kind in ("yes", "plan", "unknown", "neutral", "smalltalk", "i", "polite", "done", "questionmark")
)

LEVELS = (
    Level(NUMBERS),
    Level(PEOPLE + WRITTEN_DATES + NAMED_DAYS + TIMES + EITHER + HOURS_AND_PARTS + DURATIONS),
    Level(PAUSES),
    Level(DASH_DATES),
    Level(EITHER_LENGTHS + LENGTHS + RANGES),
    Level(FAR_DATES),
    Level(IDLE),
    Level(UNTIL_WE_MEET),
    Level(LISTS),
    Level(COUNTED + TIMES_OVER),
)
# "9-11" is a day only beside an amount; "dinsdag niks" is told of one day alone, and passed over in a list.
_BESIDE_AMOUNTS = (LEVELS[3], LEVELS[6])


def read(text: str, now: datetime, words: Lexicon) -> tuple[list[Item], Moment]:
    """The items of the text as far as rules join them, and the moment."""
    folded = fold(text)
    found = tokens(folded)
    worded = wording(found, words)
    moment = Moment(now, now.date(), _language(worded))
    items = _items(folded, found, worded, moment.language)
    _name_initials(items, text)
    if words.sole_groups:
        _name_groups(items, words.sole_groups)
    kinds = kinds_of(items)
    for level in LEVELS:
        if level is LEVELS[4]:
            items = join_nights(items, kinds)
            kinds = kinds_of(items)
        if level is LEVELS[3] and _DATE in kinds and _hours_of_a_day(items):
            continue
        if level not in _BESIDE_AMOUNTS or not AMOUNTS.isdisjoint(kinds):
            rewritten = level.rewrite(items, moment, kinds)
            if rewritten is not items:
                items, kinds = rewritten, kinds_of(rewritten)
    if _PEOPLE in kinds:
        set_served_apart(items)
    for item in items:
        # "Nederlands" asks for the language; beside an amount it is what was taught.
        if item.kind == _LANGUAGE_NAME and any(other.kind in AMOUNTS for other in items):
            item.kind, item.value = _ACTIVITY, Activity("taal", STRENGTH["sign"])
    return items, moment


def _hours_of_a_day(items: list[Item]) -> bool:
    """ "Vandaag koffie 9-11 en sleutel een half uur": on a day that is told, all that is written so are hours."""
    told = any(item.kind == _DATE and item.value.kind == "relative" for item in items)
    dashes = [item.value for item in items if item.kind == _DASH]
    return told and all(year is None and first < second <= _LAST_HOUR for first, second, year in dashes)


def _name_initials(items: list[Item], text: str) -> None:
    """The letter behind a name is the initial of a surname ("Ahmed K", "Fatima M"), and no short word."""
    for position, (before, item) in enumerate(pairwise(items), start=1):
        if item.end - item.start != 1 or not item.text.isalpha():
            continue
        # "It's Fatma i cook", "Piet n uurtje".
        if item.text in _ALSO_WORDS and position + 1 < len(items) and items[position + 1].kind not in _ENDS_NAME:
            continue
        capitals = text[before.start].isupper() and text[item.start].isupper()
        if before.kind == _NAME or (before.kind == _UNKNOWN and capitals and not text.isupper()):
            item.kind, item.value = _UNKNOWN, item.text


def _name_groups(items: list[Item], sole_groups: Mapping[str, str]) -> None:
    """The room's only group of an activity is meant by every word for that activity."""
    for item in items:
        if item.kind == _ACTIVITY and item.value.group is None and item.value.label in sole_groups:
            item.value = item.value._replace(group=sole_groups[item.value.label])


def _language(worded: list[Wording]) -> str:
    votes: dict[str, int] = defaultdict(int)
    for meanings, _, _ in worded:
        if len(meanings) == 1:
            votes[meanings[0].language] += 1
    return max(LANGUAGES, key=votes.__getitem__)


def _items(folded: str, found: list[Token], worded: list[Wording], language: str) -> list[Item]:
    items = _separate_items(folded, found, worded, language)
    for before, item in pairwise(items):
        if before.kind == _TITLE and item.kind == _ACTIVITY and item.value.strength == STRENGTH["sign"]:
            # "Meneer Kok", "mevrouw Bel": a name.
            item.kind = _UNKNOWN
        if item.value == "mend" and item.text.split()[:2] in _TOGETHER and any(i.kind in _AT_WORK for i in items):
            # "Bezig geweest met een bed in elkaar zetten".
            item.kind, item.value = _ACTIVITY, Activity("klussen", STRENGTH["doing"])
        if before.text in _POSTURES and item.kind in _INFINITIVES and item.text.endswith(("en", "e")):
            before.kind = _DONE
        if item.kind == _WEEKDAY and item.text == "sat" and before.kind == _WRITER:
            # "I sat there 2 hours": no Saturday.
            item.kind, item.value = _DONE, None
        if item.kind == _WEEKDAY and item.text in _SUNSHINE and (before.kind in _MEASURED or before.text in _OF_SUN):
            # "2 uur zon in de tuin": no Sunday.
            item.kind, item.value = _ELSEWHERE, None
        if before.kind == _WEEKDAY and before.text == "sat" and item.text in _WHERE:
            # "Sat in the garden for 2 hours".
            before.kind, before.value = _DONE, None
        if _SUNDAY in (before.text, item.text):
            _unless_sunday(before, item)
            _unless_sunday(item, before)
    if language != "tr":
        name_short_days(items)
    return items


def _unless_sunday(so: Item, beside: Item) -> None:
    """ "Zo" is short for Sunday beside an amount or another day, and the common word "so" elsewhere."""
    if so.text == _SUNDAY and so.kind == _WEEKDAY and beside.kind in _NO_DAY_BESIDE:
        so.kind, so.value = _NEUTRAL, "so"


def _separate_items(folded: str, found: list[Token], worded: list[Wording], language: str) -> list[Item]:
    """Each word, phrase, number and mark as an item, not yet seen beside its neighbours."""
    items: list[Item] = []
    for meanings, first, last in worded:
        token = found[first]
        start, end = token.start, found[last].end
        if meanings:
            meaning = meanings[0]
            if len(meanings) > 1:
                meaning = next((other for other in meanings if other.language == language), meaning)
            kind, value, text = meaning.kind, meaning.value, folded[start:end]
            if last > first:
                # Rules compare phrases as they are written with one space.
                text = " ".join(text.split())
        elif token.shape == "mark":
            kind, value, text = _MARK_KINDS[token.text], None, token.text
        else:
            name, value = shaped(token)
            kind, text = CHAR[name], token.text
        if kind == _DISTRIBUTIVE:
            # Turkish "ikişer" says two things: each, and two.
            items.append(Item(_EVERY, None, start, start))
            kind = _INT
        items.append(Item(kind, value, start, end, text))
    return items
