"""The beginning of the story with the installed program, as an operator types it, at the machine's own time."""

import re
from pathlib import Path

from tests.faults.programs import PATIENCE, Home, home
from tests.telegram.stage import Phone
from tests.telegram.standin import Standin
from tests.telegram.standin.clock import RealClock
from tests.telegram.story import join


class RealPhone(Phone):
    """A phone on which time passes by itself."""

    def _time_passes(self) -> None:
        pass


def test_from_an_empty_database_to_logged_hours(tmp_path: Path) -> None:
    # As strict as Telegram says that it is: one message a second in a chat, and no more.
    with Standin(clock=RealClock()) as standin, home(tmp_path, standin) as place:
        program = place.start()
        standin.world.wait_until(lambda: standin.polling and len(standin.calls("setMyCommands")) == 3, PATIENCE)
        assert 'room add "TOP"' in program.output
        assert "invite --room top --role coordinator" in program.output
        printed = _operator_begins(place)
        els, noor = RealPhone(standin, "Els"), RealPhone(standin, "Noor")
        join(els, _code(printed[-2]), "Els")
        join(noor, _code(printed[-1]), "Noor")
        noor.says("3 uur kookgroep gisteren")
        noor.hears("Genoteerd: 3 uur kookgroep")
        noor.says("nee, 2 uur")
        noor.hears("Aangepast: 2 uur kookgroep")
        noor.says("hoeveel uur heb ik?")
        assert noor.hears("Dit jaar: ").upload is not None
        exported = place.command("export", "hours", "--room", "top", "--format", "jsonl")
        assert program.stop() == 0
        assert re.findall(r'"minutes": ?(\d+)', exported) == ["120"]
        assert {call.status for call in standin.world.calls} == {200}, "nothing was refused: the rates are kept"
        _menus_are_set(standin)
        for text in (program.output, exported, *printed):
            assert standin.token not in text
            assert standin.token.partition(":")[2] not in text


def _operator_begins(place: Home) -> list[str]:
    """A room with a group, and an invite for its coordinator and for its volunteers, made while the program runs."""
    return [
        place.command("room", "add", "TOP"),
        place.command("group", "add", "kookgroep", "--room", "top", "--activity", "koken"),
        place.command("doctor"),
        place.command("invite", "--room", "top", "--role", "coordinator"),
        place.command("invite", "--room", "top", "--role", "volunteer"),
    ]


def _code(printed: str) -> str:
    """The code of the invite, from its link."""
    found = re.search(r"https://t\.me/KamerTestBot\?start=(\S+)", printed)
    assert found is not None, printed
    assert f"/start {found[1]}" in printed
    return found[1]


def _menus_are_set(standin: Standin) -> None:
    """Whoever has no menu of their own sees the commands in the language of their app."""
    menus = standin.world.bot.menus
    dutch, english, other = (menus["all_private_chats", 0, language] for language in ("nl", "en", ""))
    assert dutch
    assert [entry["description"] for entry in dutch] != [entry["description"] for entry in english]
    assert other == dutch
