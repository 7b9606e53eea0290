"""Whoever watches the program at work: told what is handled, sent and done by the clock. Here nobody watches."""


class Watcher:
    """Does nothing with what it is told. Names of results and kinds are few and fixed; none is of a person."""

    def handled(self, channel: str, kind: str, result: str, seconds: float) -> None:
        """A message was taken in, in so many seconds from its arrival to its commit."""

    def sent(self, channel: str, result: str, seconds: float) -> None:
        """A message was sent, or tried to be, in so many seconds."""

    def handed_over(self, channel: str) -> None:
        """An answer went in the response to a message; whether it arrived is not known."""

    def done(self, job: str, result: str, seconds: float) -> None:
        """A job of the clock was done, or failed, in so many seconds."""

    def rang(self) -> None:
        """The clock was looked at."""
