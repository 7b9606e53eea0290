"""Remarks and facts: plans, absence, times and numbers that are no hours worked."""

from itertools import pairwise

from language.understand.attendances import attendance_of
from language.understand.cases import tells_case
from language.understand.doubts.amounts import broke_down
from language.understand.doubts.no_work import merely_idle
from language.understand.doubts.talk import counts_down, until_we_meet
from language.understand.intents.intent import Intent, asks_to_log
from language.understand.kinds import NAME
from language.understand.meaning import Meaning, Reason
from language.understand.message import Message
from language.understand.subjects import OWN
from language.understand.wordfiles import STRENGTH

_GROUP = STRENGTH["group"]


def _nothing(m: Message) -> bool:
    return not m.amounts


def _pause(m: Message) -> bool:
    return not m.amounts and not m.told()


def _absence(m: Message) -> bool:
    if m.has("absence"):
        return not m.worked_minutes()
    return m.has("i", "plan", "polite") and len(m.dates) == 1 and not m.amounts


def _attendance(m: Message) -> bool:
    if m.amounts or m.told() or not m.has(*_OF_ATTENDANCE):
        return False
    return attendance_of(m) is not None


_OF_ATTENDANCE = ("count", "people", "newcomers", "nobody", "there", "attendance", "int", "name", "unknown")


def _came_late(m: Message) -> bool:
    """ "Bus te laat dus maar 1 uur taalles": why it was short, and then what was done."""
    late = m.of("lasting")
    if m.has("state") or any(item.value != "late" for item in late) or len(m.amounts) != 1 or m.strength() < _GROUP:
        return False
    between = (item for item in m.items if late[-1].end <= item.start and item.end <= m.amounts[0].start)
    return any(NAME[item.kind] in ("then", "only") for item in between)


def _took(m: Message) -> bool:
    """How long something took that is work when somebody did it: "board call took 2 hours"."""
    return all(item.value == "took" for item in m.of("lasting")) and m.strength() > STRENGTH["sign"]


def _is_late(m: Message) -> bool:
    """ "Ilse belde, ze is 10 min te laat voor de taalles"."""
    return (
        len(m.amounts) == 1
        and m.says("late")
        and any(
            NAME[be.kind] == "is" and NAME[amount.kind] == "duration" and late.value == "late"
            for be, amount, late in zip(m.items, m.items[1:], m.items[2:], strict=False)
        )
    )


def _too_early(m: Message) -> bool:
    """ "I turned up an hour early": no work, as long as none is told."""
    early = any(NAME[a.kind] == "duration" and b.text in _EARLY for a, b in pairwise(m.items))
    return early and len(m.amounts) == 1 and m.strength() <= STRENGTH["sign"] and not m.told()


_EARLY = frozenset({"early", "too early"})


def _no_work(m: Message) -> bool:
    """Times that are told of something else than work done: waiting, opening hours, what is still to do."""
    if asks_to_log(m) and not m.has("lasting"):
        return False
    if m.has("credit", "later") or _too_early(m) or _is_late(m):
        return True
    if len(m.amounts) == 1 and m.strength() < STRENGTH["doing"] and not m.has("helped", "log") and broke_down(m):
        return True
    visiting = any(item.value == "visit" for item in m.of("smalltalk"))
    # "1 uur gebeld met ouderen": it may be what one is there for.
    elsewhere = any(item.value != "shared" or not m.has("with") for item in m.of("elsewhere"))
    if (visiting or elsewhere) and bool(m.amounts) and m.strength() < 2:
        return True
    if (elsewhere and merely_idle(m)) or (not m.told() and counts_down(m)):
        return True
    mine = m.told() and (m.has("we") or any(item.value != OWN for item in m.of("i")))
    if m.has("schedule", "is_open"):
        return not mine
    if m.has("daily") and not m.dates and not m.told():
        return True
    if m.has("lasting", "state"):
        return not m.told() and not _came_late(m) and not _took(m)
    return m.has("must") and bool(m.amounts) and not m.told()


def _hour_of_day(m: Message) -> bool:
    return bool(m.amounts) and not m.activities


def _goodbye(m: Message) -> bool:
    return not m.activities and until_we_meet(m)


def _past_day(m: Message) -> bool:
    """Whether a day is named that can only be past."""
    return any(
        item.value.problem is None and item.value.kind != "weekday" and item.value.dates < (m.moment.today,)
        for item in m.dates
        if item.value.dates
    )


