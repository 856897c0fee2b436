"""What a screen costs while nobody touches it, beside a still hello and a countdown by the second."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.watched import Watched, leaving, reference, surroundings

SETTLING, WINDOW = 4.0, 20.0
"""Seconds before and of the look at it."""


def hello(folder: Path) -> Mapping[str, float]:
    """A still reference."""
    with Watched(reference("hello"), surroundings(folder)) as program:
        program.until("Hello 0")
        return _window(program, "idle hello")


def digits(folder: Path) -> Mapping[str, float]:
    """A reference that counts seconds."""
    with Watched(reference("digits"), surroundings(folder)) as program:
        program.pause(1)
        return _window(program, "idle digits")


def home(folder: Path) -> Mapping[str, float]:
    """Home, with nothing under way."""
    with _ours(folder, "quit") as program:
        return _window(program, "idle home")


def away(folder: Path, face: str) -> Mapping[str, float]:
    """Away, counting in `face`."""
    with _ours(folder, "Home by") as program:
        return _window(program, f"idle {face}")


def breathing(folder: Path) -> Mapping[str, float]:
    """The moving breath, and Away again after it was stopped."""
    with _ours(folder, "Home by") as program:
        program.send("b")
        program.until("Breathe in")
        moving = _window(program, "idle breathing")
        program.send(" ")
        program.until("Done")
        program.send("\x1b")
        program.until("I'm home")
        return {**moving, **_window(program, "idle stopped")}


@contextmanager
def _ours(folder: Path, shown: str) -> Iterator[Watched]:
    with Watched(leaving(), surroundings(folder)) as program:
        program.until(shown)
        yield program


def _window(program: Watched, name: str) -> Mapping[str, float]:
    before = program.pause(SETTLING)
    written = program.written
    spent = program.pause(WINDOW).since(before)
    per_minute = 60 / spent.wall
    kilobytes = (program.written - written) / 1000
    return {f"{name} cpu": spent.cpu * 1000 * per_minute, f"{name} sent": kilobytes * per_minute}
