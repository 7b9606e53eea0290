""" "mijn gegevens": a file with all that is kept of the writer."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from handlers.hours.entry_words import name_of
from handlers.messages import Attachment, Kind, Reply
from handlers.participants.attendance_words import place_words
from handlers.rights import led_groups
from handlers.turn import Turn
from language.say import without_markup
from language.say.figures import figure_name
from reports.personal_data import PersonalData, Section
from storage import (
    attendances,
    dated_facts,
    entries,
    explanations,
    group_chats,
    habits,
    inbox,
    klussen,
    outbox,
    people,
    shifts,
    surveys,
)  # fmt: skip
from storage.groups import groups_with
from storage.runs import told_to
from storage.tables import EntryVersion, Group, Klus, Room

_RIGHT_TO_LEFT = ("ar",)


def my_data(turn: Turn) -> list[Reply]:
    """``/mijngegevens``."""
    file = PersonalData(
        file_name=f"mijn-gegevens-{turn.today.isoformat()}",
        description=turn.label("data-title"),
        language=turn.person.language,
        right_to_left=turn.person.language in _RIGHT_TO_LEFT,
        title=turn.label("data-title"),
        introduction=turn.label("data-introduction", day=turn.voice.day(turn.today)),
        sections=tuple(
            part(turn)
            for part in (
                _about,
                _places,
                _breaks,
                _facts,
                _regular,
                _shifts,
                _hours,
                _klussen,
                _attendances,
                _chats,
                _messages,
                _answers,
                _told,
                _explanations,
                _surveys,
            )
        ),
    )
    return [Reply(text=turn.say("my-data"), attachment=Attachment(surveys.PERSONAL_FILE, file.to_data()))]


def _section(turn: Turn, key: str, rows: Sequence[tuple[str, ...]], columns: tuple[str, ...] = ()) -> Section:
    return Section(
        title=turn.label(f"data-{key}"),
        explanation=turn.label(f"data-{key}-why"),
        columns=tuple(turn.label(f"data-column-{column}") for column in columns),
        rows=tuple(rows),
        nothing=turn.label("data-nothing"),
    )


def _about(turn: Turn) -> Section:
    person = turn.person
    zone = turn.room_settings.zone
    rows: list[tuple[str, ...]] = [
        (turn.label("data-name"), person.name),
        (turn.label("data-language"), turn.label("language-name")),
    ]
    if person.consented_at is not None:
        agreed = turn.voice.day(person.consented_at.astimezone(zone).date())
        rows.append(
            (
                turn.label("data-agreed"),
                turn.label("data-agreed-value", day=agreed, version=str(person.consent_version)),
            )
        )
    rows += [
        (turn.label("data-account", channel=account.channel), account.external_id)
        for account in people.accounts_of(turn.session, person.id)
    ]
    return _section(turn, "about", rows)


def _places(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = []
    groups, led = groups_with(turn.session, turn.person.id), {group.id for group in led_groups(turn)}
    for place in turn.places:
        role = turn.label("role-coordinator" if place.member.is_coordinator else "role-volunteer")
        of_room = ", ".join(
            f"{group.name} ({turn.label('role-leader')})" if group.id in led else group.name
            for group in groups
            if group.room_id == place.room.id
        )
        rows.append((place.room.name, role, of_room or "-", turn.voice.day(place.member.joined_on)))
    return _section(turn, "places", rows, ("room", "role", "groups", "since"))


def _breaks(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (turn.voice.day(pause.starts), "-" if pause.ends is None else turn.voice.day(pause.ends))
        for place in turn.places
        for pause in people.breaks_of(turn.session, place.member.id)
    ]
    return _section(turn, "breaks", rows, ("from", "until"))


def _facts(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (
            turn.session.get_one(Room, fact.room_id).name,
            turn.label(f"data-fact-{fact.kind}"),
            turn.voice.day(fact.starts),
            "-" if fact.ends is None else turn.voice.day(fact.ends),
            turn.label("button-no" if fact.withdrawn_at else "button-yes"),
        )
        for fact in dated_facts.facts_of(turn.session, turn.person.id)
    ]
    return _section(turn, "facts", rows, ("room", "what", "from", "until", "counts"))


def _regular(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (
            turn.label(f"weekday-{habit.weekday}"),
            turn.voice.duration(habit.minutes),
            _group_name(turn, habit.group_id),
            turn.voice.day(habit.begins_on),
            "-" if habit.ended_on is None else turn.voice.day(habit.ended_on),
        )
        for habit in habits.all_habits_of(turn.session, turn.person.id)
    ]
    return _section(turn, "regular", rows, ("day", "amount", "group", "from", "until"))


def _shifts(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (
            _group_name(turn, shift.group_id),
            _moment(turn, shift.started_at),
            "-" if shift.ended_at is None else _moment(turn, shift.ended_at),
        )
        for shift in shifts.shifts_of(turn.session, turn.person.id)
    ]
    return _section(turn, "shifts", rows, ("group", "from", "until"))


def _group_name(turn: Turn, group_id: int | None) -> str:
    return "-" if group_id is None else turn.session.get_one(Group, group_id).name


def _hours(turn: Turn) -> Section:
    every = entries.entries_of(turn.session, turn.person.id, date.min, date.max, tuple(entries.Status))
    rows = [
        _version_row(turn, version) for entry in every for version in entries.versions(turn.session, entry.entry_id)
    ]
    return _section(turn, "hours", rows, ("number", "day", "amount", "group", "status", "by", "at"))


def _version_row(turn: Turn, version: EntryVersion) -> tuple[str, ...]:
    return (
        f"{version.entry_id}.{version.version}",
        turn.voice.day(version.date),
        turn.voice.duration(version.minutes),
        _group_name(turn, version.group_id),
        turn.label(f"status-{version.status}" if version.is_current else "status-older"),
        name_of(turn.session, turn.voice, version.changed_by),
        _moment(turn, version.changed_at),
    )


def _chats(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (row.channel, row.chat, _moment(turn, row.coupled_at))
        for row in group_chats.coupled_by(turn.session, turn.person.id)
    ]
    return _section(turn, "chats", rows, ("channel", "chat", "at"))


def _klussen(turn: Turn) -> Section:
    every = klussen.of_person(turn.session, turn.person.id)
    rows = [_klus_row(turn, klus) for klus in every]
    return _section(turn, "klussen", rows, ("number", "what", "part", "status", "place", "photos", "at"))


def _klus_row(turn: Turn, klus: Klus) -> tuple[str, ...]:
    asked = klus.asked_by == turn.person.id
    does = turn.person.id in klussen.helpers_of(turn.session, klus)
    parts = [turn.label(f"data-klus-{part}") for part, is_so in (("asked", asked), ("done", does)) if is_so]
    photos = [photo for photo in klussen.photos_of(turn.session, klus) if photo.by == turn.person.id]
    return (
        str(klus.number),
        klus.what,
        ", ".join(parts),
        turn.label(f"data-klus-state-{klus.state}"),
        klus.place or "-",
        str(len(photos)),
        _moment(turn, klus.asked_at),
    )


def _attendances(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (
            f"{version.attendance_id}.{version.version}",
            turn.voice.day(version.date),
            place_words(turn.session, turn.voice, version.group_id, version.activity),
            str(version.heads),
            "-" if version.new_heads is None else str(version.new_heads),
            _moment(turn, version.changed_at),
        )
        for version in attendances.changed_by(turn.session, turn.person.id)
    ]
    # Who came is not theirs to take along.
    return _section(turn, "attendances", rows, ("number", "day", "group", "heads", "new", "at"))


def _messages(turn: Turn) -> Section:
    rows = [
        (_moment(turn, message.sent_at), message.channel, _words(turn, message.payload or {}))
        for message in inbox.kept_of(turn.session, turn.person.id)
    ]
    return _section(turn, "messages", rows, ("at", "channel", "text"))


def _words(turn: Turn, payload: Mapping[str, Any]) -> str:
    if payload.get("kind") == Kind.BUTTON:
        return turn.label("data-button")
    # What stands behind /start is the code of an invite: not to be passed on with this file.
    return str(payload.get("text", "")).split(" ")[0] if _is_start(payload) else str(payload.get("text", ""))


def _is_start(payload: Mapping[str, Any]) -> bool:
    return str(payload.get("text", "")).startswith("/start")


def _answers(turn: Turn) -> Section:
    rows = [
        (_moment(turn, message.created_at), message.channel, without_markup(str((message.body or {}).get("text", ""))))
        for message in outbox.kept_to(turn.session, turn.person.id)
    ]
    return _section(turn, "answers", rows, ("at", "channel", "text"))


def _told(turn: Turn) -> Section:
    every = told_to(turn.session, turn.person.id)
    rows = [(_moment(turn, told.told_at), f"{told.what} {told.period}") for told in every]
    return _section(turn, "told", rows, ("at", "what"))


def _explanations(turn: Turn) -> Section:
    rows = [
        (
            turn.session.get_one(Room, given.room_id).name,
            figure_name(turn.voice, given.indicator, given.indicator),
            turn.voice.day(given.last),
            given.text or "-",
            _moment(turn, given.changed_at),
        )
        for given in explanations.given_by(turn.session, turn.person.id)
    ]
    return _section(turn, "explanations", rows, ("room", "what", "until", "text", "at"))


def _surveys(turn: Turn) -> Section:
    # What was answered is kept of nobody, nor whether.
    rows = [
        (
            turn.session.get_one(Room, asked.room_id).name,
            turn.voice.day(asked.opened_on),
            turn.voice.day(asked.ends_on),
        )
        for asked in surveys.open_rounds_with(turn.session, turn.person.id)
    ]
    return _section(turn, "surveys", rows, ("room", "from", "until"))


def _moment(turn: Turn, moment: datetime) -> str:
    return f"{moment.astimezone(turn.room_settings.zone):%Y-%m-%d %H:%M}"
