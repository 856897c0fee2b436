"""Away: when you will be home, how long that is, and what helps until then."""

from collections.abc import Sequence
from datetime import datetime

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.agreement import waited_for
from leaving_tui.domain.countdown import Countdown
from leaving_tui.domain.lookback.evidence import evidence
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.agreed import agreed_with_key, is_unmarked
from leaving_tui.telling.face import face, next_face
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.looking_back import at_hand, beside
from leaving_tui.telling.names import company, when_back
from leaving_tui.telling.own_record import from_own_record
from leaving_tui.telling.sentences import log
from leaving_tui.ui.copying import copy
from leaving_tui.ui.scene import BY_THE_MINUTE, BY_THE_SECOND, Scene
from leaving_tui.ui.widgets.countdown import CountdownPanel, past_words
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.late import LateMessage
from leaving_tui.ui.widgets.log import NewestLog
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.top import TopLine
from leaving_tui.ui.widgets.wait import WaitLine
from leaving_tui.ui.widgets.words import Words

REACH = (
    ("breathe", "app.open('breathe')"),
    ("ground", "app.open('ground')"),
    ("kind", "app.open('kind')"),
    ("check_in", "app.open('check')"),
    ("rate", "app.open('rate')"),
    ("home", "screen.home"),
)
"""What is one tap away: its words and its action."""

HINTS = (
    ("?", "common.keys", "app.open('keys')"),
    ("x", "common.nerves", "app.open('help')"),
    ("o", "away.log", "app.open('log')"),
    ("+", "away.later", "screen.move(5)"),
    ("-", "away.earlier", "screen.move(-5)"),
    ("s", "away.face", "screen.face"),
    ("n", "common.notes", "app.open('notes')"),
    ("h", "away.home", "screen.home"),
    ("q", "common.quit", "app.quit"),
)
"""The row of keys, as far as there is room."""


