"""A report of what others did without the writer: "Ahmed en Piet 2 uur tuin"."""

from dataclasses import replace

from handlers.for_others.others_report import Done, Report, meant_by
from handlers.for_others.others_telling import go_on
from handlers.hours.entry_words import work_words
from handlers.hours.sheet import Sheet, work_of_draft
from handlers.messages import Reply
from handlers.turn import Turn


def told_of_others(sheet: Sheet) -> Sheet | None:
    """The sheet as a report of those who are named, without the writer; None where it tells each by themselves."""
    if len(sheet.drafts) != 1 or len(sheet.drafts[0].names) < 2 or sheet.drafts[0].klus is not None:
        return None
    return replace(sheet, others_only=True)


def with_writer(turn: Turn, sheet: Sheet, room_id: int) -> Sheet:
    """The same; who names themselves among the others tells of their own hours, and of the others'."""
    if not sheet.others_only:
        return sheet
    [draft] = sheet.drafts
    done = Done(room_id=room_id, work=work_of_draft(draft))
    others = tuple(name for name in draft.names if meant_by(turn, done, name).certain != turn.person.id)
    if len(others) == len(draft.names):
        return sheet
    return replace(sheet, others_only=False, drafts=(replace(draft, names=others),))


def begin(turn: Turn, sheet: Sheet, room_id: int) -> list[Reply]:
    """Bring the hours of those who are named into the books, or put them before who may say so."""
    [draft] = sheet.drafts
    done = Done(room_id=room_id, work=work_of_draft(draft))
    report = Report(
        inbox=turn.inbox.id,
        alone=done.to_json(),
        others=draft.people,
        names=draft.names,
        echo=str(turn.say("others-alone", entry=work_words(turn.session, turn.voice, done.work))),
        guests=sheet.guests,
        new_guests=sheet.new_guests,
    )
    return go_on(turn, report)
