"""A message that tells of work: certain entries, or what must be asked first."""

from dataclasses import replace
from itertools import pairwise

from language.understand.attendances import guests_of
from language.understand.certainty import done_amounts, doubtful, unknown_activity
from language.understand.compose import Composed, compose
from language.understand.correcting import PARTS_OF_HOUR, bare_choices
from language.understand.kinds import CHAR, NAME
from language.understand.meaning import Ask, Attendance, Draft, Meaning, Reason, Understanding
from language.understand.message import Message
from language.understand.rule import Item
from language.understand.rules.clock import clock_of
from language.understand.rules.durations import Amount
from language.understand.rules.ranges import span
from language.understand.whose import doer, several_doers
from language.understand.wordfiles import STRENGTH

_OF_A_GREETING = frozenset(("greeting", "neutral", "smalltalk", "name", "heads", "comma", "exclamation", "stop"))
_FACTS = ("phone", "address", "thing", "count", "int", "year", "postcode", "link", "money", "people", "clock", "iso")


def known(m: Message) -> tuple[Draft, ...]:
    """What a message that is no entry tells of one: for the answer to an open question."""
    if not (m.dates or m.activities or m.amounts):
        return ()
    return compose(m.items, m.moment, m.text).drafts


def entries(m: Message) -> Understanding:
    """The entries of a message that is nothing else."""
    result = _for_doer(m, _of_whomever(m))
    return replace(result, attendance=_guests(m, result)) if m.has("count", "newcomers") else result


def _guests(m: Message, result: Understanding) -> Attendance | None:
    """Those who came, told beside the hours of one day and one activity."""
    told = guests_of(m) if result.meaning is Meaning.LOG else None
    facts = {(draft.date, draft.activity, draft.group) for draft in result.drafts}
    if told is None or len(facts) != 1:
        return None
    day, activity, group = facts.pop()
    return replace(told, date=day, activity=activity, group=group)


def _for_doer(m: Message, result: Understanding) -> Understanding:
    """The same for the person whose hours these are; of several people, or of somebody unknown, it is asked."""
    if result.meaning not in (Meaning.LOG, Meaning.ASK):
        return result
    if m.workers.others is not None:
        # Where the amount itself is doubtful, it is no report that could be taken as it is.
        sure = result.ask is None or result.ask.reason is Reason.MINUTES
        named, more = m.workers.others.names if sure else (), m.workers.others.others
        people = len(named) + more if sure and more else None
        drafts = tuple(replace(draft, names=named, people=people) for draft in result.drafts)
        return replace(result, meaning=Meaning.ASK, ask=Ask(reason=Reason.ONE_BY_ONE), drafts=drafts)
    whose = doer(m)
    if whose is None:
        return result
    if several_doers(m):
        return replace(result, meaning=Meaning.ASK, ask=Ask(reason=Reason.ONE_BY_ONE))
    if not isinstance(whose, int):
        if not (m.amounts or m.told() or m.has("log", "work", "int", "dec")):
            return replace(result, meaning=remark(m), ask=None)
        if result.ask is not None and result.ask.reason in (Reason.FUTURE, Reason.IMPOSSIBLE_DATE):
            return result
        return replace(result, meaning=Meaning.ASK, ask=Ask(reason=Reason.WHO))
    drafts = tuple(replace(draft, person=whose) for draft in result.drafts)
    ask = result.ask
    if ask is not None:
        choices = tuple(tuple(replace(draft, person=whose) for draft in reading) for reading in ask.choices)
        ask = replace(ask, choices=choices)
    return replace(result, drafts=drafts, ask=ask)


def _of_whomever(m: Message) -> Understanding:
    if m.amounts:
        return _judged(m, compose(done_amounts(m), m.moment, m.text))
    decimals = [item for item in m.items if NAME[item.kind] == "dec"]
    if len(decimals) == 1:
        return _bare_decimal(m, decimals[0])
    return _without_amount(m)


def _judged(m: Message, composed: Composed) -> Understanding:
    drafts, ask = composed.drafts, composed.ask
    if ask is None and doubtful(m):
        ask = Ask(reason=Reason.OTHER, choices=(drafts,))
    unknown = unknown_activity(m)
    if ask is not None:
        return Understanding(meaning=Meaning.ASK, drafts=drafts, ask=ask, unknown=unknown)
    return Understanding(meaning=Meaning.LOG, drafts=drafts, unknown=unknown)


def _bare_decimal(m: Message, item: Item) -> Understanding:
    value = item.value
    if value.sign and value.digits not in PARTS_OF_HOUR:
        return Understanding(meaning=Meaning.ASK, drafts=known(m), ask=Ask(reason=Reason.WHICH_AMOUNT))
    amount = Item(CHAR["duration"], Amount(int(value.number * 60 + 0.5)), item.start, item.end)
    return _judged(m, compose([amount if each is item else each for each in m.items], m.moment, m.text))


