"""The command menu: every command in it is one the bot knows, in each language."""

from datetime import date

import pytest

from handlers.menus import menu_of
from handlers.routes import COMMANDS
from language.say import COMPLETE
from language.say.voice import Voice


@pytest.mark.parametrize("language", COMPLETE)
def test_the_menu_has_known_commands_and_more_of_them_for_who_may_more(language: str) -> None:
    voice = Voice(language, date(2026, 3, 12))
    volunteer = menu_of(voice, is_leader=False, is_coordinator=False)
    leader = menu_of(voice, is_leader=True, is_coordinator=False)
    coordinator = menu_of(voice, is_leader=False, is_coordinator=True)
    assert {name for name, _ in coordinator} <= COMMANDS.keys()
    assert set(volunteer) < set(leader)
    assert set(volunteer) < set(coordinator)
