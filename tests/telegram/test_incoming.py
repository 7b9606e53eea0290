"""What Telegram's updates mean to the bot: platform JSON in, ``Incoming`` out."""

from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram import incoming_from
from handlers.messages import Incoming
from tests.telegram.payloads import CASES, NOW, USERNAME, USUAL


@pytest.mark.parametrize(("payload", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_update_becomes_incoming(payload: dict[str, Any], expected: dict[str, Any] | None) -> None:
    incoming = incoming_from(Update.de_json(payload), NOW, USERNAME)

    assert incoming == (None if expected is None else Incoming(**(USUAL | expected)))


def test_labels_tell_the_cases_apart() -> None:
    labels = [case[0] for case in CASES]

    assert len(set(labels)) == len(labels)
