"""Agreements as they are kept: for each room and year what it promised."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from storage.agreements.file import AgreementError, AgreementFile, Fault
from storage.agreements.terms import Terms
from storage.rooms import agreement_of, room_by_slug, rooms
from storage.tables import Agreement, Room

_COLUMNS = {"title", "volunteer_hours", "active_volunteer_hours"}


def load(
    session: Session,
    parsed: AgreementFile,
    *,
    year: int | None = None,
    is_example: bool = False,
    slugs: Collection[str] = (),
) -> list[Agreement]:
    """Keep what each room promised, for ``year`` or else the agreement's own; all rooms of it, or those named.

    Raises AgreementError when there is no such room, before anything is kept.
    """
    faults = [Fault(("rooms", slug), "the agreement has no such room.") for slug in slugs if slug not in parsed.rooms]
    chosen = [slug for slug in parsed.rooms if not slugs or slug in slugs]
    there = {slug: room.id for slug in chosen if (room := room_by_slug(session, slug))}
    faults += [Fault(("rooms", slug), f"there is no room {slug!r}.") for slug in chosen if slug not in there]
    if faults:
        known = ", ".join(room.slug for room in rooms(session)) or "none yet"
        raise AgreementError([*faults, Fault((), f"The rooms are: {known}.")])
    year = parsed.year if year is None else year
    return [
        keep_agreement(session, room_id, year, parsed.terms_of(slug, year), is_example=is_example)
        for slug, room_id in there.items()
    ]


def keep_agreement(session: Session, room_id: int, year: int, terms: Terms, *, is_example: bool = False) -> Agreement:
    """Keep what a room promised for a year, in place of what was kept before."""
    agreement = agreement_of(session, room_id, year)
    if agreement is None:
        agreement = Agreement(room_id=room_id, year=year, title="", volunteer_hours=0, active_volunteer_hours=0)
        session.add(agreement)
    agreement.title = terms.title
    agreement.volunteer_hours = terms.volunteer_hours
    agreement.active_volunteer_hours = terms.active_volunteer_hours
    agreement.is_example = is_example
    agreement.terms = terms.model_dump(mode="json", exclude=_COLUMNS)
    session.flush()
    return agreement


def kept_agreements(session: Session) -> list[tuple[Room, Agreement]]:
    """All agreements with their rooms, by the name of the room, each room's newest year first."""
    wanted = select(Room, Agreement).join(Agreement, col(Agreement.room_id) == col(Room.id))
    return list(session.exec(wanted.order_by(col(Room.name), col(Agreement.year).desc())))


def terms_of(agreement: Agreement) -> Terms:
    """All that the agreement says for its room and year."""
    columns = {name: getattr(agreement, name) for name in _COLUMNS}
    return Terms.model_validate({**agreement.terms, **columns})
