"""Your own goodbye, written in place: it starts from the words that were just shown."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from leaving_tui.companion import Companion
from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.text import clean
from leaving_tui.telling.goodbyes import MINE, goodbyes
from leaving_tui.telling.names import names
from leaving_tui.telling.own_words import about_own_words, braced_names
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class ScriptScreen(Scene):
    """The words in a box, how long they take to say, and how they will sound; kept while they are written."""

    STYLES = "prepare"
    AUTO_FOCUS = "TextArea"
    BINDINGS = [Binding("escape", "keep", "Keep it", id="keep")]

    def compose(self) -> ComposeResult:
        """The box, and what there is to know about what stands in it."""
        self._script = self._shown()
        yield Words(self.say("script.title"), classes="headline")
        yield Words(self.say("script.why", **braced_names()), classes="quiet")
        yield TextArea(self._script.say, highlight_cursor_line=False, show_line_numbers=False)
        yield Words(id="aloud", classes="quiet")
        yield Words(id="preview")
        yield Tiles(
            [
                Tile(self.say("common.done"), "screen.keep", classes="-main"),
                Tile(self.say("script.remove"), "screen.remove"),
            ],
            width=16,
        )

    def _shown(self) -> Script:
        outing, scripts = self.snapshot.outing, goodbyes(self.snapshot, self.library, self.now)
        chosen = outing.plan.script if outing else self.snapshot.draft.script
        return next((script for script in scripts if script.id == chosen), scripts[0])

    def on_mount(self) -> None:
        """The words as they stand, to go on from their end."""
        box = self.query_one(TextArea)
        box.move_cursor(box.document.end)
        self._tell()

    def on_text_area_changed(self) -> None:
        """Another word."""
        self._tell()

    def _tell(self) -> None:
        """Seconds, a hint, and the words with their names."""
        text = self._text
        self.query_one("#aloud", Words).show(about_own_words(text, self.library))
        outing = self.snapshot.outing
        filled = fill(text, names(self.snapshot, outing.plan if outing else Plan()))
        self.query_one("#preview", Words).show(self.say("script.preview", text=filled))

    def show_now(self) -> None:
        """What was written so far is kept."""
        self._keep()

    @property
    def _text(self) -> str:
        return clean(self.query_one(TextArea).text)

    def _keep(self) -> bool:
        """Keep it if it is not what stood there; whether it is the person's own."""
        text, do = self._text, self._script.do
        if text == self._script.say:
            return self._script.id == MINE
        self._script = Script(MINE, self.say("script.mine"), text, do, own=True)
        self.choose(lambda companion: companion.remember("goodbye", say=text, do=do))
        return True

    def action_keep(self) -> None:
        """Say goodbye with it, and back."""
        if self._keep():
            self.choose(lambda companion: companion.choose_script(MINE))
        self.step_back()

    def action_remove(self) -> None:
        """Without an own goodbye, as before."""

        def remove(companion: Companion) -> None:
            companion.remember("goodbye", say="", do="")
            companion.choose_script("")

        self._script = Script(MINE, "", self._text)
        self.choose(remove)
        self.step_back()
