""" "stop", and leaving for good."""

from handlers.klussen import klus_taking
from handlers.messages import Reply
from handlers.questions import read_yes
from handlers.regular_work import shift_ends
from handlers.turn import Turn
from storage import people

QUESTION = "leave"


def stop(turn: Turn) -> list[Reply]:
    """ "stop": time that runs is done. Else from now on nothing comes that the person did not ask for.

    Whatever was being asked is dropped.
    """
    shift = shift_ends.running(turn)
    if shift is not None:
        return shift_ends.said_done(turn, shift)
    turn.settle()
    turn.person.quiet_since = turn.now
    buttons = (turn.button("button-leave", "leave"), turn.button("button-messages-on", "messages-on"))
    return [Reply(text=turn.say("stopped"), buttons=buttons)]


def messages_on(turn: Turn) -> list[Reply]:
    """[Berichten aan]: reminders and totals come again."""
    turn.person.quiet_since = None
    return [Reply(text=turn.say("messages-on"))]


def ask_leave(turn: Turn) -> list[Reply]:
    """ "vergeet mij", [Uitschrijven]: asks once."""
    options = [("yes", turn.label("button-forget-me")), ("no", turn.label("button-no"))]
    return [turn.ask(QUESTION, turn.say("ask-leave"), options)]


def answer(turn: Turn) -> list[Reply] | None:
    """Name and accounts go, the hours stay under a number."""
    leaves = read_yes(turn)
    if leaves is None:
        return None
    turn.settle()
    if not leaves:
        return [Reply(text=turn.say("stayed"))]
    goodbye = turn.say("forgotten")
    told = klus_taking.leave_all(turn)
    people.forget(turn.session, turn.person, turn.today, turn.now)
    return [Reply(text=goodbye), *told]
