"""Every act of a few days, once for each call it makes to the disk, with a fault at just that call."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

from leaving_tui.storage.journal import Journal, JournalError
from tests.storage.days import Act, State, found, now_at, open_journal
from tests.storage.faults import POSSIBLE, FaultyDisk, Killed

Files = dict[str, bytes]


@dataclass(frozen=True)
class Step:
    """An act, with the files and what is in them before it, and what is in them after it."""

    number: int
    act: Act
    files: Files
    before: State
    after: State


@dataclass
class Outcome:
    """How many faults were tried, and what came of them."""

    tried: int = 0
    wrong: list[str] = field(default_factory=list)


def steps(folder: Path, acts: list[Act], *, each_once: bool = False) -> Iterator[Step]:
    """The acts one after the other, without faults; `each_once` leaves out those of a name seen before."""
    state = State()
    seen: set[str] = set()
    for number, act in enumerate(acts):
        before = files(folder)
        after = act.do(open_journal(folder, number), state, now_at(number))
        assert found(open_journal(folder, number)) == after
        if not (each_once and act.name in seen):
            yield Step(number, act, before, state, after)
        seen.add(act.name)
        state = after


def killed(step: Step, folder: Path, fault: str) -> Outcome:
    """Be killed at each possible call in turn; there must be what was before, or all of the act, after it."""
    outcome = Outcome()
    for at in _calls(step, folder, fault):
        with suppress(Killed):
            step.act.do(_opened(step, folder, fault, at), step.before, now_at(step.number))
        after = open_journal(folder, step.number)
        if found(after) not in (step.before, step.after) or any("damaged" in said for said in after.notices):
            outcome.wrong.append(f"{step.act.name}: {fault} at call {at}: {after.notices}")
        outcome.tried += 1
    return outcome


def refused(step: Step, folder: Path, fault: str) -> Outcome:
    """Be refused once at each possible call in turn; nothing is lost, and trying again works."""
    outcome = Outcome()
    for at in _calls(step, folder, fault):
        try:
            journal = _opened(step, folder, fault, at)
        except JournalError:
            # The app says so and does not start; the next start is another try.
            journal = open_journal(folder, step.number)
        with suppress(JournalError):
            step.act.do(journal, step.before, now_at(step.number))
        there = found(open_journal(folder, step.number))
        lost = _content(there) not in (_content(step.before), _content(step.after))
        retried = journal.retry()
        if _content(found(journal)) != _content(step.after):
            step.act.do(journal, step.before, now_at(step.number))
        there = found(open_journal(folder, step.number))
        if lost or not retried or journal.unsaved or _content(there) != _content(step.after):
            outcome.wrong.append(f"{step.act.name}: {fault} at call {at}: {journal.unsaved}")
        outcome.tried += 1
    return outcome


def _calls(step: Step, folder: Path, fault: str) -> Iterator[int]:
    disk = FaultyDisk()
    step.act.do(
        open_journal(laid_out(folder, step.files), step.number, disk), step.before, now_at(step.number)
    )
    yield from (
        number for number, name in enumerate(disk.calls, 1) if name in POSSIBLE.get(fault, disk.calls)
    )


def _opened(step: Step, folder: Path, fault: str, at: int) -> Journal:
    laid_out(folder, step.files)
    return open_journal(folder, step.number, FaultyDisk(lambda number, _: fault if number == at else None))


def _content(state: State) -> object:
    """A state without the times of change, since a second try is a later change."""
    outings = [*state.finished.values(), *([state.live] if state.live else [])]
    same = {outing.id: outing.edit(now_at(10**6)) for outing in outings}
    return state.live and state.live.id, same


def files(folder: Path) -> Files:
    paths = folder.rglob("*") if folder.exists() else ()
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}


def laid_out(folder: Path, files: Files) -> Path:
    if folder.exists():
        rmtree(folder)
    folder.mkdir(mode=0o700)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)
    return folder
