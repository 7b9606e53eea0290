"""Where the amounts that an agreement prints are not the sums of its lines. That is told; nothing is mended."""

from collections.abc import Iterator
from decimal import Decimal

from storage.agreements.file import AgreementFile, Fault, PrintedSubtotal

ALL = "all"


def differences(parsed: AgreementFile) -> list[Fault]:
    """Each printed amount that differs from what it should be the sum of, with both, in the order of the file."""
    found = [*_of_lines(parsed)]
    for place, subtotal in enumerate(parsed.financing_subtotals):
        found += _of_subtotal(parsed, place, subtotal)
    return [*found, *_of_rooms(parsed)]


def _of_lines(parsed: AgreementFile) -> Iterator[Fault]:
    for place, line in enumerate(parsed.financing):
        made = sum(line.eur.values(), Decimal(0))
        if line.stated_total is not None and line.stated_total != made:
            said = f"{line.line}: {euros(line.stated_total)} is printed, the rooms make {euros(made)}."
            yield Fault(("financing", place, "stated_total"), said)


def _of_subtotal(parsed: AgreementFile, place: int, subtotal: PrintedSubtotal) -> Iterator[Fault]:
    for slug, printed in subtotal.stated_eur.items():
        made = _lines_of(parsed, subtotal.group, slug)
        if printed != made:
            said = f"{_called(subtotal)}: {euros(printed)} is printed, the lines make {euros(made)}."
            yield Fault(("financing_subtotals", place, "stated_eur", slug), said)
    if subtotal.stated_total is None:
        return
    path = ("financing_subtotals", place, "stated_total")
    made = sum((_lines_of(parsed, subtotal.group, slug) for slug in parsed.rooms), Decimal(0))
    if subtotal.stated_total != made:
        said = f"{_called(subtotal)}: {euros(subtotal.stated_total)} is printed, the lines make {euros(made)}."
        yield Fault(path, said)
    of_rooms = sum(subtotal.stated_eur.values(), Decimal(0))
    if len(subtotal.stated_eur) == len(parsed.rooms) and subtotal.stated_total != of_rooms:
        said = f"{_called(subtotal)}: {euros(subtotal.stated_total)} is printed, the rooms make {euros(of_rooms)}."
        yield Fault(path, said)


def _of_rooms(parsed: AgreementFile) -> Iterator[Fault]:
    """What a room's financiers pay stands at the room, and as the subtotal of all; without that the lines count."""
    printed = next((row.stated_eur for row in parsed.financing_subtotals if row.group == ALL), {})
    for slug, room in parsed.rooms.items():
        if room.financiers_eur is None or not (slug in printed or parsed.financing):
            continue
        beside = printed.get(slug, _lines_of(parsed, ALL, slug))
        if room.financiers_eur != beside:
            said = f"{euros(room.financiers_eur)} is given, the financing says {euros(beside)}."
            yield Fault(("rooms", slug, "financiers_eur"), said)


def _lines_of(parsed: AgreementFile, group: str, slug: str) -> Decimal:
    """What the lines of a group, or all lines, make for a room."""
    of_group = (line.eur.get(slug, Decimal(0)) for line in parsed.financing if group in (line.group, ALL))
    return sum(of_group, Decimal(0))


def _called(subtotal: PrintedSubtotal) -> str:
    return "all together" if subtotal.group == ALL else f"subtotal of {subtotal.group}"


def euros(amount: Decimal) -> str:
    """An amount as it is told to an operator: "19,000 euros"."""
    return f"{amount:,.2f} euros".replace(".00 ", " ")
