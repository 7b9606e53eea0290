"""What it means for a message when Telegram does not take a request."""

from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from scheduler.sending import ChatMovedError, RefusedError, SendError, TryAgainError, UnreachableError

FAILURES = (TelegramError, LookupError, TypeError, ValueError)  # the last three: an answer that is none of Telegram's
LONGEST_PAUSE = 30.0  # seconds between two tries

# What Telegram writes when there is nobody (any more) to write to, with 400 instead of 403.
_NOBODY_THERE = ("chat not found", "deactivated", "user not found", "not enough rights", "write access", "chat_write")
_REFUSALS = {
    "can't parse entities": "the text is no valid HTML",
    "button": "a button is not allowed",
    "command": "a command of the menu is not allowed",
    "photo": "the picture is not allowed",
    "image": "the picture is not allowed",
    "too long": "the text is too long",
    "empty": "the text is empty",
    "webhook": "the webhook's address or secret is not allowed",
}


def send_error(error: Exception) -> SendError:
    """What a failed request means for a message. The sentences hold nothing of the request or the answer."""
    said = str(error).lower()
    match error:
        case RetryAfter(retry_after=wait):
            return TryAgainError(
                "Telegram asks to send more slowly", wait.total_seconds() if isinstance(wait, timedelta) else wait
            )
        case ChatMigrated():
            return ChatMovedError(str(error.new_chat_id))
        case Forbidden():
            return UnreachableError("the person or group cannot be written to any more")
        case BadRequest() if any(words in said for words in _NOBODY_THERE):
            return UnreachableError("Telegram knows no such chat, or the bot may not write there")
        case BadRequest():
            reasons = (reason for words, reason in _REFUSALS.items() if words in said)
            return RefusedError(f"Telegram refuses the request: {next(reasons, 'it does not say why in known words')}")
        case InvalidToken():
            return TryAgainError("Telegram refuses the token: look at KAMERBOT_TELEGRAM_TOKEN", LONGEST_PAUSE)
        case Conflict():
            return TryAgainError(
                "another program receives with this token, or a webhook is set: stop it, only one can", LONGEST_PAUSE
            )
        case TelegramError() if said.startswith("request entity too large"):
            return RefusedError("the file is too large for Telegram")
    return TryAgainError(f"Telegram cannot be reached or answers wrongly ({type(error).__name__})")
