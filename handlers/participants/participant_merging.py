"""Two names that are one participant: "Fatima is Fatima B.", or [Zelfde als…]. It corrects what was."""

import re

from handlers.messages import Reply
from handlers.participants.participant_matching import fits, fold
from handlers.participants.participant_names import given_name
from handlers.participants.participant_view import labels, seen, seen_by
from handlers.questions import left_as_it_was, read_answer, read_choice
from handlers.turn import Turn
from handlers.vocabulary import understood
from language.understand.meaning import Meaning
from storage import attendance_names, participants
from storage.tables import AttendanceVersion, Participant, ParticipantChange

SAME, SURE = "same_participant", "same_participant_sure"
_SAYS_SAME = re.compile(
    r"(?P<one>.+?) (?:is|=) (?:dezelfde als |hetzelfde als |gewoon |ook |the same as |also )?(?P<other>.+?)\.?"
    r"|(?P<first>.+?) (?:en|and) (?P<second>.+?) (?:zijn|is|are) (?:dezelfde|hetzelfde|één|the same|one)(?: \w+)?\.?",
    re.IGNORECASE,
)


def told_same(turn: Turn) -> list[Reply] | None:
    """ "Fatima is Fatima B.", said by somebody who may list both; None for anything else."""
    said = _SAYS_SAME.fullmatch(" ".join(turn.incoming.text.split()))
    if said is None:
        return None
    one, other = (given_name(name) for name in (said["one"] or said["first"], said["other"] or said["second"]))
    if one is None or other is None:
        return None
    people = [found.participant for found in seen_by(turn).values()]
    for place in turn.places:
        here = [participant for participant in people if participant.room_id == place.room.id]
        first, second = _called(here, one.name), _called(here, other.name)
        if first is not None and second is not None and first.id != second.id:
            return merge(turn, first, second)
    return None


def _called(people: list[Participant], name: str) -> Participant | None:
    return next((one for one in people if fold(one.name) == fold(name)), None)


def ask_same_as(turn: Turn, participant: Participant) -> list[Reply]:
    """Who the participant is as well: those of like names first."""
    others = [one.participant for one in seen_by(turn).values()]
    others = [one for one in others if one.id != participant.id and one.room_id == participant.room_id]
    if not others:
        turn.settle()
        return [Reply(text=turn.say("nobody-else"))]
    others.sort(key=lambda one: not fits(one.name, participant.name))
    text = turn.say("ask-same-as", name=participant.name)
    return [turn.ask(SAME, text, labels(turn, others), participant=participant.id)]


def answer_same(turn: Turn) -> list[Reply] | None:
    """Who the participant is as well."""
    value = read_answer(turn).value
    one = seen(turn, turn.question_state["participant"])
    if value is None and understood(turn).meaning is Meaning.DENY:
        return left_as_it_was(turn)
    if value is None:
        name = given_name(turn.incoming.text)
        people = [other.participant for other in seen_by(turn).values()]
        typed = None if name is None or one is None else _called(people, name.name)
        value = None if typed is None else str(typed.id)
    if value is None:
        return None
    other = seen(turn, int(value))
    if one is None or other is None or one.participant.id == other.participant.id:
        return left_as_it_was(turn)
    return merge(turn, one.participant, other.participant)


def merge(turn: Turn, participant: Participant, into: Participant, *, sure: bool = False) -> list[Reply]:
    """They are one from now on; who came both to one activity on one day is asked about."""
    together = _together(turn, participant, into)
    if together is not None and not sure:
        text = turn.say("same-sure", name=participant.name, other=into.name, day=turn.voice.day(together.date))
        options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
        return [turn.ask(SURE, text, options, participant=participant.id, into=into.id)]
    turn.settle()
    change = participants.merge(turn.session, participant, into, turn.evidence)
    button = turn.button("button-restore", f"participant-part:{change.id}")
    return [Reply(text=turn.say("participants-merged", name=participant.name, other=into.name), buttons=(button,))]


def _together(turn: Turn, participant: Participant, into: Participant) -> AttendanceVersion | None:
    every = attendance_names.with_names(turn.session, participant.room_id)
    return next((version for version, named in every if {participant.id, into.id} <= named), None)


def answer_sure(turn: Turn) -> list[Reply] | None:
    """Whether two who came to one activity are one all the same."""
    value = read_choice(turn)
    if value is None:
        return None
    one, other = seen(turn, turn.question_state["participant"]), seen(turn, turn.question_state["into"])
    if value == "no" or one is None or other is None:
        return left_as_it_was(turn)
    return merge(turn, one.participant, other.participant, sure=True)


def undo(turn: Turn, change_id: int) -> list[Reply]:
    """[Zet terug] under a merge, while nothing else was done with the participant since."""
    change = turn.session.get(ParticipantChange, change_id)
    if change is None or change.change != "merged" or seen(turn, change.into or 0) is None:
        return [Reply(text=turn.say("not-yours"))]
    if participants.newest_change(turn.session, change.participant_id).id != change.id:
        return [Reply(text=turn.say("button-done"))]
    return part(turn, change.participant_id)


def part(turn: Turn, participant_id: int) -> list[Reply]:
    """Two names that were taken for one participant are two again."""
    merged = turn.session.get(Participant, participant_id)
    into = None if merged is None or merged.merged_into is None else seen(turn, merged.merged_into)
    turn.settle()
    if merged is None or into is None:
        return [Reply(text=turn.say("button-done"))]
    participants.part(turn.session, merged, turn.evidence)
    return [Reply(text=turn.say("participants-parted", name=merged.name, other=into.participant.name))]
