"""Which drawing belongs to which kind of stored attachment, and how it is drawn when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reports import (
    board_picture,
    group_picture,
    indicator_chart,
    invite,
    invite_poster,
    personal_data,
    report_file,
    week_chart,
    year_picture,
)
from reports.data import DataError, DrawingData

Data = TypeVar("Data", bound=DrawingData)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or document ready to be sent. ``description`` says in words what it shows."""

    name: str
    media_type: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class _Kind(Generic[Data]):
    data: type[Data]
    draw: Callable[[Data], bytes]
    ending: str
    media_type: str
    apart: bool = False
    """It takes long: it is drawn in a process of its own, see reports/apart.py."""

    def drawing(self, values: dict[str, Any]) -> Drawing:
        data = self.data.from_data(values)
        return Drawing(f"{data.file_name}.{self.ending}", self.media_type, self.draw(data), data.description)


_KINDS: dict[str, _Kind[Any]] = {
    "year_picture": _Kind(year_picture.YearPicture, year_picture.draw, "png", "image/png"),
    "week_chart": _Kind(week_chart.WeekChart, week_chart.draw, "png", "image/png"),
    "group_picture": _Kind(group_picture.GroupPicture, group_picture.draw, "png", "image/png"),
    "board_picture": _Kind(board_picture.BoardPicture, board_picture.draw, "png", "image/png"),
    "indicator_chart": _Kind(indicator_chart.IndicatorChart, indicator_chart.draw, "png", "image/png", apart=True),
    "invite_qr": _Kind(invite.InviteQr, invite.draw, "png", "image/png"),
    "invite_poster": _Kind(invite_poster.InvitePoster, invite_poster.draw, "pdf", "application/pdf"),
    "report_pdf": _Kind(report_file.ReportFile, report_file.draw_pdf, "pdf", "application/pdf", apart=True),
    "report_docx": _Kind(report_file.ReportFile, report_file.draw_docx, "docx", report_file.WORD, apart=True),
    "report_xlsx": _Kind(report_file.ReportFile, report_file.draw_xlsx, "xlsx", report_file.EXCEL, apart=True),
    "personal_data": _Kind(personal_data.PersonalData, personal_data.draw, "html", "text/html"),
}

KINDS = tuple(_KINDS)
"""The kinds that can be drawn."""
APART: Mapping[str, str] = {name: kind.media_type for name, kind in _KINDS.items() if kind.apart}
"""Those of them that take long, with their media types: they are drawn in a process of their own."""


def draw(kind: str, data: dict[str, Any]) -> Drawing:
    """Draw a stored attachment. Raises DataError, which names the kind and the fields that are wrong."""
    if kind not in _KINDS:
        raise DataError(f"no drawing is called {kind!r}; there are {', '.join(KINDS)}")
    try:
        return _KINDS[kind].drawing(data)
    except DataError as error:
        raise DataError(f"{kind}: {error}") from None
