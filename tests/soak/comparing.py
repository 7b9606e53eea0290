"""The books beside what the platform knows that it delivered."""

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlmodel import Session, select

from storage import entries
from storage.tables import Account
from tests.faults.phones import plain
from tests.faults.stream import Stream
from tests.soak import phones
from tests.soak.books import CHANNEL, Books
from tests.telegram.standin import Standin

if TYPE_CHECKING:
    from tests.soak.series import Series

OF_ONE_PERIOD = ("Deze week: ", "<b>TOP: week", "Vorige week: ")
"""How messages begin of which everybody gets one a week."""


def messages(stream: Stream, books: Books) -> None:
    """All that was written is in, once, and handled; nothing else is."""
    missing = stream.wanted.keys() - books.received.keys()
    assert not missing, f"acknowledged and lost: {missing}"
    assert not books.received.keys() - stream.wanted.keys(), "taken in and never written"
    failed = {number: error for number, error in books.received.items() if error}
    assert not failed, f"could not be handled: {failed}"


def hours(stream: Stream, books: Books) -> None:
    """Each message booked what it says, once, and nothing was booked without one."""
    wanted = {number: told for number, told in stream.wanted.items() if told is not None}
    twice = [number for number, times in Counter(version.update for version in books.versions).items() if times > 1]
    assert not twice, f"booked twice: {twice}"
    for version in books.versions:
        told = wanted.pop(version.update, None)
        assert told is not None, f"booked without a message: {version}"
        assert version.status == "booked", version
        assert (version.account, version.group, version.date, version.minutes, version.version) == (
            told.account,
            told.group,
            told.date,
            told.minutes,
            told.version,
        ), f"{told} was booked as {version}"
    assert not wanted, f"not booked: {wanted}"
    assert books.entries == sum(version.version == 1 for version in books.versions)


def totals(engine: Engine, books: Books) -> None:
    """What everybody is told that they have is the sum of what was booked for them."""
    sums: dict[str, int] = defaultdict(int)
    for version in books.versions:
        if version.is_current:
            sums[str(version.account)] += version.minutes
    days = [version.date for version in books.versions]
    if not days:
        return
    with Session(engine) as session:
        for account in session.exec(select(Account).where(Account.channel == CHANNEL)):
            total = entries.total(session, account.person_id, _day(min(days)), _day(max(days)))
            assert total == sums[account.external_id], f"{account.external_id} has {total}"


def clock(books: Books) -> None:
    """What the clock does was done once for each period, and told once to each reader."""
    assert max(Counter(books.runs).values(), default=1) == 1, books.runs
    told = Counter(
        (row.chat, beginning) for row in books.outbox for beginning in OF_ONE_PERIOD if row.text.startswith(beginning)
    )
    assert max(told.values(), default=1) == 1, f"laid ready twice: {told}"


def phones_of(series: "Series", books: Books) -> Counter[int]:
    """Everything arrived, in order; returns how many messages each phone has a second time."""
    unsent = [row for row in books.outbox if row.status not in phones.ARRIVES and row.is_due]
    assert not unsent, f"not sent: {unsent}"
    answers = Counter(row.chat for row in books.outbox if not row.bulk)
    assert answers == Counter(series.stream.chats), "not one answer to each message"
    return Counter(
        phones.doubled(series.standin.people.values(), books.outbox, series.overtaken, swallowed(series.standin))
    )


def swallowed(standin: Standin) -> set[tuple[int, str]]:
    """The answers in a response to an update that the platform did not carry out, by chat and text."""
    with standin.world.lock:
        return {
            (int(call.parameters["chat_id"]), plain(str(call.parameters["text"])))
            for call in standin.world.calls
            if call.in_response and call.status != 200
        }


def _day(text: str) -> date:
    return date.fromisoformat(text)
