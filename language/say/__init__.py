"""Meaning → text: every text for people, worded in their language by the Fluent files in its folder.

Dutch and English are complete; the other languages cover a fixed core and fall back to Dutch.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

COMPLETE = ("nl", "en")
CORE_ONLY = ("tr", "ar", "uk", "ti")
LANGUAGES = COMPLETE + CORE_ONLY
FALLBACK = "nl"
_RIGHT_TO_LEFT = frozenset({"ar"})
_FOLDER = Path(__file__).parent


def say(language: str, key: str, **values: object) -> Markup:
    """The text ``key`` in ``language``, as safe HTML that holds <b> and <i> alone: all values are escaped.

    Raises KeyError for a text that is in no file, ValueError when a value that the text needs is missing.
    """
    if not values:
        return Markup(_fixed(language, key))  # noqa: S704 (the texts are ours)
    escaped = {name: value if isinstance(value, int | float) else escape(value) for name, value in values.items()}
    return Markup(_format(language, key, escaped))  # noqa: S704 (the texts are ours, the values were escaped)


def plain(language: str, key: str, **values: object) -> str:
    """The text ``key`` without markup and without escaping: for button labels, menus, file names and pictures."""
    return _format(language, key, values) if values else _fixed(language, key)


def has(key: str) -> bool:
    """Whether there is a text ``key``: in Dutch, which has all of them."""
    return _bundle(FALLBACK).has_message(key)


def without_markup(text: str) -> str:
    """A text of ours as it reads: without <b> and <i>, and with what was escaped as it was typed."""
    return Markup(text).striptags()  # noqa: S704 (only texts of ours come here)


def speaks(language: str) -> str:
    """The language to use for somebody whose app is in ``language`` ("en-GB" → "en"); Dutch for one we do not have."""
    short = language.split("-")[0].casefold()
    return short if short in LANGUAGES else FALLBACK


@cache
def _fixed(language: str, key: str) -> str:
    return _format(language, key, {})


def _format(language: str, key: str, values: Mapping[str, object]) -> str:
    bundle = _bundle(language)
    if not bundle.has_message(key):
        bundle = _bundle(FALLBACK)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(pattern, dict(values))
    if errors:
        raise ValueError(f"the text {key!r} ({language}) cannot be worded: {errors[0]}")
    return str(text)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=language in _RIGHT_TO_LEFT)
    for file in sorted((_FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
