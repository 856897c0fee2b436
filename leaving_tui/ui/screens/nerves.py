"""More than nerves: when it may be, and people to call; the same key everywhere, no network."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.content.facts import HelpLine, Region
from leaving_tui.telling.format import local
from leaving_tui.telling.region import region_code
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words


class NervesScreen(Scene):
    """Danger first, then signs, then lines; nothing here is a finding about the person."""

    AUTO_FOCUS = "#panel"
    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def compose(self) -> ComposeResult:
        """One page to scroll."""
        words = self.library.more_than_nerves
        region = self.library.region(region_code(self.snapshot, self.settings.region))
        with VerticalScroll(id="panel"):
            yield Words(words.heads_up, classes="quiet")
            danger = (
                words.danger_here.replace("{number}", region.danger.number) if region.danger else words.danger
            )
            yield Words(danger, classes="headline gap")
            yield Words(words.lines_intro, classes="gap")
            if not region.danger:
                yield Words(words.unknown_region)
            for line in region.lines:
                yield Words(self._line(line), classes="gap")
            if not region.danger:
                yield Words(words.choose_region, classes="gap quiet")
            yield Words(words.intro, classes="gap")
            yield Words("\n".join(f"· {sign}" for sign in words.signs))
            yield Words(" ".join([*words.hope, words.who]), classes="gap")
            yield Words(words.scary_heads_up, classes="gap quiet")
            yield Words(" ".join(words.scary))
            yield Words("\n".join(words.now), classes="gap")
            if region.danger:
                yield Words(self._checked(region), classes="gap quiet")
        close = Tile(self.say("common.close"), "app.back")
        yield Foot([close] if region.danger else [close, Tile(self.say("notes.region"), "app.open('notes')")])

    def _line(self, line: HelpLine) -> str:
        return "\n".join(part for part in (line.name, line.number, line.hours, line.note) if part)

    def _checked(self, region: Region) -> str:
        words = self.library.more_than_nerves
        said = words.checked.replace("{date}", f"{region.checked_on:%d %b %Y}")
        return f"{said} {words.stale}" if region.stale(local(self.now).date()) else said
