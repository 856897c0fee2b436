"""All of it by name: what can be done where the person is, every room, and the colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from leaving_tui.domain.outing import Stage
from leaving_tui.ui.known_keys import PALETTE, known_keys
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.theme import THEMES

if TYPE_CHECKING:
    from leaving_tui.content.library import Library

ROOMS = {
    "plan": "open('plan')",
    "steps": "about('steps')",
    "people": "about('people')",
    "baby": "about('baby')",
    "age": "about('age')",
    "notes": "open('notes')",
    "sheet": "about('sheet')",
    "region": "open('notes')",
    "history": "open('history')",
    "look_back": "about('look_back')",
    "numbers": "about('look_back', 'numbers')",
    "year": "about('look_back', 'year')",
    "breathe": "open('breathe')",
    "ground": "open('ground')",
    "kind": "open('kind')",
    "help": "open('help')",
    "keys": "open('keys')",
    "quit": "quit",
}
"""What leads to each room, from wherever the person is."""
ONLY_AT = {"plan": Stage.HOME}
"""Rooms that mean something at one stage alone."""
BY_TITLE, BY_WORD = 2_000, 1_000
"""A title that holds what was typed comes before a word that begins with it, and both before a likeness."""


class Named(NamedTuple):
    """Something that can be done, and the words it is found by."""

    name: str
    help: str
    also: str
    run: Callable[[], object]


def everything(scene: Scene) -> Iterator[Named]:
    """What the keys over `scene` do, then every room; each name once. No picture of private words to disk."""
    app, library, named = scene.app, scene.library, set[str]()
    here, everywhere = known_keys(scene)
    # A key of the app that means something else here leads nowhere; its room can still be gone to by name.
    shown = [(app, binding) for binding in app.BINDINGS if isinstance(binding, Binding) and binding.show]
    for where, binding in (*here, *everywhere, *shown):
        if where in (scene, app) and binding.action != PALETTE and binding.description not in named:
            named.add(binding.description)
            run = partial(app.call_next, partial(where.run_action, binding.action))
            also = _also(binding.action, binding.description, library)
            yield Named(binding.description, binding.tooltip, also, run)
    for room, action in ROOMS.items():
        name = _said(room, "name", library)
        if name and name not in named and ONLY_AT.get(room) in (None, scene.snapshot.stage):
            run = partial(app.call_next, partial(app.run_action, action))
            yield Named(name, _said(room, "help", library), _said(room, "also", library), run)
    name, about, also = (_said("theme", part, library) for part in ("name", "help", "also"))
    yield Named(name, about, also, lambda: app.push_screen(which_colours(library)))


def colours(scene: Scene) -> Iterator[Named]:
    """Our own themes; the others that Textual has can be named in the settings."""
    for theme in THEMES:
        name = scene.library.say(f"palette.themes.{theme.name}")
        yield Named(name, "", theme.name, partial(setattr, scene.app, "theme", theme.name))


def _also(action: str, name: str, library: Library) -> str:
    """The other words for the room that a key leads to."""
    action = action.removeprefix("app.")
    rooms = (room for room, leads in ROOMS.items() if leads == action or _said(room, "name", library) == name)
    return " ".join(_said(room, "also", library) for room in rooms)


def _said(room: str, part: str, library: Library) -> str:
    """What the words have; a room that a key names everywhere needs no other name."""
    try:
        return library.say(f"palette.{room}.{part}")
    except KeyError:
        return ""


class Everything(Provider):
    """What is found by its name, by what is said of it, or by another word for it."""

    def named(self) -> Iterator[Named]:
        """All there is to find."""
        return everything(self.screen) if isinstance(self.screen, Scene) else iter(())

    async def discover(self) -> Hits:
        """All of it before anything is typed: what can be done here, then the rooms."""
        for one in self.named():
            yield DiscoveryHit(one.name, one.run, help=one.help or None)

    async def search(self, query: str) -> Hits:
        """What was typed stands in the name, begins a word of the rest, or is like the name."""
        matcher, typed = self.matcher(query), query.strip().casefold()
        for one in self.named():
            score = matcher.match(one.name)
            if typed in one.name.casefold():
                score += BY_TITLE
            elif any(word.startswith(typed) for word in f"{one.help} {one.also}".casefold().split()):
                score += BY_WORD
            if score > 0:
                yield Hit(score, matcher.highlight(one.name), one.run, help=one.help or None)


class Colours(Everything):
    """The colours to choose from, ours only, in plain names."""

    def named(self) -> Iterator[Named]:
        """Our own themes."""
        return colours(self.screen) if isinstance(self.screen, Scene) else iter(())


def which_colours(library: Library) -> CommandPalette:
    """The list of colours, on a screen of its own."""
    return CommandPalette(providers=[Colours], placeholder=library.say("palette.which_colours"))
