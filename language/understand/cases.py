"""Cases that count for the agreement: who was referred, found work, takes part; and the organisation that is named."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from language.understand.kinds import CHAR, NAME
from language.understand.meaning import Tally, TallyKind
from language.understand.message import Message
from language.understand.subjects import of_the_writer

JOINS, NEWCOMER, REFERRER = "joins", "newcomer", "referrer"
_COUNTED, _UNCOUNTED = "counted", "uncounted"
_SOURCES = frozenset({"van", "door", "via", "vanuit", "from", "by", "through"})
# "W&I heeft iemand doorverwezen naar ons": to the room, and so by W&I.
_HERE = frozenset({"ons", "hier", "us", "here"})
_NAMES_ONE = frozenset(
    CHAR[kind]
    for kind in ("unknown", "other", "organisation", "activity", "elsewhere", "title", "thing", "human", "name")
)
_PASSED = frozenset(CHAR[kind] for kind in ("the", "a", "colonmark", "with", "dashmark", "comma", "is", "i"))
_LONGEST = 5
# "Ik heb een baan gevonden" is good news, and no case that a leader tells.
_OWN_STORY = frozenset({"work", "placement"})


def tells_case(m: Message) -> bool:
    """Whether a case is told: by a word for it, or by somebody new who takes part."""
    if m.amounts or m.has("perhaps", "soon", "must", "nothing") or any(item.value.problem for item in m.dates):
        return False
    if of_the_writer(m) and m.has("tally") and _values(m) <= _OWN_STORY:
        return False
    return m.has("tally") or (_newcomer(m) and m.says(JOINS))


def case_of(m: Message) -> Tally | None:
    """The case, or None where it is not certain what sort it is."""
    found = {kind for kind, holds in _KINDS.items() if holds(m)}
    if len(found) != 1:
        return None
    kind = found.pop()
    number = _number(m) if kind is TallyKind.TAKING_PART else None
    named = _organisation(m, kind)
    start, end = named if named is not None else (0, 0)
    days = [day for item in m.dates if not start <= item.start < end for day in item.value.dates]
    return Tally(
        kind=kind,
        count=1 if number is not None else _count(m),
        number=number,
        organisation=m.text[start:end] or None,
        counted_before=_counted_before(m),
        date=_one(days),
    )


def _one(days: Sequence[date]) -> date | None:
    return days[0] if len(days) == 1 else None


def _values(m: Message) -> frozenset[str]:
    return frozenset(item.value for item in m.of("tally") if isinstance(item.value, str))


def _referral(m: Message) -> bool:
    return not _values(m).isdisjoint(("referral", "referred", "sent"))


def _taking_part(m: Message) -> bool:
    return _referral(m) and _number(m) is not None and m.says(JOINS, "begun")


def _by_referrer(m: Message) -> bool:
    """ "Nieuwe doorverwijzing van W&I": and not "doorverwezen naar W&I"."""
    return _referral(m) and _number(m) is None and m.says(REFERRER) and _target(m) is None


def _agency(m: Message) -> bool:
    if not _referral(m) or _number(m) is not None or _by_referrer(m):
        return False
    if _target(m) is not None or _from(m) is not None or "sent" in _values(m):
        return True
    if m.says(_COUNTED, _UNCOUNTED):
        return True
    return "referred" in _values(m) and (of_the_writer(m) or m.has("we"))


def _placement(m: Message) -> bool:
    return "placement" in _values(m) and not of_the_writer(m)


def _paid_work(m: Message) -> bool:
    return "work" in _values(m) and not of_the_writer(m)


def _partner(m: Message) -> bool:
    return "partner" in _values(m)


def _newcomer(m: Message) -> bool:
    named = m.says(NEWCOMER) or any(each.value == NEWCOMER for item in m.of("count") for each in item.inner)
    return named and not m.has("tally")


_KINDS: Mapping[TallyKind, Callable[[Message], bool]] = {
    TallyKind.REFERRED: _by_referrer,
    TallyKind.TAKING_PART: _taking_part,
    TallyKind.PLACEMENT: _placement,
    TallyKind.NEWCOMER: _newcomer,
    TallyKind.PAID_WORK: _paid_work,
    TallyKind.AGENCY: _agency,
    TallyKind.PARTNER: _partner,
}


def _number(m: Message) -> int | None:
    """The number that stands behind the word for a referral: which one it was."""
    for position, item in enumerate(m.items[:-1]):
        if NAME[item.kind] == "tally" and item.value == "referral":
            following = m.items[position + 1]
            numbers = [following] if NAME[following.kind] == "int" else list(following.inner)
            return next((int(each.value) for each in numbers if NAME[each.kind] == "int"), None)
    return None


def _count(m: Message) -> int:
    """How many cases at once: one where no number is told."""
    numbers = [item.value for item in m.items if NAME[item.kind] in ("int", "people", "count")]
    counted = [number for number in numbers if isinstance(number, int)]
    return counted[0] if len(counted) == 1 and counted[0] > 0 else 1


def _counted_before(m: Message) -> bool | None:
    if m.says(_UNCOUNTED):
        return False
    if m.says(_COUNTED):
        return True
    # "Nieuwe doorverwijzing" is one more; "doorverwijzing naar het wijkteam, nieuw" is of somebody new.
    told = next((item.start for item in m.of("tally")), 0)
    new = (item for item in m.of("attendance") if item.start > told)
    return False if any(item.text in ("nieuw", "new") for item in new) else None


def _target(m: Message) -> int | None:
    """Where the organisation begins to which somebody was sent: behind "naar", "to"."""
    behind = (i + 1 for i, item in enumerate(m.items) if NAME[item.kind] == "to_new" or item.text == "to")
    return next((i for i in behind if i < len(m.items) and m.items[i].text not in _HERE), None)


def _from(m: Message) -> int | None:
    """Where the organisation begins from which somebody came: behind "van", "door", "via"."""
    after = False
    for position, item in enumerate(m.items[:-1]):
        after = after or (NAME[item.kind] == "tally")
        if after and item.text in _SOURCES:
            return position + 1
    return None


def _organisation(m: Message, kind: TallyKind) -> tuple[int, int] | None:
    """Where the organisation stands in the text."""
    if kind not in (TallyKind.AGENCY, TallyKind.PARTNER, TallyKind.REFERRED):
        return None
    known = [position for position, item in enumerate(m.items) if NAME[item.kind] == "organisation"]
    if len(known) == 1:
        return _named_from(m, known[0])
    if kind is TallyKind.REFERRED:
        return next(((item.start, item.end) for item in m.items if item.value == REFERRER), None)
    start = _start(m, kind)
    return _named_from(m, start) if start is not None else None


def _start(m: Message, kind: TallyKind) -> int | None:
    if kind is TallyKind.PARTNER:
        position = next(i for i, item in enumerate(m.items) if item.value == "partner")
        return position + 1 if _named_from(m, position + 1) is not None else 0
    target = _target(m)
    if target is not None:
        return target
    return _from(m) if _from(m) is not None else 0


def _named_from(m: Message, start: int) -> tuple[int, int] | None:
    """Where the words from here on stand that can be the name of an organisation; behind a colon all can."""
    colon = False
    while start < len(m.items) and m.items[start].kind in _PASSED:
        colon = colon or NAME[m.items[start].kind] == "colonmark"
        start += 1
    end = start
    while end < len(m.items) and end - start < _LONGEST:
        if not (m.items[end].kind in _NAMES_ONE or (colon and NAME[m.items[end].kind] not in ("comma", "stop"))):
            break
        end += 1
    return (m.items[start].start, m.items[end - 1].end) if end > start else None
