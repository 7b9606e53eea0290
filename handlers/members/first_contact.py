"""The first contact with somebody for whom hours were noted before: they see them, and can object to each."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.hours.entry_words import entry_label, entry_words, name_of
from handlers.hours.objecting import object_to
from handlers.messages import Button, Reply
from handlers.questions import on_first_page, read_answer, read_yes
from handlers.turn import Turn
from language.say.voice import Voice
from language.say.words import lines
from storage import entries, people
from storage.entries import Status
from storage.history import first_version, noted_by_others
from storage.tables import EntryVersion, Invite, Person

QUESTION = "noted"
SHOWN = 10
STANDING = (Status.BOOKED, Status.WAITING)


def expected(turn: Turn, invite: Invite | None) -> Person | None:
    """Somebody without a chat for whom the invite was made: who takes it is that one."""
    if invite is None or invite.person_id is None or not people.is_paper(turn.session, invite.person_id):
        return None
    return turn.session.get_one(Person, invite.person_id)


def with_noted(turn: Turn, welcomed: Reply, moved: Sequence[EntryVersion]) -> Reply:
    """The first words with the hours behind them, in one message."""
    shown = noted_reply(turn, turn.voice, welcomed.text, moved)
    return replace(welcomed, text=shown.text, buttons=(*shown.buttons, *welcomed.buttons), about=shown.about)


def noted_reply(turn: Turn, voice: Voice, before: str, moved: Sequence[EntryVersion]) -> Reply:
    """What others noted for somebody, the newest last, with a button to object."""
    standing = [entry for entry in moved if entry.status in STANDING]
    if not standing:
        return Reply(text=before)
    words = [voice.say("noted-for-you", count=len(standing))]
    words += [_line(turn, voice, entry) for entry in standing[-SHOWN:]]
    if len(standing) > SHOWN:
        words.append(voice.say("noted-more", count=len(standing) - SHOWN))
    words.append(voice.say("noted-wrong"))
    data = f"object:{standing[0].entry_id}" if len(standing) == 1 else "noted"
    button = Button(voice.label("button-wrong"), data)
    return Reply(
        text=f"{before}\n\n{lines(words)}", buttons=(button,), about=tuple(entry.entry_id for entry in standing)
    )


def _line(turn: Turn, voice: Voice, entry: EntryVersion) -> Markup:
    by = name_of(turn.session, voice, first_version(turn.session, entry.entry_id).changed_by)
    return voice.say("noted-line", entry=entry_words(turn.session, voice, entry), name=by)


def noted(turn: Turn) -> list[Reply]:
    """[Klopt niet] under several hours: which of them."""
    return [_ask_which(turn, turn.say("ask-noted"))]


def _ask_which(turn: Turn, text: str) -> Reply:
    standing = _standing(turn)
    if not standing:
        turn.settle()
        return Reply(text=turn.say("nothing-to-correct"))
    options = [(str(entry.entry_id), entry_label(turn.session, turn.voice, entry)) for entry in standing]
    return turn.ask(QUESTION, text, on_first_page(options, ("none", turn.label("button-rest-is-right"))))


def _standing(turn: Turn) -> list[EntryVersion]:
    return [entry for entry in noted_by_others(turn.session, turn.person.id) if entry.status in STANDING]


def answer(turn: Turn) -> list[Reply] | None:
    """One that is not right; it is asked again until the rest is."""
    value = read_answer(turn).value
    more = None if value is not None else read_yes(turn)
    if value == "none" or more is False:
        turn.settle()
        return [Reply(text=turn.say("noted-thanks"))]
    if value is None:
        # "Klopt er nog iets niet?" "Ja": that does not say what.
        return [turn.ask_again()] if more else None
    objected, *told = object_to(turn, int(value))
    left = entries.current(turn.session, [entry.entry_id for entry in _standing(turn)])
    if not left:
        turn.settle()
        return [objected, *told]
    text = turn.say("ask-noted-more")
    return [_ask_which(turn, f"{objected.text}\n{text}"), *told]
