"""Whose hours a sheet may book, in which room, and what the books say to them."""

from dataclasses import replace

from handlers.hours import limits
from handlers.hours.entry_words import name_of
from handlers.hours.sheet import Sheet, work_of_draft
from handlers.klussen.klus_people import match_names
from handlers.rights import may_log_for
from handlers.turn import Turn
from language.understand.klus_likeness import alike, places_differ
from language.understand.meaning import Draft
from storage import entries, people
from storage.entries import Standing, Status, Work
from storage.klussen import klus_of_entry
from storage.named import is_named
from storage.rooms import settings_of
from storage.tables import Group, Klus

_NOT_FOR_HELPERS = ("same", "overlap")
"""Doubts that only the person themselves can answer."""


def _owner(turn: Turn, draft: Draft) -> int:
    return draft.person or turn.person.id


def _may_log(turn: Turn, sheet: Sheet, draft: Draft, room_id: int, group_id: int | None) -> bool:
    """Whether the writer may log this draft; of a klus done together also the hours of another member of the room."""
    if draft.person in sheet.helping:
        return turn.place_in(room_id) is not None and people.member_of(turn.session, room_id, draft.person) is not None
    return may_log_for(turn, _owner(turn, draft), room_id, group_id)


def rooms_for(turn: Turn, sheet: Sheet, draft: Draft) -> list[int]:
    """The rooms in which the writer may log this person's hours without naming a group."""
    rooms = [place.room.id for place in turn.places]
    if sheet.klus_id is not None:
        rooms = [turn.session.get_one(Klus, sheet.klus_id).room_id]
    return [room_id for room_id in rooms if _may_log(turn, sheet, draft, room_id, None)]


def groups_of_draft(turn: Turn, sheet: Sheet, draft: Draft) -> list[Group]:
    """The groups for which the writer may log this person's hours."""
    return [group for group in turn.groups if _may_log(turn, sheet, draft, group.room_id, group.id)]


def in_only_group(turn: Turn, sheet: Sheet, draft: Draft) -> Draft:
    """A leader logs for members of the led group: which one that is needs no asking where it is one."""
    if draft.group is not None or rooms_for(turn, sheet, draft):
        return draft
    groups = groups_of_draft(turn, sheet, draft)
    return replace(draft, group=str(groups[0].id)) if len(groups) == 1 else draft


def is_allowed(turn: Turn, sheet: Sheet, draft: Draft) -> bool:
    """Whether the writer may log this draft at all."""
    if draft.group is None:
        return bool(rooms_for(turn, sheet, draft) or groups_of_draft(turn, sheet, draft))
    room_id = turn.group_rooms.get(int(draft.group))
    return room_id is not None and _may_log(turn, sheet, draft, room_id, int(draft.group))


def without_doubtful(turn: Turn, sheet: Sheet) -> Sheet:
    """The sheet without those whose hours would have to be asked about: what they did is not the writer's to hear."""
    doubtful = []
    for index, draft in enumerate(sheet.drafts):
        if not _is_told_on(turn, sheet, draft):
            continue
        verdict = _weigh_alone(turn, sheet, [work_of_draft(draft) for draft in sheet.drafts], index)
        if isinstance(verdict, limits.Refuse) or (
            isinstance(verdict, limits.AskFirst) and verdict.doubt in _NOT_FOR_HELPERS
        ):
            doubtful.append(draft)
    names = tuple(name_of(turn.session, turn.voice, _owner(turn, draft)) for draft in doubtful)
    kept = tuple(draft for draft in sheet.drafts if draft not in doubtful)
    return replace(sheet, drafts=kept, left_out=(*sheet.left_out, *names)) if doubtful else sheet


def _is_told_on(turn: Turn, sheet: Sheet, draft: Draft) -> bool:
    """Whether these are another's hours that the writer may tell because of a klus alone."""
    if draft.person is None or draft.person not in sheet.helping:
        return False
    groups = [(group.room_id, group.id) for group in turn.groups if str(group.id) == draft.group]
    rooms = [(room_id, None) for room_id in rooms_for(turn, sheet, draft)]
    return not any(may_log_for(turn, draft.person, *place) for place in groups or rooms)


