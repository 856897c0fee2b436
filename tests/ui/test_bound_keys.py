"""A screen answers to the keys that Textual finds, without looking up what letter each of them types."""

from textual.screen import Screen

from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import WIDE, shows, until


def keys(chain: list) -> list:
    return [(node, sorted(bindings.key_to_bindings)) for node, bindings in chain]


async def test_a_screen_answers_to_the_keys_that_textual_finds(app: LeavingApp) -> None:
    app.set_keymap({"breathe": "v", "keys": "f1"})
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        home = app.screen
        for pressed in ((), ("l",), ("l", "slash"), ("e",), ("tab",)):
            await pilot.press(*pressed)
            await pilot.pause()
            assert keys(app.screen._binding_chain) == keys(Screen._binding_chain.fget(app.screen)), pressed
            if app.screen is not home:
                app.pop_screen()
