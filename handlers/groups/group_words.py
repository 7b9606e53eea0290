"""What a coordinator says about groups in words: "nieuwe groep breiclub", "sluit de breiclub"."""

import re

from handlers.groups import group_ending, group_names
from handlers.messages import Reply
from handlers.names import group_name_in
from handlers.rights import coordinated
from handlers.turn import Turn
from handlers.vocabulary import understood
from storage.groups import group_called
from storage.tables import Group

_MAKE = re.compile(r"(?:maak |make )?(?:een |a )?(?:nieuwe groep|new group)(?::? (?P<new>.+))?", re.IGNORECASE)
_RENAME = re.compile(
    r"(?P<old>.+?) (?:heet nu|heet voortaan|wordt voortaan|is now called) (?P<new>.+)"
    r"|(?:hernoem|rename) (?P<old2>.+?) (?:naar|to) (?P<new2>.+)",
    re.IGNORECASE,
)
_MERGE = re.compile(r"(?:voeg|merge) (?P<old>.+?) (?:samen met|bij|into|with) (?P<new>.+?)(?: samen)?", re.IGNORECASE)
_CLOSE = re.compile(r"(?:sluit|close) (?P<old>.+)", re.IGNORECASE)
_OPEN = re.compile(r"(?:open|heropen|reopen) (?P<old>.+?)(?: weer| again)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de |het |the )?(?:(?P<called>groep |group )?)", re.IGNORECASE)
_LAST = re.compile(r" (?:groep|group)$", re.IGNORECASE)


def said(turn: Turn) -> list[Reply] | None:
    """What is to be done with a group; None when the message says no such thing, or the writer coordinates no room."""
    if not coordinated(turn):
        return None
    text = " ".join(turn.incoming.text.split()).rstrip(".! ")
    made = _MAKE.fullmatch(text)
    if made:
        return _make(turn, made["new"])
    renamed = _RENAME.fullmatch(text)
    if renamed:
        return _rename(turn, renamed["old"] or renamed["old2"], renamed["new"] or renamed["new2"])
    merged = _MERGE.fullmatch(text)
    if merged:
        return _merge(turn, merged["old"], merged["new"])
    closed = _CLOSE.fullmatch(text)
    if closed and (group := called(turn, closed["old"])) is not None and group.closed_at is None:
        return group_ending.ask_close(turn, group)
    opened = _OPEN.fullmatch(text)
    if opened and (group := called(turn, opened["old"])) is not None and group.closed_at is not None:
        return group_ending.open_again(turn, group.id)
    return None


def make(turn: Turn, text: str) -> list[Reply] | None:
    """Behind ``/groepen``: "nieuw breiclub"; None when it says something else."""
    command, _, name = text.partition(" ")
    return _make(turn, name or None) if command.casefold() in ("nieuw", "nieuwe", "new") else None


def called(turn: Turn, words: str) -> Group | None:
    """The one group of the writer's rooms that is called so, with "de groep" before it or without."""
    bare = _ARTICLE.sub("", words, count=1)
    for name in (words, bare, _LAST.sub("", bare)):
        found = [group_called(turn.session, place.room.id, name) for place in coordinated(turn)]
        known = [group for group in found if group is not None]
        if known:
            return known[0] if len(known) == 1 else None
    return None


def _make(turn: Turn, name: str | None) -> list[Reply] | None:
    if name is None:
        return group_names.ask_new(turn)
    # "nieuwe groep: 2 uur tuin" tells hours.
    hours = any(draft.minutes is not None for draft in understood(turn, name).drafts)
    return None if hours or group_name_in(name) is None else group_names.ask_new(turn, group_name_in(name))


def _rename(turn: Turn, old: str, new: str) -> list[Reply] | None:
    group, name = called(turn, old), group_name_in(_ARTICLE.sub("", new, count=1))
    if group is not None and name is not None:
        return group_names.rename(turn, group, name)
    article = _ARTICLE.match(old)
    if article and article["called"]:
        return [Reply(text=turn.say("group-unknown", name=old[article.end() :]))]
    return None


def _merge(turn: Turn, old: str, new: str) -> list[Reply] | None:
    group, target = called(turn, old), called(turn, new)
    if group is None or target is None or group.id == target.id or group.room_id != target.room_id:
        return None
    return [group_ending.ask_merge_sure(turn, group, target)]
