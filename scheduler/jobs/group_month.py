"""The month that ended, for the groups: on its first day after, to each leader and in the group's own chat."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from handlers.messages import Reply
from language.say.voice import Voice
from language.say.words import capital, lines
from scheduler.job_run import JobRun
from storage import group_chats
from storage.breaks import break_on
from storage.figures.activities import activities
from storage.figures.unique_people import Range, first_visits
from storage.group_totals import GroupTotals, group_totals
from storage.groups import groups_led_by, groups_of
from storage.outbox import Address
from storage.people import members, memberships
from storage.runs import keep_note, note
from storage.tables import Group, Person

LATE_DAYS = 3
"""So many days after the first of a month it may still be told, once; then it is no news any more."""
WORTH = timedelta(days=1)

Told = tuple[Group, GroupTotals, Range]
"""What a group did, and how many were new."""


def group_months(run: JobRun, today: date) -> int:
    """Tell of each open group what it did in the month before ``today``, once; returns how many messages that are.

    Nothing of a group in which nothing was logged. None goes to a leader who said "stop", or is on a break.
    """
    last = today.replace(day=1) - timedelta(days=1)
    done = f"group_months:{run.room.id}"
    if today.day > 1 + LATE_DAYS or note(run.session, done) == last.isoformat():
        return 0
    keep_note(run.session, done, last.isoformat())
    told = run.beside("group_month", lambda reading: list(_told(reading, last)))
    return _tell_leaders(run, told, last) + _tell_chats(run, told, last) if told else 0


def _told(run: JobRun, last: date) -> Iterator[Told]:
    first = last.replace(day=1)
    # Who came before is read once for all groups.
    before = activities(run.session, run.room.id, date(first.year, 1, 1), first - timedelta(days=1))
    for group in groups_of(run.session, run.room.id):
        totals = group_totals(run.session, group, first, last)
        if totals.minutes or totals.klussen or totals.times:
            held = activities(run.session, run.room.id, first, last, group_id=group.id)
            yield group, totals, first_visits(before, held)


def _tell_leaders(run: JobRun, told: Sequence[Told], last: date) -> int:
    count = 0
    for member, person in members(run.session, run.room.id):
        led = {group.id for group in groups_led_by(run.session, person.id)}
        own = [each for each in told if each[0].id in led]
        if own and run.may_write_to(person) and break_on(run.session, member, run.today) is None:
            voice = run.voice(person)
            in_several = len(memberships(run.session, person.id)) > 1
            room = [voice.say("weekly-total-room", room=run.room.name)] if in_several else []
            blocks = [*room, *(_words(voice, each, last) for each in own)]
            run.send(person, Reply(text=Markup("\n\n").join(blocks)), WORTH)
            count += 1
    return count


def _tell_chats(run: JobRun, told: Sequence[Told], last: date) -> int:
    """In the language of whoever coupled the chat: a chat has none of its own."""
    count = 0
    for each in told:
        for chat in group_chats.chats_of(run.session, each[0].id):
            voice = run.voice(run.session.get_one(Person, chat.coupled_by))
            address = Address(channel=chat.channel, chat=chat.chat, person_id=None)
            run.send_to(address, Reply(text=_words(voice, each, last)), WORTH)
            count += 1
    return count


def _words(voice: Voice, told: Told, last: date) -> Markup:
    group, totals, new = told
    said = [voice.say("month-of-group", group=capital(group.name), month=voice.label(f"month-{last.month}"))]
    did: list[str] = [voice.say("weekly-group-hours", amount=voice.duration(totals.minutes))] if totals.minutes else []
    if totals.klussen:
        did.append(voice.say("weekly-group-done", count=totals.klussen))
    if did:
        said.append(voice.say("month-did", told=capital(voice.listed(did))))
    if totals.times:
        came = voice.say("month-came", people=voice.count(totals.people.least, totals.people.most))
        new_ones = [voice.say("month-new", people=voice.count(new.least, new.most))] if new.most else []
        said.append(Markup(" ").join([came, *new_ones]))
    return lines(said)
