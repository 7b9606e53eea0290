"""Messages that wait for SQLite's one writer at the same time share one commit, whose time is mostly the disk's."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Engine

from handlers.laying_ready import HandOver
from handlers.messages import Incoming
from handlers.receive import Received, receive
from storage.beside import ReadFirstError
from storage.database import Beside, shared_commit

log = logging.getLogger(__name__)

MOST = 16
"""Messages in one commit: the last of them, and the clock's work behind them, wait no longer than these take."""


@dataclass(frozen=True, slots=True)
class _Message:
    incoming: Incoming
    hand_over: HandOver | None
    beside: Beside | None
    received: Future[Received] = field(default_factory=Future)
    context: Context = field(default_factory=copy_context)
    """What its lines in the log are known by."""


_Result = Received | ReadFirstError
"""What became of a message; or what is to be read before it can be handled: nothing of it was done then."""


def commit_together(
    engine: Engine, messages: Sequence[_Message], handled: Callable[[Connection, _Message], _Result]
) -> list[_Result] | None:
    """Handle them in one commit; None where that failed: then none was handled, and each is to be by itself."""
    try:
        with shared_commit(engine) as connection:
            return [handled(connection, message) for message in messages]
    except Exception as failure:
        log.info("%d messages are handled one by one: together it was %s", len(messages), type(failure).__name__)
        return None


class Together:
    """Takes messages in with as few commits as there can be. None counts as received before its commit."""

    def __init__(self, engine: Engine, writer: Executor, clock: Callable[[], datetime]) -> None:
        """``writer`` is the one thread that writes."""
        self._engine = engine
        self._writer = writer
        self._clock = clock
        self._waiting: deque[_Message] = deque()

    def receive(self, incoming: Incoming, hand_over: HandOver | None, beside: Beside | None = None) -> Future[Received]:
        """Take a message in; what became of it is told after its commit, in the order in which they came.

        The future raises ReadFirstError where something is to be read beside before it can be taken in.
        """
        message = _Message(incoming, hand_over, beside)
        self._waiting.append(message)
        self._writer.submit(self._work)
        return message.received

    def _work(self) -> None:
        """Handle what waits by now; a later turn finds nothing left then."""
        messages = [message for message in self._taken() if message.received.set_running_or_notify_cancel()]
        results = commit_together(self._engine, messages, self._handled) if len(messages) > 1 else None
        if results is None:
            self._alone(messages)
            return
        for message, result in zip(messages, results, strict=True):
            _tell(message, result)

    def _alone(self, messages: Sequence[_Message]) -> None:
        for message in messages:
            try:
                _tell(message, self._handled(self._engine, message))
            except BaseException as failure:
                message.received.set_exception(failure)

    def _taken(self) -> list[_Message]:
        return [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]

    def _handled(self, bind: Engine | Connection, message: _Message) -> _Result:
        handled = partial(receive, bind, message.incoming, self._clock(), message.hand_over, message.beside)
        try:
            return message.context.run(handled)
        except ReadFirstError as first:
            return first


def _tell(message: _Message, result: _Result) -> None:
    if isinstance(result, ReadFirstError):
        message.received.set_exception(result)
    else:
        message.received.set_result(result)
