"""What reaches the log: events, one line each, without secrets and without anybody's words."""

import json
import logging
import re

import pytest

from bot.logs import set_up_logging
from bot.settings import Settings
from tests.cli.test_settings import TOKEN

log = logging.getLogger("bot.test")


def fail_on(words: str) -> None:
    try:
        int(words)
    except ValueError as error:
        raise OSError(28, "No space left on device", words) from error


def logged(capsys: pytest.CaptureFixture[str]) -> list[str]:
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_an_event_is_one_line_whatever_is_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings())
    log.info("first\nERROR forged")
    [line] = logged(capsys)
    assert re.fullmatch(r"[-0-9]{10}T[:0-9]{8}\.\d{3}Z INFO bot\.test: first\\nERROR forged", line)


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_failure_is_told_by_kind_and_place_without_its_words(
    capsys: pytest.CaptureFixture[str], log_format: str
) -> None:
    set_up_logging(Settings.model_validate({"log_format": log_format}))
    try:
        fail_on("Noor 3 uur kookgroep")
    except OSError:
        log.exception("it went wrong")
    [line] = logged(capsys)
    assert "OSError (No space left on device) < " in line
    assert "ValueError < " in line
    assert "fail_on" in line
    assert "Noor" not in line
    if log_format == "json":
        event = json.loads(line)
        assert (event["level"], event["logger"], event["event"]) == ("ERROR", "bot.test", "it went wrong")
        assert len(event["failures"]) == 2


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_in_no_event(capsys: pytest.CaptureFixture[str], log_format: str) -> None:
    set_up_logging(Settings.model_validate({"log_format": log_format, "telegram_token": TOKEN, "log_level": "DEBUG"}))
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    logging.getLogger("httpx").info("HTTP Request: GET %s", address)
    logging.getLogger("httpcore.http11").debug("send %s", address)
    log.warning("asked %s", address)
    log.warning("asked %s", TOKEN.replace(":", "%3A"))
    lines = logged(capsys)
    assert len(lines) == 2
    assert not any(TOKEN.partition(":")[2] in line for line in lines)


def test_the_level_is_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings(log_level="WARNING"))
    log.info("quiet")
    log.warning("loud")
    assert [line.rpartition(": ")[2] for line in logged(capsys)] == ["loud"]
