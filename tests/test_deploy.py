"""The files by which the program is put on a machine: they name what there is, and nothing else."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings, full_name

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "deploy/kamerbot.service", "docs/operations.md"])
def test_each_setting_that_a_file_names_is_one(name: str) -> None:
    named = set(re.findall(r"KAMERBOT_[A-Z_]+", (ROOT / name).read_text(encoding="utf-8")))
    assert named <= {full_name(field) for field in Settings.model_fields}


def test_the_image_has_every_package_and_all_that_installing_reads() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE)
    assert copied == packages
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    assert let_in == {*packages, "requirements.lock", "pyproject.toml", "LICENSE", project["project"]["readme"]}
