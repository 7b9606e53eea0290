"""From what was typed to tokens: folding that keeps every position, and one linear split."""

import re
import unicodedata
from typing import NamedTuple

# Stands for a character that belongs to the word around it but is not compared (accents typed apart, Arabic
# vowel marks), so that the folded text is exactly as long as the text and spans need no translation.
SILENT = "\u0300"

_SPECIAL = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "ı": "i",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ة": "ه",
    "ـ": SILENT,
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٫": ",",
    "×": "x",
    "⁄": "/",
    "½": "½",
    "¼": "¼",
    "¾": "¾",
    "і": "i",  # Ukrainian і and Latin i are often mixed up on phones
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


def _fold_character(character: str) -> str:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return SILENT
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    plain = "".join(c for c in unicodedata.normalize("NFKD", character.lower()) if not unicodedata.combining(c))
    return _SPECIAL.get(plain, plain) if len(plain) == 1 else character


class _Folding(dict[int, str]):
    """Character by character table for ``str.translate``, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self[code] = _SPECIAL.get(character) or _fold_character(character)
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in small plain letters and ASCII digits, exactly as long as it was."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def key(word: str) -> str:
    """A folded word as it stands in the word lists."""
    return word.replace(SILENT, "") if SILENT in word else word


class Token(NamedTuple):
    """A stretch of folded text: which shape it has, its text and span, and the digits of its numbers."""

    shape: str
    text: str
    start: int
    end: int


# Words first, as most of a text is words and no other shape but a link begins with a letter; then shapes made of
# digits, longest first. Each is read further by a rule of the same name in rules/shapes.py.
_TOKEN = re.compile(
    r"""
    (?!\ )(?:
    (?P<link>https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4})
  | (?P<vulgar>[½¼¾])
  | (?P<word>(?:[^\W\d_]|\u0300)+(?:'(?:[^\W\d_]|\u0300)+)*)
  | (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))
  | (?P<phone>(?:\+|00)\d{2}[\s-]{0,4}\d(?:[\s-]{0,4}\d){7,9}(?!\d)
            | (?<!\d)0[1-9]\d{0,2}[\s-]{1,4}\d{6,8}(?!\d)
            | (?<!\d)06[\s-]{0,4}(?:\d{8}|\d{2}(?:\s{1,4}\d{2}){3})(?!\d)
            | (?<!\d)0[1-9]\d{8}(?!\d))
  | (?P<postcode>\d{4}\s{0,9}
            (?!in|op|en|is|ik|om|zo|di|do|wo|ma|vr|za|de|te|al|er|je|ze|we|to|at|on|of|my|uu|st|an|by)
            [a-z]{2}(?![^\W_]))
  | (?P<money>€\s{0,9}\d+(?:[.,]\d+)?(?:,-)?|\d+(?:[.,]\d{2})?\s{0,9}(?:€|euro(?!\w)|eur(?!\w)|%))
  | (?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?![\d]))
  | (?P<dash>(?<![\d.,:/-])\d{1,2}-\d{1,2}-'?(?:\d{4}|\d{2})(?!\d)|(?<![\d.,:/-])\d{1,2}-\d{1,2}(?!\d|[.:,uh/-]\d|-))
  | (?P<slash>(?<![\d.,:/-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)|(?<![\d.,:/-])\d{1,2}/\d{1,2}(?!\d|[.,uh/-]\d|:\d\d))
  | (?P<colon>(?<![\d:])\d{1,2}:\d{2}(?![\d:]))
  | (?P<glued>(?<!\d)\d{1,2}[uh]\.?\d{2}(?!\d))
  | (?P<grouped>(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.]))
  | (?P<dec>\d+[.,]\d+(?!\d|[.,]\d))
  | (?P<negative>(?:(?<=\s)(?<!\d\s)(?<!\w\s)|^|(?<=[,:;(]))-\d+(?:[.,]\d+)?(?=\s{0,9}(?:u|h|m|s|$)))
  | (?P<ordinal>\d{1,2}(?:e|ste|de|st|nd|rd|th)(?![^\W_]))
  | (?P<distributive>\d+'(?:ser|sar|er|ar)(?![^\W_]))
  | (?P<texted>2(?:day|nite|night|moro|morrow)(?![^\W_]))
  | (?P<int>\d+)
  | (?P<ending>(?<![^\W\d_])'(?:dan|den|tan|ten|ya|ye|a|e|da|de|ta|te)(?![^\W_]))
  | (?P<mark>[.,;:!?+&/()'"*=-]|\n)
    )
    """,
    re.VERBOSE,
)


def tokens(folded: str) -> list[Token]:
    """The folded text as tokens in order; what is none of the shapes (emoji, symbols) is passed over."""
    found = [Token(m.lastgroup or "", m[0], *m.span()) for m in _TOKEN.finditer(folded)]
    return [token for token in found if token.text.strip(SILENT)] if SILENT in folded else found
