"""What is asked of a report: who else was there, whom a name means, whether somebody new takes part."""

from dataclasses import replace

from handlers.for_others.others_noting import outcome_words
from handlers.for_others.others_report import Done, Report, made_for, may_name, meant_by, names_of
from handlers.messages import Button, Reply
from handlers.participants.attendance_questions import ask_guests
from handlers.rights import told_apart
from handlers.turn import Option, Turn
from language.say.words import lines
from storage.company import usual_people

WHO, WHICH, KNOWS, ALONG = "report_who", "report_which", "report_knows", "report_along"
QUESTIONS = (WHO, WHICH, KNOWS, ALONG)
OTHER, NOBODY = "other", "nobody"


def next_question(turn: Turn, report: Report, own: Done) -> Reply:
    """Ask what is not certain yet of who was there, or say what became of it."""
    if report.names:
        return ask_which(turn, report, own)
    if report.others is None or len(report.people) >= report.others:
        return outcome(turn, report, own)
    return ask_who(turn, report, own)


def outcome(turn: Turn, report: Report, own: Done) -> Reply:
    """The end of a report: what is in the books, and for whom not."""
    turn.settle()
    about = (*_about(report), *(entry.entry_id for entry in made_for(turn, report).values()))
    text = lines([report.words, *outcome_words(turn, report)])
    button = turn.button("button-wrong", f"wrong:{report.inbox}")
    if report.guests and own.group_id is not None:
        guests = (report.guests, report.new_guests)
        asked = ask_guests(turn, own.room_id, own.group_id, own.date, guests, button)
        if asked is not None:
            return replace(asked, text=lines([text, asked.text]), about=about, in_place=True)
    if own.entry_id is None and not may_name(turn, own):
        # None of it is the writer's to correct.
        return Reply(text=text, in_place=True)
    return Reply(text=text, buttons=(button,) if about else (), about=about, in_place=True)


def _about(report: Report) -> tuple[int, ...]:
    return () if report.own is None else (report.own,)


def ask_who(turn: Turn, report: Report, own: Done, key: str = "others-who") -> Reply:
    """Who else was there. While it is asked its older buttons stay good: people press faster than the bot answers."""
    goes_on = turn.question if turn.question is not None and turn.question.kind == WHO else None
    # Nobody's button moves while people press.
    shown = [int(value) for value, _ in goes_on.state["options"]] if goes_on is not None else []
    usual = shown or usual_people(turn.session, own.room_id, own.group_id, own.date)
    every = [key for key in dict.fromkeys((*usual, *report.people)) if key != own.person_id]
    called = told_apart(dict(zip(every, names_of(turn, every), strict=True)))
    options: list[Option] = [
        (str(person), turn.label("button-others-there", name=name) if person in report.people else name)
        for person, name in called.items()
    ]
    text = lines([report.words, turn.say(key, count=report.others or 0)])
    if goes_on is not None:
        reply = turn.ask_on(text, options, told=report.to_json())
    else:
        also = (
            Button(turn.label("button-others-other"), f"report-other:{report.inbox}"),
            Button(turn.label("button-others-done"), f"report-done:{report.inbox}"),
        )
        reply = turn.ask(WHO, text, options, also, told=report.to_json())
    return replace(reply, about=_about(report), in_place=True)


def ask_name(turn: Turn, report: Report, own: Done) -> Reply:
    """A name is to be typed; in a group chat as a reply, for of all else the bot may be shown nothing."""
    return ask_who(turn, report, own, "others-who-reply" if turn.in_group_chat else "others-who-type")


def ask_which(turn: Turn, report: Report, own: Done) -> Reply:
    """Whom the first of the names means that are not certain, or whether it is somebody new."""
    name = report.names[0]
    may = meant_by(turn, own, name).may
    if not may:
        return ask_knows(turn, report)
    called = told_apart(dict(zip(may, names_of(turn, may), strict=True)))
    options = [(str(key), label) for key, label in called.items()]
    options += [(OTHER, turn.label("button-somebody-else")), (NOBODY, turn.label("button-others-skip"))]
    text = lines([report.words, turn.say("others-which", name=name)])
    return replace(turn.ask(WHICH, text, options, told=report.to_json()), about=_about(report), in_place=True)


def ask_knows(turn: Turn, report: Report) -> Reply:
    """Somebody nobody knows: is written down only when they know of it."""
    text = lines([report.words, turn.say("others-knows", name=report.names[0])])
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    reply = turn.ask(KNOWS, text, options, told=report.to_json())
    return replace(reply, about=_about(report), in_place=True)


def ask_along(turn: Turn, report: Report, person_id: int) -> Reply:
    """Whether the one who was named worked along, or was helped."""
    [name] = names_of(turn, [person_id])
    text = lines([report.words, turn.say("others-along", name=name)])
    options = [("yes", turn.label("button-yes")), ("no", turn.label("button-no"))]
    reply = turn.ask(ALONG, text, options, told=report.to_json(), person=person_id)
    return replace(reply, about=_about(report), in_place=True)
