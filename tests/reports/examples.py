"""Values to draw from: an ordinary one of each kind, and the extremes that pictures must bear."""

from datetime import date
from typing import Any

from handlers.reports.document_words import document_words
from reports.board_picture import BoardPart, BoardPicture, BoardRow, LegendWord
from reports.data import DrawingData
from reports.group_picture import GroupPicture, Turnout
from reports.indicator_chart import ChartPoint, IndicatorChart
from reports.invite import InviteQr
from reports.invite_poster import InvitePoster
from reports.lights import Sign
from reports.personal_data import PersonalData, Section
from reports.report_file import ReportFile
from reports.week_chart import GroupHours, Week, WeekChart
from reports.year_picture import Month, YearPicture
from tests.reports.year_report import report, room

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LINK = "https://t.me/kamerbot_top_bot?start=k7Rv3pQx9mTz2hWb8nYc4d"
LONG = "Werkgroep buurtmaaltijden en maaltijden aan huis voor ouderen in Overvecht-Noord"
ARABIC = "مجموعة الطبخ والحديقة"


def hours(minutes: int) -> str:
    """Say hours as short as can be: "12", "12½"."""
    return f"{minutes // 60}½" if minutes % 60 else str(minutes // 60)


def year(minutes: list[int], aim: int | None = 15_000, **changes: Any) -> YearPicture:
    """Make a year's picture of the minutes of its first months."""
    known = [*minutes, *[None] * (12 - len(minutes))]
    values: dict[str, Any] = {
        "file_name": "jaar-2026",
        "description": f"{hours(sum(minutes))} uur in 2026.",
        "title": "Jouw jaar 2026",
        "total": f"{hours(sum(minutes))} uur",
        "months_title": "Uren per maand",
        "months": tuple(
            Month(label=label, minutes=amount, value="" if amount is None else hours(amount))
            for label, amount in zip(MONTHS, known, strict=True)
        ),
        "target_minutes": aim,
        "target": "doel: 250 uur" if aim else "",
        "note": "Nog 163 uur. Dat is ongeveer 12 uur per twee weken." if aim else "",
    }
    return YearPicture(**values | changes)


def week(weeks: list[int], groups: list[tuple[str, int]], aim: int | None = None, **changes: Any) -> WeekChart:
    """Make a digest's chart of whole hours a week and a group; the last week is the one in question."""
    values: dict[str, Any] = {
        "file_name": "week-46",
        "description": f"{weeks[-1]} uur in week 46.",
        "title": "TOP: week 46, 9 t/m 15 november",
        "total": f"{weeks[-1]} uur",
        "weeks_title": "Uren per week",
        "weeks": tuple(
            Week(label=str(47 - len(weeks) + number), minutes=amount * 60, value=str(amount))
            for number, amount in enumerate(weeks)
        ),
        "this_week": len(weeks) - 1,
        "needed_minutes": aim and aim * 60,
        "needed": f"nodig voor het doel: {aim} uur" if aim else "",
        "groups_title": "Uren per groep",
        "groups": tuple(GroupHours(name=name, minutes=amount * 60, value=f"{amount} uur") for name, amount in groups),
    }
    return WeekChart(**values | changes)


def poster(**changes: Any) -> InvitePoster:
    """Make a poster's values."""
    values: dict[str, Any] = {
        "file_name": "uitnodiging-top",
        "description": "QR-code met de link naar Kamerbot.",
        "language": "nl",
        "made_on": date(2026, 11, 1),
        "room": "Buurtwerkkamer TOP",
        "headline": "Houd je uren bij met je telefoon",
        "role": "Voor vrijwilligers",
        "steps": ("Richt je camera op de code.", "Tik op de link.", "Tik op Start. Klaar!"),
        "link": LINK,
        "code_title": "Lukt het niet? Open Telegram en stuur aan @kamerbot_top_bot:",
        "command": "/start k7Rv3pQx9mTz2hWb8nYc4d",
        "valid_until": "Geldig tot dinsdag 1 december 2026.",
    }
    return InvitePoster(**values | changes)


YEARS = {
    "ordinary": year([600, 750, 990, 480, 1230, 1170]),
    "nothing": year([0]),
    "one entry": year([0, 0, 90]),
    "250 hours": year([1250] * 12, note="Doel gehaald. Wat een jaar!"),
    "400 hours": year([2000] * 12),
    "10,000 hours": year([50_010] * 12),
    "no target": year([600, 750, 990], None),
    "long words": year(
        [615, 75, 990],
        title=f"Het jaar 2026 van Şükrü en Олександра: {LONG}",
        total="1.234 uur en 59 minuten",
        target="doel van jullie hele afspraak: 250 uur en 30 minuten",
        note=f"{LONG}. " * 4,
    ),
    "right to left": year([600], title=ARABIC, total="١٠ ساعات", target="٢٥٠ ساعة", note=ARABIC),
}

GROUPS = [("Kookgroep", 31), ("Tuingroep", 22), ("Klussendienst", 18), ("Taalteam", 9), ("Naaiatelier", 0)]
WEEKS = {
    "ordinary": week([64, 72, 81, 95, 88, 60, 0, 71, 99, 104, 83, 86], GROUPS, 96),
    "nothing": week([0] * 12, [("Kookgroep", 0)], 96),
    "first week": week([3], [("Kookgroep", 3)]),
    "no groups": week([1, 2, 3], []),
    "large room": week(
        [1200, 1500, 999, 1340, 1111, 1250, 1011, 1001, 1004, 1300, 1234, 1450, 1111, 1999],
        [(LONG, 310), (ARABIC, 120), ("Садова група", 44), *((f"Groep {number}", number) for number in range(6))],
        400,
        title=f"Buurtwerkkamer {LONG}: week 46, 9 t/m 15 november",
        total="1.999 uur en 59 minuten",
    ),
}


def group(weeks: list[int], heads: list[int], **changes: Any) -> GroupPicture:
    """Make a group's picture of whole hours and heads a week."""
    first = 47 - len(weeks)
    values: dict[str, Any] = {
        "file_name": "groep-kookgroep",
        "description": f"Kookgroep: {sum(weeks)} uur.",
        "title": "Kookgroep",
        "total": f"{sum(weeks)} uur",
        "hours_title": "Uren per week",
        "hours": tuple(
            Week(label=str(first + number), minutes=amount * 60, value=str(amount))
            for number, amount in enumerate(weeks)
        ),
        "turnout_title": "Bezoekers per week" if heads else "",
        "turnout": tuple(
            Turnout(label=str(first + number), heads=amount, value=str(amount or ""))
            for number, amount in enumerate(heads)
        ),
    }
    return GroupPicture(**values | changes)


VOLUNTEER_GROUPS = {
    "ordinary": group([12, 9, 0, 11, 14, 8, 12, 12, 10, 6, 13, 12], [18, 20, 0, 17, 22, 19, 25, 18, 16, 12, 21, 18]),
    "nothing": group([0] * 12, [0] * 12),
    "no visitors": group([3] * 12, []),
    "large": group([900] * 14, [1234] * 14, title=f"{LONG} ({ARABIC})", total="10.800 uur en 59 minuten"),
}

SIGNS = {
    Sign.REACHED: "gehaald",
    Sign.ON_COURSE: "op schema",
    Sign.LAGGING: "loopt achter",
    Sign.BEHIND: "ver achter",
    Sign.MISSED: "niet gehaald",
    Sign.UNKNOWN: "geen cijfer",
}


def board(parts: dict[str, list[tuple[str, Sign, str, str, int | None, int | None]]], **changes: Any) -> BoardPicture:
    """Make a board of (name, sign, value, target, come, due) by kind."""
    values: dict[str, Any] = {
        "file_name": "overzicht-top",
        "description": "27 afspraken van TOP.",
        "title": "TOP 2026",
        "subtitle": "tot en met zondag 19 april (30% van het jaar)",
        "legend": tuple(LegendWord(sign=sign, word=word) for sign, word in SIGNS.items()),
        "due": "nodig tot nu",
        "value_title": "nu",
        "target_title": "doel",
        "parts": tuple(
            BoardPart(
                title=title,
                rows=tuple(
                    BoardRow(name=name, sign=sign, value=value, target=target, come=come, due=due)
                    for name, sign, value, target, come, due in rows
                ),
            )
            for title, rows in parts.items()
        ),
    }
    return BoardPicture(**values | changes)


_WHOLE_BOARD = {
    "IMPACT: effect": [
        ("Vertrouwen in eigen kunnen", Sign.ON_COURSE, "57%", "> 50%", 1000, None),
        ("Prettiger wonen en leven", Sign.LAGGING, "66%", "> 70%", 942, None),
        ("Minder uitkering en zorg", Sign.UNKNOWN, "–", "> 2%", None, None),
        ("Minder huisuitzetting", Sign.UNKNOWN, "–", "> 5", None, None),
        ("Minder overlast", Sign.UNKNOWN, "–", "> 2%", None, None),
    ],
    "OUTPUT: bereik": [
        ("Sleutelhouders", Sign.BEHIND, "12", "> 20", 570, 1000),
        ("Actieve vrijwilligers", Sign.LAGGING, "26", "> 30", 840, 1000),
        ("Actieve groepen", Sign.REACHED, "11", "> 10", 1000, 1000),
        *((f"Cijfer nummer {number}", Sign.ON_COURSE, str(number), "> 9", number * 100, 300) for number in range(7)),
    ],
    "PROCES: activiteiten": [
        ("Sociale ontmoeting", Sign.ON_COURSE, "131–188", "200", 655, 300),
        ("Klussen", Sign.ON_COURSE, "31", "60", 516, 300),
        *((f"Cursus nummer {number}", Sign.LAGGING, str(number), "50", number * 20, 300) for number in range(6)),
    ],
    "INPUT: inzet": [
        ("Geen tekort", Sign.REACHED, "positief", "positief", None, None),
        ("Verantwoord besteed", Sign.UNKNOWN, "–", "positief", None, None),
        ("Inzet van medewerkers", Sign.ON_COURSE, "8,3", "> 8", 1000, None),
        ("Overleg met partners", Sign.LAGGING, "7,8", "> 8", 970, None),
    ],
}

BOARDS = {
    "ordinary": board(_WHOLE_BOARD),
    "one figure": board({"PROCES": [("Klussen", Sign.UNKNOWN, "0", "60", 0, 0)]}),
    "long words": board(
        {LONG: [(LONG, Sign.BEHIND, "1.234.567–2.345.678", "minstens 1.000.000", 4000, 2000)] * 3},
        title=f"Buurtwerkkamer {LONG} ({ARABIC})",
        subtitle=LONG,
        due=LONG,
        legend=tuple(LegendWord(sign=sign, word=LONG) for sign in Sign),
    ),
}


def indicator(points: list[tuple[int, float, float]], **changes: Any) -> IndicatorChart:
    """Make an indicator's chart of (place in the year, at least, at most)."""
    values: dict[str, Any] = {
        "file_name": "grafiek-klussen",
        "description": "Klussen van TOP in 2026: nu 31, het doel is 60.",
        "title": "TOP 2026: klussen",
        "value": "31",
        "note": "Doel: 60. Nodig tot nu: 18.",
        "months": MONTHS,
        "points": tuple(ChartPoint(at=at, low=low, high=high) for at, low, high in points),
        "line": "zoveel waren het",
        "target": 60.0,
        "target_words": "doel: 60",
        "grows": True,
        "way": "op schema",
    }
    return IndicatorChart(**values | changes)


INDICATORS = {
    "ordinary": indicator([(85, 8, 8), (162, 14, 14), (247, 25, 25), (299, 31, 31)]),
    "range": indicator([(85, 30, 38), (162, 66, 80), (247, 98, 130), (329, 131, 188)], target=200.0),
    "stands": indicator([(85, 9, 9), (162, 12, 12)], grows=False, way="", target=15.0),
    "nothing": indicator([(3, 0, 0)]),
    "no target": indicator([(480, 7.8, 7.8)], target=None, target_words="", grows=False, way="", note=""),
    "long words": indicator(
        [(1000, 12_345, 23_456)],
        title=f"{LONG} ({ARABIC})",
        value="minstens 12.345, hoogstens 23.456",
        note=LONG,
        line=LONG,
        target_words=LONG,
        way=LONG,
    ),
}

POSTERS = {
    "ordinary": poster(),
    "long words": poster(
        room=f"Buurtwerkkamer {LONG} ({ARABIC})",
        headline="Houd al je vrijwilligersuren en klussen bij met je eigen telefoon, in je eigen woorden",
        role=f"Voor vrijwilligers, sleutelhouders en groepstrekkers van {LONG}",
        steps=("Open de camera van je telefoon en richt die op de vierkante code hieronder.",) * 4,
        code_title=f"Lukt het niet? {LONG}",
        link=LINK + "x" * 40,
    ),
    "few words": poster(role="", steps=("Scan.",), valid_until=""),
}

QR = InviteQr(
    file_name="uitnodiging-top",
    description="QR-code met de link naar Kamerbot.",
    link=LINK,
    title="Buurtwerkkamer TOP",
    subtitle="Voor vrijwilligers",
    note="Geldig tot dinsdag 1 december 2026.",
)

PERSONAL = PersonalData(
    file_name="mijn-gegevens",
    description="Alles wat Kamerbot van Noor bewaart.",
    language="nl",
    title="Mijn gegevens",
    introduction="Dit bewaart Kamerbot van jou.",
    sections=(
        Section(title="Wie je bent", explanation="Zo weten wij wie schrijft.", rows=(("Naam", "Noor"), ("Taal", "nl"))),
        Section(title="Uren", columns=("Dag", "Groep"), rows=(("woensdag 11 maart", "kookgroep"),)),
        Section(title="Pauzes", nothing="Er is niets bewaard."),
    ),
)

REPORT = ReportFile(
    file_name="rapport-12-2026-12-31",
    description="Eindrapportage (TOP)",
    report=report(room(evidence=3)),
    words=document_words("nl"),
    names={4: "Noor"},
)
ONE_OF_EACH: dict[str, DrawingData] = {
    "year_picture": YEARS["ordinary"],
    "week_chart": WEEKS["ordinary"],
    "group_picture": VOLUNTEER_GROUPS["ordinary"],
    "board_picture": BOARDS["ordinary"],
    "indicator_chart": INDICATORS["ordinary"],
    "invite_qr": QR,
    "invite_poster": POSTERS["ordinary"],
    "report_pdf": REPORT,
    "report_docx": REPORT,
    "report_xlsx": REPORT,
    "personal_data": PERSONAL,
}
