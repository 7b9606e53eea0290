"""What stands in a database of either kind, read from outside the program and without writing to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, or_, select

from storage.tables import Account, EntryVersion, Group, Inbox, Outbox, Run
from tests.faults.books import Version

CHANNEL = "telegram"


@dataclass(frozen=True, slots=True)
class Sent:
    """A message on its way out, or gone."""

    id: int
    chat: int
    status: str
    attempts: int
    bulk: bool
    text: str
    error: str | None
    is_due: bool
    """Whether it should have been sent by now, or was tried before; others wait for the end of the quiet hours."""


@dataclass(frozen=True, slots=True)
class Books:
    """All that is compared after a round."""

    received: dict[int, str | None]
    """The updates that were taken in, each with the error that it gave."""
    versions: list[Version]
    outbox: list[Sent]
    runs: list[tuple[str, str, int]]
    entries: int
    """How many entries there are."""


def read(engine: Engine, now: datetime) -> Books:
    """Read everything, at one moment. ``now`` is the programs' time."""
    with engine.connect() as connection:
        inbox = connection.execute(select(Inbox.external_id, Inbox.error).where(Inbox.channel == CHANNEL)).all()
        received = {int(number): error for number, error in inbox}
        assert len(received) == len(inbox), "an update is in the inbox twice"
        versions = connection.execute(
            select(
                Inbox.external_id,
                EntryVersion.entry_id,
                EntryVersion.version,
                EntryVersion.is_current,
                Account.external_id,
                Group.name,
                EntryVersion.date,
                EntryVersion.minutes,
                EntryVersion.status,
            )
            .select_from(EntryVersion)
            .outerjoin(Inbox, Inbox.id == EntryVersion.inbox_id)
            .outerjoin(Account, Account.person_id == EntryVersion.person_id)
            .outerjoin(Group, Group.id == EntryVersion.group_id)
            .order_by(EntryVersion.id)
        )
        outbox = connection.execute(
            select(
                Outbox.id,
                Outbox.chat,
                Outbox.status,
                Outbox.attempts,
                Outbox.bulk,
                Outbox.body,
                Outbox.error,
                Outbox.not_before,
            ).order_by(Outbox.id)
        )
        return Books(
            received,
            [
                Version(int(number), entry, version, current, int(account), group, date.isoformat(), minutes, status)
                for number, entry, version, current, account, group, date, minutes, status in versions
            ],
            [
                Sent(
                    key,
                    int(chat),
                    status,
                    attempts,
                    bulk,
                    body["text"],
                    error,
                    later is None or later <= now or attempts > 0,
                )
                for key, chat, status, attempts, bulk, body, error, later in outbox
            ],
            [(job, period, room) for job, period, room in connection.execute(select(Run.job, Run.period, Run.room_id))],
            connection.execute(select(func.count(EntryVersion.entry_id.distinct()))).scalar_one(),
        )


def unsent(engine: Engine, now: datetime) -> int:
    """How many messages should have been sent by ``now``, the programs' time, or were tried and not sent."""
    due = or_(Outbox.not_before.is_(None), Outbox.not_before <= now, Outbox.attempts > 0)
    with engine.connect() as connection:
        return connection.execute(
            select(func.count()).select_from(Outbox).where(Outbox.status == "waiting", due)
        ).scalar_one()
