"""``kamerbot agreement``: what rooms promised for a year."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import database, fail

if TYPE_CHECKING:
    from storage.agreements import AgreementFile, Fault

agreement_app = typer.Typer(no_args_is_help=True, help="Check, load and list what rooms promised for a year.")
FileArgument = Annotated[Path, typer.Argument(help="The agreement, in TOML as bot/sample/agreement.toml.")]


@agreement_app.callback()
def agreement() -> None:
    """Check, load and list what rooms promised for a year."""


@agreement_app.command("check")
def check_agreement(file: FileArgument) -> None:
    """Read an agreement and tell what it says, what is wrong in it and what does not add up. Nothing is kept."""
    text = _text(file)
    parsed = _parsed(file, text, "cannot be loaded")
    for line in [*_summary(parsed), *_remarks(text, parsed)]:
        typer.echo(line)


@agreement_app.command("list")
def list_agreements() -> None:
    """List the agreements that were loaded, by room and year."""
    from storage.agreements import kept_agreements, terms_of
    from storage.database import reading

    with database() as engine, reading(engine) as session:
        kept = kept_agreements(session)
        if not kept:
            typer.echo("No agreement is loaded yet. Load one with: kamerbot agreement load FILE")
        for room, loaded in kept:
            terms = terms_of(loaded)
            flagged = sum(indicator.flagged for indicator in terms.indicators)
            example = ", example" if loaded.is_example else ""
            typer.echo(
                f"{room.slug} {loaded.year}: {loaded.title} (hours {loaded.volunteer_hours},"
                f" indicators {len(terms.indicators)}, flagged {flagged}{example})"
            )


@agreement_app.command("load")
def load_agreement(
    file: FileArgument,
    room: Annotated[
        list[str] | None,
        typer.Option(help="Load it for this room alone (its slug); may be given more than once."),
    ] = None,
) -> None:
    """Load an agreement; for a room and year that had one it comes in its place."""
    from storage import agreements
    from storage.database import unit_of_work
    from storage.tables import Room

    text = _text(file)
    parsed = _parsed(file, text, "was not loaded")
    try:
        with database() as engine, unit_of_work(engine) as session:
            for loaded in agreements.load(session, parsed, slugs=room or ()):
                name = session.get_one(Room, loaded.room_id).name
                typer.echo(f"{name}: {loaded.volunteer_hours} hours of volunteers in {loaded.year}")
    except agreements.AgreementError as error:
        fail(f"{file} was not loaded:", *agreements.told(text, error.faults))
    for line in _remarks(text, parsed):
        typer.echo(line)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        fail(f"{file} cannot be read: it is not text in UTF-8.")


def _parsed(file: Path, text: str, refusal: str) -> "AgreementFile":
    from storage import agreements

    try:
        return agreements.parse(text)
    except agreements.AgreementError as error:
        fail(f"{file} {refusal}:", *agreements.told(text, error.faults))


def _summary(parsed: "AgreementFile") -> list[str]:
    """What the agreement says: how much of everything, and of each room the hours and the euros."""
    from storage.agreements import euros
    from storage.figures.money import share, worth

    lines = [
        f"{parsed.title}, {parsed.year}",
        f"rooms {len(parsed.rooms)}, indicators {len(parsed.indicators)}, lines of financing {len(parsed.financing)}",
    ]
    for slug, room in parsed.rooms.items():
        volunteers = worth(parsed.terms_of(slug, parsed.year), Decimal(room.volunteer_hours))
        told = f"{room.name or slug}: {room.volunteer_hours:,} hours of volunteers"
        if volunteers is not None:
            told += f" are {euros(volunteers)}"
        if volunteers is not None and room.financiers_eur is not None:
            told += f", financiers {euros(room.financiers_eur)}: {share(room.financiers_eur, volunteers)} % of both"
        lines.append(told)
    if parsed.volunteer_hour_source:
        lines.append(f"the value of an hour: {parsed.volunteer_hour_source}")
    return [*lines, *(f"{report.due}: {report.name}" for report in parsed.reports)]


def _remarks(text: str, parsed: "AgreementFile") -> list[str]:
    """What does not add up, and what is perhaps not meant."""
    from storage.agreements import differences, open_ends, told

    lines = []
    if wrong := differences(parsed):
        lines += ["These amounts do not add up. They are kept as printed:", *told(text, wrong)]
    if loose := [*open_ends(parsed), *_without_figure(parsed)]:
        lines += ["Look at this too:", *told(text, loose)]
    return lines


def _without_figure(parsed: "AgreementFile") -> list["Fault"]:
    """The indicators that are to be counted or asked, of a name for which nothing here does so."""
    from storage.agreements import COUNTED, Fault
    from storage.figures.indicators import INDICATORS as COUNTING
    from storage.survey_results import INDICATORS as ASKING

    return [
        Fault(("indicators", place, "id"), f"nothing counts or asks {indicator.id!r}: its result is never known.")
        for place, indicator in enumerate(parsed.indicators)
        if (indicator.source in COUNTED and indicator.id not in COUNTING)
        or (indicator.source == "survey" and indicator.id not in ASKING)
    ]
