"""Terminals with few colours or none: what a shade says elsewhere, other signs say here."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from leaving_tui.ui.theme import IN_256

RULES = Path(__file__).parent / "styles" / "few_colours.tcss"
_HALF = 0.5
_HALVES, _FAINT = ("▀", "▄"), "·"


def fit(app: App[Any]) -> None:
    """Let `app` show itself in the colours that the terminal has; with `NO_COLOR` it sends none at all."""
    if app.console.color_system == "256":
        for theme in IN_256:
            app.register_theme(theme)
        app.stylesheet.set_variables(app.get_css_variables())
    if app.no_color or app.console.color_system in (None, "standard"):
        app.add_class("-few")
        # With the first frame; the other styles that it can do without come later.
        app.stylesheet.read(RULES)
    if app.no_color:
        kept = [each for each in app._filters if not isinstance(each, Monochrome | NoColor)]  # noqa: SLF001
        app._filters[:] = [*kept, Colourless(app)]  # noqa: SLF001


class Colourless(LineFilter):
    """Takes the colours away; what stood out by its background is reversed."""

    def __init__(self, app: App[Any]) -> None:
        super().__init__()
        self._app = app

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """`segments` in the terminal's own two colours."""
        dark = self._app.current_theme.dark
        return [
            segment if segment.style is None else Segment(*_bare(segment.text, segment.style, dark))
            for segment in segments
        ]


@lru_cache(maxsize=2048)
def _bare(text: str, style: Style, dark: bool) -> tuple[str, Style]:
    ink, ground = _lit(style.color, dark), _lit(style.bgcolor, dark)
    if text.startswith(_HALVES) and not ink and not ground:
        # Half a cell that is only a little brighter, such as a mark around the breath.
        text = _FAINT * len(text)
    bare = style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
    return text, bare + Style(reverse=bool(style.reverse) is not ground)


def _lit(color: RichColor | None, dark: bool) -> bool:
    """Whether a colour stands out from the background of the theme."""
    if color is None or color.is_default:
        return False
    return (Color.from_rich_color(color).brightness > _HALF) is dark
