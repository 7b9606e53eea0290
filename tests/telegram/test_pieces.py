"""Long texts are cut where a reader would pause, and stay whole HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.pieces import in_pieces, visible_length
from tests.telegram.standin.entities import read_html, utf16_length

CASES = [
    ("short enough", "Hoi. Alles goed?", 20, ["Hoi. Alles goed?"]),
    ("at a sentence", "Een zin. Nog een zin.", 12, ["Een zin.", "Nog een zin."]),
    ("at the last sentence that fits", "A. B. C. D.", 6, ["A. B.", "C. D."]),
    ("at a line's end", "Maandag 3 uur\nDinsdag 2 uur", 20, ["Maandag 3 uur", "Dinsdag 2 uur"]),
    ("at a space where no sentence ends", "een twee drie", 9, ["een twee", "drie"]),
    ("in a word where there is no space", "abcdefgh", 3, ["abc", "def", "gh"]),
    ("not at the point of a number", "Samen 2.5 uur", 10, ["Samen 2.5", "uur"]),
    (
        "bold goes on behind the cut",
        "<b>Een zin. Nog een.</b> Klaar.",
        10,
        ["<b>Een zin.</b>", "<b>Nog een.</b>", "Klaar."],
    ),
    ("two marks at once", "<b><i>ab cd</i></b>", 3, ["<b><i>ab</i></b>", "<b><i>cd</i></b>"]),
    ("an entity counts as what it shows", "&lt;&amp;&gt; a", 5, ["&lt;&amp;&gt; a"]),
    ("an entity is never cut", "ab&amp;cd", 2, ["ab", "&amp;c", "d"]),
    ("a smiley is two units", "🙂🙂🙂", 5, ["🙂🙂", "🙂"]),
    ("a lonely < is a character", "1 < 2", 9, ["1 < 2"]),
    ("nothing to see", "<b> \n</b>", 5, []),
    ("nothing", "", 5, []),
]


@pytest.mark.parametrize(("text", "limit", "pieces"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pieces(text: str, limit: int, pieces: list[str]) -> None:
    assert in_pieces(text, limit) == pieces


@given(
    st.lists(st.sampled_from(["woord ", "Zin. ", "\n", "&lt;", "&#x27;", "é", "🙂", "<b>", "<i>", "</>"]), max_size=60),
    st.integers(2, 30),
)
def test_no_piece_is_too_long_or_broken_and_no_character_is_lost(parts: list[str], limit: int) -> None:
    text = _balanced(parts)

    read = [read_html(piece) for piece in in_pieces(text, limit)]

    assert all(utf16_length(plain) <= limit for plain, _ in read)
    assert "".join("".join(plain.split()) for plain, _ in read) == "".join(read_html(text)[0].split())


@given(st.text(alphabet="ab é🙂&<>\"'"))
def test_visible_length_is_what_telegram_counts(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert visible_length(f"<b>{escaped}</b>") == utf16_length(text)


def _balanced(parts: list[str]) -> str:
    """The parts with each "</>" as the end of the innermost open tag, and all tags closed at the end."""
    text = ""
    opened: list[str] = []
    for part in parts:
        if part == "</>":
            text += f"</{opened.pop()}>" if opened else ""
        else:
            opened += [part[1]] if part in ("<b>", "<i>") else []
            text += part
    return text + "".join(f"</{tag}>" for tag in reversed(opened))
