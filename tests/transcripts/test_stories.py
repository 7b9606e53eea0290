"""Every story; again with all messages and clock ticks delivered twice; with answers in the response; on PostgreSQL."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.transcripts.play import Played, play
from tests.transcripts.story import Story, read, rewrite

STORIES = sorted((Path(__file__).parent / "stories").rglob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, engine: Engine, request: pytest.FixtureRequest) -> None:
    story = read(path)
    played = play(story, engine)
    if request.config.getoption("--update"):
        rewrite(story, played.heard)
        story = read(path)
    _expect(story, played)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_with_everything_delivered_twice(path: Path, engine: Engine) -> None:
    story = read(path)
    _expect(story, play(story, engine, twice=True))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_with_answers_in_the_response(path: Path, engine: Engine) -> None:
    story = read(path)
    _expect(story, play(story, engine, hands_over=True))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_on_postgres(path: Path, postgres_engine: Engine) -> None:
    story = read(path)
    _expect(story, play(story, postgres_engine))


def _expect(story: Story, played: Played) -> None:
    for step, heard, books in zip(story.steps, played.heard, played.books, strict=True):
        place = f"{story.path.name}:{step.line}"
        assert heard == step.heard, f"{place}: the bot said something else"
        assert books == (None if step.books is None else sorted(step.books)), f"{place}: the books differ"
