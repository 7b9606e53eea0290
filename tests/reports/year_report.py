"""A report of a made-up year, with all that a report can hold: for the tests of the documents."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from reports.report import (
    EvidenceLine,
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

_INDICATORS: list[tuple[Any, ...]] = [
    # id, kind, name, unit, comparison, source, target, of, low, high, light at the end of the year
    ("trust", "impact", "Bewoners hebben meer vertrouwen in eigen kunnen, mede door de buurtwerkkamer",
     "% yes", "gt", "survey", 50, None, "62.5", "62.5", "reached"),
    ("liveability", "impact",
     "Bewoners vinden dat buurtwerkkamer bijdraagt aan prettig(er) leven en wonen in de buurt",
     "% yes", "gt", "survey", 70, None, "58", "58", "missed"),
    ("benefits_care", "impact", "Minder (kosten op) uitkeringen en zorg", "%", "gt", "entered", 2, None,
     "2.4", "2.4", "reached"),
    ("evictions_arrears", "impact", "Minder (kosten op) huisuitzetting en huurschuld", "cases", "gt", "entered",
     5, None, None, None, "unknown"),
    ("nuisance", "impact", "Minder (kosten op) overlast en vandalisme", "%", "gt", "entered", 2, None,
     "2", "2", "missed"),
    ("key_holders", "output", "Sleutelhouders", "people", "gt", "logged", 20, None, "23", "23", "reached"),
    ("active_volunteers", "output", "Actieve vrijwilligers (min. gem. 250 uren/jaar)", "people", "gt", "logged",
     30, None, "27", "27", "missed"),
    ("active_groups", "output",
     "Actieve vrijwilligersgroepen (klussendienst, tuingroep, formulierenbrigade, kookgroep, taalteam, ...)",
     "groups", "gt", "logged", 10, None, "12", "12", "reached"),
    ("members", "output", "Geregistreerde leden bewonersvereniging", "people", "gt", "logged", 100, None,
     "112", "112", "reached"),
    ("referred_taking_part", "output",
     "Bewoners doorverwezen door W&I e.a., met bijstand en/of beperkte loonwaarde, effectief mee laten doen",
     "people", "gt", "tally", 10, 20, "11", "11", "reached"),
    ("placements", "output", "Actief op een stageplaats of leerwerkplek (SW, deels arbeidsongeschikt of dagbesteding)",
     "people", "gt", "tally", 4, None, "5", "5", "reached"),
    ("newcomers", "output", "Nieuwe bewoners in de wijk, vooral statushouders, doen mee als deelnemer of vrijwilliger",
     "people", "gt", "tally", 5, 10, "3", "3", "missed"),
    ("paid_work", "output",
     "Bewoners/deelnemers en vrijwilligers effectief (mede) ondersteund in het vinden van betaald werk",
     "people", "gt", "tally", 1, None, "2", "2", "reached"),
    ("referrals", "output", "Het doorverwijzen van en naar instanties (Wijkteams Zorg en Welzijn, Buurtteams Sociaal)",
     "people", "gt", "tally", 30, None, "41", "41", "reached"),
    ("partners", "output", "Verbinden met wijkpartners (Buurtteams, DOCK, Wijkzorg, Ouder Kind teams, "
     "VvE/bewonerscommissies)", "partners", "gt", "tally", 20, None, "22", "22", "reached"),
    ("meeting", "proces", "Sociale ontmoeting (babbeluur, inloop, eettafel, ontbijt/lunchcafé, handwerken, "
     "empowermentgroep)", "unique people", "ge", "logged", 200, None, "243", "311", "reached"),
    ("klussen", "proces", "Klussen (kleine reparaties aan/om de woning, tuindienst, repareren fietsen, "
     "schoonmaken ruimtes)", "klussen", "ge", "logged", 60, None, "64", "64", "reached"),
    ("computer", "proces", "Computervaardigheid (oefenlessen, ondersteuning bij digitalisering)",
     "unique people", "ge", "logged", 50, None, "48", "55", "missed"),
    ("dutch", "proces", "Taalverwerving Nederlands (oefenen met praten, lezen, schrijven, huiswerkbegeleiding)",
     "unique people", "ge", "logged", 50, None, "66", "71", "reached"),
    ("forms", "proces", "Formulieren (brieven/mails in contact met instanties)", "unique people", "ge", "logged",
     150, None, "171", "171", "reached"),
    ("debt", "proces", "Schuldhulptoeleiding en budgetadvies (incl. bemiddeling bij huurachterstanden)",
     "unique people", "ge", "logged", 20, None, "24", "24", "reached"),
    ("job_search", "proces", "Sollicitatie- en CV-begeleiding (toeleiden naar werk/opleiding)", "unique people",
     "ge", "logged", 20, None, "20", "22", "reached"),
    ("participants", "proces", "Totaal aantal unieke deelnemers aan activiteit/dienst", "unique people", "ge",
     "logged", 400, None, "1012", "1180", "reached"),
    ("no_deficit", "input", "Goede besteding budget: geen tekort financiering", "positive", "positive", "entered",
     None, None, True, None, "reached"),
    ("accountable_spending", "input", "Verantwoorde besteding budget", "positive", "positive", "entered",
     None, None, None, None, "unknown"),
    ("staff_volunteers", "input", "Goede inzet medewerkers en vrijwilligers", "mark out of 10", "gt", "survey",
     8, None, "8.4", "8.4", "reached"),
    ("partner_consultation", "input", "Goed overleg met alle partners en financiers", "mark out of 10", "gt",
     "survey", 8, None, "7.9", "7.9", "missed"),
]  # fmt: skip

_EXPLANATIONS = {
    "liveability": "In Ondiep is een halfjaar aan de straat gewerkt. De tuin was daardoor dicht.\n"
    "In het najaar vragen we het opnieuw, ook aan de deur.",
    "active_volunteers": "Vier vrijwilligers vonden betaald werk. Sinds september lopen zes nieuwe mensen mee.",
    "newcomers": "De gemeente verwees 4 mensen door, niet de 10 die we hadden afgesproken.",
}
_GROUPS = (
    *("Kookgroep", "Tuingroep", "Klussendienst", "Formulierenbrigade", "Taalteam", "Eettafel", "Babbeluur"),
    *("Computerhulp", "Naaiatelier", "Fietsenwerkplaats", "Gastheren & gastvrouwen", "=Sollicitatiehulp"),
)
_FINANCING = (
    ("Gemeente Utrecht (SPDO)", "city", 74328, False),
    ("Utrecht Werk en Inkomen", "city", 11000, False),
    ("Mitros", "corporations", 6000, False),
    ("Portaal", "corporations", 0, True),
    ("Stichting DOEN", "funds", 10000, True),
    ("Rabobank", "funds", 1500, False),
    ("Eigen inkomsten", "own", 1000, False),
)


def line(values: tuple[Any, ...]) -> IndicatorLine:
    """Make an indicator's line of a row of the table above."""
    id_, kind, name, unit, comparison, source, target, of, low, high, light = values
    if low is None:
        value = None
    elif low is True:
        value = Value(positive=True)
    else:
        value = Value(low=Decimal(low), high=Decimal(high))
    return IndicatorLine(
        id=id_, kind=kind, name=name, unit=unit, comparison=comparison, source=source, of=of, light=light, value=value,
        target=None if target is None else Decimal(target),
        expected=Decimal(low) if low and source == "logged" else None,
        note={"survey": "32 van de 80 mensen gaven antwoord.", "entered": "Interviews, 12 mei 2026."}.get(source, "")
        if value
        else "",
        explanation=_EXPLANATIONS.get(id_, ""),
        flagged=id_ in ("liveability", "evictions_arrears", "nuisance", "klussen"),
        definition=f"Zo telt het: {name[0].lower()}{name[1:]}.",
    )  # fmt: skip


