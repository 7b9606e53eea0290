"""What Telegram answers when it refuses a request: its codes and its words."""

from typing import Any


class ApiError(Exception):
    """A request that is refused."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(what: str, **parameters: Any) -> ApiError:
    """400: the request is wrong."""
    return ApiError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> ApiError:
    """403: the bot may not do this here."""
    return ApiError(403, f"Forbidden: {what}")


def too_many(seconds: int) -> ApiError:
    """429: not now, but after so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def conflict(what: str) -> ApiError:
    """409: updates go one way, to one receiver."""
    return ApiError(409, f"Conflict: {what}")
