"""Asking afterwards for which group hours were: they are booked already, so silence loses nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.hours.entry_words import entries_words, group_label
from handlers.klussen.klus_hours import follow
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import may_change
from handlers.teaching import teach
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import entries, people
from storage.entries import Status
from storage.groups import survivor
from storage.tables import EntryVersion, Group

QUESTION = "which_group"


def ask_which_group(
    turn: Turn,
    echo: str,
    made: Sequence[EntryVersion],
    groups: Sequence[Group],
    unknown: str | None,
    company: Mapping[str, Any] | None = None,
) -> Reply:
    """The echo of what was booked, and the question for which of the groups it was; ``company`` was there too."""
    options = [(str(group.id), group_label(group)) for group in groups]
    options.append(("none", turn.label("button-no-group")))
    asked = turn.say("which-group") if unknown is None else turn.say("which-group-unknown", word=unknown)
    ids = [entry.entry_id for entry in made]
    wrong = turn.button("button-wrong", f"wrong:{turn.inbox.id}")
    reply = turn.ask(QUESTION, asked, options, also=(wrong,), entries=ids, unknown=unknown, company=company)
    return replace(reply, text=echo + "\n" + asked, about=tuple(ids))


def answer(turn: Turn) -> list[Reply] | None:
    """Book the group; None when what was said names none of those asked about."""
    state = turn.question_state
    value = read_answer(turn).value or _typed_group(turn)
    if value is None:
        return None
    if value not in dict(state["options"]):
        return [turn.ask_again(turn.say("not-an-answer"))]
    made = [entry for entry in entries.current(turn.session, state["entries"]) if may_change(turn, entry)]
    standing = [entry for entry in made if entry.status != Status.WITHDRAWN]
    turn.settle()
    if value == "none" or not standing:
        return [Reply(text=turn.say("no-group-is-fine"), about=tuple(entry.entry_id for entry in made))]
    group = survivor(turn.session, int(value))
    if group.closed_at is not None:
        return [Reply(text=turn.say("group-closed", group=group_label(group)))]
    changed = [_with_group(turn, entry, group.id) for entry in standing]
    waits = any(entry.status == Status.WAITING for entry in changed)
    text = turn.say("changed-waits" if waits else "changed", **entries_words(turn.session, turn.voice, changed))
    button = turn.button("button-wrong", f"wrong:{turn.inbox.id}")
    echo = Reply(text=text, buttons=(button,), about=tuple(entry.entry_id for entry in changed))
    word = state["unknown"]
    # A word with a capital may be the name of somebody who was helped: that is not for the whole room to keep.
    return [echo] if word is None or word != word.lower() else [echo, *teach(turn, word, group.id)]


def _with_group(turn: Turn, entry: EntryVersion, group_id: int) -> EntryVersion:
    people.join_group(turn.session, group_id, entry.person_id)
    work = replace(entries.work_of(entry), group_id=group_id)
    reason = entry.reason if entry.status == Status.WAITING else "group"
    changed = entries.revise(turn.session, entry, work, Status(entry.status), turn.evidence, reason)
    follow(turn, entry, changed)
    return changed


def _typed_group(turn: Turn) -> str | None:
    meant = understood(turn)
    if meant.meaning is Meaning.DENY:
        return "none"
    if len(meant.drafts) != 1 or {part.kind for part in meant.parts} != {"activity"}:
        return None
    return meant.drafts[0].group
