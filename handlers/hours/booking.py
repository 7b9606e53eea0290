"""Writing hours into the books, and telling everybody whom it concerns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup
from sqlmodel import Session

from handlers.for_others.others_report import same_work
from handlers.hours.entry_words import entries_words, entry_words, name_of
from handlers.hours.limits import ALL, Fine
from handlers.hours.milestones import milestone_words
from handlers.hours.sheet import Sheet, company_of, tells_of_others
from handlers.hours.which_group import ask_which_group
from handlers.klussen import klus_booked
from handlers.messages import Button, Reply
from handlers.participants.attendance_questions import ask_guests
from handlers.rights import groups_for
from handlers.turn import Turn
from language.say.words import lines
from storage import entries, people
from storage.entries import Status, Work
from storage.named import is_named
from storage.rooms import settings_of
from storage.runs import tell_once
from storage.tables import EntryVersion, Person, Room

HOURS_WAIT = "hours_wait"
"""That hours wait is told once a day, under this name."""


def book(
    turn: Turn, sheet: Sheet, works: Sequence[Work], verdicts: Sequence[Fine], rooms: Sequence[int]
) -> list[Reply]:
    """Book all works of the sheet and echo them; others are told of what was booked for them."""
    made = [
        _book_one(turn, draft.person or turn.person.id, room_id, work, verdict)
        for draft, room_id, work, verdict in zip(sheet.drafts, rooms, works, verdicts, strict=True)
    ]
    milestones = milestone_words(turn, made)
    # What somebody's hours come to is not for a group chat to read.
    here, apart = ([], milestones) if turn.in_group_chat else (milestones, [])
    told = [Reply(text=lines(apart), to_person=turn.person.id)] if apart else []
    return [
        _echo(turn, sheet, made, here),
        *told,
        *_tell_owners(turn, made),
        *klus_booked.tell_others(turn, sheet, made),
        *ask_approval(turn, made),
    ]


def _book_one(turn: Turn, person_id: int, room_id: int, work: Work, verdict: Fine) -> EntryVersion:
    reason = verdict.reason or "logged"
    there = same_work(turn, person_id, room_id, work)
    if there is not None and is_named(there):
        # Somebody named them before, which was not certain: now it is.
        entry = entries.revise(turn.session, there, work, verdict.status, turn.evidence, reason)
    else:
        entry = entries.add_entry(turn.session, room_id, person_id, work, verdict.status, turn.evidence, reason)
    if work.group_id is not None:
        people.join_group(turn.session, work.group_id, person_id)
    end_break(turn, room_id, person_id, work)
    return entry


def end_break(turn: Turn, room_id: int, person_id: int, work: Work) -> None:
    """Who worked was back: an open break ends the day before, or never was."""
    for pause in people.open_breaks(turn.session, room_id, person_id, work.date):
        pause.ends = work.date - timedelta(days=1)
        if pause.ends < pause.starts:
            turn.session.delete(pause)


def _echo(turn: Turn, sheet: Sheet, made: Sequence[EntryVersion], milestones: Sequence[Markup]) -> Reply:
    # Those who helped with a klus are named behind it: the writer reads each amount once.
    helped = [entry for entry, draft in zip(made, sheet.drafts, strict=True) if draft.person in sheet.helping]
    words = [_echo_line(turn, [entry for entry in made if entry not in helped] or made[:1])]
    if len(sheet.drafts) > 1 and any(tells_of_others(draft) for draft in sheet.drafts) and not helped:
        words.append(turn.say("only-your-hours"))
    if made[0].person_id != turn.person.id and people.is_paper(turn.session, made[0].person_id):
        words.append(turn.say("has-no-chat", name=name_of(turn.session, turn.voice, made[0].person_id)))
    words += milestones
    if sheet.klus_id is not None or any(draft.klus for draft in sheet.drafts):
        return klus_booked.echo(turn, sheet, made, words, wrong_button(turn))
    text = lines(words)
    if not sheet.group_asked and all(entry.group_id is None for entry in made):
        groups = [group for group in groups_for(turn, made[0].person_id) if group.room_id == made[0].room_id]
        [draft] = sheet.drafts if len(sheet.drafts) == 1 else [None]
        company = company_of(draft) if draft is not None and tells_of_others(draft) else None
        if groups:
            return ask_which_group(turn, text, made, groups, sheet.unknown, company)
    about = tuple(entry.entry_id for entry in made)
    guests = _ask_guests(turn, sheet, made)
    if guests is not None:
        return replace(guests, text=lines([text, guests.text]), about=about)
    return Reply(text=text, buttons=(wrong_button(turn),), about=about)


def _ask_guests(turn: Turn, sheet: Sheet, made: Sequence[EntryVersion]) -> Reply | None:
    """Whether those who were told of beside the hours took part; None where nobody was, or it is not clear in what."""
    places = {(entry.room_id, entry.group_id, entry.date) for entry in made}
    room_id, group_id, on = next(iter(places))
    if not sheet.guests or len(places) > 1 or group_id is None:
        return None
    if any(tells_of_others(draft) for draft in sheet.drafts):
        # Who else was there is asked first.
        return None
    return ask_guests(turn, room_id, group_id, on, (sheet.guests, sheet.new_guests), wrong_button(turn))


def _echo_line(turn: Turn, made: Sequence[EntryVersion]) -> Markup:
    key = "logged-waits" if any(entry.status == Status.WAITING for entry in made) else "logged"
    owner = made[0].person_id
    if owner != turn.person.id:
        return turn.say(
            f"{key}-for",
            name=name_of(turn.session, turn.voice, owner),
            **entries_words(turn.session, turn.voice, made),
        )
    return turn.say(key, **entries_words(turn.session, turn.voice, made))


def wrong_button(turn: Turn) -> Button:
    """[Klopt niet]: about the entries that this message made or changed."""
    return turn.button("button-wrong", f"wrong:{turn.inbox.id}")


def _tell_owners(turn: Turn, made: Sequence[EntryVersion]) -> list[Reply]:
    return [tell_owner(turn, entry, "told-logged") for entry in made if entry.person_id != turn.person.id]


def tell_owner(turn: Turn, entry: EntryVersion, key: str) -> Reply:
    """What somebody else did to a person's hours, with the one tap by which they object, or ask about it."""
    owner = turn.session.get_one(Person, entry.person_id)
    voice = turn.voice_for(owner)
    text = voice.say(key, name=turn.person.name, entry=entry_words(turn.session, voice, entry))
    button = Button(voice.label("button-wrong"), f"object:{entry.entry_id}")
    if entry.status == Status.WITHDRAWN:
        button = Button(voice.label("button-ask-coordinator"), "human")
    return turn.tell(owner.id, Reply(text=text, buttons=(button,), about=(entry.entry_id,)))