def _plan(m: Message) -> bool:
    coming = any(item.value.problem is Reason.FUTURE for item in m.dates)
    if coming and m.amounts:
        return False
    if coming and not m.told():
        return True
    if m.told() or m.has("log", "sorry") or _past_day(m):
        return False
    if m.has("planned"):
        return len(m.amounts) < 2 and not (m.amounts and m.has("became"))
    # "Ik ga nu naar huis, was er van 6 tot 9": going home is no plan beside what was done.
    plans = [item for item in m.of("plan") if item.value != "home" or not m.amounts]
    return bool(plans) or m.has("soon")


FACTS = (
    Intent(
        "nothing",
        "no hours this time",
        Meaning.ABSENCE,
        _nothing,
        needs=frozenset(("nothing",)),
        yes=("niets deze week", "niks gedaan"),
        no=("niets vergeten: 2 uur tuin",),
    ),
    Intent(
        "pause",
        "a break from volunteering",
        Meaning.PAUSE,
        _pause,
        needs=frozenset(("pauseword",)),
        yes=("even pauze", "met vakantie tot 3 januari"),
        no=("10-15 uur koken met een half uur pauze",),
    ),
    Intent(
        "absence",
        "was or will not be there",
        Meaning.ABSENCE,
        _absence,
        needs=frozenset(("absence", "not")),
        yes=("ik ben ziek", "kan morgen niet komen", "ziek, dus 0 uur"),
        no=("Ria was ziek dus ik heb 2 uur inloop gedaan",),
    ),
    Intent(
        "tally",
        "a case that counts",
        Meaning.TALLY,
        tells_case,
        yes=(
            "1 doorverwezen naar buurtteam",
            "W&I heeft iemand gestuurd",
            "doorverwijzing 14 doet mee",
            "stageplek erbij",
            "nieuwe bewoner doet mee, statushouder",
            "iemand heeft betaald werk gevonden",
            "nieuwe partner: Wijkzorg",
        ),
        no=("2 uur taalles met een statushouder", "ik moet nog iemand doorverwijzen", "het is mijn partner"),
    ),
    Intent(
        "attendance",
        "how many people came",
        Meaning.ATTENDANCE,
        _attendance,
        yes=(
            "12 bij de eettafel, 3 nieuw",
            "14 gasten gisteren",
            "eettafel: 18, 3 nieuw",
            "18 mensen bij inloop gisteren, waarvan 2 nieuw",
            "taalles: Fatima B, Ahmed K en Els",
            "bij de taalles waren Fatima B., Piet en 3 anderen",
            "18 deelnemers, 4 nieuw, onder wie Fatima B",
            "nobody new",
            "eettafel niemand",
        ),
        no=("3 uur eettafel met 14 gasten", "30 tuin", "morgen 12 gasten", "12 euro bij de eettafel"),
    ),
    Intent(
        "no-work",
        "times of something else than work done",
        Meaning.INFO,
        _no_work,
        yes=(
            "de bus had 2 uur vertraging",
            "de inloop is open van 10 tot 12",
            "ik moet nog 20 uur",
            "nog 3 uur te goed",
            "silly me, I turned up an hour early",
            "Ilse belde, ze is 10 min te laat voor de taalles",
        ),
        no=("2 uur tuin", "de deur geopend, 10 minuten", "dat duurde 2 uur, ik heb gekookt"),
    ),
    Intent(
        "hour-of-day", "what time it is", Meaning.INFO, _hour_of_day, needs=frozenset(("is_it",)), yes=("het is 5 uur",)
    ),
    Intent(
        "until-we-meet",
        "a goodbye, and when one sees the others again",
        Meaning.SMALLTALK,
        _goodbye,
        needs=frozenset(("bye",)),
        yes=("fijne avond, tot morgen 9 uur", "see you tomorrow at 10"),
        no=("2 uur, tot morgen", "groetjes, 2 uur", "tot morgen! 2 uur gedaan"),
    ),
    Intent(
        "plan",
        "something still to come",
        Meaning.PLAN,
        _plan,
        yes=("morgen ga ik naar de tuin", "ik ga zo 2 uur koken", "we gaan zaterdag koken"),
        no=("ik ga gisteren 2 uur tuin", "morgen 2 uur tuin", "ik wil 2 uur tuin noteren"),
    ),
)
