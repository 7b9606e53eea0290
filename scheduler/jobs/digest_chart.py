"""The chart in a digest: what it shows, in the reader's words."""

from datetime import timedelta

from handlers.messages import Attachment
from language.say.voice import Voice
from reports.week_chart import GroupHours, Week, WeekChart, most_active
from scheduler.jobs.digest_figures import Figures
from scheduler.jobs.digest_words import whole_hours_up


def chart(voice: Voice, figures: Figures) -> Attachment:
    """The room's hours of the last weeks, and of each group in the week."""
    number = str(figures.week.number)
    amount = voice.short_duration(figures.week.minutes)
    groups = _groups(voice, figures)
    drawn = WeekChart(
        file_name=f"weekbericht-{figures.week.year}-{number}",
        description=voice.label("digest-chart-alt", room=figures.room, week=number, amount=amount),
        title=voice.label("digest-chart-title", room=figures.room, week=number),
        total=amount,
        weeks_title=voice.label("digest-chart-weeks"),
        weeks=_weeks(figures),
        this_week=len(figures.weeks) - 1,
        needed_minutes=figures.needed,
        needed=""
        if figures.needed is None
        else voice.label("digest-chart-needed", hours=whole_hours_up(figures.needed)),
        groups_title=voice.label("digest-chart-groups") if groups else "",
        groups=groups,
    )
    return Attachment("week_chart", drawn.to_data())


def _weeks(figures: Figures) -> tuple[Week, ...]:
    first = figures.week.monday - timedelta(weeks=len(figures.weeks) - 1)
    mondays = [first + timedelta(weeks=count) for count in range(len(figures.weeks))]
    return tuple(
        Week(label=str(monday.isocalendar().week), minutes=minutes, value=_hours(minutes))
        for monday, minutes in zip(mondays, figures.weeks, strict=True)
    )


def _hours(minutes: int) -> str:
    """Whole hours, as short as can be over a bar; nothing over no bar."""
    if not minutes:
        return ""
    return str(round(minutes / 60)) if minutes >= 30 else "<1"


def _groups(voice: Voice, figures: Figures) -> tuple[GroupHours, ...]:
    shown, others = most_active(figures.week.group_amounts(voice.label("digest-without-group")))
    if others:
        shown.append((voice.label("digest-chart-other-groups"), sum(minutes for _, minutes in others)))
    return tuple(GroupHours(name=name, minutes=minutes, value=voice.short_duration(minutes)) for name, minutes in shown)
