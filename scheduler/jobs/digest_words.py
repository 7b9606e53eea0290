"""A digest in words: one fact a line."""

from markupsafe import Markup

from language.say.voice import Voice
from language.say.words import lines, shortened
from scheduler.jobs.digest_figures import Figures
from scheduler.jobs.figure_names import named_figures

MOST_NAMES = 8
MOST_KLUSSEN = 5
LONGEST_KLUS = 60
"""Characters of a klus in a list."""


def words(voice: Voice, figures: Figures, waits: int, *, tell_no_agreement: bool) -> Markup:
    """All of it, for one coordinator, for whom so many things wait."""
    parts = [
        _hours(voice, figures, tell_no_agreement=tell_no_agreement),
        _people(voice, figures),
        _groups(voice, figures),
        _work(voice, figures),
        _waiting(voice, figures, waits),
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
    return [*said, *named_figures(voice, "digest-drift", [line.indicator for line in figures.drifting])]


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


def _work(voice: Voice, figures: Figures) -> list[Markup]:
    """Klussen done and left lying, and who came for the first time."""
    week, said = figures.week, []
    if week.klussen_done:
        said.append(voice.say("digest-klussen-done", count=week.klussen_done))
    if week.long_open:
        said.append(voice.say("digest-klussen-open", days=figures.klus_open_days))
        shown = week.long_open if len(week.long_open) <= MOST_KLUSSEN + 1 else week.long_open[:MOST_KLUSSEN]
        said += [
            voice.say("digest-klus", number=str(klus.number), what=shortened(klus.what, LONGEST_KLUS)) for klus in shown
        ]
        if len(shown) < len(week.long_open):
            said.append(voice.say("digest-klussen-more", count=len(week.long_open) - len(shown)))
    new = week.new_participants
    if new.most:
        said.append(voice.say("digest-new-participants", count=voice.count(new.least, new.most)))
    return said


def _waiting(voice: Voice, figures: Figures, waits: int) -> list[Markup]:
    """The usual things one by one; all together, with what is rarer, unless that says no more."""
    week = figures.week
    told = {
        "digest-requests": week.requests,
        "digest-questions": week.questions,
        "digest-waiting": week.waiting,
    }
    counts = [(key, count) for key, count in told.items() if count]
    said = [voice.say(key, count=count) for key, count in counts]
    if waits and [count for _, count in counts] != [waits]:
        said.append(voice.say("digest-all-waiting", count=waits))
    return said


def whole_hours_up(minutes: int) -> int:
    """Minutes as whole hours, rounded up."""
    return -(minutes // -60)
