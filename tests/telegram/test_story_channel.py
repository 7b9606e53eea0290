"""The whole story over HTTP through the Telegram channel, by long polling and by webhook."""

import asyncio

import pytest
from sqlalchemy import Engine

from tests.telegram.stage import playing
from tests.telegram.standin import Standin
from tests.telegram.story import whole_story


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_the_whole_story(engine: Engine, standin: Standin, webhook: bool) -> None:
    async with playing(standin, engine, webhook=webhook) as stage:
        await asyncio.to_thread(whole_story, stage)
