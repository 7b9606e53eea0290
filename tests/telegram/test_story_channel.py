"""The whole story over HTTP through the Telegram channel: by long polling, by webhook, and answered in its response."""

import asyncio

import pytest
from sqlalchemy import Engine

from tests.telegram.stage import playing
from tests.telegram.standin import Standin
from tests.telegram.story import whole_story


@pytest.mark.parametrize(
    ("webhook", "in_response"), [(False, False), (True, False), (True, True)], ids=["polling", "webhook", "in-response"]
)
async def test_the_whole_story(engine: Engine, standin: Standin, webhook: bool, in_response: bool) -> None:
    async with playing(standin, engine, webhook=webhook, in_response=in_response) as stage:
        await asyncio.to_thread(whole_story, stage)
    assert any(call.in_response for call in standin.world.calls) is in_response