def room(name: str = "TOP", snapshot: str = "12", evidence: int = 60) -> RoomPart:
    """Make a room with all figures, and so many pieces of evidence."""
    return RoomPart(
        snapshot=snapshot,
        name=name,
        association="Bewonersvereniging TOP (Ondiep e.o.)",
        neighbourhoods=("Tweede Daalsebuurt", "Ondiep", "Pijlsweerd"),
        indicators=tuple(line(values) for values in _INDICATORS),
        minutes=251_130,
        year_minutes=487_215,
        waiting_minutes=540,
        volunteers=84,
        groups=tuple(
            GroupLine(name=group, minutes=41_000 - 3_000 * place, volunteers=14 - place, activities=90 - 4 * place)
            for place, group in enumerate(_GROUPS)
        ),
        klussen=(
            KlussenLine(corporation="Mitros", done=31, open=2, minutes=4_155),
            KlussenLine(corporation="Portaal", done=12, open=0, minutes=1_500),
            KlussenLine(corporation="", done=21, open=3, minutes=2_070),
        ),
        money=Money(
            fixed_eur=Decimal(13000), hour_eur=Decimal("11.00"), promised_hours=Decimal(8000),
            promised_eur=Decimal(101000), invested_eur=Decimal("102322.75"), financiers_eur=Decimal(103828),
            financing=tuple(
                FinancingLine(name=name, group=group, eur=Decimal(eur), conditional=conditional)
                for name, group, eur, conditional in _FINANCING
            ),
            remarks=("Fondsen: de regels tellen op tot € 11.500, de afspraak noemt € 21.500.",),
        ),
        series=(
            _series("hours", "Uren van vrijwilligers", "hours", 690, 8000),
            _series("participants", "Unieke deelnemers", "unique people", 84, 400),
            _series("klussen", "Klussen", "klussen", 5, 60),
        ),
        restatements=(
            Restatement(
                what="uren", on=date(2026, 4, 14), group="Kookgroep", before="3 uur", after="2 uur en 30 minuten",
                changed_at=datetime(2026, 8, 3, 9, 12, tzinfo=UTC), why="verkeerde dag", indicator="hours",
            ),
            Restatement(
                what="klus", on=date(2026, 5, 20), group="Klussendienst", before="klaar", after="open",
                changed_at=datetime(2026, 9, 1, 14, 0, tzinfo=UTC), indicator="klussen",
            ),
        ),
        evidence=tuple(
            EvidenceLine(
                indicator=("participants", "hours", "referrals")[n % 3],
                what=("opkomst", "uren", "doorverwijzing")[n % 3],
                on=date(2026, 1, 2) + timedelta(days=n % 360),
                group=_GROUPS[n % len(_GROUPS)],
                amount=Decimal(("1", "2.5", "1")[n % 3]),
                unit=("unique people", "hours", "people")[n % 3],
                number=f"doorverwijzing {n}" if n % 3 == 2 else "",
                persons=(n % 7 + 1,),
            )
            for n in range(evidence)
        ),
    )  # fmt: skip


def report(*rooms: RoomPart, **changes: Any) -> Report:
    """Make a final report, of one room unless told otherwise."""
    values: dict[str, Any] = {
        "kind": "final",
        "title": "Eindrapportage (inhoudelijk en financieel)",
        "agreement": "Samenwerkingsafspraak Buurtwerkkamers Utrecht 2026",
        "year": 2026,
        "first": date(2026, 7, 1),
        "last": date(2026, 12, 31),
        "made_at": datetime(2027, 1, 18, 10, 5, tzinfo=UTC),
        "rooms": rooms or (room(),),
    }
    return Report(**values | changes)


def _series(key: str, name: str, unit: str, step: int, target: int) -> Series:
    ends = [date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13)]
    points = tuple(Point(on=on, value=Decimal(step * n - n % 3 * step // 4)) for n, on in enumerate(ends, start=1))
    return Series(key=key, name=name, unit=unit, points=points, target=Decimal(target))
