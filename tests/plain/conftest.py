"""A person who types a script while a hand-moved clock goes on, and all that they were told."""

from collections.abc import Callable
from datetime import datetime
from io import StringIO

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.settings import Settings
from leaving_tui.plain.conversation import converse
from leaving_tui.plain.ears import Over
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.voice import Voice
from tests.conftest import HandClock

Typed = str | float | Callable[[], object]
"""A line, a silence of so many seconds, or something that happens elsewhere meanwhile."""


class Typist:
    """Types a script; silences move the clock on. After the last line nobody is there any more."""

    def __init__(self, clock: HandClock, script: tuple[Typed, ...]) -> None:
        self._clock = clock
        self._script = list(script)

    def hear(self, seconds: float | None = None) -> str | None:
        while self._script:
            head = self._script.pop(0)
            if isinstance(head, str):
                return head
            if not isinstance(head, (int, float)):
                head()
                continue
            waited = head if seconds is None else min(head, seconds)
            self._clock.tick(seconds=waited)
            if head > waited:
                self._script.insert(0, head - waited)
                return None
            seconds = None if seconds is None else seconds - waited
        raise Over


class Transcript(StringIO):
    """All that was told, and when."""

    def __init__(self, clock: HandClock, *, in_a_terminal: bool) -> None:
        super().__init__()
        self._clock = clock
        self._in_a_terminal = in_a_terminal
        self.timed: list[tuple[datetime, str]] = []

    def write(self, text: str) -> int:
        self.timed += [(self._clock(), line) for line in text.splitlines()]
        return super().write(text)

    def isatty(self) -> bool:
        return self._in_a_terminal

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def text(self) -> str:
        return self.getvalue()

    @property
    def words(self) -> str:
        """All that was told, line breaks apart."""
        return " ".join(self.text.split())

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def when(self, line: str) -> list[datetime]:
        """The moments at which `line` was told."""
        return [at for at, told in self.timed if told == line]


class Parent:
    """Someone who uses the plain face, once or several times, on one journal."""

    def __init__(self, companion: Companion, library: Library, clock: HandClock) -> None:
        self.companion = companion
        self.clock = clock
        self.code: int | None = None
        self.library = library
        self.settings = Settings()
        self.in_a_terminal = False

    def types(self, *script: Typed) -> Transcript:
        """One conversation, from start to the end of the script."""
        told = Transcript(self.clock, in_a_terminal=self.in_a_terminal)
        ears, voice = Typist(self.clock, script), Voice(told)
        talk = Talk(self.companion, self.library, self.clock, ears, voice, self.settings)
        self.code = converse(talk)
        return told

    @property
    def outing(self) -> Outing:
        """The one in hand."""
        outing = self.companion.outing()
        assert outing is not None
        return outing

    @property
    def last(self) -> Outing:
        """The newest finished one."""
        return self.companion.finished()[0]


@pytest.fixture
def parent(companion: Companion, library: Library, clock: HandClock) -> Parent:
    return Parent(companion, library, clock)


@pytest.fixture
def away(parent: Parent) -> Parent:
    """Out of the door, thirty minutes to go."""
    parent.types("", "")
    return parent
