"""What an agreement says that cannot be, and what it says that is not read or leaves open."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from storage.agreements.file import AgreementFile, Fault


def contradictions(parsed: AgreementFile) -> list[Fault]:
    """What makes that an agreement cannot be loaded: rooms that are not in it, an indicator that is in it twice."""
    return [*_strange_rooms(parsed), *_doubles(parsed)]


def _strange_rooms(parsed: AgreementFile) -> Iterator[Fault]:
    for path, slugs in _by_room(parsed):
        for slug in slugs:
            if slug not in parsed.rooms:
                yield Fault((*path, slug), f"the agreement has no room {slug!r}.")


def _by_room(parsed: AgreementFile) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    for place, indicator in enumerate(parsed.indicators):
        yield ("indicators", place, "targets"), indicator.targets
        yield ("indicators", place, "of"), indicator.of
    for place, line in enumerate(parsed.financing):
        yield ("financing", place, "eur"), line.eur
    for place, subtotal in enumerate(parsed.financing_subtotals):
        yield ("financing_subtotals", place, "stated_eur"), subtotal.stated_eur


def _doubles(parsed: AgreementFile) -> Iterator[Fault]:
    for name, rows, key in (
        ("indicators", parsed.indicators, "id"),
        ("financing", parsed.financing, "line"),
        ("financing_subtotals", parsed.financing_subtotals, "group"),
    ):
        seen = set()
        for place, row in enumerate(rows):
            value = getattr(row, key)
            if value in seen:
                yield Fault((name, place, key), f"{value!r} is in the agreement twice.")
            seen.add(value)


def open_ends(parsed: AgreementFile) -> list[Fault]:
    """What can be loaded and is perhaps not meant: words that are not read, and rooms without a target."""
    return [*_not_read(parsed, ()), *_without_target(parsed), *_out_of_reach(parsed)]


def _not_read(said: object, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(said, BaseModel):
        for name in said.model_extra or {}:
            yield Fault((*path, name), "this is not read.")
        for name in type(said).model_fields:
            yield from _not_read(getattr(said, name), (*path, name))
    elif isinstance(said, dict):
        for name, value in said.items():
            yield from _not_read(value, (*path, name))
    elif isinstance(said, list):
        for place, value in enumerate(said):
            yield from _not_read(value, (*path, place))


def _without_target(parsed: AgreementFile) -> Iterator[Fault]:
    for place, indicator in enumerate(parsed.indicators):
        for slug in parsed.rooms:
            if slug not in indicator.targets:
                yield Fault(("indicators", place, "targets"), f"there is no target for {slug!r}.")


def _out_of_reach(parsed: AgreementFile) -> Iterator[Fault]:
    """More than 20 out of 20 cannot be."""
    for place, indicator in enumerate(parsed.indicators):
        for slug, most in indicator.of.items():
            target = indicator.targets.get(slug)
            if target is None:
                yield Fault(("indicators", place, "of", slug), "this is out of so many, without a target.")
            elif not isinstance(target, str) and target + (indicator.comparison == "gt") > most:
                yield Fault(("indicators", place, "targets", slug), f"{target} out of {most} cannot be reached.")
