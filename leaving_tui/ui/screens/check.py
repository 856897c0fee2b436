"""Check now?: real reasons first, the phone never hidden or delayed; then a way to ride out the urge."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, OptionList

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.countdown import clock_digits
from leaving_tui.domain.outing import Kind
from leaving_tui.telling.agreed import agreed
from leaving_tui.telling.checking import (
    URGE,
    if_no_answer,
    if_nothing_is_new,
    numbers_to_call,
    reasons_to_call,
)
from leaving_tui.telling.waiting import minutes_waited, wait_from, wait_until
from leaving_tui.ui.copying import copy
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.return_line import ReturnLine
from leaving_tui.ui.widgets.tile import Foot, Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class CheckScreen(Scene):
    """Call now if one of these is true; if nothing is new, wait as long as you like, and no longer."""

    STYLES = "check"
    AUTO_FOCUS = "#panel"
    TELLS = frozenset({"wait_over"})
    BINDINGS = [
        Binding("1", "log(True)", "They checked in as agreed", id="planned"),
        Binding("2", "log(False)", "I called or texted", id="unplanned"),
        Binding("3", "outcome('waited')", "How the wait was: I waited", id="waited"),
        Binding("4", "outcome('checked')", "How the wait was: I checked", id="checked"),
        Binding("5", "outcome('new_fact')", "How the wait was: a new fact", id="new_fact"),
        Binding("w", "wait(5)", "Wait 5 minutes", id="wait"),
        Binding("m", "messages", "Messages ready to send", id="messages"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    _after = ""
    """What is said to how a wait was, until the next one."""

    def compose(self) -> ComposeResult:
        """The wait, if there is one, always in view; reasons and the phone; ways to wait and what to send."""
        yield ReturnLine()
        yield Words(id="left", classes="headline")
        with VerticalScroll(id="panel"):
            yield from self._waiting()
            yield from self._phone()
            yield from self._ways_to_wait()
            yield Words(self.say("check.messages"), classes="gap")
            yield OptionList(*self.library.messages.to_carer, markup=False)
        yield from self._ways_out()

    def _waiting(self) -> ComposeResult:
        words = self.library.check_now
        with Vertical(id="waiting"):
            yield Words(words.your_choice, classes="quiet")
            yield Tiles(
                [
                    Tile(f"3  {words.waited}", "screen.outcome('waited')"),
                    Tile(f"4  {words.checked}", "screen.outcome('checked')"),
                    Tile(f"5  {words.new_fact}", "screen.outcome('new_fact')"),
                    Tile(self.say("away.breathe"), "app.about('breathe')"),
                ],
                width=16,
            )

    def _phone(self) -> ComposeResult:
        words = self.library.check_now
        yield Words(words.call_now, classes="headline")
        reasons = reasons_to_call(self.snapshot, self.library)
        yield Words("\n".join(f"· {reason}" for reason in reasons))
        numbers = numbers_to_call(self.snapshot, self.library)
        yield Words("\n".join(numbers), id="phone", classes="" if numbers else "-none")
        yield Words(id="agreed")
        yield Tiles(
            [
                Tile(self.say("check.key_planned"), "screen.log(True)"),
                Tile(self.say("check.key_unplanned"), "screen.log(False)"),
            ],
            width=16,
        )
        otherwise = if_no_answer(self.snapshot, self.now, self.library, self.settings.region)
        yield Words(" ".join(otherwise), classes="quiet")

    def _ways_to_wait(self) -> ComposeResult:
        yield Words(id="nothing-new", classes="gap")
        with Vertical(id="waits"):
            yield Tiles(
                [
                    *(Tile(self.say("check.wait", n=n), f"screen.wait({n})") for n in (1, 5, 15)),
                    Tile(self.say("check.ride"), "screen.ride"),
                ],
                width=16,
            )
            yield Input(placeholder=self.say("check.own_wait"), id="own-wait", type="integer", max_length=3)

    def _ways_out(self) -> ComposeResult:
        words = self.library.check_now
        with Vertical(id="foot"):
            wait = Tile(self.say("check.wait", n=5), "screen.wait(5)", id="wait-now", classes="-narrow-only")
            yield Foot([wait, Tile(self.say("common.close"), "app.back")])
            yield Hints(
                [
                    ("?", self.say("common.keys"), "app.open('keys')"),
                    ("3", words.waited, "screen.outcome('waited')"),
                    ("4", words.checked, "screen.outcome('checked')"),
                    ("5", words.new_fact, "screen.outcome('new_fact')"),
                    ("w", self.say("check.wait_5"), "screen.wait(5)"),
                    ("1", self.say("check.planned").lower(), "screen.log(True)"),
                    ("2", self.say("check.unplanned"), "screen.log(False)"),
                    ("m", self.say("check.messages_short"), "screen.messages"),
                ]
            )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A wait began or ended."""
        self.show_now()

    def show_now(self) -> None:
        """The return time, what was agreed, and the wait, if there is one."""
        self.query_one(ReturnLine).follow(self.snapshot, self.now, self.library)
        outing, until = self.snapshot.outing, wait_until(self.snapshot)
        said = agreed(outing, self.now, self.library) if outing and outing.plan.check_ins else ""
        self.query_one("#agreed", Words).show(said)
        self.query_one("#agreed").display = bool(said)
        self.query_one("#nothing-new", Words).show(if_nothing_is_new(self.snapshot, self.now, self.library))
        if self.has_class("-waiting") is not bool(until):
            # What one reads next stands at the top then, whatever was tapped or typed below.
            self.set_class(until is not None, "-waiting")
            self.query_one("#foot Hints").refresh()
            self.query_one("#panel").scroll_home(animate=False)
        said = self._after
        if until is not None:
            left = max(0, round((until - self.now).total_seconds()))
            said = self.say("check.left", left=clock_digits(left)) if left else self.say("check.over")
        self.query_one("#left", Words).show(said)
        self.query_one("#left").display = bool(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A wait ends before another one begins."""
        waits = {"outcome": True, "wait": False}
        return waits.get(action, self.has_class("-waiting")) is self.has_class("-waiting")

    def action_log(self, planned: bool) -> None:
        """A check-in, agreed or not, logged in two keys."""
        self.choose(lambda companion: companion.note(Kind.CHECK_IN, {"planned": planned}))
        self._tell_saved()
        self.step_back()

    def action_wait(self, minutes: int) -> None:
        """Wait; it can end at any time."""
        self._after = ""
        begun = wait_from(self.now, minutes)
        self.choose(lambda companion: companion.remember("choices", **begun))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Wait as many minutes as were typed."""
        minutes = int(message.value or 0)
        if minutes > 0:
            self.set_focus(None)
            self.action_wait(minutes)

    def action_outcome(self, outcome: str) -> None:
        """How the wait ended; each is as good as another."""
        minutes = minutes_waited(self.snapshot, self.now)

        def end(companion: Companion) -> None:
            companion.note(Kind.URGE, {"minutes": minutes, "outcome": outcome})
            companion.remember("choices", urge_until=None)

        stayed = outcome == "waited" and minutes
        self._after = self.say("check.stayed", count=minutes) if stayed else self.say(f"check.{outcome}")
        self.choose(end)
        self._tell_saved()

    def _tell_saved(self) -> None:
        self.app.notify(self.say("check.kept"), markup=False, timeout=2)

    def action_ride(self) -> None:
        """The exercise for an urge; Ground itself still begins with the one chosen there."""
        self.app.call_later(self.app.run_action, f"about('ground', '{URGE}')")

    def action_messages(self) -> None:
        """To the messages."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Copy a message."""
        copy(self, self.library.messages.to_carer[message.option_index])
