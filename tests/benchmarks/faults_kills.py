"""Random `kill -9`, again and again."""

import os
import signal
from pathlib import Path
from random import Random
from select import select
from shutil import rmtree

from tests.benchmarks.faults_keepers import Keeper, Model, Outings, forked, judge

SHORTEST_ROW = 1_000_000


def kills(keeper: type[Keeper], folder: Path, rounds: int, longest: float = 0.03) -> dict[str, int]:
    """Kill a writer `rounds` times, at most `longest` seconds after its first step; count what is found."""
    chance = Random(1)
    found = {"sound": 0, "unreadable": 0, "wrong": 0, "acknowledged": 0}
    step, states = 0, _States()
    for _ in range(rounds):
        if not folder.exists():
            step, states = 0, _States()
            keeper(folder, new=True).close()
        done = _killed(keeper, folder, step, chance.uniform(0, longest))
        found["acknowledged"] += done
        verdict, step = judge(keeper, folder, states.after, step + done)
        found[verdict] += 1
        if verdict != "sound":
            rmtree(folder)
    rmtree(folder, ignore_errors=True)
    return found


class _States:
    """What should be there after some number of steps, which only grows."""

    def __init__(self) -> None:
        self._model = Model()
        self._states: dict[int, Outings] = {0: self._model.found()}

    def after(self, steps: int) -> Outings:
        while (last := max(self._states)) < steps:
            self._model.act(last)
            self._states[last + 1] = self._model.found()
            self._states.pop(last - 3, None)
        return self._states[steps]


def _killed(keeper: type[Keeper], folder: Path, step: int, after: float) -> int:
    reading, writing = os.pipe()

    def work() -> None:
        store = keeper(folder)
        for number in range(step, step + SHORTEST_ROW):
            store.act(number)
            os.write(writing, b".")

    child = forked(work)
    os.close(writing)
    acknowledged = len(os.read(reading, 1))
    select([], [], [], after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        acknowledged += len(more)
    os.close(reading)
    return acknowledged
