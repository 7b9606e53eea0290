"""What arrived on people's phones, beside what the books say was sent."""

import html
import re
from collections import Counter
from collections.abc import Collection

from tests.faults.books import Sent
from tests.telegram.standin import Standin


def doubled(standin: Standin, rows: Collection[Sent], cut_sends: Collection[tuple[int, int]]) -> int:
    """Tell how many messages are on a phone a second time; all that was sent must be there, in order.

    ``cut_sends`` are the sends that a kill cut off, as (row, attempt): nothing else may have arrived twice.
    """
    found = 0
    for person in standin.people.values():
        mine = [row for row in rows if row.chat == person.id]
        posts = {post.id: post.text for post in person.inbox}
        marked = [row.message for row in mine if row.message is not None]
        assert len(marked) == len(mine), "a message was not sent"
        assert [posts.get(number) for number in marked] == [plain(row.text) for row in mine]
        for bulk in (False, True):
            # A reply may go before bulk that waits; within each kind the order is that of the books.
            kind = [row.message for row in mine if row.bulk is bulk and row.message is not None]
            assert kind == sorted(kind), "a chat was not sent in order"
        extra = Counter(text for number, text in posts.items() if number not in marked)
        cut = Counter(plain(row.text) for row in mine for key, _ in cut_sends if key == row.id)
        assert extra <= cut, "a message arrived twice that no kill cut off"
        found += extra.total()
    return found


def plain(text: str) -> str:
    """What a text looks like on a phone."""
    return html.unescape(re.sub(r"</?[bi]>", "", text))
