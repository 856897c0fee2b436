"""Back: one key saves how it went; everything after that is optional and on the same screen."""

from __future__ import annotations

from datetime import timedelta

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Felt, Happened, Outing
from leaving_tui.domain.record import stamp
from leaving_tui.telling.after import may_offer_help, put_off, response
from leaving_tui.telling.format import clock_time
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

NOTES = ("found_out", "reunion")
"""The two lines a person may write."""


class BackScreen(Scene):
    """Home again: the question, the answer, and what there is to find out."""

    BINDINGS = [
        Binding("1", "answer('easier')", "Easier than I feared", id="easier"),
        Binding("2", "answer('same')", "About the same", id="same"),
        Binding("3", "answer('harder')", "Harder", id="harder"),
        Binding("s", "answer('skipped')", "Skip", id="skip"),
        Binding("w", "answer('wrong')", "Something really went wrong", id="wrong"),
        Binding("z", "take_back", "Take it back", id="take_back"),
        Binding("escape", "away", "Not home yet, or done", id="away"),
    ]

    _offered = False

    def compose(self) -> ComposeResult:
        """The question first; its place is taken by what follows the answer."""
        library = self.library
        with Horizontal(id="top"):
            yield Words(self.say("back.title"), id="who")
            yield Words(id="clock-now")
        with VerticalScroll(id="ask", can_focus=False):
            yield Words(library.home.reunion.text, classes="quiet")
            yield Words(library.home.felt_question, classes="headline")
            with Horizontal(id="felt"):
                for felt in (Felt.EASIER, Felt.SAME, Felt.HARDER):
                    yield Tile(self.say(f"back.key_{felt}"), f"screen.answer('{felt}')")
            with Horizontal(id="or"):
                yield Tile(self.say("back.key_skipped"), "screen.answer('skipped')", classes="-soft")
                yield Tile(self.say("back.key_wrong"), "screen.answer('wrong')", classes="-soft")
                yield Tile(self.say("back.not_home"), "screen.away", classes="-soft -wide-only")
        with VerticalScroll(id="after", can_focus=False):
            yield Words(id="saved")
            yield Words(id="response")
            with Vertical(id="offer"):
                yield Words(library.more_than_nerves.offer)
                yield Tiles(
                    [
                        Tile(library.more_than_nerves.offer_yes, "app.open('help')"),
                        Tile(library.more_than_nerves.offer_not_now, "screen.not_now"),
                    ]
                )
            with Vertical(id="prediction"):
                yield Words(id="predicted")
                yield Tiles(
                    [
                        Tile(
                            self.say(f"back.happened_{how}"),
                            f"screen.happened('{how}')",
                            id=f"happened-{how}",
                        )
                        for how in Happened
                    ],
                    width=10,
                )
            with Vertical(id="worst"):
                yield Words(f"{library.rating.worst} {library.rating.worst_note}")
                yield RatingRow(library)
            yield Words(id="later")
            yield Words(library.home.found_out_question)
            yield Input(placeholder=self.say("back.optional"), id="found_out")
            yield Words(self.say("back.reunion"))
            yield Input(placeholder=self.say("back.optional"), id="reunion")
            yield Words(self.say("back.typing_hint"), classes="quiet -narrow-only")
            yield Words(id="home-at")
            yield Tiles(
                [
                    Tile(self.say("back.earlier"), "screen.earlier", classes="-soft"),
                    Tile(self.say("back.take_back"), "screen.take_back", classes="-soft"),
                    Tile(self.say("common.done"), "screen.away", classes="-main"),
                ]
            )
        yield Hints(
            [
                ("esc", self.say("back.escape"), "screen.away"),
                ("z", self.say("back.take_back").lower(), "screen.take_back"),
                ("x", self.say("common.nerves"), "app.open('help')"),
                ("?", self.say("common.keys"), "app.open('keys')"),
            ]
        )

    # ---- what is shown

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The answer came, was taken back, or more was said."""
        outing = snapshot.outing
        if outing is None:
            return
        answered = outing.reflection is not None
        if answered and not self.has_class("-answered"):
            self._fill_in(outing)
            self.query_one(RatingRow).focus(scroll_visible=False)
        if answered and not self._offered and may_offer_help(snapshot, self.now):
            self._offered = True
            self.add_class("-offer")
            at = stamp(self.now)
            self.choose(lambda companion: companion.remember("choices", help_offered=at))
        if not answered and self.has_class("-answered"):
            # What had the focus is hidden now, and would go on taking the keys of the answer.
            self.set_focus(None)
        self.set_class(answered, "-answered")
        self._show_answer(outing)
        if outing.home_at:
            length = in_words(outing.minutes_out)
            said = self.say("back.home_at", at=clock_time(outing.home_at), length=length)
            self.query_one("#home-at", Words).show(said)
        self.show_now()

    def _show_answer(self, outing: Outing) -> None:
        reflection = outing.reflection
        if reflection is None:
            return
        self.query_one("#saved", Words).show(self.say(f"back.saved_{reflection.felt}"))
        self.query_one("#response", Words).show(response(self.snapshot, outing, self.library))
        self.query_one("#worst").display = reflection.felt is not Felt.WRONG
        self.query_one(RatingRow).value = reflection.worst
        predicted = outing.plan.prediction
        self.query_one("#prediction").display = bool(predicted)
        if predicted:
            self.query_one("#predicted", Words).show(self.say("back.predicted", text=predicted))
        for how in Happened:
            self.query_one(f"#happened-{how}").set_class(reflection.happened is how, "-chosen")
        self.query_one("#later", Words).show(put_off(outing, self.library))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What was changed on another screen meanwhile is not to be written over."""
        outing = self.snapshot.outing
        if outing is not None and self.has_class("-answered"):
            self._fill_in(outing)

    def _fill_in(self, outing: Outing) -> None:
        assert outing.reflection is not None
        for name in NOTES:
            self.query_one(f"#{name}", Input).value = _on_a_line(getattr(outing.reflection, name))

    def show_now(self) -> None:
        """The time; and once a second whatever was written so far is kept."""
        self.query_one("#clock-now", Words).show(clock_time(self.now), layout=False)
        self._keep_notes()

    def _keep_notes(self) -> None:
        outing = self.snapshot.outing
        if outing is None or outing.reflection is None or not self.has_class("-answered"):
            return
        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name in NOTES}
        known = {name: _on_a_line(getattr(outing.reflection, name)) for name in NOTES}
        if new := {name: typed[name] for name in NOTES if typed[name] != known[name]}:
            self.choose(lambda companion: companion.reflect(**new), slow=True)

    # ---- what is chosen

    def action_answer(self, felt: str) -> None:
        """The one key; a second one changes nothing, `z` takes it back."""
        if not self.has_class("-answered"):
            self.choose(lambda companion: companion.answer(Felt(felt)), slow=True)

    def action_take_back(self) -> None:
        """As if not answered."""
        self._keep_notes()
        self.choose(Companion.take_back, slow=True)

    def action_away(self) -> None:
        """Before the answer: not home yet. After it: done."""
        if self.has_class("-answered"):
            self._keep_notes()
            self.choose(Companion.done, slow=True)
        else:
            self.choose(Companion.not_home_yet)

    def action_not_now(self) -> None:
        """The offer goes away."""
        self.remove_class("-offer")

    def action_happened(self, how: str) -> None:
        """Whether the prediction came about."""
        self.choose(lambda companion: companion.reflect(happened=Happened(how)), slow=True)

    def action_earlier(self) -> None:
        """Home five minutes before that."""
        outing = self.snapshot.outing
        if outing and outing.home_at:
            at = outing.home_at - timedelta(minutes=5)
            self.choose(lambda companion: companion.set_home_at(at), slow=True)

    def on_rating_row_rated(self, message: RatingRow.Rated) -> None:
        """The worst moment, from memory."""
        rating = message.rating
        self.choose(lambda companion: companion.reflect(worst=rating), slow=True)

    def on_input_submitted(self) -> None:
        """Enter keeps the line and goes on to the next."""
        self._keep_notes()
        self.focus_next()


def _on_a_line(text: str) -> str:
    """What was written in several lines, for a field that holds one."""
    return text.replace("\n", " ")
