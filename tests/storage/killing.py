"""Random `kill -9` of a process that keeps a journal, again and again in one folder, with nothing lost.

Run as `python -m tests.storage.killing FOLDER ROUNDS`; prints what was found, as JSON.
"""

import json
import os
import signal
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from select import select

from leaving_tui.storage.journal import JournalError
from tests.storage.days import Act, State, found, now_at, open_journal, script

LONGEST = 0.01
"""Seconds a process is let live after its first act, at most."""


@dataclass
class Kills:
    """What came of killing."""

    rounds: int = 0
    acts: int = 0
    """Acts acknowledged in all."""
    lost: list[str] = field(default_factory=list)
    """Rounds after which the journal was not as last acknowledged, or one act further."""
    notices: list[str] = field(default_factory=list)
    """What the journal said after a kill; there is nothing to say."""


def kill_often(folder: Path, rounds: int, seed: int = 0) -> Kills:
    """Kill a writer `rounds` times, at random moments; each goes on where the last one was stopped."""
    chance = Random(seed)
    result = Kills()
    acts, state, step = script(rounds * 4), State(), 0
    while result.rounds < rounds:
        done = _until_killed(folder, acts, step, state, chance.uniform(0, LONGEST))
        for _ in range(done):
            state = _modelled(acts[step], state, step)
            step += 1
        journal = open_journal(folder, step)
        there = _found(journal)
        further = _modelled(acts[step], state, step)
        if there == further != state:
            state, step = further, step + 1
        elif there != state:
            result.lost.append(f"round {result.rounds}, act {step} ({acts[step].name}): {there}")
            return result
        result.notices += [said for said in journal.notices if "cut short" not in said]
        result.rounds += 1
        result.acts += done
    return result


def _until_killed(folder: Path, acts: list[Act], step: int, state: State, after: float) -> int:
    """Let a process act until it is killed; how many acts it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _live(folder, acts, step, state, writing)
        finally:
            os._exit(0)
    os.close(writing)
    acknowledged = len(os.read(reading, 1))
    select([], [], [], after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        acknowledged += len(more)
    os.close(reading)
    return acknowledged


def _live(folder: Path, acts: list[Act], step: int, state: State, writing: int) -> None:
    for number in range(step, len(acts)):
        # A window opened anew at each act meets every start there is.
        state = acts[number].do(open_journal(folder, number), state, now_at(number))
        os.write(writing, b".")


def _modelled(act: Act, state: State, step: int) -> State:
    return act.do(_Nothing(), state, now_at(step))  # type: ignore[arg-type]


def _found(journal) -> object:
    try:
        return found(journal)
    except JournalError as problem:
        return str(problem)


class _Nothing:
    """Stands where the journal would, when only the model is wanted."""

    def __getattr__(self, _name: str):
        return lambda *_args: None


if __name__ == "__main__":
    print(json.dumps(asdict(kill_often(Path(sys.argv[1]), int(sys.argv[2])))))
