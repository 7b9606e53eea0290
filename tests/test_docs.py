"""Documentation that cannot fall behind: every setting and command is in it, and nothing that is not there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from bot.commands.room import shown
from bot.sample.rooms import AGREEMENT
from bot.settings import PRODUCTION_DATABASE, TRYOUT_DATABASE, Settings, expected, full_name
from storage.agreements import KINDS, parse
from storage.figures.light import Light
from storage.rooms import RoomSettings
from tests.cli.commands import Leaf, leaves, options_of

ROOT = Path(__file__).parent.parent
SETTINGS = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
INDICATORS = (ROOT / "docs/indicators.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs/operations.md").read_text(encoding="utf-8")


def table(text: str, heading: str) -> list[list[str]]:
    """The cells of the table whose first heading is this, row by row."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def default(field: str) -> str:
    if field == "database_url":
        return f"`{PRODUCTION_DATABASE}`, in the try-out `{TRYOUT_DATABASE}`"
    value = Settings.model_fields[field].default
    return "none" if value is None else f"`{value}`"


def test_every_setting_is_in_the_table_as_it_is() -> None:
    assert table(SETTINGS, "Setting") == [
        [f"`{full_name(name)}`", default(name), expected(name), field.description]
        for name, field in Settings.model_fields.items()
    ]


def test_every_room_setting_is_in_the_table_as_it_is() -> None:
    usual = RoomSettings()
    assert table(SETTINGS.partition("## A room")[2], "Setting") == [
        [f"`{name}`", f"`{shown(getattr(usual, name))}`", field.description]
        for name, field in RoomSettings.model_fields.items()
    ]


def test_the_example_file_has_every_setting_with_its_default() -> None:
    lines = re.findall(r"^#(KAMERBOT_\w+)=(.*)$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    defaults = {full_name(name): field.default for name, field in Settings.model_fields.items()}
    defaults["KAMERBOT_DATABASE_URL"] = PRODUCTION_DATABASE
    assert dict(lines) == {name: "" if value is None else str(value) for name, value in defaults.items()}


def test_every_command_is_in_the_table_with_its_options_and_nothing_else_is() -> None:
    documented = {}
    for command, options, what in table(OPERATIONS, "Command"):
        name = " ".join(word for word in command.strip("`").split() if word.islower() and word.isalpha())
        documented[name] = set(options.replace("`", "").split())
        assert what
    assert documented == {
        f"kamerbot {leaf.name}": {name for option in options_of(leaf) for name in option.opts}
        for leaf in leaves(get_command(app))
    }


@pytest.mark.parametrize("leaf", leaves(get_command(app)), ids=lambda leaf: leaf.name)
def test_every_command_option_and_argument_has_a_help_text(leaf: Leaf) -> None:
    assert leaf.command.help
    for parameter in leaf.command.params:
        assert getattr(parameter, "help", None), f"{leaf.name}: {parameter.name}"


def test_the_licence_is_the_one_that_the_package_names() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert re.findall(r"^(\d+)\.\S", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert 'license = "EUPL-1.2"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_indicator_of_the_agreement_is_defined() -> None:
    promised = parse(AGREEMENT.read_text(encoding="utf-8")).indicators
    for kind in KINDS:
        defined = table(INDICATORS.partition(f"## {kind.capitalize()}\n")[2], "Indicator")
        expected = [(f"`{indicator.id}`", indicator.source) for indicator in promised if indicator.kind == kind]
        assert [(row[0], row[-1]) for row in defined] == expected


def test_every_light_is_told() -> None:
    assert [row[0].replace(" ", "-") for row in table(INDICATORS, "Light")] == list(Light)
