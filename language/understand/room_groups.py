"""Which group of the room an activity belongs to: "koken" is the cooking group's where the room has one of these."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from language.understand.meaning import Draft, GroupWords, Understanding, Vocabulary


@lru_cache(maxsize=64)
def _only_groups(groups: tuple[GroupWords, ...]) -> dict[str, str]:
    """The activities that exactly one group of the room does, with that group's key."""
    counts = Counter(group.activity for group in groups)
    return {group.activity: group.key for group in groups if group.activity and counts[group.activity] == 1}


def in_groups(result: Understanding, vocabulary: Vocabulary) -> Understanding:
    """The same, with the room's group wherever the activity alone decides it."""
    groups = _only_groups(vocabulary.groups)
    if not groups:
        return result

    def placed(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        return tuple(
            replace(draft, group=groups[draft.activity])
            if draft.group is None and draft.activity is not None and draft.activity in groups
            else draft
            for draft in drafts
        )

    ask, change = result.ask, result.change
    if ask is not None:
        ask = replace(ask, choices=tuple(placed(reading) for reading in ask.choices))
    if change is not None and change.group is None and change.activity is not None:
        change = replace(change, group=groups.get(change.activity))
    return replace(result, drafts=placed(result.drafts), ask=ask, change=change)
