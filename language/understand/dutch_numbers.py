"""Dutch number words written as one: "vijfendertig", "honderdtwintig", "tweeduizend"."""

import re

_UNITS = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
_LONGEST_FIRST = "|".join(sorted(_UNITS, key=len, reverse=True))
_BELOW_HUNDRED = rf"(?:(?:(?P<unit>{_LONGEST_FIRST})en)?(?P<tens>{'|'.join(_TENS)})|(?P<small>{_LONGEST_FIRST}))"
_BELOW_THOUSAND = rf"(?:(?P<hundreds>{_LONGEST_FIRST})?(?P<hundred>honderd)(?:en)?)?{_BELOW_HUNDRED}?"
_NUMBER = re.compile(rf"(?:(?P<thousands>[a-z]*?)(?P<thousand>duizend)(?:en)?)?{_BELOW_THOUSAND}")


_ORDINAL = re.compile(r"(.{3,})(?:ste|de)")


def dutch_ordinal(word: str) -> int | None:
    """The number whose ordinal a folded Dutch word is ("eenentwintigste"), or None."""
    found = _ORDINAL.fullmatch(word)
    return dutch_number(found.group(1)) if found else None


def dutch_number(word: str) -> int | None:
    """The number that a folded Dutch word is, or None."""
    found = _NUMBER.fullmatch(word)
    if found is None or not word:
        return None
    total = _UNITS.get(found["unit"] or "", 0) + _TENS.get(found["tens"] or "", 0) + _UNITS.get(found["small"] or "", 0)
    if found["hundred"]:
        total += 100 * _UNITS.get(found["hundreds"] or "een", 0)
    if found["thousand"]:
        thousands = dutch_number(found["thousands"]) if found["thousands"] else 1
        if thousands is None:
            return None
        total += 1000 * thousands
    return total