def ask_approval(turn: Turn, made: Sequence[EntryVersion]) -> list[Reply]:
    """What waits is put before the room's coordinators."""
    asked = []
    for entry in made:
        # Who was named by somebody who may not log for them is put before the group's leader, in the report.
        if entry.status != Status.WAITING or is_named(entry):
            continue
        if entry.reason == ALL:
            asked += _tell_that_hours_wait(turn, entry)
            continue
        for coordinator in people.coordinators(turn.session, entry.room_id):
            voice = turn.voice_for(coordinator)
            name = name_of(turn.session, voice, entry.person_id)
            words = {"name": name, "entry": entry_words(turn.session, voice, entry)}
            text = voice.say(f"approve-{entry.reason}", **words, **waiting_limits(turn.session, entry.room_id))
            buttons = (
                Button(voice.label("button-approve"), f"approve:{entry.id}"),
                Button(voice.label("button-refuse"), f"refuse:{entry.id}"),
            )
            asked.append(turn.tell(coordinator.id, Reply(text=text, buttons=buttons, about=(entry.entry_id,))))
    return asked


def _tell_that_hours_wait(turn: Turn, entry: EntryVersion) -> list[Reply]:
    """In a room that approves all hours a coordinator hears so once a day, and sees to them together."""
    told = []
    for coordinator in people.coordinators(turn.session, entry.room_id):
        if tell_once(turn.session, coordinator.id, entry.room_id, HOURS_WAIT, turn.today.isoformat(), turn.now):
            voice = turn.voice_for(coordinator)
            button = Button(voice.label("button-requests"), "requests")
            told.append(turn.tell(coordinator.id, Reply(text=voice.say("hours-wait"), buttons=(button,))))
    return told


def waiting_limits(session: Session, room_id: int) -> dict[str, int]:
    """The amounts above which hours wait in a room, as the texts about them need them."""
    settings = settings_of(session.get_one(Room, room_id))
    return {"day": settings.wait_day_hours, "week": settings.wait_week_hours, "days": settings.wait_after_days}
