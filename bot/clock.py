"""The one place where the program looks at the clock."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Clock:
    """The program's clock. The try-out may set it ahead; nowhere else does it differ from the machine's."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        """The moment that the program takes it to be, in UTC."""
        return now() + self.ahead
