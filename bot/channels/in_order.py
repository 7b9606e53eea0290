"""Taking updates in: one chat's one after another, those of different chats at the same time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(slots=True)
class InOrder(Generic[T]):
    """Takes batches of updates in, and knows which are done.

    ``take`` returns once an update is kept and raises when it could not be: the later ones of its chat then wait for
    the next batch, in which a platform that was told of nothing repeats them all. Those done are not taken again.
    """

    number: Callable[[T], int]
    chat: Callable[[T], str]
    take: Callable[[T], Awaitable[None]]
    stuck: bool = False
    """The last batch left something undone, and nothing of it was done."""
    _done: set[int] = field(default_factory=set)
    _stopping: bool = False

    async def take_batch(self, batch: Sequence[T]) -> int | None:
        """Take a batch in; returns the number of the first update that is not done, None when all are.

        Cancelled, it lets what was begun come to its end, begins nothing new, and then stops.
        """
        done_before = len(self._done)
        work = asyncio.create_task(self._take_all(batch))
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            self._stopping = True
            await work
            raise
        undone = [number for update in batch if (number := self.number(update)) not in self._done]
        self.stuck = bool(undone) and len(self._done) == done_before
        if not undone:
            self._done.clear()
        return undone[0] if undone else None

    async def _take_all(self, batch: Sequence[T]) -> None:
        queues: dict[str, list[T]] = {}
        for update in batch:
            if self.number(update) not in self._done:
                queues.setdefault(self.chat(update), []).append(update)
        await asyncio.gather(*(self._take_queue(queue) for queue in queues.values()))

    async def _take_queue(self, queue: Sequence[T]) -> None:
        for update in queue:
            if self._stopping:
                return
            try:
                await self.take(update)
            except Exception:
                log.exception("update %d could not be kept; it comes again", self.number(update))
                return
            self._done.add(self.number(update))
