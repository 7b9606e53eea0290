"""Stored attachments: what a message keeps as JSON becomes a file, and faults have a name."""

import json
import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from reports.attachments import KINDS, draw
from reports.data import DataError, DrawingData
from reports.personal_data import Section
from reports.report_file import EXCEL, WORD
from tests.reports.examples import ONE_OF_EACH

FIRST_BYTES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
    "text/html": b"<!DOCTYPE html>",
    WORD: b"PK",
    EXCEL: b"PK",
}
ENDINGS = {"image/png": "png", "application/pdf": "pdf", "text/html": "html", WORD: "docx", EXCEL: "xlsx"}


def test_there_is_an_example_of_each_kind() -> None:
    assert set(ONE_OF_EACH) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_is_made_of_what_was_kept(kind: str) -> None:
    values = ONE_OF_EACH[kind]
    kept = json.loads(json.dumps(values.to_data()))
    assert type(values).from_data(kept) == values
    drawing = draw(kind, kept)
    assert drawing.content.startswith(FIRST_BYTES[drawing.media_type])
    assert drawing.description == values.description
    stem, ending = drawing.name.split(".")
    assert stem == values.file_name
    assert ending == ENDINGS[drawing.media_type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_too_few_or_too_many_is_named(kind: str) -> None:
    kept = ONE_OF_EACH[kind].to_data()
    for name in [name for name, field in type(ONE_OF_EACH[kind]).model_fields.items() if field.is_required()]:
        with pytest.raises(DataError, match=rf"^{kind}: {name}: Field required$"):
            draw(kind, {key: value for key, value in kept.items() if key != name})
    with pytest.raises(DataError, match=rf"^{kind}: colour: Extra inputs are not permitted$"):
        draw(kind, kept | {"colour": "red"})


def changed(values: DrawingData, path: list[Any], value: Any) -> dict[str, Any]:
    data = values.to_data()
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("year_picture", ["months", 3, "minutes"], -1),
        ("year_picture", ["months", 3, "minutes"], "60"),
        ("year_picture", ["months", 3, "minutes"], 60.5),
        ("year_picture", ["months", 3, "minutes"], True),
        ("year_picture", ["months"], []),
        ("year_picture", ["target_minutes"], 0),
        ("year_picture", ["description"], ""),
        ("year_picture", ["file_name"], "../jaar"),
        ("year_picture", ["file_name"], "jaar\n"),
        ("year_picture", ["title"], None),
        ("week_chart", ["this_week"], -1),
        ("week_chart", ["weeks", 0, "label"], ""),
        ("invite_poster", ["made_on"], "gisteren"),
        ("invite_poster", ["steps"], []),
        ("invite_qr", ["link"], 5),
        ("personal_data", ["sections", 0, "rows", 0, 1], None),
    ],
)
def test_a_wrong_value_is_named_by_its_place_and_not_repeated(kind: str, path: list[Any], value: Any) -> None:
    with pytest.raises(DataError) as caught:
        draw(kind, changed(ONE_OF_EACH[kind], path, value))
    assert str(caught.value).startswith(f"{kind}: {'.'.join(map(str, path))}: ")
    assert "gisteren" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(DataError, match=r"no drawing is called 'pie'; there are year_picture, week_chart"):
        draw("pie", {})


def test_nothing_that_draws_is_loaded_before_something_is_drawn() -> None:
    large = "{'PIL', 'fpdf', 'segno', 'fontTools', 'matplotlib', 'numpy', 'docx', 'openpyxl'}"
    program = f"import sys, reports.attachments; print(sorted({large} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_error_in_the_making_does_not_tell_what_somebody_typed() -> None:
    with pytest.raises(ValidationError) as caught:
        Section(title="Wie", rows=(("Naam", "Noor", "te veel"),))
    assert "Noor" not in str(caught.value)
