"""Looking back on all outings: what was predicted, the numbers, and a year at a glance."""

from collections.abc import Sequence
from datetime import datetime

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.ledger import ledger
from leaving_tui.domain.lookback.trends import every_trend
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import local
from leaving_tui.telling.looking_back import beside
from leaving_tui.telling.steps import step_names
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.pairs import LedgerPart
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.trend import NumbersPart
from leaving_tui.ui.widgets.week import YearPart
from leaving_tui.ui.widgets.words import Words
from leaving_tui.ui.widgets.year import YearPanel

PARTS = ("ledger", "numbers", "year")


class LookBackScreen(Scene):
    """Three parts, one at a time; each is filled when it is first looked at."""

    STYLES = "past"
    BINDINGS = [
        Binding("1", "part('ledger')", "What if", id="ledger"),
        Binding("2", "part('numbers')", "Numbers", id="numbers"),
        Binding("3", "part('year')", "A year", id="year"),
        Binding("l", "app.open('history')", "Past outings", id="list"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, part: str = PARTS[0]) -> None:
        super().__init__(library, snapshot, now)
        self._part = part

    def compose(self) -> ComposeResult:
        """The parts to choose from, the one that is chosen, the ways out."""
        self._filled: dict[str, Sequence[Outing]] = {}
        names = {part: self.say(f"lookback.part.{part}") for part in PARTS}
        yield Words(self.say("lookback.title"), classes="headline")
        past_outings, close = self.say("common.past_outings"), self.say("common.close")
        tabs = [Tile(names[part], f"screen.part('{part}')", id=f"tab-{part}") for part in PARTS]
        yield Tiles([*tabs, Tile(close, "app.back", classes="-wide-only")], id="tabs")
        yield LedgerPart(self.library, id="ledger")
        yield NumbersPart(self.library, id="numbers")
        yield YearPart(self.library, id="year")
        yield Tiles(
            [Tile(past_outings, "app.open('history')"), Tile(close, "app.back")],
            id="foot",
        )
        tell = ("?", self.say("common.keys"), "app.open('keys')")
        keys = [(str(at), names[part].lower(), f"screen.part('{part}')") for at, part in enumerate(PARTS, 1)]
        yield Hints(
            [
                tell,
                *keys,
                ("l", past_outings.lower(), "app.open('history')"),
                ("esc", close.lower(), "app.back"),
            ]
        )

    def on_mount(self) -> None:
        """The first part."""
        self.query_one(YearPart).fit(self.app.size.width)
        self.action_part(self._part)

    def on_resize(self, event: events.Resize) -> None:
        """A part that is not shown hears of the window from here."""
        for part in self.query(YearPart):
            part.fit(event.size.width)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """They have been read, or one has changed."""
        self._fill()

    def action_part(self, part: str) -> None:
        """Look at another part, or at the top of this one again."""
        if part == self._part:
            for scroll in self.query(f"VerticalScroll#{part}"):
                scroll.scroll_home(animate=False)
        self._part = part
        for each in PARTS:
            self.query_one(f"#{each}").display = each == part
            self.query_one(f"#tab-{each}").set_class(each == part, "-chosen")
        self._fill()
        self.query_one(YearPanel if part == "year" else f"#{part}").focus()

    def _fill(self) -> None:
        """What is looked at is worked out once for as long as the past stays as it is."""
        finished = self.snapshot.finished
        if finished is None or self._filled.get(self._part) is finished:
            return
        self._filled[self._part] = finished
        match self._part:
            case "ledger":
                self._fill_ledger(finished)
            case "numbers":
                self._fill_numbers(finished)
            case _:
                self.query_one(YearPart).show(finished, local(self.now).date())

    @work(exclusive=True, group="ledger")
    async def _fill_ledger(self, outings: Sequence[Outing]) -> None:
        book = await beside(ledger, outings)
        if self.is_there and self._filled["ledger"] is outings:
            self.query_one(LedgerPart).show(book, outings)

    @work(exclusive=True, group="numbers")
    async def _fill_numbers(self, outings: Sequence[Outing]) -> None:
        every = await beside(every_trend, outings)
        if self.is_there and self._filled["numbers"] is outings:
            self.query_one(NumbersPart).show(every, step_names(self.snapshot.notes, self.library))

    def action_more(self) -> None:
        """More of what was predicted."""
        self.query_one(LedgerPart).more()
