"""Filling in forms as a person does: by keys, or by taps and swipes."""

from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from leaving_tui.ui.widgets.fields import FieldList
from tests.ui.conftest import _tile, screen_text, until


async def typed(pilot: Pilot[Any], text: str) -> None:
    """Type `text` into whatever has the focus, without waiting between the letters."""
    _send(pilot, *((_KEYS.get(letter, letter), letter) for letter in text))
    await pilot.pause()


_KEYS = {
    " ": "space", ":": "colon", ",": "comma", ".": "full_stop", "-": "minus",
    "{": "left_curly_bracket", "}": "right_curly_bracket",
}  # fmt: skip


def _send(pilot: Pilot[Any], *keys: tuple[str, str | None]) -> None:
    for key, character in keys:
        pilot.app.post_message(events.Key(key, character))


def chosen_row(pilot: Pilot[Any]) -> str | None:
    return pilot.app.screen.query_one(FieldList).chosen


async def go_to(pilot: Pilot[Any], field_id: str) -> None:
    """Go down the list, key by key, to the row of a field."""
    await until(pilot, lambda: pilot.app.screen.query(FieldList) and list_has_focus(pilot))
    rows = [option.id for option in pilot.app.screen.query_one(FieldList).options if not option.disabled]
    _send(pilot, ("home", None), *[("down", None)] * rows.index(field_id))
    await until(pilot, lambda: chosen_row(pilot) == field_id)


def list_has_focus(pilot: Pilot[Any]) -> bool:
    rows = pilot.app.screen.query(FieldList)
    return bool(rows) and rows.first().has_focus


async def open_field(pilot: Pilot[Any], field_id: str) -> None:
    """Open a field by keys."""
    await go_to(pilot, field_id)
    screen = pilot.app.screen
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not screen or not list_has_focus(pilot))


async def fill_in(pilot: Pilot[Any], field_id: str, *keys: str, text: str = "") -> None:
    """Open a field, type or pick by keys, and be back at the list."""
    await open_field(pilot, field_id)
    if text:
        await typed(pilot, text)
    await pilot.press(*keys)
    await until(pilot, lambda: list_has_focus(pilot))


async def touch(pilot: Pilot[Any], at: tuple[int, int]) -> None:
    """A tap as a phone's terminal sends it: press and release, no motion."""
    x, y = at
    for kind in (events.MouseDown, events.MouseUp):
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    await pilot.pause()


async def tap_tile(pilot: Pilot[Any], label: str) -> None:
    """Tap the tile that says `label`, once it has stood still for a moment."""
    seen: list[object] = [None]

    def still() -> bool:
        tile = _tile(pilot, label)
        seen.append(tile and tile.region)
        return seen[-1] is not None and seen[-1] == seen[-2]

    await until(pilot, still)
    tile = _tile(pilot, label)
    assert tile is not None
    await touch(pilot, (tile.region.x + 2, tile.region.y + 1))


async def tap_row(pilot: Pilot[Any], text: str) -> None:
    """Tap the row of a list that says `text`, swiping until it is in sight."""
    await until(pilot, lambda: _lists(pilot))
    for swipe in range(60):
        if (at := _row_at(pilot, text)) is not None:
            await pilot.pause(0.01)
            if at == _row_at(pilot, text):
                await touch(pilot, at)
                return
            continue
        # Down to the end of the list, then up from there.
        event = events.MouseScrollDown if swipe < 30 else events.MouseScrollUp
        await pilot._post_mouse_events([event], _lists(pilot)[0], offset=(2, 1))
        await pilot.pause(0.02)
    raise AssertionError(f"no row says {text}:\n{screen_text(pilot.app)}")


def _lists(pilot: Pilot[Any]) -> list[OptionList]:
    """The lists in sight."""
    return [rows for rows in pilot.app.screen.query(OptionList) if rows.region.height and rows.is_on_screen]


def _row_at(pilot: Pilot[Any], text: str) -> tuple[int, int] | None:
    lines = screen_text(pilot.app).split("\n")
    for rows in _lists(pilot):
        for y in range(rows.region.y, min(rows.region.bottom, len(lines))):
            x = lines[y].find(text)
            if x >= 0:
                return x, y
    return None


async def tap_line(pilot: Pilot[Any]) -> None:
    """Tap into the line or the box that is to be typed in."""
    boxes = [box for box in pilot.app.screen.query("Input, TextArea") if box.region.height]
    await touch(pilot, (boxes[0].region.x + 4, boxes[0].region.y + 1))
    await until(pilot, lambda: boxes[0].has_focus)


def field_text(pilot: Pilot[Any]) -> str:
    """What stands in the line or the box of the open field."""
    line, box = (
        pilot.app.screen.query_one("#field-value", Input),
        pilot.app.screen.query_one("#field-lines", TextArea),
    )
    return line.value if line.display else box.text
