"""Home: the next outing, ready to go, and what the past ones have shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.names import company, when_back
from leaving_tui.telling.trust import trust_question, trusts
from leaving_tui.ui.scene import BY_THE_MINUTE, Scene
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

if TYPE_CHECKING:
    from leaving_tui.ui.widgets.trust import TrustPanel


class HomeScreen(Scene):
    """The plan, one button, and the history pane beside it."""

    STYLES = "home"
    BINDINGS = [
        Binding("enter", "goodbye", "To the goodbye", id="goodbye"),
        Binding("e", "app.open('plan')", "Change the plan", id="plan"),
        Binding("s", "steps", "The steps", id="steps"),
        Binding("1", "trust(True)", "Yes, I trust them", show=False, id="trust_yes"),
        Binding("2", "trust(False)", "No, or not sure that I do", show=False, id="trust_no"),
    ]

    _trust: TrustPanel | None = None

    @property
    def beat(self) -> float:
        """Seconds between two heartbeats."""
        return BY_THE_MINUTE

    def compose(self) -> ComposeResult:
        """The card first; the past beside it where there is room."""
        # Before there is anything to style anew.
        self.set_class(not trusts(self.snapshot), "-asking")
        yield Words(self.say("common.title"), id="top")
        with Horizontal(id="body"):
            with Vertical(id="main"):
                yield Words(self.say("home.next"), classes="title")
                yield Words(id="headline")
                yield Words(id="with")
                yield Words(id="step")
                yield Tile(self.say("home.goodbye"), "screen.goodbye", classes="-main")
                yield Tiles(
                    [
                        Tile(self.say("home.plan"), "app.open('plan')"),
                        Tile(self.say("away.breathe"), "app.open('breathe')", classes="-wide-only"),
                        Tile(self.say("common.past_outings"), "app.open('history')", classes="-narrow-only"),
                    ],
                    width=16,
                )
                if not trusts(self.snapshot):
                    yield self._trust_panel()
            with Vertical(id="side"):
                yield Words(self.say("common.past_outings"), classes="title")
        yield self._hints()

    def _hints(self) -> Hints:
        return Hints(
            [
                ("?", self.say("common.keys"), "app.open('keys')"),
                ("x", self.say("common.nerves"), "app.open('help')"),
                ("b", self.say("away.breathe").lower(), "app.open('breathe')"),
                ("n", self.say("home.notes"), "app.open('notes')"),
                ("s", self.say("home.steps"), "screen.steps"),
                ("l", self.say("home.outings"), "app.open('history')"),
                ("q", self.say("common.quit"), "app.quit"),
            ]
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The plan changed, or the past has been read."""
        self._ask(trusts(snapshot))
        if snapshot.finished is not None:
            self.call_next(self._show_past, snapshot.finished)
        self.show_now()

    def _ask(self, trusted: bool | None) -> None:
        self.set_class(not trusted, "-asking")
        if self._trust is not None:
            self._trust.show(trusted, "" if trusted else trust_question(self.snapshot, self.library))
        elif not trusted:
            self.query_one("#main").mount(self._trust_panel(), after=self.query_one(Tiles))

    def _trust_panel(self) -> TrustPanel:
        # What is trusted from the beginning does without, and without the words of the ladder.
        from leaving_tui.ui.widgets.trust import TrustPanel

        question = trust_question(self.snapshot, self.library)
        self._trust = TrustPanel(self.library, trusts(self.snapshot), question)
        return self._trust

    async def _show_past(self, outings: tuple[Outing, ...]) -> None:
        # The first frame does not wait for the past, nor for what draws it.
        from leaving_tui.ui.widgets.history import HistoryList
        from leaving_tui.ui.widgets.past import BeltPanel

        async with self.batch():
            if not self.query(HistoryList):
                suggestion = Tile("", "screen.steps", id="suggestion", classes="-line")
                beside = BeltPanel(self.library, id="belt"), HistoryList(self.library)
                for room in self.query("#main"):
                    await room.mount(suggestion, BeltPanel(self.library, id="belt-short"))
                for room in self.query("#side"):
                    await room.mount(*beside)
            # Whoever is quick has left this screen meanwhile; then there is nothing to show it on.
            for shown in (*self.query(HistoryList), *self.query(BeltPanel)):
                shown.outings = outings
        self.call_after_refresh(self._suggest)

    def _suggest(self) -> None:
        # What learns from the past needs all the words of the ladder: it comes after the past itself.
        from leaving_tui.telling.suggestion import suggestion_line

        line = suggestion_line(self.snapshot, self.library, self.now)
        for tile in self.query("#suggestion").results(Tile):
            tile.display = bool(line)
            tile.update(Content(line))

    def show_now(self) -> None:
        """How long, or back at what time: nothing that ticks, so that a still Home stays still."""
        ready = self.snapshot.ready(self.now)
        headline = in_words(ready.plan.minutes)
        if ready.due_at:
            headline = self.say("home.by", at=when_back(ready.due_at, self.now, self.library))
        self.query_one("#headline", Words).show(headline)
        known = company(ready.plan)
        said = self.say("home.with", company=known) if ready.plan.carer else known
        hint = self.say("home.anyone") if ready.draft.only_a_length else ""
        self.query_one("#with", Words).show(said or hint)
        self.query_one("#step", Words).show(self._step(ready.draft))

    def _step(self, draft: PlanDraft) -> str:
        trial = self.say("home.trial") if draft.trial else ""
        if not draft.step:
            return trial
        # Only the ladder needs what it is made of.
        from leaving_tui.telling.steps import step_names

        name = step_names(self.snapshot.notes, self.library).get(draft.step, "")
        known = any(step.trial for step in self.library.steps if step.id == draft.step)
        return " ".join(part for part in ("" if known else trial, name) if part)

    def action_steps(self) -> None:
        """To the ladder; before the first outing to the question of trust, after a no to what can help."""
        answer = trusts(self.snapshot)
        open_yet = answer is None and self.snapshot.finished
        self.app.call_later(self.app.run_action, f"open('{'steps' if answer or open_yet else 'trust'}')")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The question of trust is answered while it stands."""
        return not trusts(self.snapshot) if action == "trust" else True

    def action_trust(self, yes: bool) -> None:
        """Keep the answer; without a yes, see what can help."""
        answer = trusts(self.snapshot)
        if answer:
            return
        if answer is None or yes:
            self.choose(lambda companion: companion.trust(yes=yes))
        if not yes:
            self.action_steps()

    def action_goodbye(self) -> None:
        """To the doorway, with this plan."""
        self.choose(Companion.prepare)
