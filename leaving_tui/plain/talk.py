"""One conversation: who is in it, what is told, and what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from leaving_tui.clock import Clock
from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing, Plan
from leaving_tui.domain.settings import Settings
from leaving_tui.domain.text import clean_line
from leaving_tui.plain.ears import Ears
from leaving_tui.plain.notices import passed
from leaving_tui.plain.voice import Voice
from leaving_tui.telling.names import names
from leaving_tui.telling.phone import tell_phone

LOOK = 15.0
"""Seconds between two looks at the clock and the journal while nothing is typed."""
ENTER, BACK = "", "esc"
_TOLD = {ENTER: "enter", BACK: "back", "?": "keys", "+": "later", "-": "earlier"}
"""Keys that are told by a name."""


class Elsewhere(Exception):  # noqa: N818 - no error: a person changes their mind
    """What was typed leads away from a question: to a command, or with `None` just back to the stage."""

    def __init__(self, line: str | None = None) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be typed: its key, the name of its words, and what it does."""

    key: str
    name: str
    do: Callable[[Talk], object]
    also: str | None = None
    """Another key that does the same."""


class Talk:
    """The companion, the words, the clock, and a person who hears and types."""

    def __init__(
        self,
        companion: Companion,
        library: Library,
        clock: Clock,
        ears: Ears,
        voice: Voice,
        settings: Settings | None = None,
    ) -> None:
        self.companion = companion
        self.library = library
        self.settings = settings or Settings()
        self.commands: Sequence[Command] = ()
        self._clock = clock
        self._ears = ears
        self._voice = voice
        self._told: set[str] = set()
        self._kept: str | None = None
        self._looked = clock()
        self._unsaved: str | None = None

    # ---- what there is

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    @property
    def snapshot(self) -> Snapshot:
        """All that can be told now."""
        return self.companion.snapshot()

    @property
    def outing(self) -> Outing:
        """The one in hand; asked for only where there is one."""
        outing = self.snapshot.outing
        assert outing is not None
        return outing

    @property
    def names(self) -> dict[str, str]:
        """What fills the names in a text."""
        snapshot = self.snapshot
        return names(snapshot, snapshot.outing.plan if snapshot.outing else Plan(), self.now)

    # ---- what is told

    def say(self, key: str, /, **values: object) -> str:
        """The sentence `plain.<key>`."""
        return self.library.say(f"plain.{key}", **values)

    def tell(self, *texts: str) -> None:
        """Tell each text on a line of its own."""
        self._voice.tell(*texts)

    def tell_once(self, *texts: str) -> None:
        """Tell what was not told so in this conversation."""
        self.tell(*(text for text in texts if text not in self._told))
        self._told.update(texts)

    def pause(self) -> None:
        """An empty line."""
        self._voice.pause()

    def ring(self) -> None:
        """A soft bell, where there is a terminal to ring it."""
        self._voice.ring()

    def tell_saved(self) -> None:
        """Tell that it is saved, if it is."""
        if self.snapshot.unsaved is None:
            self.tell(self.say("saved"))

    def offer(self, *choices: tuple[str, str]) -> None:
        """Tell what can be typed, side by side: `Enter: I've left. t: words for tears.`"""
        self._voice.row(*(self.say("offer", key=self.spoken(key), words=words) for key, words in choices))

    def spoken(self, key: str) -> str:
        """A key as it is told."""
        return self.say(f"key.{_TOLD[key]}") if key in _TOLD else key

    # ---- what was typed

    def hear(self, seconds: float | None = None) -> str | None:
        """The next line, or `None` once so many seconds have passed; Esc and `back` are one."""
        if self._kept is not None:
            line, self._kept = self._kept, None
            return line
        raw = self._ears.hear(seconds)
        if raw is None:
            return None
        line = clean_line(raw)
        if (raw.strip(" \t\r") and not line) or line.casefold() == self.say("key.back"):
            # A control character alone is no Enter: most likely it is the key Esc.
            return BACK
        return line

    def listen(self, seconds: float = LOOK) -> str | None:
        """The next line, or `None` after a while, in seconds; what the clock brings meanwhile is told."""
        line = self.hear(min(LOOK, seconds))
        self.tell_news()
        return line

    def keep(self, line: str) -> None:
        """Have `line` heard again."""
        self._kept = line

    # ---- what comes by itself

    def tell_news(self) -> None:
        """Tell what the clock or the journal has brought, each once."""
        since, self._looked = self._looked, self.now
        snapshot = self.snapshot
        news = list(passed(snapshot, since, self._looked, self.library))
        self.tell(*news)
        if news and self.settings.bell:
            self.ring()
        if self.settings.termux:
            for text in news:
                tell_phone(text)
        self.tell(*self.companion.take_notices())
        self.tell_once(*self.library.problems)
        if snapshot.unsaved and self.companion.retry():
            self.tell_saved()
        elif snapshot.unsaved != self._unsaved:
            self.tell(snapshot.unsaved or "")
        self._unsaved = self.snapshot.unsaved
