"""Which message a line of the log belongs to: known from its arrival until its answers are sent."""

from contextvars import ContextVar

_FOLLOWED: ContextVar[str] = ContextVar("followed", default="")


def follow(trace: str) -> None:
    """From here on this task, and the threads it hands work to, log for the message with this trace."""
    _FOLLOWED.set(trace)


def followed() -> str:
    """The trace of the message that is being worked on; empty when it is none."""
    return _FOLLOWED.get()
