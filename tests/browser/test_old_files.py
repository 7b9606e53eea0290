"""A try-out that was begun with an older version goes on with this one."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from bot.clock import Clock
from bot.program import Program
from bot.tryout.live import LiveTryOut
from handlers.messages import Attachment, Reply
from storage import outbox
from storage.database import unit_of_work
from storage.outbox import Address
from tests.reports.examples import ONE_OF_EACH

NOW = datetime(2026, 11, 16, 12, tzinfo=UTC)


async def test_a_file_that_this_version_cannot_draw_is_none(engine: Engine) -> None:
    values = ONE_OF_EACH["year_picture"].to_data()
    with unit_of_work(engine) as session:
        numbers = [
            outbox.put(
                session,
                Address(channel="browser", chat="phone-volunteer", person_id=None),
                NOW,
                **Reply(text="Kijk:", attachment=Attachment("year_picture", data)).row(),
            )
            for data in (values, {**values, "of_older_days": 1})
        ]
    program = Program(engine, lambda: NOW, [])
    tryout = LiveTryOut(program, Clock())
    assert [await tryout.file(number) is None for number in numbers] == [False, True]
