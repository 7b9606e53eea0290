"""Formatted text as Telegram reads it: HTML into plain text and entities, and what it finds in a person's text."""

import html
import re
from typing import Any

from tests.telegram.standin.errors import bad_request

Entity = dict[str, Any]

_LONGEST_SOURCE = 1 << 15  # bytes of HTML, before it is read
_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([^\s>]*)([^>]*)(>?)")
_NAMED = re.compile(r"&(lt|gt|amp|quot|#[0-9]+|#[xX][0-9a-fA-F]+);?")
_IN_TEXT = re.compile(r"(?P<bot_command>(?<![\w/])/\w{1,64}(?:@\w+)?)|(?P<mention>(?<![\w@])@\w{4,32})")


def utf16_length(text: str) -> int:
    """The length that Telegram counts in."""
    return len(text.encode("utf-16-le")) // 2


def read_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities. Raises ApiError for HTML that Telegram does not take."""
    if len(source.encode()) > _LONGEST_SOURCE:
        raise bad_request("text is too long")
    plain = ""
    entities: list[Entity] = []
    opened: list[tuple[str, int, str]] = []
    at = 0
    while at < len(source):
        if source[at] == "&" and (named := _NAMED.match(source, at)):
            plain += html.unescape(named[0])
            at = named.end()
        elif source[at] == "<":
            at = _read_tag(source, at, plain, opened, entities)
        else:
            plain += source[at]
            at += 1
    if opened:
        raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return plain, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _read_tag(source: str, at: int, plain: str, opened: list[tuple[str, int, str]], entities: list[Entity]) -> int:
    place = len(source[:at].encode())
    tag = _TAG.match(source, at)
    if tag is None or not tag[4]:
        kind = "end" if tag and tag[1] else "start"
        raise _cannot_parse(f"Unclosed {kind} tag at byte offset {place}")
    name = tag[2].lower()
    if not tag[1]:
        if name not in _TYPES:
            raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {place}')
        if name == "span" and "tg-spoiler" not in tag[3]:
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        opened.append((name, utf16_length(plain), tag[3]))
        return tag.end()
    if not opened:
        raise _cannot_parse(f"Unexpected end tag at byte offset {place}")
    expected, offset, attributes = opened.pop()
    if name and name != expected:
        raise _cannot_parse(f'Unmatched end tag at byte offset {place}, expected "</{expected}>", found "</{name}>"')
    length = utf16_length(plain) - offset
    if length:
        address = re.search(r"""href\s*=\s*["']([^"']*)""", attributes)
        link = {"url": html.unescape(address[1])} if address else {}
        entities.append({"type": _TYPES[expected], "offset": offset, "length": length} | link)
    return tag.end()


def _cannot_parse(why: str) -> Exception:
    return bad_request(f"can't parse entities: {why}")


def found_in(text: str) -> list[Entity]:
    """The commands and mentions that Telegram marks in what a person types."""
    return [
        {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in _IN_TEXT.finditer(text)
    ]
