"""What a message tells of work beside hours: a habit, a beginning, an end, a klus that is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from language.understand.asked_klussen import asked_klus
from language.understand.attendances import attendance_of
from language.understand.cases import case_of
from language.understand.certainty import unknown_activity
from language.understand.compose import compose
from language.understand.correcting import bare_choices
from language.understand.entries import entries, known
from language.understand.habits import habit, named_weekdays, weekdays
from language.understand.meaning import Ask, Draft, Meaning, Reason, Understanding
from language.understand.message import Message
from language.understand.times import last_time, nearest_time
from language.understand.whose import doer


def _habit(m: Message) -> Understanding:
    if not m.says("more") and not m.has("stopword", "delete"):
        whose = doer(m)
        draft = replace(habit(m) or _draft(m), person=whose if isinstance(whose, int) else None)
        return Understanding(meaning=Meaning.HABIT, drafts=(draft,), weekdays=weekdays(m))
    days = weekdays(m) or named_weekdays(m)
    return Understanding(meaning=Meaning.HABIT, drafts=(_draft(m),), weekdays=days, ends=True)


def _draft(m: Message) -> Draft:
    """What is said of the work itself: no day, no amount."""
    return replace(compose(m.items, m.moment, m.text).drafts[0], date=None, minutes=None)


def _start(m: Message) -> Understanding:
    """What begins: a word for it that is not known is handed on, as of an entry."""
    draft = replace(_draft(m), starts=nearest_time(m))
    return Understanding(meaning=Meaning.START, drafts=(draft,), unknown=unknown_activity(m))


def _finished(m: Message) -> Understanding:
    """What is said of work that is done; an amount that is not certain is asked first, as of any other work."""
    number = next((int(item.value) for item in m.of("klusnumber")), None)
    if m.amounts:
        composed = compose(m.items, m.moment, m.text)
        if composed.ask is not None:
            return entries(m)
        drafts = composed.drafts
    else:
        drafts = (replace(_draft(m), ends=last_time(m)),)
    if number is not None:
        drafts = tuple(replace(draft, activity="klussen") for draft in drafts)
    return Understanding(
        meaning=Meaning.FINISHED, drafts=drafts, number=number, ask=_which_amount(m), organisation=_organisation(m)
    )


def _which_amount(m: Message) -> Ask | None:
    """ "Klaar, 3": hours or minutes?"""
    bare = next((int(item.value) for item in m.of("int")), None)
    if bare is None or m.amounts:
        return None
    return Ask(reason=Reason.WHICH_AMOUNT, choices=bare_choices(bare, Draft(date=m.moment.today)))


def _klus_request(m: Message) -> Understanding:
    return Understanding(meaning=Meaning.KLUS_REQUEST, drafts=(asked_klus(m),), organisation=_organisation(m))


def _organisation(m: Message) -> str | None:
    """Which of the room's organisations is named."""
    return next((str(item.value) for item in m.of("organisation")), None)


def _attendance(m: Message) -> Understanding:
    return Understanding(meaning=Meaning.ATTENDANCE, drafts=known(m), attendance=attendance_of(m))


def _tally(m: Message) -> Understanding:
    return Understanding(meaning=Meaning.TALLY, drafts=known(m), tally=case_of(m))


TELLS: Mapping[Meaning, Callable[[Message], Understanding]] = {
    Meaning.HABIT: _habit,
    Meaning.START: _start,
    Meaning.FINISHED: _finished,
    Meaning.KLUS_REQUEST: _klus_request,
    Meaning.ATTENDANCE: _attendance,
    Meaning.TALLY: _tally,
}
