"""On which line of an agreement's file something stands."""

import tomllib
from collections.abc import Iterable
from typing import Any

from storage.agreements.file import Fault
from storage.agreements.reading import tables

_Path = tuple[str | int, ...]


def told(text: str, faults: Iterable[Fault]) -> list[str]:
    """Each fault as a line to read: where it is, and what is wrong."""
    faults = list(faults)
    lines = _lines(text, {fault.path for fault in faults})
    return [_told(lines.get(fault.path), fault) for fault in faults]


def _told(line: int | None, fault: Fault) -> str:
    if not fault.path:
        return fault.said
    field = ".".join(map(str, fault.path))
    return f"{field}: {fault.said}" if line is None else f"line {line}, {field}: {fault.said}"


def _lines(text: str, paths: set[_Path]) -> dict[_Path, int]:
    """Of each path the line on which it begins, or else on which the table begins that it should stand in.

    What a reader of TOML makes of the file's first lines says it: a path begins on the line after the last of
    the beginnings that can be read and have not got it.
    """
    try:
        whole = tables(text)
    except tomllib.TOMLDecodeError:
        return {}
    standing = {path: found for path in paths if (found := _standing(whole, path))}
    lines = dict.fromkeys(standing, 1)
    written = text.splitlines()
    for count in range(1, len(written)):
        try:
            begun = tables("\n".join(written[:count]))
        except tomllib.TOMLDecodeError:
            continue
        for path, found in standing.items():
            if len(_standing(begun, found)) < len(found):
                lines[path] = count + 1
    return lines


def _standing(read: object, path: _Path) -> _Path:
    """As much of the path as the file has."""
    here: Any = read
    for found, step in enumerate(path):
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return path[:found]
    return path
