"""Words that people teach the bot: a volunteer says which group one means, a coordinator can take it back."""

from markupsafe import Markup

from handlers.messages import Button, Reply
from handlers.questions import read_answer
from handlers.rights import coordinated, is_coordinator_of
from handlers.turn import Turn
from language.say.words import lines
from storage import people
from storage.tables import Group, LearnedWord
from storage.words import check, learn, learned_words, take_back

QUESTION = "learned_word"


def teach(turn: Turn, word: str, group_id: int) -> list[Reply]:
    """Learn what the writer meant by ``word``; the room's other coordinators are told."""
    group = turn.session.get_one(Group, group_id)
    learned = learn(turn.session, group.room_id, word, group_id, turn.person.id, turn.now)
    if is_coordinator_of(turn, group.room_id):
        check(learned, turn.person.id, turn.now)
    told = []
    for coordinator in people.coordinators(turn.session, group.room_id):
        if coordinator.id != turn.person.id:
            voice = turn.voice_for(coordinator)
            text = voice.say("word-learned", name=turn.person.name, word=word, group=group.name)
            button = Button(voice.label("button-wrong"), f"unlearn:{learned.id}")
            told.append(turn.tell(coordinator.id, Reply(text=text, buttons=(button,))))
    return told


def confirm(turn: Turn, learned_id: int) -> list[Reply]:
    """[Klopt]: a coordinator looked at a learned word."""
    learned = turn.session.get(LearnedWord, learned_id)
    if learned is None:
        return [Reply(text=turn.say("button-done"))]
    if not is_coordinator_of(turn, learned.room_id):
        return [Reply(text=turn.say("not-yours"))]
    check(learned, turn.person.id, turn.now)
    return [Reply(text=turn.say("word-is-right", word=learned.word))]


def unlearn(turn: Turn, learned_id: int) -> list[Reply]:
    """[Klopt niet] under a learned word: it is taken back. Hours booked meanwhile stay as they are."""
    learned = turn.session.get(LearnedWord, learned_id)
    if learned is None:
        return [Reply(text=turn.say("button-done"))]
    if not is_coordinator_of(turn, learned.room_id):
        return [Reply(text=turn.say("not-yours"))]
    take_back(turn.session, learned)
    return [Reply(text=turn.say("word-taken-back", word=learned.word))]


def words(turn: Turn) -> list[Reply]:
    """``/woorden``: what the writer's rooms taught the bot, to take back what is wrong."""
    places = coordinated(turn)
    if not places:
        return [Reply(text=turn.say("words-for-coordinators"))]
    known = [pair for place in places for pair in learned_words(turn.session, place.room.id)]
    if not known:
        return [Reply(text=turn.say("no-words"))]
    options = [(str(learned.id), learned.word) for learned, _ in known]
    listed = lines([Markup("• ") + turn.say("word", word=learned.word, group=group.name) for learned, group in known])
    text = turn.say("words", words=listed)
    return [turn.ask(QUESTION, text, [*options, ("none", turn.label("button-none"))])]


def answer(turn: Turn) -> list[Reply] | None:
    """Which word to take back."""
    value = read_answer(turn).value
    if value is None:
        return None
    turn.settle()
    return [Reply(text=turn.say("left-as-it-was"))] if value == "none" else unlearn(turn, int(value))
