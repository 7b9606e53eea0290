"""Trying a house's own template: whether every kind of report can be made from it. It loads docxtpl."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from reports.docx_report import draw
from reports.report import (
    FinancingLine,
    GroupLine,
    IndicatorLine,
    KlussenLine,
    Money,
    Point,
    Report,
    Restatement,
    RoomPart,
    Series,
    Value,
)
from reports.report_words import ReportWords

_YEAR = 2026
_DAY = date(_YEAR, 6, 30)
_MOMENT = datetime(_YEAR, 7, 1, 9, 0, tzinfo=UTC)
_ROOM = RoomPart(
    snapshot="1",
    name="A",
    association="A",
    neighbourhoods=("A",),
    indicators=(
        IndicatorLine(
            id="a",
            kind="proces",
            name="A",
            unit="people",
            comparison="ge",
            target=Decimal(9),
            value=Value(low=Decimal(1), high=Decimal(2)),
            expected=Decimal(3),
            light="behind",
            source="logged",
            note="A",
            explanation="A",
            definition="A",
        ),
    ),
    minutes=60,
    year_minutes=120,
    waiting_minutes=60,
    volunteers=1,
    groups=(GroupLine(name="A", minutes=60, volunteers=1),),
    klussen=(
        KlussenLine(corporation="A", done=1, open=0, minutes=60),
        KlussenLine(corporation="", done=1, open=0, minutes=60),
    ),
    money=Money(
        fixed_eur=Decimal(1),
        hour_eur=Decimal(1),
        promised_hours=Decimal(1),
        promised_eur=Decimal(1),
        invested_eur=Decimal(1),
        financiers_eur=Decimal(1),
        financing=(FinancingLine(name="A", group="funds", eur=Decimal(1)),),
        remarks=("A",),
    ),
    series=(Series(key="a", name="A", unit="people", points=(Point(on=_DAY, value=Decimal(1)),), target=Decimal(9)),),
    restatements=(Restatement(what="A", on=_DAY, before="1", after="2", changed_at=_MOMENT),),
)
"""Something of everything that a report can hold."""


def try_template(template: Path, words: ReportWords) -> None:
    """Make small reports of one room and of two, full and short. Raises TemplateError, which tells what is wrong."""
    final = Report(
        kind="final",
        title="A",
        agreement="A",
        year=_YEAR,
        first=date(_YEAR, 1, 1),
        last=_DAY,
        made_at=_MOMENT,
        provisional=True,
        rooms=(_ROOM,),
    )
    draw(final, words, template)
    draw(final.model_copy(update={"rooms": (_ROOM, _ROOM)}), words, template)
    draw(final.model_copy(update={"kind": "progress"}), words, template)
