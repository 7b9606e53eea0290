"""A clock time that is told of now: when work begins, or has ended."""

from datetime import time

from language.understand.message import Message
from language.understand.rules.clock import DAY, HALF_DAY, clock_of


def _readings(m: Message) -> tuple[int, ...]:
    """Minutes since midnight that the first clock time can mean: of "2 uur", in the night and in the afternoon."""
    clock = next((found for item in m.of("clock") if (found := clock_of(item)) is not None), None)
    if clock is None:
        return ()
    minutes = clock.minutes % DAY
    return (minutes,) if clock.exact else (minutes, (minutes + HALF_DAY) % DAY)


def _now(m: Message) -> int:
    return m.moment.now.hour * 60 + m.moment.now.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def nearest_time(m: Message) -> time | None:
    """The clock time that is told, of two that it can be the one nearest to now."""
    readings, now = _readings(m), _now(m)
    return _time(min(readings, key=lambda minutes: abs(minutes - now))) if readings else None


def last_time(m: Message) -> time | None:
    """The clock time that is told, if it has been today: of two that it can be the later."""
    return _time(max(past)) if (past := [minutes for minutes in _readings(m) if minutes <= _now(m)]) else None


def ended_already(m: Message) -> bool:
    """Whether the clock time that is told has been today."""
    return last_time(m) is not None
