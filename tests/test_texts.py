"""The texts for people: none is missing, none is left over, all are simple."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from language.say import COMPLETE, CORE_ONLY, FALLBACK

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "language" / "say"
CODE = [path for folder in ("bot", "handlers", "scheduler", "language") for path in (ROOT / folder).rglob("*.py")]
SPEAKING = {"say", "label", "button", "plain"}
MOST_WORDS = 12
"""In a sentence: texts are for people who read little Dutch."""
CORE_PREFIXES = (
    "language-name", "duration-", "date", "list", "weekday-", "month-", "entry", "join-", "consent-", "consent",
    "button-", "ask-", "welcome", "logged", "changed", "withdrawn", "help", "stopped", "not-joined", "what-wrong",
    "language-set", "messages-on", "left-as-it-was", "nothing-logged", "unclear", "which-", "sure-",
)  # fmt: skip


def _messages(language: str) -> dict[str, fluent.Message]:
    found: dict[str, fluent.Message] = {}
    for path in sorted((TEXTS / language).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{path.name} cannot be read: {entry.content[:60]}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = entry
    return found


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 (the library's way)
        self.names.add(node.id.name)


def _variables(message: fluent.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def _used() -> Iterator[tuple[str, ast.expr]]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in SPEAKING:
                keys = [arg for arg in node.args if isinstance(arg, ast.Constant | ast.JoinedStr | ast.IfExp)]
                yield from ((f"{path.name}:{node.lineno}", key) for key in keys[:1])


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _pattern(key: ast.expr) -> str | None:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return re.escape(key.value)
    if isinstance(key, ast.JoinedStr):
        parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in key.values]
        return "".join(parts)
    return None


def test_both_complete_languages_have_the_same_texts_with_the_same_values() -> None:
    dutch, english = _messages("nl"), _messages("en")
    assert dutch.keys() == english.keys()
    differing = [key for key in dutch if _variables(dutch[key]) != _variables(english[key])]
    # Dutch hours have no plural, so English may look at a number that Dutch does not.
    assert differing == []


@pytest.mark.parametrize("language", CORE_ONLY)
def test_the_core_languages_have_only_texts_that_dutch_has(language: str) -> None:
    core, dutch = _messages(language), _messages(FALLBACK)
    assert core.keys() <= dutch.keys()
    assert all(key.startswith(CORE_PREFIXES) for key in core)
    assert all(_variables(core[key]) == _variables(dutch[key]) for key in core)


def test_every_text_that_the_code_says_is_there() -> None:
    keys = _messages(FALLBACK).keys()
    for place, key in _used():
        pattern = _pattern(key)
        if pattern is not None:
            assert any(re.fullmatch(pattern, known) for known in keys), f"{place}: no text {ast.unparse(key)}"


def test_no_text_is_left_over() -> None:
    literals, patterns = set(), set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant | ast.FormattedValue):
                patterns.add(_pattern(node))
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (TEXTS / FALLBACK).glob("*.ftl"))
    referred = set(re.findall(r"\{ ([a-z][\w-]+) \}", texts))
    known = [re.compile(pattern) for pattern in patterns if pattern and pattern.strip(".+")]
    unused = [
        key
        for key in _messages(FALLBACK)
        if key not in literals | referred and not any(pattern.fullmatch(key) for pattern in known)
    ]
    assert unused == []


@pytest.mark.parametrize("language", COMPLETE)
def test_sentences_are_short(language: str) -> None:
    long = []
    for path in sorted((TEXTS / language).glob("*.ftl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(r"^[a-z][\w-]* =|<[^>]+>|^\s*\*?\[\w+\]", "", line)
            long += [
                f"{path.name}: {sentence.strip()}"
                for sentence in re.split(r"[.!?:] |[.!?:]$|\{[^}]*->", text)
                if len(re.findall(r"\{[^}]*\}|[\w'-]+", sentence)) > MOST_WORDS
            ]
    assert long == []
