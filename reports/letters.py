"""Text as it stands on paper: Arabic letters joined, right-to-left words turned, without signs we have no letter for.

Done here and not by Pillow's raqm layout, which wants a library of the operating system that many machines miss.
"""

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
REGULAR = FONTS / "sans-regular.ttf"
BOLD = FONTS / "sans-bold.ttf"

# Compatibility forms of joined letters: Arabic Presentation Forms A (letters of other languages) and B.
_FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD))
_PICTOGRAPHS = {"So", "Sk", "Cs", "Co", "Cn"}
_FIRST_PICTOGRAPH = 0x2190  # below it are signs of writing such as the degree sign and the numero
_LAM = "\u0644"


def printable(text: str) -> str:
    """Return ``text`` on one line, without emoji and invisible marks."""
    kept = (
        char
        for char in " ".join(text.split())
        if unicodedata.category(char) not in ("Cc", "Cf")
        and not "\ufe00" <= char <= "\ufe0f"
        and (ord(char) < _FIRST_PICTOGRAPH or unicodedata.category(char) not in _PICTOGRAPHS)
    )
    return " ".join("".join(kept).split())


def writable(text: str) -> str:
    """Return ``text`` without the characters that no document may hold: control characters and halves of pairs.

    Line breaks stay (XML 1.0, 2.2).
    """
    if text.isprintable():
        return text
    return "".join(
        char
        for char in text.replace("\r\n", "\n")
        if char == "\n" or (unicodedata.category(char) not in ("Cc", "Cs") and char not in "\ufffe\uffff")
    )


def visual(text: str) -> str:
    """Return ``text`` in the order and shape in which its letters are drawn from left to right."""
    if not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return printable(text)
    from fpdf.bidi import BidiParagraph

    # Invisible marks go last: they part letters that must not join, and words that run the other way.
    return printable(BidiParagraph(joined(" ".join(text.split()))).get_reordered_string())


def broken(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break ``text`` between words into lines that ``measure`` at most ``width``, where no single word is wider.

    The lines are in reading order; ``visual`` makes them ready to draw.
    """
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and measure(visual(longer)) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def joined(text: str) -> str:
    """Return ``text`` with each Arabic letter in the form that its neighbours ask for, still in reading order."""
    forms = _forms()
    shaped: list[str] = []
    before = ""  # the letter that this one may join, marks left out
    letters = list(text)
    for place, letter in enumerate(letters):
        if unicodedata.category(letter) == "Mn":
            shaped.append(letter)
            continue
        after = next((other for other in letters[place + 1 :] if unicodedata.category(other) != "Mn"), "")
        joins_before = "initial" in forms.get(before, {}) and "final" in forms.get(letter, {})
        joins_after = "initial" in forms.get(letter, {}) and "final" in forms.get(after, {})
        form = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (joins_before, joins_after), "isolated"
        )
        shaped.append(forms.get(letter, {}).get(form, letter))
        before = letter
    return _with_lam_alef("".join(shaped))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter → {"isolated", "initial", "medial", "final" → the character with that form}."""
    forms: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        form, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        if form and " " not in letters:
            forms.setdefault(chr(int(letters, 16)), {})[form.removeprefix("<")] = chr(code)
    return forms


@cache
def _lam_alefs() -> dict[str, str]:
    """Lam and alef, each in its form → the one character that must stand for both."""
    forms = _forms()
    pairs: dict[str, str] = {}
    for code in range(0xFEF5, 0xFEFD):
        form, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        alef = chr(int(letters.split()[1], 16))
        lam = forms[_LAM]["medial" if form == "<final" else "initial"]
        pairs[lam + forms[alef]["final"]] = chr(code)
    return pairs


def _with_lam_alef(text: str) -> str:
    for pair, ligature in _lam_alefs().items():
        text = text.replace(pair, ligature)
    return text
