"""How fast messages are understood, beside dateparser on the same messages, and how the time grows with length."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime

import dateparser

from language.understand import understand
from language.understand.meaning import Meaning
from tests.understand.corpus import ZONE, examples

NOW = datetime(2026, 11, 25, 20, 15, tzinfo=ZONE)
ROUNDS = 5
SHORT, LONG = 1_000, 10_000


def run() -> None:
    """Print messages a second on one core, ours and dateparser's, and the time for long texts as ratios."""
    messages = tuple(dict.fromkeys(example.text for example in examples()))
    ours = _per_second(lambda text: understand(text, NOW), messages)
    theirs = _per_second(
        lambda text: dateparser.parse(text, languages=["nl"], settings={"RELATIVE_BASE": BASE}), messages
    )
    certain = sum(understand(text, NOW).meaning is Meaning.LOG for text in messages)
    print(f"{'understanding':<34}{len(messages)} distinct messages, {certain} of them certain entries")
    print(f"{'  kamerbot':<34}{ours:>10,.0f} messages/s")
    print(f"{'  dateparser (Dutch, dates alone)':<34}{theirs:>10,.0f} messages/s")
    print(f"{'  ratio':<34}{ours / theirs:>10.1f}")
    for name, text in _LONG_TEXTS.items():
        short, long = (_seconds(text, length) for length in (SHORT, LONG))
        print(f"  {LONG:,} against {SHORT:,} characters of {name:<14}{long / short:>6.1f} times the time")


BASE = NOW.replace(tzinfo=None)
_LONG_TEXTS = {
    "entries": "gisteren 2 uur tuin en maandag van 9 tot half 1 koken, ",
    "numbers": "1 2 3 4 5 6 7 8 9 10 ",
    "one word": "tuin",
    "signs": "1.2/3-4:5,",
}


def _per_second(read: Callable[[str], object], messages: Sequence[str]) -> float:
    for text in messages[:50]:
        read(text)
    fastest = min(_time(read, messages) for _ in range(ROUNDS))
    return len(messages) / fastest


def _time(read: Callable[[str], object], messages: Sequence[str]) -> float:
    start = time.process_time()
    for text in messages:
        read(text)
    return time.process_time() - start


def _seconds(text: str, length: int) -> float:
    long = (text * (length // len(text) + 1))[:length]
    return min(_time(lambda each: understand(each, NOW), [long]) for _ in range(ROUNDS))


if __name__ == "__main__":
    run()
