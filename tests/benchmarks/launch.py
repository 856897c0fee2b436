"""From the start of the app to a screen that answers, and out again, beside a bare hello."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from leaving_tui.ui.screens.breathe import SMOOTH
from tests.benchmarks.watched import Moment, Watched, leaving, reference, surroundings

NEWEST = "the lighthouse"
"""Where the newest outing of a journal led: once it is seen, the list is there."""
DOWN = "\x1b[B"
PRESSES, STOPS = 12, 6


@dataclass(frozen=True)
class Launched:
    """What one start took, from the first readable letter to the end."""

    sign: Moment
    home: Moment
    listed: Moment
    keys: tuple[float, ...]
    memory: float
    quit: float

    def figures(self, name: str) -> Mapping[str, float]:
        """Milliseconds and megabytes, each under its name."""
        return {
            f"{name} sign": self.sign.cpu * 1000,
            f"{name} net": self.home.net * 1000,
            f"{name} cpu": self.home.cpu * 1000,
            f"{name} list": self.listed.net * 1000,
            f"{name} key": median(self.keys) * 1000,
            f"{name} key p95": quantiles(self.keys, n=20)[-1] * 1000,
            f"{name} memory": self.memory,
            f"{name} quit": self.quit * 1000,
        }


def hello(folder: Path) -> Launched:
    """One start of the reference program."""
    with Watched(reference("hello"), surroundings(folder)) as program:
        shown = program.until("Hello 0")
        return _used(program, shown, shown, shown, " ")


def home(folder: Path) -> Launched:
    """One start of ours on the journal in `folder`."""
    with Watched(leaving(), surroundings(folder)) as program:
        sign = program.until()
        shown = program.until("Next outing", "goodbye", "quit")
        listed = program.until(NEWEST)
        program.pause(0.3)
        program.send("l")
        program.until("Find")
        return _used(program, sign, shown, listed, DOWN)


def breathing_keys(folder: Path) -> Mapping[str, float]:
    """From a key that stops the moving breath to the screen that says so; the person in `folder` is out."""
    with Watched(leaving(), surroundings(folder)) as program:
        program.until("Home by")
        program.pause(0.3)
        program.send("b")
        # At every point between two pictures of the breath, as a person would; never in step with them.
        took = [_stopped(program, 1 + (at + 0.5) / STOPS * SMOOTH) for at in range(STOPS)]
    return {
        "breathing key": median(took) * 1000,
        "breathing key p95": quantiles(took, n=20, method="inclusive")[-1] * 1000,
    }


def _stopped(program: Watched, after: float) -> float:
    program.until("Breathe in")
    program.pause(after)
    before = program.now()
    program.send(" ")
    # What comes is stamped at once; looking at what came before takes longer than the answer.
    program.pause(0.3)
    stopped = program.until("That's it.").since(before)
    program.until("Done")
    # Once more.
    program.send("b")
    return stopped.net


def _used(program: Watched, sign: Moment, shown: Moment, listed: Moment, key: str) -> Launched:
    program.pause(0.3)
    keys = tuple(program.press(key).net for _ in range(PRESSES))
    return Launched(sign, shown, listed, keys, program.memory(), program.quit())
