"""Words that a room's people taught the bot."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.tables import Group, LearnedWord


def learn(session: Session, room_id: int, word: str, group_id: int, taught_by: int, now: datetime) -> LearnedWord:
    """From now on ``word`` means the group in this room; a word learned before gets its new meaning."""
    wanted = select(LearnedWord).where(LearnedWord.room_id == room_id, LearnedWord.word == word)
    learned = session.exec(wanted).one_or_none()
    if learned is None:
        learned = LearnedWord(room_id=room_id, word=word, group_id=group_id, taught_by=taught_by, taught_at=now)
        session.add(learned)
    learned.group_id, learned.taught_by, learned.taught_at = group_id, taught_by, now
    learned.checked_at = learned.checked_by = None
    session.flush()
    return learned


def learned_words(session: Session, room_id: int) -> list[tuple[LearnedWord, Group]]:
    """The room's learned words with the groups they mean, by word; not those of groups that were closed."""
    wanted = (
        select(LearnedWord, Group)
        .join(Group, col(Group.id) == col(LearnedWord.group_id))
        .where(LearnedWord.room_id == room_id, col(Group.closed_at).is_(None))
        .order_by(col(LearnedWord.word))
    )
    return list(session.exec(wanted))


def unchecked_words(session: Session, room_id: int) -> list[tuple[LearnedWord, Group]]:
    """Those of them that no coordinator has said to be right."""
    return [(learned, group) for learned, group in learned_words(session, room_id) if learned.checked_at is None]


def check(learned: LearnedWord, by: int, now: datetime) -> None:
    """A coordinator says that the word means what somebody taught."""
    learned.checked_at, learned.checked_by = now, by


def take_back(session: Session, learned: LearnedWord) -> None:
    """The word means nothing any more."""
    session.delete(learned)
    session.flush()