class AwayScreen(Scene):
    """The countdown to the planned return, and everything one key or tap away."""

    STYLES = "away"
    _own_short = ""
    """What the own record says where there is room for one sentence."""
    BINDINGS = [
        Binding("h", "home", "I'm home", id="home"),
        Binding("c", "app.open('check')", "Check in", id="check"),
        Binding("r", "app.open('rate')", "How am I?", id="rate"),
        Binding("plus,equals_sign,kp_plus", "move(5)", "5 min more", id="later"),
        Binding("minus,kp_minus", "move(-5)", "5 min less", id="earlier"),
        Binding("m", "late", "A message to say you are late", id="late"),
        Binding("s", "face", "Seconds, minutes, nothing", id="face"),
        Binding("o", "app.open('log')", "The log of this outing", id="log"),
    ]

    @property
    def beat(self) -> float:
        """Seconds between two heartbeats."""
        return BY_THE_SECOND if face(self.snapshot) == "seconds" else BY_THE_MINUTE

    def beat_origin(self) -> datetime | None:
        """Heartbeats keep step with the planned return, so that a digit turns on time."""
        return self.snapshot.outing.due_at if self.snapshot.outing else None

    def compose(self) -> ComposeResult:
        """The headline first; the quiet things beside it, or below."""
        yield TopLine()
        with Horizontal(id="body"):
            with Vertical(id="main"):
                yield Words(id="headline")
                yield CountdownPanel(self.library)
                yield Words(id="agreed")
                with Grid(id="reach"):
                    for key, action in REACH:
                        yield Tile(self.say(f"away.{key}"), action)
                with Grid(id="minutes"):
                    yield Tile(self.say("away.key_earlier"), "screen.move(-5)", classes="-line")
                    yield Tile(self.say("away.key_later"), "screen.move(5)", classes="-line")
                yield LateMessage(self.library)
                yield WaitLine(self.library)
                yield Words(id="own-short")
            with VerticalScroll(id="side", can_focus=False):
                yield Words(self.say("away.check_in_title"), classes="title")
                yield Words(id="agreed-side")
                yield Words(self.say("away.log_title"), classes="title")
                yield NewestLog(self.say("away.log_short"), id="log")
                yield Words(self.say("away.own_title"), id="own-title", classes="title")
                yield Words(id="own")
        yield Hints([(key, self.say(words), action) for key, words, action in HINTS])

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What happened, what was agreed, and what the own record says."""
        outing = snapshot.outing
        if outing is None or outing.left_at is None or outing.due_at is None:
            return
        self.query_one(TopLine).said = self._who(outing)
        self.query_one("#headline", Words).show(
            self.say("away.home_by", at=when_back(outing.due_at, self.now, self.library))
        )
        self.query_one(NewestLog).tell(log(outing, self.library))
        if at_hand(evidence, snapshot.finished or ()):
            self._tell_own_record()
        else:
            self._look_at_own_record(snapshot.finished or ())
            self.show_now()

    @work(exclusive=True)
    async def _look_at_own_record(self, outings: Sequence[Outing]) -> None:
        """Go through thousands of outings beside the screen."""
        await beside(evidence, outings)
        if self.is_there and self.snapshot.finished is outings:
            self._tell_own_record()

    def _tell_own_record(self) -> None:
        own = from_own_record(self.snapshot, self.library)
        self.query_one("#own-title").display = bool(own)
        self.query_one("#own", Words).show("\n\n".join(own))
        self._own_short = own[0] if own else ""
        self.show_now()

    def show_now(self) -> None:
        """The time left."""
        outing = self.snapshot.outing
        if outing is None or outing.left_at is None or outing.due_at is None:
            return
        countdown = Countdown(outing.left_at, outing.due_at, self.now)
        self.query_one(CountdownPanel).show(countdown, face(self.snapshot))
        self.query_one(TopLine).time = clock_time(self.now)
        late = self.query_one(LateMessage)
        late.show(outing, self.now)
        self.set_class(bool(late.message), "-late")
        self.set_class(self.query_one(WaitLine).show(self.snapshot, self.now), "-waiting")
        self._show_check_in(outing, past_words(countdown, self.library))

    def _show_check_in(self, outing: Outing, past: str) -> None:
        # On a phone `past` takes the rows of the check-in, so that no tile moves at the planned return; one
        # that is past and unmarked keeps them. In a low window it has one row, below, once they are needed.
        said = agreed_with_key(outing, self.now, self.library, "away.note")
        check_in = waited_for(outing, self.now)
        unmarked = is_unmarked(outing, self.now)
        one_row = self.has_class("-low") and (self.has_class("-late") or self.has_class("-waiting"))
        below = (
            self.say("away.unmarked", at=clock_time(check_in)) if check_in and unmarked and one_row else ""
        )
        for name, text, is_check_in in (
            ("#agreed-side", said, unmarked),
            ("#agreed", said if unmarked else past or said, unmarked),
            ("#own-short", below or self._own_short, bool(below)),
        ):
            words = self.query_one(name, Words)
            words.show(text)
            words.set_class(is_check_in, "-unmarked")

    async def on_click(self, event: events.Click) -> None:
        """A tap on the times shows what happened so far; on a check-in that is past, where it is noted."""
        if event.widget is None:
            return
        if event.widget.has_class("-unmarked"):
            await self.run_action("app.open('check')")
        elif event.widget.id == "log" or self.query_one("#main") in event.widget.ancestors:
            await self.run_action("app.open('log')")

    def action_home(self) -> None:
        """Home now."""
        self.choose(Companion.come_home)

    def action_move(self, minutes: int) -> None:
        """Five minutes more, or less."""
        self.choose(lambda companion: companion.move_return(minutes))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to say while nobody is late."""
        return self.has_class("-late") if action == "late" else True

    def action_late(self) -> None:
        """Show the message, and copy it; some terminals drop that."""
        late = self.query_one(LateMessage)
        late.open()
        copy(self, late.message)

    def action_face(self) -> None:
        """Minutes, seconds, or nothing; remembered."""
        chosen = next_face(self.snapshot)
        self.choose(lambda companion: companion.remember("choices", countdown=chosen))

    def _who(self, outing: Outing) -> str:
        known = company(outing.plan)
        return (
            self.say("away.title_with", company=known)
            if outing.plan.carer
            else known or self.say("away.title")
        )
