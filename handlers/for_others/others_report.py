"""A report of a group's work on its way: what was done, who was there, whom a name means, who may say so."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any, NamedTuple

from markupsafe import Markup
from rapidfuzz import fuzz, process

from handlers.messages import Reply
from handlers.rights import is_coordinator_of, led_groups
from handlers.turn import Turn
from storage import entries, people
from storage.entries import Status, Work
from storage.groups import people_in
from storage.short_names import is_like
from storage.tables import EntryVersion

_ALIKE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody tells of a group's work, while it is asked who else was there."""

    inbox: int
    """The message that told of it."""
    own: int | None = None
    """The entry of the writer's own hours, where they were there. What it says was done by the others too."""
    alone: dict[str, Any] | None = None
    """What others did without the writer, where there is no such entry: a ``Done`` as plain JSON."""
    others: int | None = None
    """How many others there were, where that was told."""
    people: tuple[int, ...] = ()
    """The others, as far as they are known."""
    made: tuple[int, ...] = ()
    """The entries that it brought into the books for them."""
    names: tuple[str, ...] = ()
    """Names that may mean several people, or nobody known, still to be asked about."""
    echo: str = ""
    """What the writer was told of their own hours, or of what others did without them."""
    guests: int | None = None
    """How many took part, where that was told too: in the end it is asked whether to note that."""
    new_guests: int | None = None
    unasked: tuple[int, ...] = ()
    """Entries that wait, and about which it is asked after an hour of silence."""
    asking: int | None = None
    """The newest message that told of these."""

    @property
    def words(self) -> Markup:
        """``echo`` as safe text again, when it comes out of a dialogue's state."""
        return Markup(self.echo)  # noqa: S704 (a text of ours, whose values were escaped)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        return asdict(self)


def report_from_json(plain: dict[str, Any]) -> Report:
    """The report that ``to_json`` wrote."""
    lists = {name: tuple(plain.get(name, ())) for name in ("people", "made", "names", "unasked")}
    return Report(**{**plain, **lists})


class Written(NamedTuple):
    """A report whose people are in the books as far as they can be, and who is told of that."""

    report: Report
    told: list[Reply]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done, in which room; by the writer too (then with their entry), or by others alone."""

    room_id: int
    work: Work
    person_id: int | None = None
    entry_id: int | None = None

    @property
    def group_id(self) -> int | None:
        """For which group it was."""
        return self.work.group_id

    @property
    def date(self) -> date:
        """On which day, in the room's zone."""
        return self.work.date

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        plain = asdict(self.work)
        said = {name: None if plain[name] is None else plain[name].isoformat() for name in ("date", "starts", "ends")}
        return {**plain, **said, "room_id": self.room_id}


def done_from_json(plain: dict[str, Any]) -> Done:
    """What ``to_json`` wrote."""
    known = {**plain, "date": date.fromisoformat(plain["date"])}
    for name in ("starts", "ends"):
        known[name] = None if plain[name] is None else time.fromisoformat(plain[name])
    return Done(room_id=known.pop("room_id"), work=Work(**known))


def done_of(entry: EntryVersion) -> Done:
    """What an entry says was done, by whose hours it are."""
    return Done(room_id=entry.room_id, work=entries.work_of(entry), person_id=entry.person_id, entry_id=entry.entry_id)


def done_in(turn: Turn, report: Report) -> Done | None:
    """What the report is about; None when its hours were taken away, or the writer has left that room."""
    if report.alone is not None:
        alone = done_from_json(report.alone)
        return None if turn.place_in(alone.room_id) is None else alone
    found = [] if report.own is None else entries.current(turn.session, [report.own])
    if not found or found[0].status == Status.WITHDRAWN or turn.place_in(found[0].room_id) is None:
        return None
    return done_of(found[0])


def may_name(turn: Turn, own: Done | EntryVersion) -> bool:
    """Whether what the writer says of others' hours goes into the books: for the led group, or the own room."""
    if is_coordinator_of(turn, own.room_id):
        return True
    return own.group_id is not None and own.group_id in [group.id for group in led_groups(turn)]


def same_work(turn: Turn, person_id: int, room_id: int, work: Work) -> EntryVersion | None:
    """An entry of this person that says the same already: as much, on that day, for that group."""
    return entries.same_entry(turn.session, person_id, room_id, work)


def made_for(turn: Turn, report: Report) -> dict[int, EntryVersion]:
    """The entries that this report brought into the books for others, by person, as far as they stand."""
    made = entries.current(turn.session, report.made)
    return {entry.person_id: entry for entry in made if entry.status != Status.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means: one for ``certain``, or several who ``may`` be meant; neither is nobody known."""

    certain: int | None = None
    may: tuple[int, ...] = ()


def meant_by(turn: Turn, own: Done | EntryVersion, name: str) -> Meant:
    """Whom of the room a name means. Certain is the one of the group who fits, when nobody else has that very name."""
    known = {person.id: person.name for _, person in people.members(turn.session, own.room_id)}
    like = [key for key, other in known.items() if is_like(other, name)]
    exact = [key for key in like if known[key].casefold() == name.casefold()]
    group = set() if own.group_id is None else people_in(turn.session, [own.group_id])
    near = [key for key in like if key in group]
    if len(exact) == 1 and (len(like) == 1 or near == exact):
        return Meant(certain=exact[0])
    if len(near) == 1 and not exact:
        return Meant(certain=near[0])
    if like:
        return Meant(may=tuple(sorted(like, key=lambda key: key not in group)))
    slips = process.extract(name.casefold(), {key: other.casefold() for key, other in known.items()}, limit=3,
                            scorer=fuzz.ratio, score_cutoff=_ALIKE)  # fmt: skip
    return Meant(may=tuple(key for _, _, key in slips))


def is_name(turn: Turn, own: Done | EntryVersion, name: str) -> bool:
    """Whether what was typed where names were asked is one: somebody's of the room, or written as names are."""
    small = ("de", "den", "der", "van", "el", "al", "ten", "ter")
    meant = meant_by(turn, own, name)
    return bool(meant.certain or meant.may) or all(word[:1].isupper() or word in small for word in name.split())


def names_of(turn: Turn, person_ids: Sequence[int]) -> list[str]:
    """What these people are called, in this order."""
    return [people.who_is(turn.session, key).name for key in person_ids]
