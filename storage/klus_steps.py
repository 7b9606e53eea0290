"""The steps of a klus: asked for, taken, given, done, dropped, corrected. Each leaves a row with its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from storage.entries import Evidence
from storage.klussen import OPEN, State, kept_one, same_as
from storage.once import insert_once
from storage.tables import Entry, Klus, KlusChange, KlusHelper, KlusPhoto

NO_KLUS = "no klus"
"""Why a klus was dropped: it never was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a klus: what is or was to be done, where, and for which group."""

    what: str
    place: str | None = None
    group_id: int | None = None


def request(session: Session, room_id: int, told: Told, evidence: Evidence) -> Klus:
    """A klus to be done."""
    klus = _add(session, room_id, told, State.ASKED, evidence)
    _note(session, klus, "asked", evidence, klus.what)
    return klus


def done_at_once(session: Session, room_id: int, told: Told, on: date, evidence: Evidence) -> Klus:
    """A klus that was done before anybody asked the bot for it."""
    klus = _add(session, room_id, told, State.ASKED, evidence)
    _note(session, klus, "asked", evidence, klus.what)
    finish(session, klus, on, evidence)
    return klus


def _add(session: Session, room_id: int, told: Told, state: State, evidence: Evidence) -> Klus:
    added = None
    while added is None:
        # Who comes second with the same number finds it taken, and tries the next one.
        newest = session.exec(select(func.max(Klus.number)).where(Klus.room_id == room_id)).one()
        added = insert_once(
            session,
            Klus,
            room_id=room_id,
            number=(newest or 0) + 1,
            what=told.what,
            place=told.place,
            group_id=told.group_id,
            state=state,
            asked_by=evidence.by,
            asked_at=evidence.at,
            inbox_id=evidence.inbox_id,
        )
    return session.get_one(Klus, added)


def _note(session: Session, klus: Klus, change: str, evidence: Evidence, value: str = "") -> None:
    session.add(
        KlusChange(
            klus_id=klus.id,
            change=change,
            value=value,
            changed_at=evidence.at,
            changed_by=evidence.by,
            inbox_id=evidence.inbox_id,
        )
    )
    session.flush()


def take(session: Session, klus: Klus, person_id: int, evidence: Evidence) -> None:
    """The person does the klus from now on, beside whoever does it already; by themselves, or given by another."""
    if not _add_helper(session, klus, person_id, evidence):
        return
    if klus.state == State.ASKED:
        klus.state = State.TAKEN
    _note(session, klus, "taken" if person_id == evidence.by else "given", evidence, str(person_id))


def add_helper(session: Session, klus: Klus, person_id: int, evidence: Evidence) -> None:
    """The person turns out to have done the klus too."""
    if _add_helper(session, klus, person_id, evidence):
        _note(session, klus, "helped", evidence, str(person_id))


def _add_helper(session: Session, klus: Klus, person_id: int, evidence: Evidence) -> bool:
    if session.get(KlusHelper, (klus.id, person_id)) is not None:
        return False
    session.add(KlusHelper(klus_id=klus.id, person_id=person_id, since=evidence.at))
    session.flush()
    return True


def remove_helper(session: Session, klus: Klus, person_id: int, evidence: Evidence) -> None:
    """The person does not do the klus after all, or did not; one that nobody does is asked for again."""
    wanted = select(KlusHelper).where(
        col(KlusHelper.klus_id).in_(same_as(session, klus)), KlusHelper.person_id == person_id
    )
    found = list(session.exec(wanted))
    if not found:
        return
    for helper in found:
        session.delete(helper)
    session.flush()
    if klus.state == State.TAKEN and not _has_helper(session, klus):
        klus.state = State.ASKED
    _note(session, klus, "returned", evidence, str(person_id))


def _has_helper(session: Session, klus: Klus) -> bool:
    return session.exec(select(KlusHelper).where(KlusHelper.klus_id == klus.id)).first() is not None


def finish(session: Session, klus: Klus, on: date, evidence: Evidence) -> None:
    """The klus was done on this day; told again, the day alone changes."""
    if klus.state == State.DONE and klus.done_on == on:
        return
    if klus.state != State.DONE:
        klus.closed_at = evidence.at
    klus.state, klus.done_on = State.DONE, on
    _note(session, klus, "done", evidence, on.isoformat())


def drop(session: Session, klus: Klus, evidence: Evidence, why: str = "") -> None:
    """The klus need not be done, or never was one (``NO_KLUS``)."""
    klus.state, klus.done_on, klus.closed_at = State.DROPPED, None, evidence.at
    _note(session, klus, "dropped", evidence, why)


def reopen(session: Session, klus: Klus, evidence: Evidence) -> None:
    """It was closed by mistake: whoever had it in hand has it again, else it is asked for again."""
    klus.state = State.TAKEN if _has_helper(session, klus) else State.ASKED
    klus.done_on, klus.closed_at = None, None
    _note(session, klus, "reopened", evidence, klus.state)


def set_corporation(session: Session, klus: Klus, name: str, evidence: Evidence) -> None:
    """Which housing corporation's house it was; "" is none of them."""
    klus.corporation = name
    _note(session, klus, "corporation", evidence, name)


