"""Logging: one line for each event on standard error, without secrets and without what people wrote."""

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.channels.redact import RedactingFilter
from bot.settings import Settings
from scheduler.trace import followed

# They tell each request, with its address, or each look at the clock.
_CHATTY = ("httpx", "httpcore", "uvicorn.access", "apscheduler", "alembic", "asyncio", "PIL", "fontTools")
_MOST_FRAMES = 12


def set_up_logging(settings: Settings) -> None:
    """Log from now on as the settings say; takes the place of what was set up before."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine() if settings.log_format == "json" else TextLine())
    handler.addFilter(RedactingFilter(settings.secrets()))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    logging.captureWarnings(True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


class TextLine(logging.Formatter):
    """An event as a line to read."""

    def format(self, record: logging.LogRecord) -> str:
        """Word the event; a line break in it cannot pass for a second event."""
        said = "\\n".join(record.getMessage().splitlines())
        trace = followed()
        line = f"{_moment(record)} {record.levelname} {record.name}{trace and f' [{trace}]'}: {said}"
        return " | ".join((line, *_failures(record)))


class JsonLine(logging.Formatter):
    """An event as a JSON object, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Word the event."""
        event = {"at": _moment(record), "level": record.levelname, "logger": record.name, "event": record.getMessage()}
        more = {"trace": followed(), "failures": list(_failures(record))}
        return json.dumps(event | {name: value for name, value in more.items() if value}, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _failures(record: logging.LogRecord) -> Iterator[str]:
    """The exception and what caused it: kinds and places alone, since its words may be somebody's message or name."""
    error = record.exc_info[1] if record.exc_info else None
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error).__name__
        if isinstance(error, OSError) and error.strerror:
            kind += f" ({error.strerror})"
        frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
        yield " < ".join([kind, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))])
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
