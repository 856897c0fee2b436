"""Readable in every light: contrast measured on what is really drawn."""

from collections.abc import Iterator
from functools import cache

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.theme import Theme

from leaving_tui.domain.outing import Felt
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.theme import IN_256, THEMES
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, WIDE, at_rest, shows, until

DRAWN = set("─━╸│╭╮╰╯┃┏┓┗┛▀▄█▔▁▂▃▅▆▇▏▎▍▌▋▊▉▐▕▮■◆●╺╻╹╶╴╵╷┌┐└┘├┤┬┴┼╱╲ ·")
"""What is drawn and not read."""

MEASURED = [theme for theme in THEMES if not theme.ansi]
"""How the terminal's own colours look, only the terminal knows."""

OVERLAYS = ("breathe", "ground", "kind", "check", "rate", "help", "notes", "history", "plan", "keys")


def luminance(triplet: tuple[int, int, int]) -> float:
    parts = [value / 255 for value in triplet]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def contrast(style: Style, system: ColorSystem) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    sent = (color.downgrade(system) for color in (style.color, style.bgcolor))
    text, ground = (luminance(tuple(color.get_truecolor())) for color in sent)
    return (max(text, ground) + 0.05) / (min(text, ground) + 0.05)


def too_faint(app: LeavingApp, least: float, system: ColorSystem) -> list[tuple[str, float]]:
    """Every readable piece of the screen whose contrast is below `least`."""
    faint = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            text, style = segment.text, segment.style
            if not set(text) - DRAWN or style is None or style.color is None or style.bgcolor is None:
                continue
            ratio = contrast(style, system)
            if ratio < least:
                faint.append((text.strip(), round(ratio, 2)))
    return faint


LIGHTS = [
    *((theme, ColorSystem.TRUECOLOR) for theme in MEASURED),
    *((theme, ColorSystem.EIGHT_BIT) for theme in IN_256),
]


def in_every_light(app: LeavingApp) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """What is too faint on the screen as it is now, in one light after the other, that which is on first."""
    for theme, system in sorted(LIGHTS, key=lambda light: light[0] != app.current_theme):
        if theme != app.current_theme:
            wear(app, theme)
        least = 7.0 if theme.name == "high-contrast" else 4.5
        yield f"{type(app.screen).__name__} in {theme.name}, {system.name}", too_faint(app, least, system)


def wear(app: LeavingApp, theme: Theme) -> None:
    """Change the light of the screen on top; a light moves nothing, and what is covered is not looked at."""
    app.register_theme(theme)
    app.set_reactive(LeavingApp.theme, theme.name)
    app.stylesheet.set_variables(app.get_css_variables())
    app.stylesheet.reparse()
    app.stylesheet.update(app, animate=False)


async def test_every_text_stands_out_from_its_ground(app: LeavingApp, companion, clock: HandClock) -> None:
    async with app.run_test(size=WIDE) as pilot:

        async def look(*texts: str) -> None:
            await until(pilot, lambda: shows(app, *texts))
            seen = dict(in_every_light(app))
            assert len(seen) == len(LIGHTS)
            assert {where: faint for where, faint in seen.items() if faint} == {}

        await look("To the goodbye")
        await pilot.press("enter")
        await look("I've left")
        await pilot.press("enter")
        await look("Home by", "I'm home")
        clock.tick(minutes=50)
        app.beat()
        await look("past the plan")
        for name in OVERLAYS:
            app.action_open(name)
            await until(pilot, lambda: len(app.screen_stack) > 1 and app.screen.is_there and at_rest(app))
            await look()
            app.pop_screen()
        companion.come_home()
        app.beat()
        await look("easier")
        companion.answer(Felt.SAME)
        app.beat()
        await look("Saved")


def test_the_themes_that_come_with_textual_do_not_break_it(app: LeavingApp) -> None:
    for name in app.available_themes:
        app.theme = name
        app.stylesheet.set_variables(app.get_css_variables())
        app.stylesheet.reparse()


@pytest.mark.parametrize("theme", ["nord", "solarized-light", "ansi-dark"])
async def test_it_opens_in_themes_of_textual(app: LeavingApp, companion, theme: str) -> None:
    app.theme = theme
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
    assert companion.snapshot().notes["choices"].get("theme") in (None, theme)


async def test_a_theme_that_was_chosen_is_remembered(app: LeavingApp, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        app.theme = "dawn"
        await until(pilot, lambda: companion.snapshot().notes["choices"].get("theme") == "dawn")
