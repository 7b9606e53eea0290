"""A report begins: the writer's own hours are in the books, and others were there too."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.for_others.others_report import Report, same_work
from handlers.for_others.others_telling import go_on, go_on_alone
from handlers.hours import which_group
from handlers.hours.entry_words import entry_words
from handlers.hours.sheet import Sheet, company_of, tells_of_others, work_of_draft
from handlers.messages import Reply
from handlers.turn import Turn


def begin(turn: Turn, sheet: Sheet, echoed: Sequence[Reply]) -> list[Reply]:
    """Go on from the echo of the writer's hours to who else was there, if the message tells of others.

    Where the echo asks for the group, that comes first.
    """
    if not _is_report(sheet) or echoed[0].asks:
        return list(echoed)
    return _others(turn, company_of(sheet.drafts[0]), echoed, (sheet.guests, sheet.new_guests))


def _is_report(sheet: Sheet) -> bool:
    """Whether it tells of one piece of work with others. Who helped with a klus is the klus's own to ask about."""
    return len(sheet.drafts) == 1 and tells_of_others(sheet.drafts[0]) and sheet.klus_id is None


def answer_group(turn: Turn) -> list[Reply] | None:
    """For which group the hours were; then who else was there, if that was told."""
    company = turn.question_state["company"]
    echoed = which_group.answer(turn)
    if company is None or echoed is None or echoed[0].asks:
        return echoed
    return _others(turn, company, echoed)


def _others(
    turn: Turn,
    company: Mapping[str, Any],
    echoed: Sequence[Reply],
    guests: tuple[int | None, int | None] = (None, None),
) -> list[Reply]:
    [own] = echoed[0].about
    names = tuple(company["names"])
    report = Report(
        inbox=turn.inbox.id,
        own=own,
        others=company["others"],
        names=names,
        echo=str(echoed[0].text),
        guests=guests[0],
        new_guests=guests[1],
    )
    one_name = company["others"] is None and len(names) == 1
    return [*(go_on_alone(turn, report) if one_name else go_on(turn, report)), *echoed[1:]]


def told_before(turn: Turn, sheet: Sheet, room_id: int) -> list[Reply] | None:
    """Who reports what is in the books for them already tells of the others alone; None for all else."""
    if not _is_report(sheet):
        return None
    [draft] = sheet.drafts
    own = same_work(turn, turn.person.id, room_id, work_of_draft(draft))
    if own is None:
        return None
    turn.settle()
    echo = turn.say("others-own-already", entry=entry_words(turn.session, turn.voice, own))
    told = [Reply(text=echo, about=(own.entry_id,))]
    return _others(turn, company_of(draft), told, (sheet.guests, sheet.new_guests))
