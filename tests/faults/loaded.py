"""What a fork of the program finds loaded already: its modules, and the words that it understands."""

from datetime import UTC, datetime
from importlib import import_module

from language.say import say
from language.understand import Vocabulary, understand

for name in ("bot.app", "bot.channels.telegram", "bot.cli", "bot.commands.run", "uvicorn.protocols.http.auto"):
    import_module(name)
understand("2 uur gisteren", datetime(2026, 3, 12, tzinfo=UTC), Vocabulary(groups=(), people=()))
say("nl", "failed")
