"""An edited message: what it says now is what its entries say from now on."""

from dataclasses import replace

from handlers.addressed import made_by
from handlers.for_others.others_changing import change_all, told_together
from handlers.hours import limits
from handlers.hours.changing import change_entry, changed_replies, revise, weigh_change
from handlers.hours.correcting import choose
from handlers.hours.entry_words import entries_words
from handlers.hours.sheet import work_of_draft
from handlers.klussen.klus_hours import leads, retell
from handlers.messages import Reply
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.say.words import lines
from language.understand.meaning import Change, Draft, Meaning, Understanding
from storage import inbox
from storage.entries import Work
from storage.tables import EntryVersion


def edited(turn: Turn) -> list[Reply] | None:
    """Correct the entries that the message made; None when it made none and can be read as a new message."""
    _count_from_first_sent(turn)
    made = leads(turn, made_by(turn, turn.incoming.message))
    if not made:
        return None
    meant = understood(turn)
    if told_together(made) and meant.meaning is Meaning.LOG and len(meant.drafts) == 1:
        return change_all(turn, made, _change(meant.drafts[0]))
    pairs = list(zip(made, meant.drafts, strict=False))
    is_same = all((draft.person or turn.person.id) == entry.person_id for entry, draft in pairs)
    if not _tells_all(meant) or len(meant.drafts) != len(made) or not is_same:
        text = turn.say("edit-unclear", **entries_words(turn.session, turn.voice, made))
        first, *rest = choose(turn, made, None, delete=False)
        return [replace(first, text=text), *rest]
    if len(made) == 1:
        return _change_one(turn, made[0], meant.drafts[0])
    works = [_work(entry, draft) for entry, draft in pairs]
    verdicts = [
        weigh_change(turn, entry, work, ("day_total", "overlap", "long_ago"))
        for entry, work in zip(made, works, strict=True)
    ]
    fine = [verdict for verdict in verdicts if isinstance(verdict, limits.Fine)]
    if len(fine) < len(made):
        return [Reply(text=turn.say("day-full-edit"))]
    turn.settle()
    triples = zip(made, works, fine, strict=True)
    return changed_replies(turn, [revise(turn, entry, work, verdict) for entry, work, verdict in triples])


def _tells_all(meant: Understanding) -> bool:
    """Whether the message is hours from end to end: "3 uur kookgroep", or "klaar, 45 minuten" of a klus."""
    if meant.meaning not in (Meaning.LOG, Meaning.FINISHED):
        return False
    return all(draft.minutes is not None and draft.date is not None for draft in meant.drafts)


def _change_one(turn: Turn, entry: EntryVersion, draft: Draft) -> list[Reply]:
    first, *rest = change_entry(turn, entry, _change(draft))
    retold = retell(turn, entry, draft)
    return [first, *rest] if retold is None else [replace(first, text=lines([first.text, retold])), *rest]


def _work(entry: EntryVersion, draft: Draft) -> Work:
    """What the entry says from now on; a group that is not named stays."""
    work = work_of_draft(draft)
    return work if draft.group is not None else replace(work, group_id=entry.group_id)


def _count_from_first_sent(turn: Turn) -> None:
    """ "gisteren" in an edited message is the day before it was first sent."""
    rows = inbox.messages(turn.session, turn.incoming.channel, turn.incoming.chat, turn.incoming.message)
    if rows[0].sent_at < turn.incoming.sent_at:
        turn.incoming = replace(turn.incoming, sent_at=rows[0].sent_at)


def _change(draft: Draft) -> Change:
    return Change(minutes=draft.minutes, date=draft.date, group=draft.group, starts=draft.starts, ends=draft.ends)
