"""The page of keys: those of the screen one comes from as they are just then, and those of everywhere."""

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.settings import Settings
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.keys import KeysScreen
from tests.conftest import START
from tests.ui.conftest import PHONE, WIDE, screen_text, shows, until
from tests.ui.forms import list_has_focus


def groups(app: LeavingApp) -> tuple[str, str]:
    here, everywhere = screen_text(app).split("Anywhere")
    return here, everywhere


async def the_keys(pilot, app: LeavingApp) -> tuple[str, str]:
    await pilot.press("question_mark")
    await until(pilot, lambda: isinstance(app.screen, KeysScreen) and shows(app, "Anywhere", "Close"))
    return groups(app)


OVER = {
    "history": (
        [
            "enter   Open this one",
            "↓       The one below",
            "/       Find",
            "a       Add one",
            "esc     Close",
        ],
        "Past outings",
    ),
    "look_back": (["1       What if", "2       Numbers", "3       A year", "l       Past"], "To the goodbye"),
    "people": (["enter   Open this one", "a       Add someone", "esc     Back"], "To the goodbye"),
    "steps": (["enter   Open this one", "a       Add a step"], "Move it up"),
    "age": (["←       Younger", "→       Older"], "To the goodbye"),
}
"""What is said and what is not said over another screen."""


async def test_the_keys_of_the_screen_one_comes_from_come_first_and_esc_closes_them(
    app: LeavingApp, companion: Companion
) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        here, everywhere = await the_keys(pilot, app)
        assert "enter   To the goodbye" in here
        assert "e       Change the plan" in here
        for row in ("b       Breathe", "ctrl+p  All of it by name", "q       Quit"):
            assert row in everywhere
        for opened, (said, not_said) in OVER.items():
            await closed(pilot, app)
            app.action_open(opened)
            await until(pilot, lambda: len(app.screen_stack) == 2 and not shows(app, "To the goodbye"))
            here, everywhere = await the_keys(pilot, app)
            assert all(row in here for row in said)
            assert not_said not in here + everywhere
            assert "x       More than nerves" in everywhere
        await pilot.resize_terminal(*PHONE)
        await closed(pilot, app)
        assert not list_has_focus(pilot)


async def closed(pilot, app: LeavingApp) -> None:
    """Esc by esc, back to the stage."""
    for over in range(len(app.screen_stack), 1, -1):
        await pilot.press("escape")
        await until(pilot, lambda over=over: len(app.screen_stack) == over - 1)
    await until(pilot, lambda: shows(app, "To the goodbye"))


async def test_what_a_key_does_only_later_is_not_told(app: LeavingApp, companion: Companion) -> None:
    companion.prepare()
    companion.leave()
    companion.come_home()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        here, _ = await the_keys(pilot, app)
        assert "Not home yet" in here
        assert "Take it back" not in here


async def test_what_is_deleted_can_only_be_brought_back(app: LeavingApp, companion: Companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("l")
        await until(pilot, lambda: shows(app, "Past outings", "14 outings") and len(app.screen_stack) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "out of the door"))
        await pilot.press("d", "d")
        await until(pilot, lambda: shows(app, "was deleted"))
        here, _ = await the_keys(pilot, app)
        assert "z       Bring it back" in here
        assert "Change" not in here
        assert "Delete" not in here


async def test_an_outing_that_may_be_deleted_can_be_kept(app: LeavingApp, companion: Companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        app.action_about("outing", companion.finished()[0].id)
        await until(pilot, lambda: shows(app, "out of the door"))
        await pilot.press("d")
        await until(pilot, lambda: shows(app, "Delete this outing?", "z keep it"))
        here, _ = await the_keys(pilot, app)
        assert "z       Keep it" in here
        assert "Bring it back" not in here
        await pilot.click(app.screen.query_one("#panel"), offset=(10, row_of(app, "Keep it")))
        await until(pilot, lambda: shows(app, "out of the door") and not shows(app, "Delete this outing?"))


def row_of(app: LeavingApp, said: str) -> int:
    """The row of the list of keys on which that stands."""
    lines = screen_text(app).splitlines()
    return next(at for at, line in enumerate(lines) if said in line) - app.screen.query_one("#panel").region.y


async def test_the_arrows_of_a_list_are_told_and_a_tap_on_one_does_what_it_does(app, companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        app.action_open("look_back")
        await until(pilot, lambda: shows(app, "14 outings"))
        await pilot.press("3")
        await until(pilot, lambda: shows(app, "The week of 16 Nov 2026"))
        here, _ = await the_keys(pilot, app)
        assert "↓       The week after" in here
        row = row_of(app, "The week before")
        await pilot.click(app.screen.query_one("#panel"), offset=(10, row))
        await until(pilot, lambda: shows(app, "The week of 9 Nov 2026"))


async def test_the_question_of_trust_has_its_keys_while_it_stands(app: LeavingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        here, _ = await the_keys(pilot, app)
        assert "1       Yes, I trust them" in here
        await closed(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: not shows(app, "1  yes"))
        here, _ = await the_keys(pilot, app)
        assert "I trust them" not in here


async def test_a_key_that_was_changed_is_told_as_it_is(companion: Companion, library, clock) -> None:
    app = LeavingApp(companion, library, clock, Settings(keys={"plan": "p"}))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        here, _ = await the_keys(pilot, app)
        assert "p       Change the plan" in here
