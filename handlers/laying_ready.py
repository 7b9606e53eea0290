"""The answers to a message, laid ready to be sent, or handed over in the response to whoever brought the message."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.messages import Incoming, Kind, Reply
from storage import outbox, people
from storage.inbox import Taken
from storage.outbox import Address, Receipt

HandOver = Callable[[Session, Address, datetime], timedelta | None]
"""How long a chat rests after an answer that goes in the response; None where no answer to the address can go so."""
_LONGEST_ANSWER = 2000  # characters: surely one message on every platform, however they are counted


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that was just taken in, and how it can be answered."""

    session: Session
    taken: Taken
    incoming: Incoming
    now: datetime
    hand_over: HandOver | None = None
    is_survey_turn: bool = False
    """Nothing may lead from its answers to the message."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is handed over: its row in the outbox, the chat that it goes to, and what it says."""

    id: int
    chat: str
    body: dict[str, Any]
    is_all: bool = True
    """Nothing else was laid ready with it."""


def lay_ready(arrival: Arrival, replies: Iterable[Reply], person_id: int | None) -> Answer | None:
    """Lay the replies ready to be sent; the one that is handed over instead is returned."""
    incoming, answer = arrival.incoming, None
    trace = "" if arrival.is_survey_turn else incoming.trace
    pressed = incoming.replies_to if incoming.kind is Kind.BUTTON else ""
    laid = [(reply.row(pressed), _address(arrival.session, reply, incoming, person_id)) for reply in replies]
    here = sum(address is not None and _is_here(address, incoming) for _, address in laid)
    for row, address in laid:
        if address is None:
            continue
        receipt = _receipt(arrival, row, address) if here == 1 and _is_here(address, incoming) else None
        kept = outbox.put(arrival.session, address, arrival.now, trace=trace, receipt=receipt, **row)
        answer = answer if receipt is None else Answer(kept, address.chat, row["body"], is_all=len(laid) == 1)
    return answer


def _receipt(arrival: Arrival, row: dict[str, Any], address: Address) -> Receipt | None:
    if arrival.hand_over is None or not _is_plain(row):
        return None
    rest = arrival.hand_over(arrival.session, address, arrival.now)
    return None if rest is None else Receipt(inbox_id=arrival.taken.id, rests_until=arrival.now + rest)


def _is_plain(row: dict[str, Any]) -> bool:
    """Whether it is words and buttons alone, to be sent now, so that one request is all that it takes.

    A question is more: when nobody learns whether it arrived, it may wait for ever for its answer.
    """
    body = row["body"]
    more = any(body[what] for what in ("attachment", "photo", "menu", "reaction", "replaces"))
    return not (more or row["asks"]) and row["not_before"] is None and 0 < len(body["text"].strip()) <= _LONGEST_ANSWER


def _is_here(address: Address, incoming: Incoming) -> bool:
    return (address.channel, address.chat) == (incoming.channel, incoming.chat)


def _address(session: Session, reply: Reply, incoming: Incoming, person_id: int | None) -> Address | None:
    if reply.to_person is None:
        return Address(channel=incoming.channel, chat=reply.to_chat or incoming.chat, person_id=person_id)
    account = people.reachable_account(session, reply.to_person, reply.to_account)
    if account is None:
        return None
    return Address(channel=account.channel, chat=account.chat, person_id=reply.to_person)
