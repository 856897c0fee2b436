"""Back: one key saves how it went; everything after that is optional and on the same screen."""

from __future__ import annotations

from datetime import timedelta

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.outing import Felt, Happened
from leaving_tui.domain.record import stamp
from leaving_tui.telling.after import may_offer_help
from leaving_tui.telling.format import clock_time
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.after import AfterAnswer
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.steady import SteadyTile, seconds, settled
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.top import TopLine
from leaving_tui.ui.widgets.words import Words


class BackScreen(Scene):
    """Home again: the question, the answer, and what there is to find out."""

    STYLES = "back"
    BINDINGS = [
        Binding("1", "answer('easier')", "Easier than I feared", id="easier"),
        Binding("2", "answer('same')", "About the same", id="same"),
        Binding("3", "answer('harder')", "Harder", id="harder"),
        Binding("s", "answer('skipped')", "Skip", id="skip"),
        Binding("w", "answer('wrong')", "Something really went wrong", id="wrong"),
        Binding("y", "happened('yes')", "What I predicted happened", id="happened_yes"),
        Binding("p", "happened('partly')", "It happened in part", id="happened_partly"),
        Binding("o", "happened('no')", "It did not happen", id="happened_no"),
        Binding("z", "take_back", "Take it back", id="take_back"),
        Binding("escape", "not_home", "Not home yet", id="away"),
        Binding("escape", "done", "Done", id="done"),
    ]

    _offered = False
    _since = 0.0
    """When what is shown took the place of something else, on the loop's clock."""

    def compose(self) -> ComposeResult:
        """The question first; its place is taken by what follows the answer."""
        yield TopLine(self.say("back.title"))
        yield from self._question()
        yield AfterAnswer(self.library, id="after")
        yield from self._ways_out()

    def _question(self) -> ComposeResult:
        words = self.library.home
        with VerticalScroll(id="ask", can_focus=False):
            yield Words(words.reunion.text, classes="quiet")
            yield Words(words.felt_question, classes="headline")
            with Horizontal(id="felt"):
                for felt in (Felt.EASIER, Felt.SAME, Felt.HARDER):
                    yield SteadyTile(self.say(f"back.key_{felt}"), f"screen.answer('{felt}')")
            with Horizontal(id="or"):
                yield SteadyTile(self.say("back.key_skipped"), "screen.answer('skipped')", classes="-soft")
                yield SteadyTile(
                    self.say("back.key_wrong"), "screen.answer('wrong')", id="wrong", classes="-soft"
                )
                yield Tile(self.say("back.key_not_home"), "screen.not_home", classes="-soft -wide-only")

    def _ways_out(self) -> ComposeResult:
        yield Tiles(
            [
                SteadyTile(self.say("back.take_back"), "screen.take_back", classes="-soft"),
                SteadyTile(self.say("common.done"), "screen.done", classes="-main"),
            ],
            id="ways-out",
        )
        more = [
            ("?", self.say("common.keys"), "app.open('keys')"),
            ("x", self.say("common.nerves"), "app.open('help')"),
        ]
        yield Hints([("esc", self.say("back.not_home"), "screen.not_home"), *more], id="before-hints")
        take_back = ("z", self.say("back.take_back").lower(), "screen.take_back")
        done = ("esc", self.say("common.done").lower(), "screen.done")
        yield Hints([done, *more, take_back], id="after-hints")

    # ---- what is shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The answer came, was taken back, or more was said."""
        outing = snapshot.outing
        if outing is None:
            return
        after, reflection = self.query_one(AfterAnswer), outing.reflection
        if reflection and not self._answered:
            after.fill_in(reflection)
            after.scroll_home(animate=False)
            self.query_one(RatingRow).focus(scroll_visible=False)
        if reflection and not self._offered and may_offer_help(snapshot, self.now):
            self._offered = True
            self.add_class("-offer")
            at = stamp(self.now)
            self.choose(lambda companion: companion.remember("choices", help_offered=at))
        if not reflection and self._answered:
            # What had the focus is hidden now, and would go on taking the keys of the answer.
            self.set_focus(None)
        if self._answered is not (reflection is not None):
            self._changes_place()
        self.set_class(reflection is not None, "-answered")
        after.show(snapshot, outing)
        self.show_now()

    def _changes_place(self) -> None:
        # What was tapped or pressed twice was meant for what stood here before.
        self._since = seconds()
        for tile in self.query(SteadyTile):
            tile.since = self._since

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What was changed on another screen meanwhile is not to be written over."""
        self._changes_place()
        outing = self.snapshot.outing
        if outing is not None and outing.reflection and self._answered:
            self.query_one(AfterAnswer).fill_in(outing.reflection)

    def show_now(self) -> None:
        """The time; and once a second whatever was written so far is kept."""
        self.query_one(TopLine).time = clock_time(self.now)
        self._keep_notes()

    def _keep_notes(self) -> None:
        outing = self.snapshot.outing
        if outing is None or outing.reflection is None or not self._answered:
            return
        if new := self.query_one(AfterAnswer).written(outing.reflection):
            self.choose(lambda companion: companion.reflect(**new), slow=True)

    @property
    def _answered(self) -> bool:
        """Whether what follows the answer is shown."""
        return self.has_class("-answered")

    # ---- what is chosen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are for before the answer, some for after it; a second answer changes nothing."""
        if action in ("answer", "not_home"):
            return not self._answered
        if action == "happened":
            outing = self.snapshot.outing
            return self._answered and outing is not None and bool(outing.plan.prediction)
        return self._answered if action in ("take_back", "done") else True

    def action_answer(self, felt: str) -> None:
        """The one key."""
        self.choose(lambda companion: companion.answer(Felt(felt)), slow=True)

    def action_take_back(self) -> None:
        """As if not answered."""
        self._keep_notes()
        self.choose(Companion.take_back, slow=True)

    def action_not_home(self) -> None:
        """Still out after all."""
        self.choose(Companion.not_home_yet)

    def action_done(self) -> None:
        """Looked at long enough."""
        self._keep_notes()
        self.choose(Companion.done, slow=True)

    def action_not_now(self) -> None:
        """The offer goes away."""
        self.remove_class("-offer")

    def action_happened(self, how: str) -> None:
        """Whether the prediction came about."""
        self.choose(lambda companion: companion.reflect(happened=Happened(how)), slow=True)

    def action_move(self, minutes: int) -> None:
        """Home so many minutes later than it says, or earlier if negative; never later than now."""
        now = self.now

        def move(companion: Companion) -> None:
            home = (outing := companion.snapshot().outing) and outing.home_at
            if home:
                at = home + timedelta(minutes=minutes)
                companion.set_home_at(at if minutes < 0 else max(home, min(at, now)))

        self.choose(move, slow=True)

    def on_rating_row_rated(self, message: RatingRow.Rated) -> None:
        """The worst moment, from memory; a digit that was pressed twice was the answer, and not this."""
        outing = self.snapshot.outing
        if outing and outing.reflection and not settled(self._since):
            message.row.value = outing.reflection.worst
            return
        rating = message.rating
        self.choose(lambda companion: companion.reflect(worst=rating), slow=True)

    def on_input_submitted(self) -> None:
        """Enter keeps the line and goes on to the next."""
        self._keep_notes()
        self.focus_next()
