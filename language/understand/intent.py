"""What a message wants, as named rules tried in order: the first that holds decides."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from language.understand.kinds import NAME
from language.understand.meaning import Meaning
from language.understand.message import Message


@dataclass(frozen=True, slots=True, eq=False)
class Intent:
    """A named sign of a meaning: when it holds, what the message means, and examples for and against."""

    name: str
    covers: str
    meaning: Meaning
    holds: Callable[[Message], bool]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


_HOURS = ("duration", "range", "choice", "vague", "dec")


def _claims(m: Message) -> bool:
    """Whether hours are told in a way that could be an entry."""
    return bool(m.amounts) or m.has("dec")


def _asks_to_log(m: Message) -> bool:
    return m.has("log") and m.has("polite", "plan", "i", "as_person") and _claims(m) and not _inverted(m)


def _inverted(m: Message) -> bool:
    return m.first() == "inversion"


# What a plain report begins with: with a question mark behind it, it is asked back rather than answered.
_STATED = ("duration", "range", "choice", "vague", "date", "activity", "int", "dec", "people", "i", "we", "a", "clock")


def _asked(m: Message) -> bool:
    if _asks_to_log(m) and not m.has("question"):
        return False
    if m.has("question"):
        return True
    starts = m.clause_starts()
    if "ask" in starts or (m.has("overview") and not m.amounts):
        return True
    return (_inverted(m) and (m.last() == "questionmark" or not _claims(m))) or (
        m.last() == "questionmark" and m.has("inversion", "ask", "plan", "is_open", "must")
    )


def _is_correction(m: Message) -> bool:
    if m.has("log") and m.has("polite") and not m.has("wrong", "meant", "change"):
        return False
    new = bool(m.amounts or m.dates or m.activities) or m.has("int", "dec", "weekday")
    if m.has("wrong", "meant") and not (m.has("done") and m.has("i") and m.amounts and not m.has("wrong")):
        return True
    if m.has("change"):
        return True
    if m.first() == "no" and new:
        return True
    if m.has("must", "be") and m.has("be") and m.amounts and not m.has("i", "done", "plan"):
        return True
    kinds_all = m.kinds
    if {"not", "but"} <= kinds_all and new and not m.has("done", "planned"):
        return True
    if m.first() == "was_it" and new and not m.has("done", "i", "absence", "place_at"):
        return True
    kinds = [NAME[item.kind] for item in m.items]
    if any(a == "but" and b == "was_it" for a, b in itertools.pairwise(kinds)) and not m.has("planned"):
        return True
    if len(m.amounts) > 1 and m.has("must"):
        return True
    if m.has("not") and m.amounts and not m.has("done", "i", "absence") and len(m.items) < 10:
        return True
    if m.has("sorry") and m.amounts and not m.has("activity", "date", "done", "i") and m.only("sorry", *_HOURS):
        return True
    return m.has("to_new") and _from_to(kinds)


def _from_to(kinds: list[str]) -> bool:
    return any(
        a in ("int", "duration", "dec", "range") and b == "to_new" and c in ("int", "duration", "dec")
        for a, b, c in zip(kinds, kinds[1:], kinds[2:], strict=False)
    )


def _is_delete(m: Message) -> bool:
    return m.has("delete") and not (m.has("done") and m.amounts and m.has("i"))


def _other_facts(m: Message) -> bool:
    """Whether the times told are of something else than volunteer work done."""
    if m.has("credit", "later"):
        return True
    worked = m.has("done") or any(item.value.strength > 1 for item in m.activities)
    if m.has("schedule", "is_open") and not (m.has("done") and m.has("i")):
        return True
    if m.has("lasting") and not (m.has("done") and worked):
        return True
    if m.has("must") and not m.has("log", "done"):
        return True
    if m.has("state"):
        return not worked
    return False


def _is_absence(m: Message) -> bool:
    if m.has("absence"):
        return not any(getattr(item.value, "minutes", 0) for item in m.amounts)
    return m.last() == "not" and m.has("i") and bool(m.dates) and not m.amounts


def _plans(m: Message) -> bool:
    if not m.has("plan", "planned"):
        return False
    if m.has("planned") and len(m.amounts) > 1:
        return False
    if any(
        item.value.kind == "relative" and item.value.problem is None
        for item in m.dates
        if item.value.dates < (m.moment.today,)
    ):
        return False
    return not (
        m.has("done", "log") or any(item.value.strength == 2 for item in m.activities if item.text.startswith("ge"))
    )


def _counts_people(m: Message) -> bool:
    kinds = [NAME[item.kind] for item in m.items]
    if kinds[:2] == ["int", "place_at"] and m.activities:
        return True
    came = m.has("count", "there") and m.has("activity", "attendance", "date")
    return came and not m.has("done", "i", "we") and not any(item.value.strength == 2 for item in m.activities)


def _future_day(m: Message) -> bool:
    from language.understand.meaning import Reason

    return any(item.value.problem is Reason.FUTURE for item in m.dates)


_CONTENT = (*_HOURS, "activity", "date")
INTENTS = (
    Intent("cry", "somebody in need", Meaning.HUMAN, lambda m: m.has("cry")),
    Intent("leave", "wants to leave for good", Meaning.LEAVE, lambda m: m.has("leave") and not m.amounts),
    Intent("human", "wants a human being", Meaning.HUMAN, lambda m: m.has("human") and not m.amounts),
    Intent("my-data", "wants to see what is kept", Meaning.MY_DATA, lambda m: m.has("mydata") and not m.amounts),
    Intent(
        "language",
        "wants another language",
        Meaning.LANGUAGE,
        lambda m: (
            not m.amounts
            and (m.only("language", "langname") or m.only("langname") or (m.has("language") and m.has("langname")))
        ),
    ),
    Intent("stop", "wants it to stop", Meaning.STOP, lambda m: m.only("stopword")),
    Intent(
        "help",
        "wants help",
        Meaning.HELP,
        lambda m: (
            m.has("help")
            and not m.has("thanks")
            and not m.amounts
            and not m.has("question", "delete")
            and (m.only("help", "ask") or not m.activities)
            and not m.dates
        ),
    ),
    Intent("delete", "wants an entry away", Meaning.DELETE, lambda m: _is_delete(m) and not _asked(m)),
    Intent(
        "deny", "no", Meaning.DENY, lambda m: m.only("no") or (m.only("no", "wrong", "was_it", "yes") and m.has("no"))
    ),
    Intent("confirm", "yes", Meaning.CONFIRM, lambda m: m.only("yes") and not m.has("smalltalk")),
    Intent("question", "asks something", Meaning.QUESTION, _asked),
    Intent("correction", "an entry was not right", Meaning.CORRECTION, _is_correction),
    Intent("nothing", "no hours this time", Meaning.ABSENCE, lambda m: m.has("nothing") and not m.amounts),
    Intent("pause", "a break from volunteering", Meaning.PAUSE, lambda m: m.has("pauseword") and not m.amounts),
    Intent(
        "absence",
        "was or will not be there",
        Meaning.ABSENCE,
        _is_absence,
    ),
    Intent("tally", "a case that counts", Meaning.TALLY, lambda m: m.has("tally") and not m.amounts),
    Intent("attendance", "how many people came", Meaning.ATTENDANCE, lambda m: not m.amounts and _counts_people(m)),
    Intent(
        "other-facts",
        "times of something else",
        Meaning.INFO,
        lambda m: (bool(m.amounts) or m.has("later")) and _other_facts(m),
    ),
    Intent(
        "plan",
        "something still to come",
        Meaning.PLAN,
        lambda m: (
            (_plans(m) and not (_future_day(m) and m.amounts))
            or (_future_day(m) and not m.amounts and not m.has("done"))
        ),
    ),
)
