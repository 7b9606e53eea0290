"""Telegram: its updates as ``Incoming``, our messages as its requests. The only folder that knows the library."""

import os

# The library gives waiting times as timedelta only when asked, and warns at each of them when not.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.channels.telegram.channel import HEADER, TelegramChannel
from bot.channels.telegram.incoming import incoming_from
from bot.channels.telegram.outgoing import RATE, rate_of

__all__ = ["HEADER", "RATE", "TelegramChannel", "incoming_from", "rate_of"]
