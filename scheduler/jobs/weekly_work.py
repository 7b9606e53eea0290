"""What the weekly total tells besides hours: klussen that somebody did, and what the groups did that they lead."""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from language.say.voice import Voice
from language.say.words import capital
from scheduler.job_run import JobRun
from storage.entries import entries_of
from storage.figures.active_groups import active_groups, silent_groups
from storage.figures.participants import new_participants
from storage.group_totals import group_totals, open_klussen
from storage.groups import groups_led_by, survivors
from storage.klussen import done_in, helpers_of
from storage.runs import monday_of
from storage.tables import Group, Person


def klussen_lines(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    """One line on the klussen that the person did in the week; none where they did none."""
    every = done_in(run.session, run.room.id, *_week(run))
    done = [klus for klus in every if person.id in helpers_of(run.session, klus)]
    return [voice.say("weekly-total-klussen", count=len(done))] if done else []


def group_lines(run: JobRun, person: Person, voice: Voice) -> list[Markup]:
    """One line for each group that the person leads; none for one of which there is nothing to tell."""
    led = [group for group in groups_led_by(run.session, person.id) if group.room_id == run.room.id]
    told = [(group, list(_of_group(run, person, group, voice))) for group in led]
    return [
        voice.say("weekly-group", group=capital(group.name), told=voice.listed(parts)) for group, parts in told if parts
    ]


def has_group_news(run: JobRun, person: Person) -> bool:
    """Whether a group that the person leads did something in the week, or has become silent in it."""
    weeks, (monday, last) = run.settings.group_active_weeks, _week(run)
    led = {group.id for group in groups_led_by(run.session, person.id)}
    if not led:
        return False
    active = active_groups(run.session, run.room.id, last, 1)
    before = silent_groups(run.session, run.room.id, monday - timedelta(days=1), weeks)
    silent = [group for group in silent_groups(run.session, run.room.id, last, weeks) if group not in before]
    return any(group.id in led for group in (*active, *silent))


def _week(run: JobRun) -> tuple[date, date]:
    """The days of the week that is told, up to today."""
    monday = monday_of(run.period)
    return monday, min(run.today, monday + timedelta(days=6))


def _of_group(run: JobRun, person: Person, group: Group, voice: Voice) -> Iterator[str]:
    """What the group did and has to do, each in a few words; that it is silent, where nothing came for long."""
    monday, last = _week(run)
    week = group_totals(run.session, group, monday, last)
    if week.minutes > _own_minutes(run, person, group):
        yield voice.say("weekly-group-hours", amount=voice.duration(week.minutes))
    if week.times:
        turnout = voice.say("weekly-group-turnout", times=week.times, heads=week.heads)
        new = new_participants(run.session, run.room.id, monday, last, group.id)
        exact = "yes" if new.least == new.most else "no"
        told_new = voice.say("weekly-group-new", turnout=turnout, count=new.least, exact=exact)
        yield told_new if new.least else turnout
    if week.klussen:
        yield voice.say("weekly-group-done", count=week.klussen)
    waiting = open_klussen(run.session, group)
    if waiting:
        yield voice.say("weekly-group-open", count=waiting)
    weeks = run.settings.group_active_weeks
    if group in silent_groups(run.session, run.room.id, last, weeks):
        yield voice.say("weekly-group-silent", weeks=weeks)


def _own_minutes(run: JobRun, person: Person, group: Group) -> int:
    into = survivors(run.session, run.room.id)
    own = entries_of(run.session, person.id, *_week(run), room_id=run.room.id)
    return sum(entry.minutes for entry in own if entry.group_id is not None and into[entry.group_id] == group.id)
