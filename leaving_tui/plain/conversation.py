"""The conversation from beginning to end; its stage comes from the journal, as on the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from leaving_tui.companion import Snapshot
from leaving_tui.domain.errors import LeavingError
from leaving_tui.domain.outing import Stage
from leaving_tui.plain import away, back, goodbye, home
from leaving_tui.plain.breathe import another, breathe
from leaving_tui.plain.commands import find, near, told
from leaving_tui.plain.ears import Over
from leaving_tui.plain.ground import ground
from leaving_tui.plain.history import history
from leaving_tui.plain.keys import chosen, only_on_screens
from leaving_tui.plain.kind import kind
from leaving_tui.plain.nerves import nerves
from leaving_tui.plain.notes import notes
from leaving_tui.plain.still_out import ask_if_long_past
from leaving_tui.plain.talk import Command, Elsewhere, Talk

UNSAVED = 3
"""The exit code of a journal that could not be written."""


@dataclass(frozen=True, slots=True)
class Room:
    """One stage: what is told on coming in and before each answer, and what can be typed there."""

    arrive: Callable[[Talk], None]
    ready: Callable[[Talk], None]
    commands: Sequence[Command]


HOME = Room(home.arrive, home.ready, home.COMMANDS)
GOODBYE = Room(goodbye.arrive, goodbye.ready, goodbye.COMMANDS)
AWAY = Room(away.arrive, away.ready, away.COMMANDS)
ASKED = Room(back.arrive, back.ready, back.COMMANDS)
ANSWERED = Room(back.saved, back.more, back.MORE)


def room_of(snapshot: Snapshot) -> Room:
    """Where the person is."""
    match snapshot.stage:
        case Stage.HOME:
            return HOME
        case Stage.GOODBYE:
            return GOODBYE
        case Stage.AWAY:
            return AWAY
        case Stage.BACK:
            return ANSWERED if snapshot.outing and snapshot.outing.reflection else ASKED


def converse(talk: Talk) -> int:
    """Talk until the person has had enough; the exit status."""
    try:
        talk.tell(talk.say("welcome"))
        _Conversation(talk).go_on()
    except Over as over:
        saved = talk.companion.retry()
        # A terminal that is gone hears no goodbye.
        with suppress(Over):
            talk.tell(_parting(talk) if saved else talk.say("lost"))
        return over.code if saved else UNSAVED


def _parting(talk: Talk) -> str:
    with suppress(LeavingError):
        match room_of(talk.snapshot):
            case room if room is AWAY:
                return talk.library.say("common.goes_on")
            case room if room is GOODBYE:
                return talk.library.say("common.waits")
            case room if room is ASKED:
                return talk.say("answer_later")
    return talk.say("farewell")


def _quit(_: Talk) -> NoReturn:
    raise Over


def _tell_keys(talk: Talk) -> None:
    here = len(talk.commands) - len(ANYWHERE)
    for heading, commands in (("here", talk.commands[:here]), ("everywhere", talk.commands[here:])):
        talk.tell(talk.say(heading))
        talk.tell(*(told(talk, command) for command in commands))
    if others := only_on_screens(talk.commands, talk.settings.keys):
        talk.tell(talk.say("only_on_screens", keys=", ".join(others)))


ANYWHERE = (
    Command("b", "breathe", breathe),
    Command("p", "pattern", another),
    Command("g", "ground", ground),
    Command("k", "kind", kind),
    Command("n", "notes", notes),
    Command("l", "history", history),
    Command("x", "nerves", nerves),
    Command("?", "keys", _tell_keys),
    Command("q", "quit", _quit),
)
"""What can be typed at every stage."""


class _Conversation:
    """Where it has got to."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._room: Room | None = None
        self._typed: str | None = None
        self._understood = True

    def go_on(self) -> NoReturn:
        """Turn by turn, until it is `Over`."""
        self._talk.commands = chosen((*AWAY.commands, *ANYWHERE), self._talk.settings.keys)
        self._try(ask_if_long_past)
        while True:
            self._enter(room_of(self._talk.snapshot))
            line = self._heard()
            if line is not None:
                self._talk.pause()
                self._try(self._obey(line))

    def _enter(self, room: Room) -> None:
        if room is not self._room:
            self._room, self._understood = room, True
            self._talk.commands = chosen((*room.commands, *ANYWHERE), self._talk.settings.keys)
            self._talk.pause()
            self._try(room.arrive)

    def _heard(self) -> str | None:
        """What to do next, or `None` if another window has led to another stage meanwhile."""
        assert self._room is not None
        if self._typed is not None:
            line, self._typed = self._typed, None
            return line
        if self._understood:
            self._room.ready(self._talk)
        while (heard := self._talk.listen()) is None:
            if room_of(self._talk.snapshot) is not self._room:
                return None
        return heard

    def _obey(self, line: str) -> Callable[[Talk], object]:
        do = self._meant(line)
        # What was not understood has changed nothing, so nothing is told again.
        self._understood = do is not None
        return do or (lambda talk: talk.tell(talk.say("unknown")))

    def _meant(self, line: str) -> Callable[[Talk], object] | None:
        if self._room is AWAY and (move := away.by_minutes(line)):
            return move
        command = find(self._talk, line) or near(self._talk, line)
        return command.do if command else None

    def _try(self, part: Callable[[Talk], object]) -> None:
        """A part of the conversation; what leads elsewhere is done next, what goes wrong is told."""
        try:
            part(self._talk)
        except Elsewhere as elsewhere:
            self._typed = elsewhere.line
        except LeavingError as error:
            self._talk.tell(str(error))
