""" "mijn gegevens": a file with all that is kept of the writer."""

from datetime import date

from handlers.entry_words import name_of
from handlers.messages import Attachment, Reply
from handlers.turn import Turn
from reports.personal_data import PersonalData, Section
from storage import entries, inbox, people
from storage.groups import groups_with
from storage.tables import EntryVersion, Group

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
        sections=(_about(turn), _places(turn), _breaks(turn), _hours(turn), _messages(turn)),
    )
    return [Reply(text=turn.say("my-data"), attachment=Attachment("personal_data", file.to_data()))]


def _section(turn: Turn, key: str, rows: list[tuple[str, ...]], columns: tuple[str, ...] = ()) -> Section:
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
    groups = groups_with(turn.session, turn.person.id)
    for place in turn.places:
        role = turn.label("role-coordinator" if place.member.is_coordinator else "role-volunteer")
        of_room = ", ".join(group.name for group in groups if group.room_id == place.room.id)
        rows.append((place.room.name, role, of_room or "-", turn.voice.day(place.member.joined_on)))
    return _section(turn, "places", rows, ("room", "role", "groups", "since"))


def _breaks(turn: Turn) -> Section:
    rows: list[tuple[str, ...]] = [
        (turn.voice.day(pause.starts), "-" if pause.ends is None else turn.voice.day(pause.ends))
        for place in turn.places
        for pause in people.breaks_of(turn.session, place.member.id)
    ]
    return _section(turn, "breaks", rows, ("from", "until"))


def _hours(turn: Turn) -> Section:
    every = entries.entries_of(turn.session, turn.person.id, date.min, date.max, tuple(entries.Status))
    rows = [
        _version_row(turn, version) for entry in every for version in entries.versions(turn.session, entry.entry_id)
    ]
    return _section(turn, "hours", rows, ("number", "day", "amount", "group", "status", "by", "at"))


def _version_row(turn: Turn, version: EntryVersion) -> tuple[str, ...]:
    group = None if version.group_id is None else turn.session.get_one(Group, version.group_id)
    at = version.changed_at.astimezone(turn.room_settings.zone)
    return (
        f"{version.entry_id}.{version.version}",
        turn.voice.day(version.date),
        turn.voice.duration(version.minutes),
        "-" if group is None else group.name,
        turn.label(f"status-{version.status}" if version.is_current else "status-older"),
        name_of(turn.session, turn.voice, version.changed_by),
        f"{at:%Y-%m-%d %H:%M}",
    )


def _messages(turn: Turn) -> Section:
    zone = turn.room_settings.zone
    rows: list[tuple[str, ...]] = [
        (
            f"{message.sent_at.astimezone(zone):%Y-%m-%d %H:%M}",
            message.channel,
            str((message.payload or {}).get("text", "")),
        )
        for message in inbox.kept_of(turn.session, turn.person.id)
    ]
    return _section(turn, "messages", rows, ("at", "channel", "text"))
