"""The keys that do something where the person is, as they are at this moment and as they were changed."""

from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

GLYPHS = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "equals_sign": "=",
}
PALETTE = "command_palette"
"""Textual's own list of everything, which has no id."""

Known = tuple[DOMNode, Binding]
"""A key that is told, and where what it does is done."""


def known_keys(screen: Screen[Any]) -> tuple[list[Known], list[Known]]:
    """The keys of `screen` and what has the focus there; those of the app that mean nothing else there."""
    taken = set[str]()
    here, everywhere = list[Known](), list[Known]()
    # Not `active_bindings`: there a list with the focus hides the arrows that it passes on.
    for node, bindings in screen._modal_binding_chain:  # noqa: SLF001 - the one place with keys as they were changed
        whole = node in (screen, screen.app)
        known = dict[str, Binding]()
        for key, binding in bindings:
            if key not in taken and _told(binding, whole=whole) and _works(binding, node):
                known[binding.action] = min(known.pop(binding.action, binding), binding, key=_length)
        told = sorted(known.values(), key=lambda binding: binding.key in ("up", "down"))
        (everywhere if node is screen.app else here).extend((node, binding) for binding in told)
        taken |= set(bindings.key_to_bindings) if whole else {binding.key for binding in known.values()}
    return here, everywhere


def glyph(binding: Binding) -> str:
    """The key as it is told."""
    return GLYPHS.get(binding.key, binding.key)


def _told(binding: Binding, *, whole: bool) -> bool:
    # What Textual's own lists and fields do with keys, they do in every program.
    named = binding.id or (whole and (binding.show or binding.action == PALETTE))
    return bool(binding.description and named)


def _works(binding: Binding, node: DOMNode) -> bool:
    name = binding.action.partition("(")[0]
    return node.check_action(name, ()) is not False


def _length(binding: Binding) -> int:
    """Of several keys for one thing, the shortest one is told."""
    return len(glyph(binding))
