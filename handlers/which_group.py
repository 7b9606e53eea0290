"""Asking afterwards for which group hours were: they are booked already, so silence loses nothing."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.entry_words import entries_words, group_label
from handlers.messages import Button, Reply
from handlers.questions import read_answer
from handlers.teaching import teach
from handlers.turn import Turn
from handlers.vocabulary import understood
from storage import entries, people
from storage.entries import Status
from storage.tables import EntryVersion

QUESTION = "which_group"


def ask_which_group(turn: Turn, echo: str, made: Sequence[EntryVersion], unknown: str | None, wrong: Button) -> Reply:
    """The echo of what was booked, and the question which group it was for."""
    options = [(str(group.id), group_label(group)) for group in turn.groups]
    options.append(("none", turn.label("button-no-group")))
    asked = turn.say("which-group") if unknown is None else turn.say("which-group-unknown", word=unknown)
    ids = [entry.entry_id for entry in made]
    reply = turn.ask(QUESTION, asked, options, also=(wrong,), entries=ids, unknown=unknown)
    return replace(reply, text=echo + "\n" + asked, about=tuple(ids))


def answer(turn: Turn) -> list[Reply] | None:
    """Book the group; None when what was said names none."""
    if turn.question is None:
        return None
    given = read_answer(turn)
    value = given.value or _typed_group(turn)
    if value is None:
        return None
    state = turn.question_state
    made = entries.current(turn.session, state["entries"])
    turn.settle()
    if value == "none":
        return [Reply(text=turn.say("no-group-is-fine"), about=tuple(entry.entry_id for entry in made))]
    changed = [_with_group(turn, entry, int(value)) for entry in made if entry.status != Status.WITHDRAWN]
    text = turn.say("changed", **entries_words(turn.session, turn.voice, changed))
    button = turn.button("button-wrong", f"wrong:{turn.inbox.id}")
    echo = Reply(text=text, buttons=(button,), about=tuple(entry.entry_id for entry in changed))
    return [echo] if state["unknown"] is None else [echo, *teach(turn, state["unknown"], int(value))]


def _with_group(turn: Turn, entry: EntryVersion, group_id: int) -> EntryVersion:
    people.join_group(turn.session, group_id, entry.person_id)
    work = replace(entries.work_of(entry), group_id=group_id)
    return entries.revise(turn.session, entry, work, Status(entry.status), turn.evidence, "group")


def _typed_group(turn: Turn) -> str | None:
    meant = understood(turn)
    if len(meant.drafts) != 1 or {part.kind for part in meant.parts} != {"activity"}:
        return None
    return meant.drafts[0].group
