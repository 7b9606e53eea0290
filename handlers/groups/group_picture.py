"""The picture that stands under a group's totals."""

from datetime import timedelta

from handlers.hours.entry_words import group_label
from handlers.hours.my_hours import hours_short
from handlers.messages import Attachment
from handlers.turn import Turn
from reports.group_picture import GroupPicture, Turnout
from reports.week_chart import Week
from storage.group_totals import group_weeks
from storage.tables import Group

WEEKS = 12


def picture(turn: Turn, group: Group) -> Attachment:
    """The group's hours and visitors of the last weeks, up to this one."""
    voice = turn.voice
    first = turn.today - timedelta(days=turn.today.weekday(), weeks=WEEKS - 1)
    weeks = group_weeks(turn.session, group, first, WEEKS)
    labels = [str((first + timedelta(weeks=number)).isocalendar().week) for number in range(WEEKS)]
    visited = any(heads for _, heads in weeks)
    total = voice.short_duration(sum(minutes for minutes, _ in weeks))
    drawn = GroupPicture(
        file_name=f"groep-{group.id}-{turn.today}",
        description=voice.label("totals-picture-alt", group=group_label(group), weeks=WEEKS, total=total),
        title=voice.label("totals-picture-title", group=group_label(group), weeks=WEEKS),
        total=total,
        hours_title=voice.label("totals-picture-hours"),
        hours=tuple(
            Week(label=label, minutes=minutes, value=hours_short(minutes) if minutes else "")
            for label, (minutes, _) in zip(labels, weeks, strict=True)
        ),
        turnout_title=voice.label("totals-picture-turnout") if visited else "",
        turnout=tuple(
            Turnout(label=label, heads=heads, value=str(heads) if heads else "")
            for label, (_, heads) in zip(labels, weeks, strict=True)
            if visited
        ),
    )
    return Attachment("group_picture", drawn.to_data())
