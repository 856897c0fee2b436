"""Ground: one exercise, one step at a time, by any key or tap."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from leaving_tui.companion import Snapshot
from leaving_tui.content.kinds import Exercise
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.outing import Kind, Plan, Stage
from leaving_tui.telling.checking import URGE
from leaving_tui.telling.names import home_by, names
from leaving_tui.telling.waiting import wait_from, wait_until
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

KEPT_AT = 1
"""The step at which a worry may be written down: the one after the question."""

WAIT = 5
"""Minutes of the wait that may follow an urge."""


class GroundScreen(Scene):
    """Steps to feel where you are. Next, skip, switch and stop are always there."""

    STYLES = "ground"
    BINDINGS = [
        Binding("space,enter,right,down", "step(1)", "Next", id="next"),
        Binding("left,up,backspace", "step(-1)", "Back a step", id="previous"),
        Binding("o", "switch", "Switch the exercise", id="switch"),
        Binding("escape", "stop", "Stop", id="stop"),
    ]

    at: var[int] = var(0, init=False)
    """The step shown; one past the last is the end."""

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, exercise: str = "") -> None:
        super().__init__(library, snapshot, now)
        chosen = exercise or snapshot.notes.get("choices", {}).get("exercise")
        known = (exercise for exercise in library.exercises if exercise.id == chosen)
        self._exercise: Exercise = next(known, library.exercises[0])

    def compose(self) -> ComposeResult:
        """The step in the middle, its way out below."""
        yield Words(id="return")
        with Vertical(id="panel"):
            yield Words(id="name")
            yield Words(id="step")
            yield Words(id="care")
            yield Input(placeholder=self.say("ground.worry"), id="worry")
        with VerticalScroll(id="list"):
            yield Words(" ".join(self.library.grounding.intro), classes="quiet")
            yield OptionList(*(self._option(exercise) for exercise in self.library.exercises), markup=False)
        with Vertical(id="foot"):
            yield Tiles(
                [
                    Tile(self.say("ground.next"), "screen.step(1)", id="next", classes="-main"),
                    Tile(self.say("check.wait", n=WAIT), "screen.wait", id="wait"),
                    Tile(self.library.grounding.fact, "screen.new_fact", id="fact"),
                    Tile(self.say("ground.skip"), "screen.step(1)", id="skip"),
                    Tile(self.say("ground.switch"), "screen.switch", id="switch"),
                    Tile(self.say("common.stop"), "screen.enough", id="stop"),
                ],
                width=18,
            )
            yield Words(self.say("ground.any_key"), id="hint")

    def _option(self, exercise: Exercise) -> Option:
        words = Content.assemble(
            exercise.name, ("  " + exercise.purpose + " · " + exercise.minutes, "$quiet")
        )
        return Option(words, id=exercise.id)

    def on_mount(self) -> None:
        """The first step at once."""
        self.watch_at()

    def show_now(self) -> None:
        """The return time stays in view."""
        self.query_one("#return", Words).show(home_by(self.snapshot, self.now, self.library))

    @property
    def _steps(self) -> tuple[str, ...]:
        """The steps, after "a new fact, or a worry?" where that comes first (T2.6)."""
        first = (self.library.grounding.question,) if self._exercise.asks_first else ()
        return first + self._exercise.steps

    @property
    def _asking(self) -> bool:
        return self._exercise.asks_first and self.at == 0

    def watch_at(self) -> None:
        """Show the step."""
        exercise, outing, steps = self._exercise, self.snapshot.outing, self._steps
        over = self.at >= len(steps)
        said = self.say(
            "ground.end" if over else "ground.of", name=exercise.name, n=self.at + 1, of=len(steps)
        )
        known = names(self.snapshot, outing.plan if outing else Plan(), self.now)
        self.query_one("#name", Words).show(said)
        self.query_one("#step", Words).show(
            self.library.grounding.done if over else fill(steps[self.at], known)
        )
        self.query_one("#care", Words).show(self._beside())
        self.set_class(self._asking, "-asking")
        self.set_class(exercise.keeps_worry and self.at == KEPT_AT, "-keeping")
        self.set_class(over, "-over")
        self.query_one("#next", Tile).update(self._onward(over=over))
        self.set_class(over and self._may_wait, "-may-wait")
        self._name_switch()

    @property
    def _may_wait(self) -> bool:
        """Whether a wait may follow: with an urge, while out and with none under way."""
        away = self.snapshot.stage is Stage.AWAY
        return away and self._exercise.id == URGE and wait_until(self.snapshot) is None

    def _name_switch(self) -> None:
        choosing, over = self.has_class("-choosing"), self.at >= len(self._steps)
        key = "common.back" if choosing else "ground.again" if over else "ground.switch"
        self.query_one("#switch", Tile).update(self.say(key))

    def _onward(self, *, over: bool) -> str:
        if over:
            return self.say("common.done")
        return self.library.grounding.worry if self._asking else self.say("ground.next")

    def _beside(self) -> str:
        if self._exercise.care:
            return self._exercise.care
        return " ".join(self.library.grounding.intro[:2]) if self.at == 0 else ""

    def on_click(self, event: events.Click) -> None:
        """A tap on the step goes on, as any key does."""
        if event.widget in (*self.query("#step, #name, #care, #panel"),):
            self.action_step(1)

    def on_key(self, event: events.Key) -> None:
        """Any key without a meaning of its own goes on."""
        if event.is_printable and event.key not in self.active_bindings and not self.has_class("-choosing"):
            event.stop()
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """The next step; past the end, back to the outing."""
        self._keep_worry()
        if self.at + by > len(self._steps):
            self.action_stop()
        else:
            self.at = max(0, self.at + by)

    def action_new_fact(self) -> None:
        """Act on it, with the exercise over: real reasons and the phone first."""
        self.choose(lambda companion: companion.note(Kind.URGE, {"minutes": 0, "outcome": "new_fact"}))
        self.step_back()
        self.app.call_later(self.app.run_action, "open('check')")

    def action_wait(self) -> None:
        """On with the urge: a wait, which can end at any time, is seen where one comes from."""
        begun = wait_from(self.now, WAIT)
        self.choose(lambda companion: companion.remember("choices", **begun))
        self.action_enough()

    def _keep_worry(self) -> None:
        typed = self.query_one("#worry", Input)
        worry, typed.value = typed.value.strip(), ""
        if worry:
            self.choose(lambda companion: companion.note(Kind.LATER, {"worry": worry}))

    def on_input_submitted(self) -> None:
        """The worry is put off; on to the next step."""
        self.set_focus(None)
        self.action_step(1)

    def action_switch(self) -> None:
        """Choose another exercise, or leave the choice."""
        self.toggle_class("-choosing")
        self._name_switch()
        if self.has_class("-choosing"):
            self.query_one(OptionList).focus()
        else:
            self.set_focus(None)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Another exercise, from its first step; one that was gone on with counts as far as it went."""
        self._note()
        self._exercise = next(item for item in self.library.exercises if item.id == message.option_id)
        chosen = self._exercise.id
        self.choose(lambda companion: companion.remember("choices", exercise=chosen))
        self.action_switch()
        self.at = 0
        self.watch_at()

    def action_stop(self) -> None:
        """One step back: from the choice to the exercise, from the exercise to the outing."""
        if self.has_class("-choosing"):
            self.action_switch()
        else:
            self.action_enough()

    def action_enough(self) -> None:
        """Back to the outing; what was done is noted, once a step was gone on from."""
        self._note()
        self.step_back()

    def _note(self) -> None:
        # The question that comes before some of them is no step.
        steps = min(self.at + 1, len(self._steps)) - len(self._steps) + len(self._exercise.steps)
        detail = {"exercise": self._exercise.id, "steps": steps}
        if steps and self.at:
            self.choose(lambda companion: companion.note(Kind.GROUND, detail))
