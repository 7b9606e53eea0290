"""``kamerbot understand`` at the command line."""

import json

import pytest
import typer
from typer.testing import CliRunner

from bot.commands.understand import understand_command

app = typer.Typer()
app.command()(understand_command)
runner = CliRunner()


def test_it_shows_which_words_became_what_by_which_rule() -> None:
    shown = runner.invoke(app, ["van 9 tot half 1 tuin gisteren", "--now", "2026-11-25T20:15"])
    assert shown.exit_code == 0
    lines = shown.output.splitlines()
    assert lines[0].split() == ["meaning", "log"]
    assert "minutes 210, date 2026-11-24, activity tuin" in lines[1]
    assert any("0-16" in line and "'van 9 tot half 1'" in line and "[range.from-to]" in line for line in lines)
    assert any("'gisteren'" in line and "[date.relative]" in line for line in lines)


def test_it_shows_what_a_correction_changes_and_what_would_be_asked() -> None:
    corrected = runner.invoke(app, ["nee, 2 uur", "--now", "2026-11-25T20:15"])
    assert "change    minutes 120" in corrected.output
    asked = runner.invoke(app, ["2 of 3 uur tuin", "--now", "2026-11-25T20:15"])
    assert "ask       which_amount" in asked.output


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("elke ma en do 2 uur inloop", "weekly    Mon Thu"),
        ("niet meer elke dinsdag", "weekly    ends Tue"),
        ("klus 12 klaar", "klus      12"),
        ("eettafel: 18, 3 nieuw", "people    heads 18, new 3, activity koken"),
        ("1 doorverwezen naar buurtteam", "tally     kind agency, count 1, organisation buurtteam"),
        ("met vakantie tot 3 januari", "until     2027-01-03"),
    ],
)
def test_it_shows_what_is_told_beside_hours(text: str, line: str) -> None:
    assert line in runner.invoke(app, [text, "--now", "2026-11-25T20:15"]).output.splitlines()


def test_hours_that_come_with_being_done_are_entries_too() -> None:
    given = [{"text": text, "now": "2026-11-25T20:15"} for text in ("klaar, 45 minuten", "klaar")]
    shown = runner.invoke(app, ["--jsonl"], input="".join(json.dumps(line) + "\n" for line in given))
    told, bare = (json.loads(line) for line in shown.output.splitlines())
    assert told["entries"] == [{"minutes": 45, "date": "2026-11-25", "activity": None}]
    assert (told["meaning"], bare["meaning"], bare["entries"]) == ("finished", "finished", [])


def test_json_lines_come_back_in_order_with_entries_or_a_question() -> None:
    given = [
        {"text": "3 uur kookgroep gisteren", "now": "2026-11-25T20:15"},
        {"text": "2 of 3 uur tuin", "now": "2026-11-25T20:15:00+01:00"},
        {"text": "met 4 man 2 uur tuin", "now": "2026-11-25T23:30:00+00:00"},
    ]
    shown = runner.invoke(app, ["--jsonl"], input="".join(json.dumps(line) + "\n" for line in given))
    assert shown.exit_code == 0
    first, second, third = (json.loads(line) for line in shown.output.splitlines())
    assert first["entries"] == [{"minutes": 180, "date": "2026-11-24", "activity": "koken"}]
    assert (first["ask"], first["meaning"]) == (None, "log")
    assert {"kind": "duration", "start": 0, "end": 5, "rule": "duration.hours", "minutes": 180} in first["parts"]
    assert (second["entries"], second["ask"], second["meaning"]) == ([], "which_amount", "ask")
    # Half past eleven in UTC is already the next day in Amsterdam; that short after midnight it is still yesterday's.
    assert third["entries"] == [{"minutes": 120, "date": "2026-11-25", "activity": "tuin", "people": 4}]


def test_bad_input_is_told() -> None:
    assert runner.invoke(app, []).exit_code == 2
    assert "is no moment" in runner.invoke(app, ["2 uur", "--now", "gisteren"]).output
    bad = runner.invoke(app, ["--jsonl"], input='{"text": "2 uur"}\n')
    assert bad.exit_code == 2
    assert "Line 1 is not" in bad.output
