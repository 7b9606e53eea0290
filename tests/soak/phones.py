"""What arrived on people's phones, beside what the books say was sent to them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from tests.faults.phones import plain
from tests.soak.books import Sent
from tests.telegram.standin import Person

ARRIVES = ("sent", "handed_over")


def doubled(
    people: Collection[Person], rows: Sequence[Sent], overtaken: Collection[int], swallowed: Collection[tuple[int, str]]
) -> Mapping[int, int]:
    """For each chat how many messages are on its phone a second time; all others must be there once, in their order.

    ``overtaken`` are chats whose updates came in another order than they were written in; ``swallowed`` are
    (chat, text) of answers in a response to an update that the platform did not carry out.
    """
    found = {}
    for person in people:
        mine = [row for row in rows if row.chat == person.id and row.status in ARRIVES]
        heard = [post.text for post in person.inbox]
        extra = 0
        for is_bulk in (False, True):
            sent = [plain(row.text) for row in mine if row.bulk == is_bulk]
            sent = [text for text in sent if (person.id, text) not in swallowed or text in heard]
            mine_heard = [text for text in heard if text in set(sent)]
            extra += len(mine_heard) - len(sent)
            assert extra >= 0, f"not all that was sent to {person.id} arrived:\n{mine_heard}\n{sent}"
            in_order = once(mine_heard) == once(sent)
            assert in_order or (person.id in overtaken and set(sent) == set(mine_heard)), (
                f"the chat {person.id} was not sent in order:\n{mine_heard}\n{sent}"
            )
        unknown = set(heard) - {plain(row.text) for row in mine}
        assert not unknown, f"{person.id} got what is in no book: {unknown}"
        found[person.id] = extra
    return found


def once(texts: Sequence[str]) -> list[str]:
    """The texts without the copies that directly follow."""
    return [text for text, _ in groupby(texts)]
