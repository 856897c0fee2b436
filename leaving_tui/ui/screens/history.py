"""Past outings on a screen of their own: find one, open it, add one, look back on all of them."""

import asyncio
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from leaving_tui.companion import Snapshot
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.finding import index
from leaving_tui.telling.format import day
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.past import BeltPanel
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class HistoryScreen(Scene):
    """The belt, the list, and a filter that works as you type."""

    STYLES = "past"
    AUTO_FOCUS = "HistoryList"
    BINDINGS = [
        Binding("slash,f", "filter", "Find", id="find"),
        Binding("a", "app.about('edit')", "Add one", id="add"),
        Binding("l", "app.about('look_back')", "Look back", id="look_back"),
        Binding("z", "bring_back", "Bring it back", id="bring_back"),
        Binding("down", "to_list", show=False),
        Binding("escape", "step_back", "Close", id="close"),
    ]

    def compose(self) -> ComposeResult:
        """Belt, filter, list, ways on."""
        self._index = index(self.snapshot.notes, self.library)
        self._read: Sequence[Outing] = ()
        self._reading: Sequence[Outing] | None = None
        yield Words(self.say("common.past_outings"), classes="headline")
        yield BeltPanel(self.library)
        yield Input(placeholder=self.say("history.find"), id="find")
        yield Words(id="found", classes="quiet")
        yield Tile("", "screen.bring_back", id="deleted", classes="-line")
        yield HistoryList(self.library)
        yield Tiles(
            [
                Tile(self.say("history.look_back"), "app.about('look_back')"),
                Tile(self.say("history.add"), "app.about('edit')"),
                Tile(self.say("common.close"), "app.back"),
            ],
            id="foot",
        )
        yield Hints(
            [
                ("?", self.say("common.keys"), "app.open('keys')"),
                ("enter", self.say("history.open"), "screen.open"),
                ("/", self.say("history.filter"), "screen.filter"),
                ("a", self.say("history.add").lower(), "app.about('edit')"),
                ("l", self.say("history.look_back").lower(), "app.about('look_back')"),
                ("esc", self.say("common.close").lower(), "screen.step_back"),
            ]
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """They have been read, or one has changed."""
        if snapshot.finished is None:
            return
        self.query_one(BeltPanel).outings = snapshot.finished
        self.set_class(not snapshot.finished, "-nothing")
        self.query_one(Hints).refresh()
        deleted = snapshot.deleted
        self.set_class(deleted is not None, "-deleted")
        if deleted is not None:
            said = self.say(
                "history.bring_back", day=day(began(deleted)), length=in_words(deleted.minutes_out)
            )
            self.query_one("#deleted", Tile).update(Content(said))
        self._find()

    def on_descendant_focus(self) -> None:
        """Whoever goes to the filter is about to type: be ready."""
        if self.query_one(Input).has_focus:
            self._find()

    def on_input_changed(self) -> None:
        """Only those that hold every word."""
        self._find()

    def _find(self) -> None:
        outings = self.snapshot.finished or ()
        field = self.query_one(Input)
        typed = field.value.strip()
        if (typed or field.has_focus) and self._read is not outings:
            if self._reading is not outings:
                self._get_ready(outings)
            return
        found = self._index.find(typed) if typed else outings
        self.query_one(HistoryList).outings = found
        key = "some" if found else "none"
        said = self.say(f"history.found_{key}", count=len(found), n=len(outings)) if typed else ""
        self.query_one("#found", Words).show(said)
        self.set_class(bool(typed), "-finding")

    @work(exclusive=True)
    async def _get_ready(self, outings: Sequence[Outing]) -> None:
        """Read all that can be found, beside the screen: it takes a moment where there are thousands."""
        self._reading = outings
        await asyncio.to_thread(self._index.refresh, outings)
        self._read = outings
        if self.is_there:
            self._find()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was deleted can be brought back, and only what is there can be found."""
        if action in ("open", "filter"):
            return self.snapshot.finished is None or bool(self.snapshot.finished)
        return self.snapshot.deleted is not None if action == "bring_back" else True

    def action_step_back(self) -> None:
        """To all of them, where words were typed to find some; else to where one came from."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
        else:
            self.step_back()

    def action_bring_back(self) -> None:
        """The outing that was deleted last."""
        if (outing := self.snapshot.deleted) is not None:
            self.choose(lambda companion: companion.restore(outing), slow=True)

    def on_input_submitted(self) -> None:
        """To the list."""
        self.action_to_list()

    def action_to_list(self) -> None:
        """From the filter to what it found."""
        self.query_one(HistoryList).focus()

    def action_open(self) -> None:
        """The outing under the cursor."""
        self.query_one(HistoryList).action_open()

    def action_filter(self) -> None:
        """To the filter."""
        self.query_one(Input).focus()