def weigh(turn: Turn, sheet: Sheet, works: list[Work], index: int) -> limits.Fine | limits.AskFirst | limits.Refuse:
    """What the books say to one draft of the sheet; of a helper's hours that leave a doubt, that they wait."""
    verdict = _weigh_alone(turn, sheet, works, index)
    if isinstance(verdict, limits.AskFirst) and _is_told_on(turn, sheet, sheet.drafts[index]):
        return limits.Fine(Status.WAITING, "late" if verdict.doubt == "long_ago" else "day")
    return verdict


def _weigh_alone(
    turn: Turn, sheet: Sheet, works: list[Work], index: int
) -> limits.Fine | limits.AskFirst | limits.Refuse:
    draft = sheet.drafts[index]
    work, person_id = works[index], _owner(turn, draft)
    known = entries.entries_around(
        turn.session,
        person_id,
        work.date,
        # What somebody does in another room is not for this room's coordinator to read.
        None if person_id == turn.person.id else room_of(turn, sheet, index),
    )
    # What others did is weighed for each of them, when it is written for them.
    known = [] if sheet.others_only else [entry for entry in known if not is_named(entry)]
    beside = [
        limits.Booked(work=other, at=turn.now - limits.SAME_AGAIN * 2)
        for place, other in enumerate(works[:index])
        if _owner(turn, sheet.drafts[place]) == person_id
    ]
    place = turn.place_in(room_of(turn, sheet, index)) or turn.places[0]
    booked = [
        replace(other, at=other.at - limits.SAME_AGAIN * 2) if _is_of_other_klus(turn, draft, entry) else other
        for entry, other in zip(known, limits.booked(known), strict=True)
    ]
    verdict = limits.weigh(
        work, [*booked, *beside], turn.local_time, turn.now, settings_of(place.room), sheet.sure_of(index)
    )
    # A coordinator is the one for whom it would wait.
    return limits.Fine() if isinstance(verdict, limits.Fine) and place.member.is_coordinator else verdict


def _is_of_other_klus(turn: Turn, draft: Draft, entry: Standing) -> bool:
    """Whether an entry is surely of another klus than the draft: as long as that one, and still not the same again."""
    klus = klus_of_entry(turn.session, entry.entry_id) if draft.klus else None
    if klus is None or not draft.klus:
        return False
    return places_differ(draft.place, klus.place) or not alike(draft.klus, klus.what)


def room_of(turn: Turn, sheet: Sheet, index: int) -> int:
    """The room that the draft's group belongs to, or else the one that was chosen, or the only one."""
    draft = sheet.drafts[index]
    found = None if draft.group is None else turn.group_rooms.get(int(draft.group))
    rooms = rooms_for(turn, sheet, draft)
    return found or (sheet.room_id if sheet.room_id in rooms else rooms[0])


def together(sheet: Sheet) -> Sheet:
    """The sheet with the hours of helpers as long as those of whom they helped, also after these were asked again."""
    drafts: list[Draft] = []
    lead: Draft | None = None
    for draft in sheet.drafts:
        if lead is None or draft.person not in sheet.helping:
            lead = draft
        drafts.append(replace(lead, person=draft.person))
    return replace(sheet, drafts=tuple(drafts))


def with_helpers(turn: Turn, sheet: Sheet) -> Sheet:
    """The sheet with the hours of those who did a klus together with the writer: "kraan gemaakt met Piet, 45 min"."""
    drafts: list[Draft] = []
    helping, unknown = list(sheet.helping), list(sheet.unknown_names)
    for index, draft in enumerate(sheet.drafts):
        if not draft.klus or not draft.names or draft.person is not None:
            drafts.append(draft)
            continue
        named = match_names(turn, room_of(turn, sheet, index), draft.names)
        drafts += [replace(draft, names=(), person=key) for key in (None, *named.found)]
        helping += named.found
        unknown += [*named.several, *named.unknown]
    return replace(sheet, drafts=tuple(drafts), helping=tuple(helping), unknown_names=tuple(unknown))
