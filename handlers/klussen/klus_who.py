"""Who did a klus after all: somebody is added with hours as long as the rest, or taken out with theirs."""

from dataclasses import replace

from handlers.hours.booking import tell_owner
from handlers.hours.entry_words import name_of
from handlers.hours.log_hours import proceed
from handlers.hours.sheet import Sheet
from handlers.klussen.klus_company import NOBODY, ask_who
from handlers.klussen.klus_corporation import ask_rest
from handlers.klussen.klus_hours import STANDING, hours_of, own_entry
from handlers.klussen.klus_people import match_names
from handlers.klussen.klus_rights import may_correct, may_manage
from handlers.klussen.klus_texts import klus_say
from handlers.members import adding_people
from handlers.messages import Reply
from handlers.questions import read_answer
from handlers.rights import may_change
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Draft, Meaning
from storage import entries, klus_steps, klussen, people
from storage.entries import Status
from storage.tables import Klus


def answer(turn: Turn) -> list[Reply] | None:
    """Take somebody out, or add them."""
    klus = klussen.at_hand(turn.session, turn.question_state["klus"])
    value, wanted = read_answer(turn).value, turn.question_state.get("people", 0)
    if klus is None:
        return None
    if value is None:
        return _typed(turn, klus, wanted)
    turn.settle()
    if not may_correct(turn, klus):
        return [Reply(text=turn.say("not-yours"))]
    if value == NOBODY:
        return [ask_rest(turn, [turn.say("left-as-it-was")], [klus])]
    return _take_out(turn, klus, int(value[1:])) if value.startswith("-") else _add(turn, klus, wanted, int(value))


def _typed(turn: Turn, klus: Klus, wanted: int) -> list[Reply] | None:
    meaning = understood(turn).meaning
    if meaning is Meaning.DENY:
        turn.settle()
        return [ask_rest(turn, [turn.say("left-as-it-was")], [klus])]
    if meaning not in (Meaning.SMALLTALK, Meaning.INFO):
        return None
    named = match_names(turn, klus.room_id, [turn.incoming.text])
    if named.several:
        return [turn.ask_again(turn.say("klus-several-called", name=named.several[0]))]
    if named.unknown and not named.found and may_manage(turn, klus) and own_entry(turn, klus) is not None:
        return _add_unknown(turn, klus, named.unknown[0])
    if not named.found or not may_correct(turn, klus):
        return [turn.ask_again(turn.say("klus-nobody-called"))]
    turn.settle()
    helpers = klussen.helpers_of(turn.session, klus)
    if len(named.found) == 1 and named.found[0] in helpers:
        return _take_out(turn, klus, named.found[0])
    return _add(turn, klus, wanted, *(key for key in named.found if key not in helpers))


def _take_out(turn: Turn, klus: Klus, person_id: int) -> list[Reply]:
    theirs = [entry for entry in hours_of(turn, klus) if entry.person_id == person_id]
    if any(turn.person.id != entry.changed_by and not may_change(turn, entry) for entry in theirs):
        # They told or touched their hours themselves: those are not the writer's to take away.
        name = name_of(turn.session, turn.voice, person_id)
        return [Reply(text=turn.say("klus-own-words", name=name))]
    klus_steps.remove_helper(turn.session, klus, person_id, turn.evidence)
    gone = [
        entries.revise(
            turn.session, entry, entries.work_of(entry), Status.WITHDRAWN, turn.evidence, "not with this klus"
        )
        for entry in theirs
    ]
    told = [tell_owner(turn, entry, "told-withdrawn") for entry in gone if entry.person_id != turn.person.id]
    return [ask_who(turn, klus), *told]


def _add(turn: Turn, klus: Klus, wanted: int, *person_ids: int) -> list[Reply]:
    """Book hours for these people too, and ask on while there were more of them (``wanted``)."""
    if any(people.member_of(turn.session, klus.room_id, key) is None for key in person_ids):
        return [Reply(text=turn.say("not-yours"))]
    sheet = _as_the_rest(turn, klus)
    if sheet is None:
        for key in person_ids:
            klus_steps.add_helper(turn.session, klus, key, turn.evidence)
        return [Reply(text=klus_say(turn.voice, "klus-changed", klus))]
    drafts = tuple(replace(sheet.drafts[0], person=key) for key in person_ids)
    return proceed(turn, replace(sheet, drafts=drafts, helping=person_ids, klus_people=wanted))


def _as_the_rest(turn: Turn, klus: Klus) -> Sheet | None:
    """Hours for one more person, as long as those of the rest; None where there are none."""
    model = own_entry(turn, klus) or next((e for e in hours_of(turn, klus) if e.status in STANDING), None)
    if model is None:
        return None
    group = next((str(group.id) for group in turn.groups if group.id == model.group_id), None)
    draft = Draft(minutes=model.minutes, date=model.date, group=group, klus=klus.what)
    return Sheet(drafts=(draft,), klus_id=klus.id, group_asked=True)


def _add_unknown(turn: Turn, klus: Klus, name: str) -> list[Reply]:
    """Whoever looks after the klus names somebody whom the room does not know: a volunteer without a chat."""
    sheet = _as_the_rest(turn, klus)
    return adding_people.add(turn, name, adding_people.Wish(sheet=None if sheet is None else sheet.to_json()))
