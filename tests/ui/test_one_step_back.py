"""Esc is one step back, to where the person came from."""

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.plan import PlanScreen
from leaving_tui.ui.widgets.rating import RatingRow
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, shows, until
from tests.ui.forms import list_has_focus, open_field


async def test_what_is_opened_from_the_plan_leads_back_to_the_plan(app: LeavingApp, companion) -> None:
    companion.trust(yes=True)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("e")
        for name in ("baby", "people", "steps", "notes", "age"):
            await until(pilot, lambda: list_has_focus(pilot))
            await open_field(pilot, f"open-{name}")
            await until(pilot, lambda: not isinstance(app.screen, PlanScreen))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PlanScreen) and list_has_focus(pilot))
            assert app.screen.query_one("#field-list").chosen == f"open-{name}"
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "To the goodbye"))


WAYS = {
    "baby": ["app.about('age')"],
    "notes": ["app.about('sheet')"],
    "trust": ["app.about('people')", "app.about('notes')"],
    "history": ["app.about('look_back')"],
    "check": ["app.about('breathe')", "screen.ride"],
    "steps": ["screen.take"],
}


async def test_a_screen_opened_from_another_leads_back_to_that_one(app, companion: Companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        for name, actions in WAYS.items():
            app.action_open(name)
            await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_current)
            first = app.screen
            if name == "steps":
                await until(pilot, lambda: list_has_focus(pilot))
                first.inside = "S1"
            for action in actions:
                await there_and_back(pilot, app, action)
            assert app.screen is first
            app.pop_screen()


async def there_and_back(pilot, app: LeavingApp, action: str) -> None:
    first = app.screen
    await until(pilot, lambda: leads(first, action))
    await first.run_action(action)
    await until(pilot, lambda: app.screen is not first)
    await pilot.press("escape")
    await until(pilot, lambda: app.screen is first)


def leads(screen, action: str) -> bool:
    """Whether a tile or a key of `screen` runs `action`."""
    keys = (binding.action for binding in screen.BINDINGS)
    tiles = (tile.action for tile in screen.query("Tile"))
    return action in {*keys, *tiles}


def stack(app: LeavingApp) -> list[str]:
    """What lies over the stage, from below."""
    return [type(screen).__name__.removesuffix("Screen").lower() for screen in app.screen_stack[1:]]


async def press(pilot, app: LeavingApp, key: str, *lies: str) -> None:
    await until(pilot, lambda: app.screen.is_current and app.screen.is_attached)
    await pilot.press(key)
    await until(pilot, lambda: stack(app) == list(lies))


async def test_a_letter_over_another_screen_leads_back_to_that_screen(app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        for first in ("notes", "history", "help", "ground", "plan"):
            app.action_open(first)
            below = {"help": "nerves"}.get(first, first)
            await press(pilot, app, "k", below, "kind")
            await press(pilot, app, "question_mark", below, "kind", "keys")
            await press(pilot, app, "escape", below, "kind")
            await press(pilot, app, "escape", below)
            app.pop_screen()


async def test_there_and_back_again_does_not_pile_up_and_a_second_tap_on_a_number_leads_no_further(
    app: LeavingApp, away
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await press(pilot, app, "n", "notes")
        first = app.screen
        for _ in range(3):
            await until(pilot, lambda: shows(app, "Care notes") and list_has_focus(pilot))
            await pilot.press("s")
            await until(pilot, lambda: shows(app, "As your carer reads it"))
            await pilot.press("s")
        await until(pilot, lambda: stack(app) == ["notes"])
        await press(pilot, app, "x", "notes", "nerves")
        await press(pilot, app, "g", "notes", "nerves", "ground")
        await press(pilot, app, "n", "notes")
        assert app.screen is first
        app.action_open("rate")
        await until(pilot, lambda: stack(app) == ["notes", "rate"] and app.screen.is_current)
        rate = app.screen
        for _ in range(2):
            rate.post_message(RatingRow.Rated(rate.query_one(RatingRow), 7))
        await until(pilot, lambda: stack(app) == ["notes"])
        await pilot.pause()
        assert stack(app) == ["notes"]


async def test_asked_for_again_the_breath_begins_and_the_keys_are_those_of_here(app, away, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await press(pilot, app, "b", "breathe")
        clock.tick(seconds=12)
        app.beat()
        await press(pilot, app, "g", "breathe", "ground")
        clock.tick(seconds=12)
        await press(pilot, app, "question_mark", "breathe", "ground", "keys")
        await until(pilot, lambda: shows(app, "Switch the exercise"))
        await press(pilot, app, "b", "breathe")
        await until(pilot, lambda: shows(app, "Breathe in", "breath 1 of"))
        await press(pilot, app, "k", "breathe", "kind")
        clock.tick(seconds=12)
        app.beat()
        await press(pilot, app, "escape", "breathe")
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in", "breath 1 of"))
