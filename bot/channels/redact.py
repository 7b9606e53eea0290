"""Keeps secrets out of the logs."""

import logging
from collections.abc import Iterable

_PLAIN = logging.Formatter()
_HIDDEN = "(hidden)"


class RedactingFilter(logging.Filter):
    """Put it on every handler: what a record says, its traceback included, loses the secrets before it is written."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        # Of "123:abc" the part behind the colon is the secret; a log may write the colon in another way.
        self._secrets = {part for secret in secrets if (part := secret.rpartition(":")[2])}

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without the secrets."""
        if record.exc_info and not record.exc_text:
            record.exc_text = _PLAIN.formatException(record.exc_info)
        record.exc_text = self._without(record.exc_text) if record.exc_text else record.exc_text
        record.stack_info = self._without(record.stack_info) if record.stack_info else record.stack_info
        said = record.getMessage()
        if self._without(said) != said:
            record.msg, record.args = self._without(said), ()
        return True

    def _without(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return text
