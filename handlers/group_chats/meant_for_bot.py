"""Whether something said in a group chat is meant for the bot, when it was not said to it in so many words."""

from handlers.addressed import made_by, replied_to, subject_made_by, subject_replied_to
from handlers.rights import coordinated, led_groups
from handlers.turn import Turn
from language.understand.meaning import Draft, Meaning, Understanding
from storage import inbox


def is_surely_report(turn: Turn, meant: Understanding) -> bool:
    """Whether it tells with certainty what was done, in a chat that reports for a group.

    Hours that name no work may be about anything ("2 uur", said to a neighbour), and are left alone.
    """
    if turn.coupled_to is None:
        return False
    match meant.meaning:
        case Meaning.LOG:
            return any(_names_work(draft) for draft in meant.drafts)
        case Meaning.ATTENDANCE:
            return meant.attendance is not None and bool(meant.attendance.heads or meant.attendance.names)
        case Meaning.TALLY:
            return meant.tally is not None and bool(led_groups(turn) or coordinated(turn))
        case Meaning.FINISHED:
            return any(draft.minutes or draft.klus for draft in meant.drafts)
        case _:
            return meant.meaning is Meaning.KLUS_REQUEST


def _names_work(draft: Draft) -> bool:
    return bool(draft.group or draft.activity or draft.people or draft.names or draft.klus)


def is_correction(turn: Turn, meant: Understanding) -> bool:
    """Whether it corrects a report: an edit of it, a reply to it, or the very next thing said, by who reported."""
    message = turn.incoming.message
    if turn.incoming.edited:
        return bool(made_by(turn, message) or subject_made_by(turn, message))
    if turn.incoming.replies_to and subject_replied_to(turn) is not None:
        return True
    if turn.incoming.replies_to:
        return bool(replied_to(turn)) and meant.meaning in (Meaning.CORRECTION, Meaning.DELETE, Meaning.LOG)
    before = inbox.directly_before(turn.session, turn.inbox)
    if before is None or before.person_id != turn.person.id or meant.meaning is not Meaning.CORRECTION:
        return False
    return bool(made_by(turn, before.message) or subject_made_by(turn, before.message))


def was_asked_just_now(turn: Turn) -> bool:
    """Whether nothing else was said in the chat since the bot asked this person something."""
    before = inbox.directly_before(turn.session, turn.inbox)
    return turn.question is not None and before is not None and before.id == turn.question.number
