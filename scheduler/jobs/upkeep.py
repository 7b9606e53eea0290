"""The nightly upkeep: words that were kept long enough are erased."""

from datetime import datetime

from sqlmodel import Session

from scheduler.job_run import Counts
from scheduler.jobs.surveys import close_over
from storage import dated_facts, keeping, klussen, outbox, shifts
from storage.participant_keeping import erase_unseen
from storage.rooms import RoomSettings


def upkeep(session: Session, now: datetime) -> Counts:
    """Erase what the design's "Keeping" says; ids, times and values stay."""
    today = now.astimezone(RoomSettings().zone).date()
    # Those that lock rooms go before those that lock people, as messages do.
    return {
        "surveys": close_over(session, today, now),
        "participants": erase_unseen(session, today, now),
        "dropped": outbox.drop_expired(session, now),
        "received": keeping.erase_received(session, now),
        "places": klussen.erase_places(session, now),
        "sent": keeping.erase_sent(session, now),
        "chats": keeping.erase_chats_of_forgotten(session),
        "questions": keeping.close_old_questions(session, now),
        "shifts": shifts.drop_old(session, now),
        "forgotten": keeping.forget_without_consent(session, today, now),
        "former": keeping.forget_former_members(session, today, now),
        "association": dated_facts.forget_names(session, today),
    }
