"""One past outing: its story in order; change it, delete it, or take that back."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import by_id
from leaving_tui.telling.format import day, local
from leaving_tui.telling.names import company
from leaving_tui.telling.steps import step_names
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.story import StoryPanel
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class OutingScreen(Scene):
    """The timeline of an outing, in the person's own words."""

    STYLES = "past"
    AUTO_FOCUS = "#panel"
    BINDINGS = [
        Binding("e", "change", "Change", id="change"),
        Binding("d", "delete", "Delete", id="delete"),
        Binding("z,u", "undo", "Bring it back", id="undo"),
        Binding("z,u", "keep", "Keep it", id="keep"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, outing_id: str) -> None:
        super().__init__(library, snapshot, now)
        self._outing_id = outing_id
        self._outing: Outing | None = None

    def compose(self) -> ComposeResult:
        """The day, the story, then what can be done."""
        yield Words(id="day", classes="headline")
        yield Words(id="plan", classes="quiet")
        with VerticalScroll(id="panel"):
            yield StoryPanel(self.library)
        yield Words(id="state")
        yield Tiles(
            [
                Tile(self.say("history.edit"), "screen.change", id="change"),
                Tile(self.say("history.delete"), "screen.delete", id="delete"),
                Tile(self.say("history.yes"), "screen.delete", id="yes"),
                Tile(self.say("history.no"), "screen.keep", id="no"),
                Tile(self.say("history.bring_it_back"), "screen.undo", id="undo"),
                Tile(self.say("common.close"), "app.back"),
            ],
            id="foot",
        )
        yield Hints(
            [
                ("?", self.say("common.keys"), "app.open('keys')"),
                ("e", self.say("history.edit").lower(), "screen.change"),
                ("d", self.say("history.delete").lower(), "screen.delete"),
                ("z", self.say("history.no").lower(), "screen.keep"),
                ("z", self.say("history.bring_it_back").lower(), "screen.undo"),
                ("l", self.say("common.past_outings").lower(), "app.open('history')"),
                ("esc", self.say("common.close").lower(), "app.back"),
            ]
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """It is there, was changed, or is gone."""
        found = by_id(snapshot.finished or (), self._outing_id)
        self.set_class(found is None, "-gone")
        if found is not None and found is not self._outing:
            self._outing = found
            self._tell(found)
        self._say_state()

    def _tell(self, outing: Outing) -> None:
        begun = began(outing)
        name = step_names(self.snapshot.notes, self.library).get(outing.step or "", outing.step)
        plan = [company(outing.plan), self.say("history.trial") if outing.trial else "", name or ""]
        headline = f"{day(begun)} {local(begun).year} · {in_words(outing.minutes_out)}"
        self.query_one("#day", Words).show(headline)
        self.query_one("#plan", Words).show(" · ".join(filter(None, plan)))
        self.query_one(StoryPanel).show(outing)

    def _say_state(self) -> None:
        key = "gone_for_now" if self.has_class("-gone") else "really" if self.has_class("-asked") else None
        self.query_one("#state", Words).show(self.say(f"history.{key}") if key else "")
        self.query_one(Hints).refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is deleted can only be brought back."""
        if action in ("change", "delete"):
            return not self.has_class("-gone")
        state = {"undo": "-gone", "keep": "-asked"}.get(action)
        return state is None or self.has_class(state)

    async def action_change(self) -> None:
        """To its fields."""
        await self.run_action(f"app.about('edit', {self._outing_id!r})")

    def action_delete(self) -> None:
        """Ask once, then delete."""
        if self.has_class("-asked"):
            outing_id = self._outing_id
            self.remove_class("-asked")
            self.choose(lambda companion: companion.delete(outing_id), slow=True)
        else:
            self.add_class("-asked")
        self._say_state()

    def action_undo(self) -> None:
        """Bring it back."""
        if (outing := self._outing) is not None:
            self.choose(lambda companion: companion.restore(outing), slow=True)

    def action_keep(self) -> None:
        """Do not delete it after all."""
        self.remove_class("-asked")
        self._say_state()
