""" "hoeveel uur heb ik": week, month and year, the pace toward the year's hours, the last entries, a picture."""

from datetime import date, timedelta

from markupsafe import Markup

from handlers.hours.entry_words import entry_label, entry_words
from handlers.messages import Attachment, Reply, fitting
from handlers.turn import Turn
from language.say.words import lines
from reports.year_picture import Month, YearPicture
from storage.entries import Status, entries_of, last_entries, total
from storage.figures.active_volunteers import pace_rules
from storage.figures.pace import Break, PaceRules, left, own_share, pace
from storage.people import Membership
from storage.tables import EntryVersion
from storage.year import Year, year_so_far

MINUTES_IN_HOUR = 60
LAST = 5


def my_hours(turn: Turn) -> list[Reply]:
    """``/mijnuren``: one message for each room that the person is in."""
    if not turn.places:
        return [Reply(text=turn.say("not-a-member"))]
    return [_of_room(turn, place) for place in turn.places]


def _of_room(turn: Turn, place: Membership) -> Reply:
    today, room_id, voice = turn.today, place.room.id, turn.voice
    monday = today - timedelta(days=today.weekday())
    year = year_so_far(turn.session, place.member, today)
    amounts = {
        "week": total(turn.session, turn.person.id, monday, today, room_id),
        "month": total(turn.session, turn.person.id, today.replace(day=1), today, room_id),
        "year": year.minutes,
    }
    words = {name: voice.duration(minutes) for name, minutes in amounts.items()}
    text = voice.say("my-hours", **words)
    if len(turn.places) > 1:
        text = voice.say("my-hours-room", room=place.room.name) + "\n" + text
    rules = pace_rules(turn.session, place.room, turn.today.year)
    recent = last_entries(turn.session, turn.person.id, LAST, room_id)
    buttons = fitting([(entry_label(turn.session, voice, entry), f"wrong-entry:{entry.entry_id}") for entry in recent])
    waiting = sum(entry.minutes for entry in _waiting(turn, place))
    if waiting:
        text += "\n" + voice.say("my-hours-waiting", amount=voice.duration(waiting))
    text = lines([text, *_pace_words(turn, year, rules)])
    if recent:
        told = [Markup("• ") + _told(turn, entry) for entry in recent]
        text += "\n\n" + lines([voice.say("last-entries"), *told, voice.say("last-entries-wrong")])
    return Reply(text=text, buttons=buttons, attachment=_picture(turn, year, rules))


def _waiting(turn: Turn, place: Membership) -> list[EntryVersion]:
    year = turn.today.year
    return entries_of(
        turn.session, turn.person.id, date(year, 1, 1), date(year, 12, 31), (Status.WAITING,), place.room.id
    )


def _told(turn: Turn, entry: EntryVersion) -> Markup:
    words = entry_words(turn.session, turn.voice, entry)
    return words if entry.status == Status.BOOKED else turn.say(f"entry-{entry.status}", entry=words)


def _pace_words(turn: Turn, year: Year, rules: PaceRules) -> list[str]:
    breaks = [Break(*days) for days in year.breaks]
    found = pace(year.minutes, turn.today.year, year.start, breaks, turn.today, rules)
    target = rules.target_hours
    if year.minutes >= rules.target_minutes:
        return [turn.say("pace-reached", target=target)]
    if found.too_early:
        return [turn.say("pace-too-early", target=target, days=rules.earliest_days)]
    if found.on_pace:
        return [turn.say("pace-on", target=target)]
    share = own_share(turn.today.year, year.start, breaks, rules)
    rest = left(year.minutes, share, turn.today.year, breaks, turn.today)
    if rest is None or rest.hours_per_two_weeks is None:
        return [turn.say("pace-behind", target=target)]
    return [turn.say("pace-behind-steps", target=target, hours=rest.hours_per_two_weeks)]


def _picture(turn: Turn, year: Year, rules: PaceRules) -> Attachment:
    voice, today = turn.voice, turn.today
    total_words = voice.short_duration(year.minutes)
    months = tuple(_month(turn, year, number) for number in range(1, 13))
    picture = YearPicture(
        file_name=f"uren-{today.year}",
        description=voice.label(
            "picture-year-alt", year=str(today.year), total=total_words, target=str(rules.target_hours)
        ),
        title=voice.label("picture-year-title", year=str(today.year)),
        total=total_words,
        months_title=voice.label("picture-months-title"),
        months=months,
        target_minutes=rules.target_minutes,
        target=voice.short_duration(rules.target_minutes),
        note=_note(turn, year, rules),
    )
    return Attachment("year_picture", picture.to_data())


def _month(turn: Turn, year: Year, number: int) -> Month:
    minutes = year.months.get(number, 0)
    return Month(
        label=turn.label(f"month-short-{number}"),
        minutes=None if number > turn.today.month else minutes,
        value=turn.label("picture-hours", hours=hours_short(minutes)) if minutes else "",
    )


def hours_short(minutes: int) -> str:
    """Minutes as whole hours, or "<1", for a picture."""
    return str(round(minutes / MINUTES_IN_HOUR)) if minutes >= MINUTES_IN_HOUR / 2 else "<1"


def _note(turn: Turn, year: Year, rules: PaceRules) -> str:
    rest = rules.target_minutes - year.minutes
    return turn.label("picture-note-left", amount=turn.voice.short_duration(rest)) if rest > 0 else ""
