"""Rows in aligned columns, and figures beside what they should be."""

from collections.abc import Sequence

NAME, COLUMN = 46, 10
"""Characters of the first column, and of the others at least."""


def row(cells: Sequence[str], heads: Sequence[str]) -> str:
    """A row of a table, to be printed as soon as it is known: the heads alone decide the columns' widths."""
    first, *others = cells
    shown = (cell.rjust(max(COLUMN, len(head))) for cell, head in zip(others, heads[1:], strict=True))
    return "  ".join((f"  {first:<{NAME}}", *shown))


def aim(what: str, figure: str, wanted: str, *, met: bool) -> str:
    """A line that says whether a figure is what it should be."""
    return f"  {what:<84}{figure:>12}   aim {wanted:<12}{'met' if met else 'NOT MET'}"