def set_what(session: Session, klus: Klus, what: str, evidence: Evidence) -> None:
    """What is or was to be done, in other words."""
    klus.what = what
    _note(session, klus, "description", evidence, what)


def set_place(session: Session, klus: Klus, place: str, evidence: Evidence) -> None:
    """Where it is; the step does not keep it."""
    klus.place = place
    _note(session, klus, "place", evidence)


def set_group(session: Session, klus: Klus, group_id: int | None, evidence: Evidence) -> None:
    """For which group it was."""
    klus.group_id = group_id
    _note(session, klus, "group", evidence, "" if group_id is None else str(group_id))


def merge(session: Session, klus: Klus, into: Klus, evidence: Evidence) -> Klus:
    """The klus is the same as another, and counts no more beside it; the one that is kept.

    What is done is done: where this one was done and the other not, the one that is kept is done. Hours and helpers of
    both are its own from now on, and what is known of this one alone. A klus stays as it is when merged into itself.
    """
    into = kept_one(session, into)
    if into.id == kept_one(session, klus).id:
        return into
    klus.duplicate_of = into.id
    klus.closed_at = klus.closed_at or evidence.at
    _note(session, klus, "merged", evidence, str(into.number))
    if klus.state == State.DONE and klus.done_on is not None and into.state != State.DONE:
        finish(session, into, klus.done_on, evidence)
    if into.corporation is None and klus.corporation is not None:
        set_corporation(session, into, klus.corporation, evidence)
    return into


def part(session: Session, klus: Klus, evidence: Evidence) -> None:
    """It was not the same as the other: it counts by itself again."""
    klus.duplicate_of = None
    if klus.state in OPEN:
        klus.closed_at = None
    _note(session, klus, "parted", evidence)


def link_entries(session: Session, klus: Klus, entry_ids: Iterable[int]) -> None:
    """The hours of these entries went into the klus."""
    session.execute(update(Entry).where(col(Entry.id).in_(list(entry_ids))).values(klus_id=klus.id))


def add_photo(
    session: Session, klus: Klus, reference: str, channel: str, *, is_after: bool, evidence: Evidence
) -> KlusPhoto:
    """A picture of the klus, by the platform's reference to it."""
    photo = KlusPhoto(
        klus_id=klus.id,
        is_after=is_after,
        channel=channel,
        reference=reference,
        taken_at=evidence.at,
        by=evidence.by,
    )
    session.add(photo)
    _note(session, klus, "photo", evidence, "after" if is_after else "before")
    return photo


def turn_photo(session: Session, klus: Klus, photo: KlusPhoto, evidence: Evidence) -> None:
    """The picture is of after it instead of before, or the other way round."""
    photo.is_after = not photo.is_after
    _note(session, klus, "photo", evidence, "after" if photo.is_after else "before")


def remove_photo(session: Session, klus: Klus, photo: KlusPhoto, evidence: Evidence) -> None:
    """The picture can be shown no more: the platform's reference to it goes."""
    photo.reference = ""
    _note(session, klus, "photo", evidence, "removed")


def return_all(session: Session, person_id: int, evidence: Evidence, room_id: int | None = None) -> list[Klus]:
    """Who leaves, one room or all, does none of the klussen in their hands any more; those that nobody does now."""
    wanted = (
        select(Klus)
        .join(KlusHelper, col(KlusHelper.klus_id) == col(Klus.id))
        .where(KlusHelper.person_id == person_id, Klus.state == State.TAKEN)
    )
    held = list(session.exec(wanted if room_id is None else wanted.where(Klus.room_id == room_id)))
    for klus in held:
        remove_helper(session, klus, person_id, evidence)
    return [klus for klus in held if klus.state == State.ASKED]
