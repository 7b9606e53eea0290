"""Every story, and every story again with all messages and clock ticks delivered twice."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.transcripts.play import play
from tests.transcripts.story import read, rewrite

STORIES = sorted((Path(__file__).parent / "stories").rglob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, engine: Engine, request: pytest.FixtureRequest) -> None:
    story = read(path)
    heard = play(story, engine)
    if request.config.getoption("--update"):
        rewrite(story, heard)
        return
    assert heard == [step.heard for step in story.steps]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_with_everything_delivered_twice(path: Path, engine: Engine) -> None:
    story = read(path)
    assert play(story, engine, twice=True) == [step.heard for step in story.steps]
