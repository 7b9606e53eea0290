"""Long texts in pieces that a platform takes: cut at sentences, never inside a tag or an entity."""

import html
import re

_ATOM = re.compile(r"</?[a-z]+>|&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);|.", re.IGNORECASE | re.DOTALL)
_SENTENCE_ENDS = (".", "!", "?", "…")


def visible_length(text: str) -> int:
    """How long the text is for a platform that counts UTF-16 units once tags and entities are read."""
    return sum(_width(atom) for atom in _ATOM.findall(text))


def in_pieces(text: str, limit: int) -> list[str]:
    """The text in pieces of at most ``limit`` visible UTF-16 units; none when there is nothing to see.

    A piece ends where a line or a sentence ends, else at a space, else in the middle of a word.
    What is <b> or <i> across a cut is so on both sides of it.
    """
    atoms = _ATOM.findall(text)
    found = []
    opened: list[str] = []
    start = 0
    while start < len(atoms):
        end = _cut(atoms, start, limit)
        before = "".join(opened)
        for atom in atoms[start:end]:
            _keep_open(opened, atom)
        closing = "".join(f"</{tag[1:]}" for tag in reversed(opened))
        piece = "".join(atoms[start:end]).strip()
        if any(_width(atom) for atom in _ATOM.findall(piece) if not atom.isspace()):
            found.append(before + piece + closing)
        start = end
    return found


def _is_tag(atom: str) -> bool:
    return len(atom) > 1 and atom[0] == "<"


def _width(atom: str) -> int:
    return 0 if _is_tag(atom) else len(html.unescape(atom).encode("utf-16-le")) // 2


def _cut(atoms: list[str], start: int, limit: int) -> int:
    """The index at which the piece that begins at ``start`` ends."""
    width, after_sentence, after_word, previous = 0, 0, 0, ""
    for index in range(start, len(atoms)):
        atom = atoms[index]
        width += _width(atom)
        if width > limit:
            return after_sentence or after_word or index
        if atom.isspace():
            after_word = index + 1
            if atom == "\n" or previous in _SENTENCE_ENDS:
                after_sentence = index + 1
        if not _is_tag(atom):
            previous = atom
    return len(atoms)


def _keep_open(opened: list[str], atom: str) -> None:
    if not _is_tag(atom):
        return
    if not atom.startswith("</"):
        opened.append(atom)
    elif opened:
        opened.pop()
