"""All of it by name: each room is found by what it is called and by the likely word, wherever one is."""

from pathlib import Path

from textual.command import CommandPalette
from textual.widgets import OptionList

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.palette import everything
from leaving_tui.ui.rooms import OVERLAYS
from tests.conftest import START
from tests.ui.conftest import PHONE, WIDE, leave, shows, until
from tests.ui.forms import typed

FOUND = {
    "people": ("People", "More than nerves"),
    "look": ("Look back",),
    "year": ("A year",),
    "print": ("The page for your carer",),
    "region": ("Your region", "More than nerves"),
    "step": ("The steps",),
    "dusk": ("Theme",),
    "call": ("More than nerves",),
    "birthday": ("Your baby",),
}


async def look_for(pilot, app: LeavingApp, word: str) -> None:
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(app.screen, CommandPalette) and app.screen.query(OptionList))
    await typed(pilot, word)


def listed(app: LeavingApp) -> list[str]:
    return [str(option.prompt).splitlines()[0] for option in app.screen.query_one(OptionList).options]


async def test_each_room_is_found_by_its_name_and_by_the_likely_word_on_any_screen(app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        for over in ("", "history"):
            if over:
                app.action_open(over)
                await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_current)
            for word, wanted in FOUND.items():
                await look_for(pilot, app, word)
                await until(pilot, lambda wanted=wanted: set(wanted) <= set(listed(app)))
                assert listed(app)[0] == wanted[0]
                await pilot.press("escape")
                await until(pilot, lambda: not isinstance(app.screen, CommandPalette))


async def test_a_year_by_name_is_the_year(app: LeavingApp, companion: Companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await look_for(pilot, app, "year")
        await until(pilot, lambda: listed(app) == ["A year"])
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Looking back", "The week of 16 Nov 2026"))


async def test_each_name_is_listed_once_and_says_what_it_means(app: LeavingApp, companion) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        for name in ("look_back", "trust", "people", "history"):
            app.action_open(name)
            await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_current)
            names = [named.name for named in everything(app.screen)]
            assert {"Past outings", "People", "Theme", "Quit"} <= set(names)
            assert len(names) == len(set(names))
            assert "Yes" not in names
            app.pop_screen()
            await until(pilot, lambda: len(app.screen_stack) == 1)
        leave(companion)
        app.beat()
        await until(pilot, lambda: shows(app, "Home by 15:28"))
        names = [named.name for named in everything(app.screen)]
        assert {"I'm home", "Look back", "Care notes"} <= set(names)
        assert "Change the plan" not in names


def test_no_room_has_only_words_and_no_way_in() -> None:
    from leaving_tui.ui.palette import ROOMS

    led_to = " ".join(ROOMS.values())
    away = {"check", "rate", "log", "still_out", "script", "fed", "slept", "outing", "edit", "trust"}
    assert {name for name in OVERLAYS if f"'{name}'" not in led_to} <= away


async def test_the_colours_to_choose_from_are_ours_and_say_when_they_are_for(
    app: LeavingApp, companion: Companion, tmp_path: Path
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await look_for(pilot, app, "theme")
        await until(pilot, lambda: listed(app)[:1] == ["Theme"])
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Dusk, for the evening", "Dawn, for the morning"))
        assert len(listed(app)) == 5
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.theme == "dawn")
        await until(pilot, lambda: companion.snapshot().notes["choices"].get("theme") == "dawn")
        assert "gruvbox" in app.available_themes
