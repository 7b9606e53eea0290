"""``kamerbot report``: a report on what rooms promised, as a file; or one that was made before, once more."""

import logging
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.commands.common import choices, database, fail, find_room, save

if TYPE_CHECKING:
    from sqlmodel import Session

    from reports.report import Report
    from storage.database import Beside
    from storage.tables import Snapshot

log = logging.getLogger(__name__)

Form = Literal["pdf", "docx", "xlsx"]


def report_command(
    room: Annotated[
        list[str] | None,
        typer.Option(help="A room's slug; several make one report of them together."),
    ] = None,
    kind: Annotated[
        Literal["progress", "interim", "final"], typer.Option(help="For the monthly meeting, or the report asked for.")
    ] = "progress",
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day that counts in it; else today.")
    ] = None,
    snapshot: Annotated[
        list[int] | None, typer.Option(help="Make the report that was kept under this number once more.")
    ] = None,
    corporation: Annotated[str, typer.Option(help="Only what this housing corporation asks for.")] = "",
    file_format: Annotated[
        Form, typer.Option("--format", help="pdf to print, docx to change by hand, xlsx to reckon with.")
    ] = "pdf",
    names: Annotated[
        bool, typer.Option("--names", help="Put people's names beside the evidence in a workbook; this is logged.")
    ] = False,
    template: Annotated[
        Path | None, typer.Option(help="Another template for a docx than KAMERBOT_REPORT_TEMPLATE or our own.")
    ] = None,
    output: Annotated[Path | None, typer.Option(help="The file, in place of one that is there.")] = None,
) -> None:
    """Make a report; its figures are kept, so that it can be made once more."""
    from handlers.reports.making import file_name, joined
    from storage.beside import with_reading
    from storage.database import unit_of_work

    if bool(room) == bool(snapshot):
        fail("Give the rooms, or the number of a report.", "Such as: --room top --kind interim --until 2026-06-30")
    if names and file_format != "xlsx":
        fail("Names stand in a workbook alone: --format xlsx")

    def keep(beside: "Beside | None") -> tuple[list["Snapshot"], "Report", dict[int, str]]:
        with unit_of_work(engine, beside) as session:
            if snapshot:
                kept = _found(session, snapshot)
            else:
                kept = _made(session, room or [], kind, None if until is None else until.date())
            whose = _corporation(session, kept, corporation) if corporation else ""
            report = joined(_reports(kept), whose)
            return kept, report, _names(session, report) if names else {}

    with database(must_exist=True) as engine:
        kept, report, known = with_reading(engine, keep)
    to = output or Path(f"{file_name(report)}.{file_format}")
    save(to, [_drawn(report, file_format, known, template)])
    if names:
        log.info("a workbook with names of people was made of the figures %s", report.snapshots)
    closed = all(one.period_id is not None for one in kept)
    typer.echo(f"{to}: report {report.snapshots}, " + ("of a closed period" if closed else "provisional"))


def _made(session: "Session", slugs: list[str], kind: str, until: date | None) -> list["Snapshot"]:
    from bot.clock import now
    from handlers.reports.assembling import NothingPromisedError, kept_report
    from storage.periods import PeriodKind
    from storage.rooms import settings_of

    of_kind = {"progress": PeriodKind.MONTH, "interim": PeriodKind.INTERIM, "final": PeriodKind.FINAL}[kind]
    kept = []
    for slug in sorted(set(slugs)):
        room = find_room(session, slug)
        today = now().astimezone(settings_of(room).zone).date()
        last = until or today
        if last > today:
            fail(f"{last} is still to come.")
        try:
            kept.append(kept_report(session, room, of_kind, last, now()))
        except NothingPromisedError:
            fail(f"{room.name} has no agreement for {last.year}.", "Load one with: kamerbot agreement load FILE")
    return kept


def _found(session: "Session", numbers: list[int]) -> list["Snapshot"]:
    from storage.rooms import rooms
    from storage.snapshots import by_id

    every = [room.id for room in rooms(session)]
    kept = []
    for number in numbers:
        found = by_id(session, number, every)
        if found is None:
            fail(f"There is no report {number}.")
        kept.append(found)
    if len({(one.kind, one.last) for one in kept}) > 1:
        fail("These reports are of different kinds or periods: make them one by one.")
    return kept


def _corporation(session: "Session", kept: list["Snapshot"], given: str) -> str:
    """The corporation as the agreement or the rooms' settings write it."""
    from handlers.reports.corporations import corporations
    from storage.tables import Room

    rooms = [session.get_one(Room, one.room_id) for one in kept]
    there_are = corporations(session, rooms, kept[0].last.year)
    found = next((name for name in there_are if name.casefold() == given.strip().casefold()), None)
    if found is None:
        fail(f"{given!r} is no housing corporation of these rooms.", choices("corporations", given, there_are))
    return found


def _reports(kept: list["Snapshot"]) -> list["Report"]:
    from handlers.reports.kept import report_of

    return [report_of(snapshot) for snapshot in kept]


def _names(session: "Session", report: "Report") -> dict[int, str]:
    """The names that the people in the evidence have now; whoever left has none."""
    from storage.people import who_is

    ids = {person for room in report.rooms for line in room.evidence for person in line.persons}
    found = {key: who_is(session, key).name for key in sorted(ids)}
    return {key: name for key, name in found.items() if name}


def _drawn(report: "Report", form: Form, names: dict[int, str], template: Path | None) -> bytes:
    from bot.settings import load_settings
    from handlers.reports.making import report_file
    from reports.attachments import draw
    from reports.data import DataError

    values = report_file(report, form, names).to_data()
    own = template or load_settings().report_template
    try:
        return draw(f"report_{form}", values | ({"template": str(own)} if own else {})).content
    except DataError as error:
        fail(f"The report cannot be made: {error}.", "For a template that works: kamerbot template")


def template_command(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("report.docx"),
) -> None:
    """Write the template of reports, to restyle in a word processor; then name it in KAMERBOT_REPORT_TEMPLATE."""
    from reports.report_file import TEMPLATE

    if file.exists():
        fail(f"There is a file {file} already.")
    save(file, [TEMPLATE.read_bytes()])
    typer.echo(f"{file}: change letters, colours, logo and order; leave what stands between {{{{ }}}} and {{% %}}.")
