"""The names in a report: who is meant, who ran it and does not count, who must be asked about."""

from dataclasses import dataclass, replace
from typing import Any

from handlers.messages import Reply
from handlers.participants.attendance_sheet import Sheet, turnout_from
from handlers.participants.participant_matching import Match, find, fits, fold
from handlers.participants.participant_names import given_name
from handlers.turn import Turn
from storage import attendance_names, entries, participants
from storage.groups import people_in, survivor
from storage.tables import Person

WHO = "attendance_who"
RUNNER, OTHER = "runner", "other"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means: somebody who ran it for certain, or as far as the participants' names tell; ``runners`` are
    those who ran it and may be meant, by their first names."""

    match: Match
    is_runner: bool = False
    runners: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nobody is known by a name like it."""
        return not self.is_runner and not self.runners and self.match.certain is None and not self.match.likely


def meant_by(turn: Turn, sheet: Sheet, name: str) -> Meant:
    """Whom of the room the name means, at this activity."""
    if sheet.room_id is None:
        raise ValueError("a name means somebody in a room")
    known = participants.known_names(turn.session, sheet.room_id)
    turnout = turnout_from(replace(sheet, heads=sheet.heads or 0, new=None, named=()))
    match = find(name, known, attendance_names.known_at(turn.session, sheet.room_id, turnout))
    if match.certain is not None:
        return Meant(match)
    # Who is named already is hardly named a second time, and surely not by a slip.
    others = tuple(key for key in match.likely if key not in sheet.named)
    match = replace(match, likely=others if others or match.is_slip else match.likely)
    runners = [runner for runner in runner_names(turn, sheet) if fits(name, runner)]
    if any(fold(runner) == fold(name) for runner in runners) and (match.is_slip or not match.likely):
        return Meant(Match(), is_runner=True)
    if runners and match.is_slip:
        return Meant(Match(), runners=tuple(runners))
    return Meant(match, runners=tuple(runners))


def runner_names(turn: Turn, sheet: Sheet) -> list[str]:
    """The names, first name and initial, of those who ran it: who is in the group, or logged hours for it that day."""
    if sheet.group_id is None or sheet.room_id is None or sheet.date is None:
        return []
    into = survivor(turn.session, sheet.group_id).id
    logged = entries.entries_in(turn.session, sheet.room_id, sheet.date, sheet.date)
    ids = people_in(turn.session, [into]) | {entry.person_id for entry in logged if entry.group_id == sheet.group_id}
    names = (given_name(turn.session.get_one(Person, key).name) for key in sorted(ids))
    return list(dict.fromkeys(name.name for name in names if name is not None))


def matched(turn: Turn, sheet: Sheet) -> Sheet:
    """The sheet with every name in its place that is certain; ``names`` are those that must be asked about."""
    asked: list[str] = []
    for name in dict.fromkeys(sheet.names):
        meant = meant_by(turn, sheet, name)
        if meant.is_runner:
            sheet = without_runner(sheet, name)
        elif meant.match.certain is not None:
            sheet = with_named(sheet, meant.match.certain)
        elif meant.is_new:
            sheet = replace(sheet, newcomers=tuple(dict.fromkeys((*sheet.newcomers, name))))
        else:
            asked.append(name)
    return replace(sheet, names=tuple(asked))


def with_named(sheet: Sheet, participant_id: int) -> Sheet:
    """The sheet with this participant among those who came."""
    return replace(sheet, named=tuple(dict.fromkeys((*sheet.named, participant_id))))


def without_runner(sheet: Sheet, name: str) -> Sheet:
    """The sheet without somebody who was told among those who came, and ran it: they do not count."""
    was_counted = sheet.heads is not None and not sheet.names_later
    heads = max(0, (sheet.heads or 0) - 1) if was_counted else sheet.heads
    return replace(sheet, heads=heads, left_out=(*sheet.left_out, name))


def ask_who(turn: Turn, sheet: Sheet, kind: str = WHO, **state: Any) -> Reply:
    """Whom the first of the names that are not certain means."""
    name = sheet.names[0]
    meant = meant_by(turn, sheet, name)
    called = participants.names_of(turn.session, meant.match.likely)
    options = [(str(key), called[key]) for key in meant.match.likely]
    options += [(RUNNER, turn.label("button-runner", name=runner)) for runner in meant.runners[:1]]
    if len(options) == 1:
        other = called[meant.match.likely[0]] if called else ""
        key = "same-participant" if fold(other) == fold(name) else "same-as-participant"
        text = turn.say(key if called else "same-as-runner", name=name, other=other)
        options = [(options[0][0], turn.label("button-yes")), (OTHER, turn.label("button-no-other"))]
    else:
        text = turn.say("which-participant", name=name)
        options.append((OTHER, turn.label("button-somebody-else")))
    return turn.ask(kind, text, options, turnout=sheet.to_json(), **state)
