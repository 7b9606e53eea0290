"""Regular work on its way to being kept, as a dialogue keeps it between two messages; and in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from markupsafe import Markup

from handlers.turn import Turn
from handlers.vocabulary import bare_hours, named_days
from language.understand.meaning import Understanding
from storage import habits
from storage.tables import Group, Habit


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """What somebody does every week, as far as it is known; ``weekdays`` from Monday 1 to Sunday 7."""

    weekdays: tuple[int, ...] = ()
    minutes: int | None = None
    starts: time | None = None
    group: int | None = None
    room: int | None = None
    """Of work for no group: the room it is in."""
    group_asked: bool = False
    replaces: tuple[int, ...] = ()
    """The kept work that it takes the place of, by id."""

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for the dialogue's state."""
        return {
            "weekdays": list(self.weekdays),
            "minutes": self.minutes,
            "starts": None if self.starts is None else self.starts.isoformat(),
            "group": self.group,
            "room": self.room,
            "group_asked": self.group_asked,
            "replaces": list(self.replaces),
        }


def weekly_from_json(plain: dict[str, Any]) -> Weekly:
    """What ``to_json`` wrote."""
    starts = None if plain["starts"] is None else time.fromisoformat(plain["starts"])
    known = {"weekdays": tuple(plain["weekdays"]), "replaces": tuple(plain["replaces"]), "starts": starts}
    return Weekly(**{**plain, **known})


def weekly_of(kept: Sequence[Habit]) -> Weekly:
    """What is kept, to be changed; all of it is the same work, on one day or several."""
    first = kept[0]
    return Weekly(
        weekdays=tuple(habit.weekday for habit in kept),
        minutes=first.minutes,
        starts=first.starts,
        group=first.group_id,
        room=first.room_id,
        group_asked=True,
        replaces=tuple(habit.id for habit in kept),
    )


def with_told(turn: Turn, weekly: Weekly, meant: Understanding) -> Weekly | None:
    """The regular work with what a message tells of it; None where it tells nothing, or of somebody else."""
    draft = meant.drafts[0] if len(meant.drafts) == 1 else None
    if len(meant.drafts) > 1 or (draft is not None and draft.person is not None):
        return None
    days = meant.weekdays or tuple(sorted({day.isoweekday() for day in named_days(meant)}))
    minutes, group, starts = bare_hours(meant), None, None
    if draft is not None:
        minutes, starts = draft.minutes or minutes, draft.starts
        group = None if draft.group is None else int(draft.group)
    if meant.change is not None:
        minutes, starts = meant.change.minutes or minutes, meant.change.starts or starts
        group = int(meant.change.group) if meant.change.group is not None else group
    told = weekly
    if days:
        told = replace(told, weekdays=days)
    if minutes is not None:
        told = replace(told, minutes=minutes, starts=starts)
    if group is not None and group in {known.id for known in turn.groups}:
        told = replace(told, group=group, group_asked=True)
    return None if told == weekly else told


def own_habits(turn: Turn) -> list[Habit]:
    """The writer's regular work in the rooms that they are in."""
    return [habit for habit in habits.habits_of(turn.session, turn.person.id) if turn.place_in(habit.room_id)]


def work_words(turn: Turn, habit: Habit) -> Markup:
    """How long and for which group: "3 uur kookgroep"."""
    amount = turn.voice.duration(habit.minutes)
    if habit.group_id is None:
        return turn.say("habit-work-without-group", amount=amount)
    return turn.say("habit-work", amount=amount, group=turn.session.get_one(Group, habit.group_id).name)


def line_words(turn: Turn, habit: Habit) -> Markup:
    """With its day: "dinsdag: 3 uur kookgroep"."""
    return turn.say("habit", weekday=turn.label(f"weekday-{habit.weekday}"), work=work_words(turn, habit))
