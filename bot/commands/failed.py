"""``kamerbot failed`` and ``kamerbot retry``: messages that could not be handled, and handling them again."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import FAILURE, database, fail

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.tables import Inbox


def failed_command() -> None:
    """List the messages that could not be handled. What they say and by whom is not shown."""
    from bot.clock import now
    from storage import inbox, keeping
    from storage.database import reading

    since = now() - timedelta(days=keeping.FAILED_DAYS)
    with database() as engine, reading(engine) as session:
        every = inbox.failed(session)
        rows = [row for row in every if row.payload is not None or row.received_at > since]
        for row in rows:
            kept = "" if row.payload is not None else "  (what it said is not kept)"
            when = f"{row.sent_at:%Y-%m-%d %H:%M}"
            typer.echo(f"{row.id:>6}  {when}  {row.channel:<10} {_room(session, row):<16} {row.error}{kept}")
    older = len(every) - len(rows)
    if older:
        typer.echo(f"{older} older: what was said is not kept any more")
    if rows:
        typer.echo("Once the fault is mended: kamerbot retry NUMBER, or kamerbot retry --all")
    elif not older:
        typer.echo("All messages were handled.")


def _room(session: "Session", row: "Inbox") -> str:
    from storage import people

    places = [] if row.person_id is None else people.memberships(session, row.person_id)
    return ", ".join(place.room.slug for place in places) or "-"


def retry_command(
    number: Annotated[int | None, typer.Argument(help="The message's number, as `kamerbot failed` shows it.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Handle all of them again, the oldest first.")] = False,
) -> None:
    """Handle a message again that could not be handled, as of the time at which it was sent."""
    from bot.clock import now
    from handlers.retrying import Retried, retry
    from storage import inbox
    from storage.database import reading

    if (number is None) is not every:
        fail("Tell which message: kamerbot retry NUMBER, or kamerbot retry --all")
    with database() as engine:
        if number is None:
            with reading(engine) as session:
                numbers = [row.id for row in inbox.failed(session)]
        else:
            numbers = [number]
        results = [retry(engine, one, now()) for one in numbers]
    words = {
        Retried.HANDLED: "handled; its answer is sent by the running program within half a minute",
        Retried.EDITED: "it was edited since, and that was handled: nothing is left to do",
        Retried.FAILED: "failed again; see the log",
        Retried.NOT_KEPT: "what it said is not kept any more: ask the writer to send it again",
        Retried.UNKNOWN: "no message of this number failed",
    }
    for one, result in zip(numbers, results, strict=True):
        typer.echo(f"{one}: {words[result]}")
    if not numbers:
        typer.echo("All messages were handled.")
    if not {Retried.HANDLED, Retried.EDITED}.issuperset(results):
        raise typer.Exit(FAILURE)
