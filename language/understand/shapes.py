"""What a token that is made of digits or a sign says by its form alone."""

from typing import Any

from language.understand.rules.numbers import Decimal
from language.understand.text import Token

MARKS = {
    ",": "comma",
    ".": "stop",
    ";": "stop",
    "!": "exclamation",
    "?": "questionmark",
    "\n": "stop",
    "-": "dashmark",
    "/": "slashmark",
    ":": "colonmark",
    "'": "apostrophe",
    "(": "open_paren",
    ")": "close_paren",
    "+": "plus",
    "&": "and",
    "*": "x",
    "=": "colonmark",
    '"': "quote",
}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _parted(text: str, sign: str) -> tuple[int, int, int | None]:
    parts = [int(part) for part in text.replace("'", "").split(sign) if part]
    return parts[0], parts[1], parts[2] if len(parts) > 2 else None


def _ends_a_sentence(text: str) -> bool:
    """Whether "11.30." is a time and a full stop: no date is written so."""
    _, month, year = _parted(text, ".")
    return year is None and not 1 <= month <= 12


def shaped(token: Token) -> tuple[str, Any]:
    """The kind and value of a token that is made of digits."""
    shape, text = token.shape, token.text
    if shape in ("word", "ending", "texted"):
        return "unknown", text
    if shape == "int":
        value = int(text) if len(text) < 10 else 10**9
        return ("year" if len(text) == 4 else "int"), value
    if shape == "dec":
        sign = "," if "," in text else "."
        digits = text.partition(sign)[2]
        return "dec", Decimal(float(text.replace(",", ".")), sign, digits)
    if shape == "dotted" and _ends_a_sentence(text):
        return "dec", Decimal(float(text[:-1]), ".", text[:-1].partition(".")[2])
    if shape in ("dash", "slash", "dotted"):
        return shape, _parted(text, {"dash": "-", "slash": "/", "dotted": "."}[shape])
    if shape == "colon":
        hours, _, minutes = text.partition(":")
        return "colon", (int(hours), int(minutes))
    if shape == "glued":
        sign = "u" if "u" in text else "h"
        hours, _, minutes = text.replace(".", "").partition(sign)
        return "glued", (int(hours), int(minutes))
    if shape == "iso":
        year, month, day = (int(part) for part in text.split("-"))
        return "iso", (year, month, day)
    if shape == "ordinal":
        return "ordinal", int("".join(c for c in text if c.isdigit()))
    if shape == "distributive":
        return "distributive", int(text.partition("'")[0])
    if shape == "vulgar":
        return "fraction", _VULGAR[text]
    if shape == "negative":
        return "neg", float(text.strip("- ").replace(",", "."))
    if shape == "grouped":
        return "int", int(text.replace(".", ""))
    return shape, text
