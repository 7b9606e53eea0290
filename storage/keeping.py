"""How long words are kept: what is erased, and when. Ids, times, rules and values stay as evidence."""

from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage import locks
from storage.entries import Status
from storage.outbox import FAILED, WAITING
from storage.people import forget
from storage.tables import DatedFact, Dialogue, EntryVersion, Inbox, Member, Outbox, Person

SETTLED_DAYS = 30
FAILED_DAYS = 14
CONSENT_DAYS = 14
FORMER_DAYS = 400


def erase_received(session: Session, now: datetime) -> int:
    """Erase the words of messages: 30 days after their entries are settled, after 14 where handling failed."""
    settled, failed = now - timedelta(days=SETTLED_DAYS), now - timedelta(days=FAILED_DAYS)
    made, current = aliased(EntryVersion), aliased(EntryVersion)
    unsettled = (
        select(made.id)
        .join(current, col(current.entry_id) == col(made.entry_id))
        .where(
            col(made.inbox_id) == col(Inbox.id),
            col(current.is_current),
            or_(
                col(current.status).in_((Status.WAITING, Status.DISPUTED)),
                col(current.changed_at) > settled,
            ),
        )
        .exists()
    )
    erased = session.execute(
        update(Inbox)
        .where(
            col(Inbox.payload).is_not(None),
            or_(
                and_(col(Inbox.error).is_(None), col(Inbox.received_at) <= settled, ~unsettled),
                and_(col(Inbox.error).is_not(None), col(Inbox.received_at) <= failed),
            ),
        )
        .values(payload=None)
        .returning(col(Inbox.id))
    )
    return len(erased.all())


def erase_sent(session: Session, now: datetime) -> int:
    """Erase the words of our own messages: 30 days after they were made, after 14 where the platform refused them."""
    erased = session.execute(
        update(Outbox)
        .where(
            col(Outbox.body).is_not(None),
            or_(
                and_(col(Outbox.status) != WAITING, col(Outbox.created_at) <= now - timedelta(days=SETTLED_DAYS)),
                and_(col(Outbox.status) == FAILED, col(Outbox.created_at) <= now - timedelta(days=FAILED_DAYS)),
            ),
        )
        .values(body=None)
        .returning(col(Outbox.id))
    )
    return len(erased.all())


def erase_chats_of_forgotten(session: Session) -> int:
    """Erase where the last messages to people who left went: the goodbye was sent after they were forgotten."""
    gone = select(Person.id).where(col(Person.forgotten_at).is_not(None))
    erased = session.execute(
        update(Outbox)
        .where(col(Outbox.person_id).in_(gone), col(Outbox.status) != WAITING, col(Outbox.chat) != "")
        .values(body=None, chat="")
        .returning(col(Outbox.id))
    )
    return len(erased.all())


def close_old_questions(session: Session, now: datetime) -> int:
    """Close questions that nobody answered for 30 days: what was asked holds words of the person."""
    closed = session.execute(
        update(Dialogue)
        .where(col(Dialogue.kind) != "", col(Dialogue.asked_at) <= now - timedelta(days=SETTLED_DAYS))
        .values(kind="", state={})
        .returning(col(Dialogue.person_id))
    )
    return len(closed.all())


def forget_former_members(session: Session, today: date, now: datetime) -> int:
    """Forget who left every room more than 400 days ago and did not come back; the year's report looked back on it."""
    long_ago = today - timedelta(days=FORMER_DAYS)
    of_person = col(Member.person_id) == col(Person.id)
    wanted = select(Person).where(
        col(Person.forgotten_at).is_(None),
        select(Member.id).where(of_person).exists(),
        ~select(Member.id)
        .where(of_person, or_(col(Member.left_on).is_(None), col(Member.left_on) > long_ago))
        .exists(),
        ~select(DatedFact.id)
        .where(
            col(DatedFact.person_id) == col(Person.id),
            col(DatedFact.withdrawn_at).is_(None),
            or_(col(DatedFact.ends).is_(None), col(DatedFact.ends) > long_ago),
        )
        .exists(),
    )
    return _forget(session, wanted, today, now)


def forget_without_consent(session: Session, today: date, now: datetime) -> int:
    """Forget who wrote to the bot, did not agree within 14 days, and is in no room.

    A member of the association who is nothing else was never asked: their name goes by ``dated_facts.forget_names``.
    """
    wanted = select(Person).where(
        col(Person.consented_at).is_(None),
        col(Person.forgotten_at).is_(None),
        col(Person.created_at) <= now - timedelta(days=CONSENT_DAYS),
        ~select(Member.id).where(col(Member.person_id) == col(Person.id)).exists(),
        ~select(DatedFact.id).where(col(DatedFact.person_id) == col(Person.id)).exists(),
    )
    return _forget(session, wanted, today, now)


def _forget(session: Session, wanted: SelectOfScalar[Person], today: date, now: datetime) -> int:
    # Who writes at this very moment may join, or come back: looked at once more when nobody writes for them.
    locks.people(session, [person.id for person in session.exec(wanted)])
    people = list(session.exec(wanted))
    for person in people:
        forget(session, person, today, now)
    return len(people)
