"""The pictures and documents of the try-out's messages."""

from bot.tryout.ports import TryOut
from scheduler.sending import File

_KEPT = 200


class Files:
    """Gives the file of a message. Drawn files are kept: every page that opens asks for all of them."""

    def __init__(self, tryout: TryOut) -> None:
        self._tryout = tryout
        self._drawn: dict[int, File] = {}

    async def get(self, outbox_id: int) -> File | None:
        """The file of a message of the bot, or None if it has none."""
        if outbox_id in self._drawn:
            return self._drawn[outbox_id]
        file = await self._tryout.file(outbox_id)
        if file:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[outbox_id] = file
        return file

    def forget(self) -> None:
        """Forget all files: the messages begin to count at 1 again."""
        self._drawn.clear()
