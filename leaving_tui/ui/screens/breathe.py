"""Breathe: a shape to follow, in words and a count, with the return time in view."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Vertical
from textual.reactive import var

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.breath import Breath, breath_at
from leaving_tui.domain.outing import Kind, Stage
from leaving_tui.telling.breathing import chosen_breath, last_rating
from leaving_tui.telling.names import home_by
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.breath_after import AfterBreath
from leaving_tui.ui.widgets.breath_length import BreathLength
from leaving_tui.ui.widgets.breath_moving import MovingBreath
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

SMOOTH, STILL = 1 / 6, 1.0
"""Seconds between two pictures: while the shape moves, and where only words and a count do."""

A_PICTURE = 0.05
"""Seconds in which a small picture is sent, before a larger one is made."""

BESIDE = 3
"""Sentences of the caution that stand beside the moving breath; the rest comes after it."""

State = Literal["asking", "breathing", "after"]


class BreatheScreen(Scene):
    """The breath starts at once; any key or tap stops it at once, and stopping early counts."""

    STYLES = "breathe"
    BINDINGS = [
        Binding("b", "again", "Once more", id="again"),
        Binding("p", "pattern", "Another breath", id="pattern"),
        Binding("left", "length(-1)", "Shorter", id="shorter"),
        Binding("right", "length(1)", "Longer", id="longer"),
        Binding("escape,enter", "app.back", "Done", id="done"),
    ]

    AFRESH = True

    state: var[State] = var("breathing", init=False)

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        self._chosen = chosen_breath(snapshot, library)
        self._first_time = not snapshot.notes.get("choices", {}).get("breathe_caution")
        self._started = now
        self._covered: timedelta | None = None
        self._fewest = 1
        self._stopped = False
        self.set_reactive(BreatheScreen.state, self._opening)

    def compose(self) -> ComposeResult:
        """The return time small at the top, the shape, the words under it; and what comes after."""
        library = self.library
        yield Words(id="return")
        yield MovingBreath(library)
        with Center():
            yield Words(" ".join(library.breathing.caution[:BESIDE]), id="caution")
        with Vertical(id="asking"):
            yield Words("\n".join(library.breathing.hold_caution))
            yield Tiles(
                [
                    Tile(library.breathing.hold_go_on, "screen.hold(True)"),
                    Tile(library.breathing.hold_leave_out, "screen.hold(False)"),
                    Tile(self.say("common.close"), "app.back"),
                ]
            )
        yield AfterBreath(library, " ".join(library.breathing.caution[BESIDE:]))
        with Vertical(id="foot"):
            yield BreathLength(library)
            yield Words(self.say("breathe.stop"), id="stop")

    def on_mount(self) -> None:
        """The first picture."""
        if self._first_time:
            self.choose(lambda companion: companion.remember("choices", breathe_caution=True))
        self.watch_state()

    # ---- the breath, computed from the moment it began

    @property
    def beat(self) -> float:
        """Seconds between two pictures."""
        return SMOOTH if self.state == "breathing" and not self._reduced else STILL

    def beat_origin(self) -> datetime | None:
        """Pictures keep step with the breath, so that each phase turns on time."""
        return self._started

    @property
    def _reduced(self) -> bool:
        return self.settings.still

    @property
    def _opening(self) -> State:
        return "asking" if self._chosen.asks_first else "breathing"

    @property
    def _breaths(self) -> int:
        return max(self._chosen.breaths, self._fewest)

    @property
    def _breath(self) -> Breath:
        elapsed = self._covered or (self.now - self._started)
        return breath_at(self._chosen.pattern, elapsed.total_seconds(), self._breaths)

    def show_now(self) -> None:
        """The next picture, or the end after the last out-breath."""
        if self.state != "breathing" or self._stopped:
            self._show_return()
            return
        if self._covered is not None and self.is_current:
            self._started, self._covered = self.now - self._covered, None
        breath = self._breath
        if breath.done:
            self._stop()
            return
        moving, bell = self.query_one(MovingBreath), self.settings.breath_bell
        if moving.show(breath, self._breaths, still=self._reduced, bell=bell):
            self._show_return()

    def _show_return(self) -> None:
        self.query_one("#return", Words).show(home_by(self.snapshot, self.now, self.library))

    def watch_state(self) -> None:
        """Show the one of the three states."""
        states = {f"-{state}": self.state == state for state in ("asking", "breathing", "after")}
        self.update_classes({"-reduced": self._reduced, "-first": self._first_time, **states})
        if self.state == "after":
            self.query_one(AfterBreath).open(self._chosen, rated=self.snapshot.stage is Stage.AWAY)
        self.query_one(BreathLength).show(self._chosen)
        self.show_now()

    # ---- stopping, at once and without comment

    def on_key(self, event: events.Key) -> None:
        """Any key stops the breath; a key with a meaning of its own then does that too."""
        if self._moving and (event.is_printable or event.key in ("enter", "escape", "tab")):
            self._stop()
            if event.key not in self.active_bindings or event.key in ("b", "p", "enter"):
                event.stop()
                event.prevent_default()

    def on_click(self) -> None:
        """A tap stops the breath."""
        if self._moving:
            self._stop()

    @property
    def _moving(self) -> bool:
        return self.state == "breathing" and not self._stopped

    def _stop(self) -> None:
        detail = {"pattern": self._chosen.words.id, "breaths": self._breath.number}
        self._stopped = True
        self.query_one(MovingBreath).end()
        # The key is answered at once. It is kept beside the screen, and what there is to do now comes after.
        self.choose(lambda companion: companion.note(Kind.BREATHE, detail), slow=True)
        self.set_timer(A_PICTURE, self._show_after)

    def _show_after(self) -> None:
        # Closed meanwhile, it has nothing left to show that in; and whoever is quick is breathing again.
        if self.display and self._stopped:
            self.state = "after"

    def on_screen_suspend(self) -> None:
        """Something covers the breath: hold it there."""
        self._covered = self.now - self._started

    # ---- once more, longer, or another

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows are for a breath under way; after it they choose a number."""
        return self._moving if action == "length" else True

    def action_length(self, by: int) -> None:
        """Shorter or longer, without a break, now and next time; it ends after an out-breath all the same."""
        minutes = self._chosen.longer if by > 0 else self._chosen.shorter
        if minutes is not None and self._moving:
            self._fewest = self._breath.number
            self._last(minutes)
            self.query_one(MovingBreath).begin()
            self.watch_state()

    def action_minutes(self, minutes: int) -> None:
        """Once more, as long as asked, now and next time."""
        self._last(minutes)
        self.action_again()

    def _last(self, minutes: int) -> None:
        self._chosen = self._chosen._replace(minutes=minutes)
        self.choose(lambda companion: companion.remember("choices", breathe_minutes=minutes))

    def action_again(self) -> None:
        """From the first in-breath."""
        self.remove_class("-went-up")
        self._first_time = False
        self._started, self._covered = self.now, None
        self._fewest, self._stopped = 1, False
        self.query_one(MovingBreath).begin()
        self.state = self._opening
        self.watch_state()

    def action_pattern(self) -> None:
        """The next pattern, now and next time."""
        patterns = self.library.patterns
        words = patterns[(patterns.index(self._chosen.words) + 1) % len(patterns)]
        self._chosen = self._chosen._replace(words=words, minutes=None)
        self.choose(lambda companion: companion.remember("choices", pattern=words.id, breathe_minutes=None))
        self.action_again()

    def action_hold(self, holds: bool) -> None:
        """With or without holds, from now on."""
        self._chosen = self._chosen._replace(holds=holds)
        self.choose(lambda companion: companion.remember("choices", breathe_holds=holds))
        self.action_again()

    def on_rating_row_rated(self, message: RatingRow.Rated) -> None:
        """How they are now; what there is to do stays in view."""
        rating, before = message.rating, last_rating(self.snapshot.outing)
        self.choose(lambda companion: companion.note(Kind.RATING, rating=rating))
        self.query_one(AfterBreath).answer(rating, before)
