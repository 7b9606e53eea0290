"""What was said in a group chat, answered in the writer's own chat: nothing personal is for the others to read."""

from collections.abc import Callable
from dataclasses import replace

from handlers.messages import Kind, Reply
from handlers.turn import Turn
from storage import dialogues, people


def in_private(turn: Turn, handle: Callable[[Turn], list[Reply]]) -> list[Reply]:
    """Handle the message as if it were said in private; the group chat reads that the answer went there."""
    if not turn.in_group_chat:
        return handle(turn)
    # The message of a question that is answered makes place; any other message with a button stays as it is.
    stays = turn.incoming.kind is Kind.BUTTON and turn.question is None
    pressed = turn.incoming.replies_to if stays else ""
    turn.settle()
    if turn.account.unreachable_since is not None:
        return [Reply(text=turn.say("group-chat-cannot-write"), replies_to=pressed)]
    private = _private(turn)
    answers = [_to_writer(private, reply) for reply in handle(private)]
    return [Reply(text=turn.say("group-chat-in-private"), replies_to=pressed), *answers]


def _private(turn: Turn) -> Turn:
    chat = turn.account.chat
    return Turn(
        session=turn.session,
        incoming=replace(turn.incoming, group_chat=False, chat=chat, message="", replies_to="", edited=False),
        inbox=turn.inbox,
        account=turn.account,
        person=turn.person,
        places=people.memberships(turn.session, turn.person.id),
        now=turn.now,
        question=dialogues.open_question(turn.session, turn.person.id, chat),
    )


def _to_writer(private: Turn, reply: Reply) -> Reply:
    if reply.to_person is not None or reply.to_chat:
        return reply
    return replace(reply, to_chat=private.incoming.chat, replies_to="", reaction="", in_place=False)
