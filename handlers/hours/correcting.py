"""Correcting hours in words or with [Klopt niet]: which entry, what changes, and then a new version of it.

which entry? ──one──► what changes? ──said──► a new version, echoed
    │several               │not said
    ▼                      ▼
a list of entries     [Uren] [Dag] [Groep] [Weghalen] ──► the new value
"""

from collections.abc import Sequence

from handlers.addressed import LISTED, addressed, changeable, is_addressed, replied_to
from handlers.for_others.others_changing import ask_what_of_all, change_all, told_together
from handlers.hours.changing import change_entry, change_from_json, change_to_json, withdraw
from handlers.hours.entry_words import entry_label
from handlers.hours.what_wrong import ask_amount_of, ask_what, change_from, says_nothing
from handlers.klussen import klus_correcting
from handlers.klussen.klus_hours import leads
from handlers.messages import Reply
from handlers.own_messages import message_replied_to
from handlers.questions import read_answer
from handlers.turn import Turn
from handlers.vocabulary import named_days
from language.understand.meaning import Change, Meaning, Reason, Understanding
from storage import entries, outbox
from storage.entries import Status
from storage.klussen import klus_of_entry
from storage.tables import EntryVersion

WHICH = "which_entry"


def correct(turn: Turn, meant: Understanding) -> list[Reply]:
    """A correction in words: of the entry that is addressed, or asks which."""
    found = _matching(leads(turn, _of_that_day(turn, meant.change) or addressed(turn)), meant.change)
    readings = meant.ask.choices if meant.ask is not None else ()
    if len(found) == 1 and readings:
        amounts = [reading[0].minutes for reading in readings if reading[0].minutes]
        return [
            ask_amount_of(turn, found[0], [(str(minutes), turn.voice.short_duration(minutes)) for minutes in amounts])
        ]
    return choose(turn, found, meant.change, delete=False, surely=is_addressed(turn))


def _of_that_day(turn: Turn, change: Change | None) -> list[EntryVersion]:
    """ "Die van gisteren was 3 uur": the writer's own hours of the day that is named, unless they reply to others."""
    if change is None or change.was_date is None or turn.incoming.replies_to:
        return []
    recent = entries.last_entries(turn.session, turn.person.id, LISTED)
    return [entry for entry in recent if entry.date == change.was_date]


def reply_to_entry(turn: Turn, meant: Understanding) -> list[Reply] | None:
    """Bare hours, a day or a group in reply to the echo of one entry: what it should say; None for anything else."""
    if not turn.incoming.replies_to or meant.meaning not in (Meaning.LOG, Meaning.ASK) or len(meant.drafts) != 1:
        return None
    found, change = leads(turn, replied_to(turn)), change_from(meant)
    if len(found) != 1 or change is None or says_nothing(change) or meant.drafts[0].person is not None:
        return None
    if meant.ask is not None and meant.ask.reason is not Reason.MINUTES:
        return None
    return change_entry(turn, found[0], change)


def delete(turn: Turn, meant: Understanding) -> list[Reply]:
    """ "verwijder de laatste": the entry that is addressed, or asks which; of several named, one at a time."""
    days = named_days(meant)
    if days or any(part.kind == "number" for part in meant.parts):
        recent = entries.last_entries(turn.session, turn.person.id, LISTED)
        return choose(turn, [entry for entry in recent if not days or entry.date in days], None, delete=True)
    return choose(turn, addressed(turn), None, delete=True, surely=is_addressed(turn))


def wrong(turn: Turn, inbox_id: int) -> list[Reply]:
    """[Klopt niet] under an echo: about what it tells of, or what that message made or changed."""
    return wrong_of(turn, told_by(turn, inbox_id))


def told_by(turn: Turn, inbox_id: int) -> list[EntryVersion]:
    """What the pressed message tells of; of an older one, or on another channel, what the message behind it made."""
    ours = message_replied_to(turn)
    if ours is not None and ours.about and f"wrong:{inbox_id}" in outbox.buttons_of(ours):
        return entries.current(turn.session, ours.about)
    return entries.entries_from(turn.session, [inbox_id])


def wrong_of(turn: Turn, found: list[EntryVersion]) -> list[Reply]:
    """The same, of these entries."""
    if found and not changeable(turn, found):
        standing = [entry for entry in found if entry.status != entries.Status.WITHDRAWN]
        return [Reply(text=turn.say("not-yours" if standing else "button-done"))]
    return choose(turn, changeable(turn, found), None, delete=False)


def wrong_entry(turn: Turn, entry_id: int) -> list[Reply]:
    """A press on one entry of a list."""
    found = changeable(turn, entries.current(turn.session, [entry_id]))
    return choose(turn, found, None, delete=False) if found else [Reply(text=turn.say("not-yours"))]


def choose(
    turn: Turn, found: Sequence[EntryVersion], change: Change | None, *, delete: bool, surely: bool = True
) -> list[Reply]:
    """Change or delete the one entry that is meant, or ask which; not ``surely`` asks of one as well."""
    found = leads(turn, found)
    if not found:
        return [Reply(text=turn.say("nothing-to-correct"))]
    if surely and told_together(found) and klus_of_entry(turn.session, found[0].entry_id) is None:
        return _choose_of_all(turn, found, change, delete=delete)
    if len(found) > 1 or not surely:
        options = [(str(entry.entry_id), entry_label(turn.session, turn.voice, entry)) for entry in found[:LISTED]]
        options.append(("none", turn.label("button-none")))
        key = "which-entry-delete" if delete else "which-entry"
        kept = None if change is None else change_to_json(change)
        return [turn.ask(WHICH, turn.say(key), options, change=kept, delete=delete)]
    if delete:
        return withdraw(turn, found[0])
    if change is None or says_nothing(change):
        klus = klus_of_entry(turn.session, found[0].entry_id)
        return [ask_what(turn, found[0]) if klus is None else klus_correcting.ask_what(turn, klus)]
    return change_entry(turn, found[0], change)


def _choose_of_all(turn: Turn, found: Sequence[EntryVersion], change: Change | None, *, delete: bool) -> list[Reply]:
    """The same for the hours that several people have from one report."""
    # What somebody objected to is the coordinator's to decide on.
    standing = [entry for entry in found if entry.status != Status.DISPUTED]
    if len(standing) == 1:
        return choose(turn, standing, change, delete=delete)
    if delete or change is None or says_nothing(change):
        return [ask_what_of_all(turn, standing or found)]
    return change_all(turn, standing, change)


def answer_which(turn: Turn) -> list[Reply] | None:
    """Which entry was meant."""
    state, given = turn.question_state, read_answer(turn)
    if given.value is None:
        return None
    turn.settle()
    if given.value == "none":
        return [Reply(text=turn.say("left-as-it-was"))]
    found = changeable(turn, entries.current(turn.session, [int(given.value)]))
    change = None if state["change"] is None else change_from_json(state["change"])
    return choose(turn, found, change, delete=state["delete"])


def _matching(found: list[EntryVersion], change: Change | None) -> list[EntryVersion]:
    """Those of several entries that say what the writer says was wrong ("1 uur moet 2 uur zijn"); all if none does."""
    if change is None or len(found) < 2:
        return found
    fitting = [
        entry
        for entry in found
        if change.was_minutes in (None, entry.minutes) and change.was_date in (None, entry.date)
    ]
    return fitting or found
