"""Hours on their way into the books, as far as they are known: what a dialogue keeps between two messages."""

from dataclasses import asdict, dataclass, replace
from datetime import date, time
from typing import Any

from language.understand.meaning import Draft
from storage.entries import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The drafts of one message; all of them are booked, or none."""

    drafts: tuple[Draft, ...] = ()
    readings: tuple[tuple[Draft, ...], ...] = ()
    """Two or more ways to read the message, while it is asked which."""
    unknown: str | None = None
    """A word that stood for an activity and is none the room knows."""
    room_id: int | None = None
    sure: tuple[str, ...] = ()
    """What was asked and answered with yes: the doubt and the draft it was about, "day_total:0"."""
    step_by_step: bool = False
    """Filled in with buttons: the group and the day are asked too."""
    group_asked: bool = False
    others_only: bool = False
    """It tells what those did who are named, and not the writer."""
    klus_id: int | None = None
    """The klus that the hours went into, where it is one that was asked for."""
    klus_people: int = 0
    """How many did it, where that was told and not all of them are known yet."""
    helping: tuple[int, ...] = ()
    """Who did a klus together with the writer: their hours come with the writer's own."""
    left_out: tuple[str, ...] = ()
    """Names of others who did it too, and for whom nothing can be booked now."""
    unknown_names: tuple[str, ...] = ()
    """Names of others who did it too, and whom the room does not know, or not for certain."""
    photo: str = ""
    """The platform's reference to the picture that came with it."""
    guests: int | None = None
    """How many took part, where that is told beside the hours: it is asked whether to note that too."""
    new_guests: int | None = None
    heads: int | None = None
    """The one bare number of the message, where it may tell how many took part instead of an amount."""

    def with_draft(self, index: int, **known: Any) -> "Sheet":
        """The sheet with more known about one draft."""
        drafts = list(self.drafts)
        drafts[index] = replace(drafts[index], **known)
        return replace(self, drafts=tuple(drafts))

    def sure_of(self, index: int) -> tuple[str, ...]:
        """The doubts about one draft that were answered with yes."""
        return tuple(doubt for doubt, _, of in (sure.partition(":") for sure in self.sure) if of == str(index))

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        plain = asdict(self)
        plain["drafts"] = [_draft_to_json(draft) for draft in self.drafts]
        plain["readings"] = [[_draft_to_json(draft) for draft in reading] for reading in self.readings]
        return plain


def sheet_from_json(plain: dict[str, Any]) -> Sheet:
    """The sheet that ``to_json`` wrote."""
    return Sheet(
        **{
            **plain,
            "drafts": tuple(_draft_from_json(draft) for draft in plain["drafts"]),
            "readings": tuple(tuple(_draft_from_json(draft) for draft in reading) for reading in plain["readings"]),
            "sure": tuple(plain["sure"]),
            "helping": tuple(plain["helping"]),
            "left_out": tuple(plain["left_out"]),
            "unknown_names": tuple(plain["unknown_names"]),
        }
    )


def tells_of_others(draft: Draft) -> bool:
    """Whether it says that the writer did not work alone: how many there were, or their names."""
    return draft.person is None and draft.klus is None and ((draft.people or 0) > 1 or bool(draft.names))


def company_of(draft: Draft) -> dict[str, Any]:
    """Who else was there, as plain JSON: how many others (None where not told), and their names as typed."""
    return {"others": draft.people - 1 if draft.people else None, "names": list(draft.names)}


def work_of_draft(draft: Draft) -> Work:
    """What a complete draft books. Raises ValueError where amount or day is missing."""
    if draft.minutes is None or draft.date is None:
        raise ValueError("a draft without amount or day cannot be booked")
    group_id = None if draft.group is None else int(draft.group)
    return Work(date=draft.date, minutes=draft.minutes, group_id=group_id, starts=draft.starts, ends=draft.ends)


def _draft_to_json(draft: Draft) -> dict[str, Any]:
    plain = asdict(draft)
    for name in ("date", "starts", "ends"):
        plain[name] = None if plain[name] is None else plain[name].isoformat()
    return plain


def _draft_from_json(plain: dict[str, Any]) -> Draft:
    known = dict(plain)
    known["date"] = None if known["date"] is None else date.fromisoformat(known["date"])
    for name in ("starts", "ends"):
        known[name] = None if known[name] is None else time.fromisoformat(known[name])
    known["names"] = tuple(known["names"])
    return Draft(**known)
