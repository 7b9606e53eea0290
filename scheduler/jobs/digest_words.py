"""A digest in words: one fact a line."""

from markupsafe import Markup

from language.say.voice import Voice
from language.say.words import lines
from scheduler.jobs.digest_figures import Figures

MOST_NAMES = 8


def words(voice: Voice, figures: Figures, *, tell_no_agreement: bool) -> Markup:
    """All of it, for one coordinator."""
    parts = [
        _hours(voice, figures, tell_no_agreement=tell_no_agreement),
        _people(voice, figures),
        _groups(voice, figures),
        _waiting(voice, figures),
    ]
    return Markup("\n\n").join(lines(part) for part in parts if part)


def _hours(voice: Voice, figures: Figures, *, tell_no_agreement: bool) -> list[Markup]:
    week = figures.week
    said = [
        voice.say("digest-title", room=figures.room, week=str(week.number)),
        voice.say("digest-hours" if week.minutes else "digest-no-hours", amount=voice.duration(week.minutes)),
    ]
    if figures.agreement is None or figures.needed is None:
        return [*said, voice.say("digest-no-agreement", year=str(figures.week.year))] if tell_no_agreement else said
    said.append(voice.say("digest-year", hours=figures.year_minutes // 60))
    if figures.year_minutes >= figures.agreement.volunteer_hours * 60:
        said.append(voice.say("digest-target-reached", hours=figures.agreement.volunteer_hours))
    else:
        said.append(voice.say("digest-needed", hours=whole_hours_up(figures.needed)))
    if figures.agreement.is_example:
        said.append(voice.say("digest-example"))
    return said


def _people(voice: Voice, figures: Figures) -> list[Markup]:
    said = [voice.say("digest-on-pace", target=str(figures.rules.target_hours), count=figures.on_pace)]
    if figures.reached:
        said.append(voice.say("digest-reached", target=str(figures.rules.target_hours), count=figures.reached))
    silent = [person.name for person in figures.week.silent_people]
    if silent:
        said.append(voice.say("digest-call", names=_some(voice, silent)))
    return said


def _some(voice: Voice, names: list[str]) -> Markup:
    if len(names) <= MOST_NAMES + 1:
        return voice.listed(names)
    others = voice.label("digest-others", count=len(names) - MOST_NAMES)
    return voice.listed([*names[:MOST_NAMES], others])


def _groups(voice: Voice, figures: Figures) -> list[Markup]:
    week = figures.week
    said = []
    if week.active_groups:
        said.append(voice.say("digest-groups-active", groups=voice.listed([g.name for g in week.active_groups])))
    if week.silent_groups:
        names = voice.listed([group.name for group in week.silent_groups])
        said.append(voice.say("digest-groups-silent", groups=names, weeks=figures.group_active_weeks))
    return said


def _waiting(voice: Voice, figures: Figures) -> list[Markup]:
    week = figures.week
    waiting = {
        "digest-requests": week.requests,
        "digest-questions": week.questions,
        "digest-waiting": week.waiting,
    }
    return [voice.say(key, count=count) for key, count in waiting.items() if count]


def whole_hours_up(minutes: int) -> int:
    """Minutes as whole hours, rounded up."""
    return -(minutes // -60)