def _without_amount(m: Message) -> Understanding:
    drafts = known(m)
    numbers = [item for item in m.items if NAME[item.kind] == "int"]
    clocks = [item for item in m.items if NAME[item.kind] in ("clock", "colon", "glued", "year")]
    clocks = [item for item in clocks if NAME[item.kind] != "year" or not m.has("thing")]
    if _states_a_number(m):
        return Understanding(meaning=remark(m), drafts=drafts)
    if len(clocks) == 2 and m.has("done"):
        return _from_two_clocks(m, clocks)
    if clocks and (m.activities or m.has("done") or len(m.items) <= 2):
        return Understanding(meaning=Meaning.ASK, drafts=drafts, ask=Ask(reason=Reason.END))
    if numbers and _of_life(m):
        return Understanding(meaning=remark(m), drafts=drafts)
    if numbers and (m.activities or m.dates or len(m.items) == 1) and not m.has("smalltalk", "schedule", "lasting"):
        base = drafts[0] if drafts else Draft(date=m.moment.today)
        base = base if base.date is not None else replace(base, date=m.moment.today)
        choices = bare_choices(numbers[0].value, base)
        return Understanding(meaning=Meaning.ASK, drafts=drafts, ask=Ask(reason=Reason.WHICH_AMOUNT, choices=choices))
    if _tells_of_work(m):
        return Understanding(meaning=Meaning.ASK, drafts=drafts, ask=Ask(reason=Reason.MINUTES))
    return Understanding(meaning=remark(m), drafts=drafts)


def _states_a_number(m: Message) -> bool:
    """ "The front door code is 4471", "de begroting voor 2027 is 2450 euro": what a number or a price is."""
    if m.has("i", "we", "inversion", "log", "done", "helped") or not m.has("is"):
        return False
    before = ""
    for item, number in pairwise(item for item in m.items if NAME[item.kind] not in ("approx", "neutral", "colonmark")):
        kind = NAME[number.kind]
        if NAME[item.kind] == "is":
            priced = kind == "money" or (kind == "count" and any(NAME[each.kind] == "money" for each in number.inner))
            figure = kind == "phone" or (
                kind in ("int", "year")
                and (before == "thing" or clock_of(number) is None or (kind == "year" and m.has("thing")))
            )
            if priced or figure:
                return True
        before = NAME[item.kind]
    return False


def _of_life(m: Message) -> bool:
    """Whether a bare number is an age or counts things: "81 geworden", "is 5 today", "6 puppies"."""
    if m.strength() > STRENGTH["sign"] or m.has("done", "helped", "log", "planned"):
        return False
    aged = m.follows("int", "became") or m.follows("became", "int") or m.follows("is", "int")
    aged = aged or (m.has("became", "is") and m.follows("date", "int"))
    return aged or any(
        NAME[first.kind] == "int" and NAME[thing.kind] == "unknown" and thing.text.endswith(_PLURALS)
        for first, thing in zip(m.items, m.items[1:], strict=False)
    )


_PLURALS = ("s", "en", "jes")


def _tells_of_work(m: Message) -> bool:
    """Whether it is worth asking how long: work or a day is told, not merely chatted about."""
    if m.has("count", "phone", "address", "is_open", "broken") or (m.has("not") and not m.told()):
        return False
    if m.has("smalltalk", "bye", "thanks", "lasting"):
        return m.has("i", "we") and (m.told() or m.strength() > 1)
    if m.first() == "is_it" and not (m.dates or m.told() or m.has("i", "we")):
        return False
    # "Gelukkig nieuwjaar!", "tot dinsdag": a day is named, but nothing told that was done on it.
    days = [] if m.follows("to", "date") else m.dates
    days = [item for item in days if item.rule is None or item.rule.name != "date.holiday"]
    return bool(m.activities or days) or (m.told() and m.has("i", "we")) or m.has("log")


def _from_two_clocks(m: Message, clocks: list[Item]) -> Understanding:
    """ "Om 9 uur begonnen en om 12 uur klaar": from the first time to the second."""
    first, second = (clock_of(item) for item in clocks)
    if first is None or second is None:
        return Understanding(meaning=Meaning.ASK, drafts=known(m), ask=Ask(reason=Reason.END))
    whole = Item(CHAR["range"], span(first, second), clocks[0].start, clocks[1].end)
    items = [whole if item is clocks[0] else item for item in m.items if item is not clocks[1]]
    return _judged(m, compose(items, m.moment, m.text))


def remark(m: Message) -> Meaning:
    """What a message is that tells of no work and asks for nothing."""
    if m.has("thanks"):
        return Meaning.THANKS
    if m.has("greeting") and m.kinds <= _OF_A_GREETING:
        return Meaning.GREETING
    if m.has("smalltalk", "bye", "greeting", "yes") or not m.items:
        return Meaning.SMALLTALK
    return Meaning.INFO if m.has(*_FACTS) else Meaning.SMALLTALK
