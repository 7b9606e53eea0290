"""Entries in words: what is echoed, listed and shown on buttons."""

from collections.abc import Sequence

from markupsafe import Markup
from sqlmodel import Session

from handlers.hours.limits import AskFirst
from language.say.voice import Voice
from language.say.words import capital, lines
from storage.entries import Work, work_of
from storage.groups import group_name
from storage.people import who_is
from storage.tables import EntryVersion, Group


def entry_words(session: Session, voice: Voice, entry: EntryVersion) -> Markup:
    """An entry in a sentence: "3 uur kookgroep, woensdag 11 maart"."""
    return work_words(session, voice, work_of(entry))


def work_words(session: Session, voice: Voice, work: Work) -> Markup:
    """Work in a sentence, booked or not."""
    amount, on = voice.duration(work.minutes), voice.day(work.date)
    if work.group_id is None:
        return voice.say("entry-without-group", amount=amount, day=on)
    return voice.say("entry", amount=amount, group=group_name(session, work.group_id), day=on)


def doubt_words(session: Session, voice: Voice, work: Work, doubt: AskFirst) -> Markup:
    """The question that a doubt about work asks: "Klopt 13 uur op dinsdag?"."""
    return voice.say(
        f"sure-{doubt.doubt}",
        total=voice.duration(doubt.minutes),
        weekday=voice.weekday(work.date),
        day=voice.day(work.date),
        entry=work_words(session, voice, work),
    )


def entries_words(session: Session, voice: Voice, entries: Sequence[EntryVersion]) -> dict[str, object]:
    """What a text about one entry or several needs: ``count``, and ``entries`` in a sentence or under each other."""
    if len(entries) == 1:
        return {"count": 1, "entries": entry_words(session, voice, entries[0])}
    return {
        "count": len(entries),
        "entries": lines([Markup("• ") + entry_words(session, voice, entry) for entry in entries]),
    }


def entry_label(session: Session, voice: Voice, entry: EntryVersion) -> str:
    """An entry as short as a button: "11 mrt: 2,5 uur kookgroep"."""
    words = {
        "day": str(entry.date.day),
        "month": voice.label(f"month-short-{entry.date.month}"),
        "amount": voice.short_duration(entry.minutes),
    }
    if entry.group_id is None:
        return voice.label("button-entry-without-group", **words)
    return voice.label("button-entry", group=session.get_one(Group, entry.group_id).name, **words)


def group_label(group: Group) -> str:
    """A group's name on a button or at the start of a line."""
    return capital(group.name)


def name_of(session: Session, voice: Voice, person_id: int) -> str:
    """What to call a person; somebody who left has a number alone."""
    person = who_is(session, person_id)
    return person.name or voice.label("person-without-name", number=str(person.id))
