"""Whether the journal is sound, what else lies beside it, and how to be rid of all of it."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from leaving_tui.clock import Clock, system_clock
from leaving_tui.storage.checked import parse
from leaving_tui.storage.desk import Desk, all_finished, in_hand
from leaving_tui.storage.errors import ELSEWHERE, DamagedError, JournalError, NewerError, cannot, cause
from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.live import Live
from leaving_tui.storage.log import parse_log
from leaving_tui.storage.names import BACKUP, LIVE, LOCK_NAME, NOTES, OUTINGS, SET_ASIDE
from leaving_tui.storage.notes import TABLE as NOTES_TABLE
from leaving_tui.storage.notes import Notes
from leaving_tui.storage.shelf import OUTINGS_TABLE, Reader, Shelf
from leaving_tui.storage.upkeep import FILES, conflict_copies, leftovers, widened

T_ = TypeVar("T_")

_NEWER = {str(NewerError(name)) for name in (OUTINGS, LIVE, NOTES)}
"""The problems that only an update of the app can mend."""


@dataclass(frozen=True)
class Report:
    """What was found; nothing was changed."""

    folder: Path
    outings: int = 0
    under_way: bool = False
    """Whether an outing is in progress."""
    backup: bool = False
    """Whether there is a good backup."""
    set_aside: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    """Copies that a file-sync program has left beside our files; they can be imported."""
    problems: tuple[str, ...] = ()
    """What is not as it should be, a sentence each; `repair` mends what can be mended."""
    newer: str = ""
    """The one of them that only an update of the app can mend."""

    @property
    def sound(self) -> bool:
        """Whether nothing needs mending."""
        return not self.problems


def examine(path: Path) -> Report:
    """Look at everything in the folder of a journal, and change nothing.

    Raises:
        JournalError: it may not be looked at.
    """
    try:
        return _seen(path)
    except OSError as problem:
        raise cannot("read", path, problem, ELSEWHERE) from problem


def _seen(path: Path) -> Report:
    folder = Folder(path, system_clock)
    if not path.is_dir():
        return Report(path, problems=(f"{path} is not a folder.",) if path.exists() else ())
    with suppress(OSError, JournalError), folder.lock if (path / LOCK_NAME).exists() else nullcontext():
        return _examined(folder)
    return _examined(folder)


def _examined(folder: Folder) -> Report:
    path = folder.path
    problems: list[str] = []
    shelf = _checked(lambda: _shelf(folder, problems), OUTINGS, problems) or Shelf()
    desk = _checked(lambda: _desk(folder, problems), LIVE, problems) or {}
    _checked(lambda: CheckedStorage(path / NOTES, folder, NOTES_TABLE).look(), NOTES, problems)
    backup = _checked(lambda: folder.read(OUTINGS + BACKUP), OUTINGS + BACKUP, problems)
    if backup is not None:
        _checked(lambda: parse(backup, OUTINGS + BACKUP), OUTINGS + BACKUP, problems)
    problems += [f"Other people on this computer can read {name}." for name in widened(folder)]
    return Report(
        path,
        len(all_finished(shelf.outings, desk)),
        in_hand(desk) is not None,
        backup is not None and not any(OUTINGS + BACKUP in problem for problem in problems),
        tuple(path / name for name in folder.names_aside()),
        tuple(path / name for name in conflict_copies(folder)),
        tuple(problems),
        next((problem for problem in problems if problem in _NEWER), ""),
    )


def repair(path: Path, clock: Clock) -> tuple[str, ...]:
    """Mend what can be mended; what was done, a sentence each.

    Raises:
        JournalError: the journal cannot be read or written.
    """
    journal, notes = Journal(path, clock), Notes(path, clock)
    journal.outings()
    journal.retry()
    notes.load("")
    said = [*journal.notices, *notes.notices]
    folder = Folder(path, clock)
    try:
        with folder.lock:
            said += [_new_backup(folder, name) for name in (OUTINGS, NOTES) if _bad_backup(folder, name)]
    except OSError as problem:
        raise cannot("write", path, problem) from problem
    return tuple(said)


def erase(path: Path) -> tuple[Path, ...]:
    """Remove everything that is ours, backups and set-aside files too; the answer is what is left.

    Raises:
        JournalError: something could not be removed.
    """
    folder = Folder(path, system_clock)
    try:
        if not path.is_dir():
            return ()
        with folder.lock:
            for name in _everything(folder):
                folder.remove(name)
        for inner in (path / SET_ASIDE, path / "words", path):
            with suppress(OSError):
                folder.disk.remove_folder(inner)
        return tuple(path / name for name in folder.disk.names(path))
    except OSError as problem:
        raise JournalError(
            f"Not everything in {path} could be removed: {cause(problem)}. Please remove the rest by hand."
        ) from problem


def _everything(folder: Folder) -> Iterator[str]:
    """The names of all our files; the lock comes last."""
    yield from leftovers(folder)
    yield from folder.names_aside()
    yield from conflict_copies(folder)
    yield from (name for name in folder.names_in("words") if name.endswith(".toml"))
    yield "config.toml"
    yield from sorted(FILES, key=lambda name: name == LOCK_NAME)


def _shelf(folder: Folder, problems: list[str]) -> Shelf:
    shelf = Reader(OUTINGS).shelf(CheckedStorage(folder.path / OUTINGS, folder, OUTINGS_TABLE).look())
    if shelf.bad:
        problems.append(f"{OUTINGS} holds {len(shelf.bad)} records that are no outings.")
    if shelf.rewritten:
        problems.append(f"{OUTINGS} was rewritten by another program.")
    return shelf


def _desk(folder: Folder, problems: list[str]) -> Desk:
    log = parse_log(folder.read(LIVE) or b"")
    if log.bad or log.torn:
        problems.append(f"{LIVE} is damaged in part.")
    return Live(folder, problems.append).look()


def _checked(look: Callable[[], T_], name: str, problems: list[str]) -> T_ | None:
    try:
        return look()
    except DamagedError:
        problems.append(f"{name} is damaged.")
    except JournalError as problem:
        problems.append(str(problem))
    except OSError as problem:
        problems.append(str(cannot("read", Path(name), problem)))
    return None


def _bad_backup(folder: Folder, name: str) -> bool:
    main, backup = folder.read(name), folder.read(name + BACKUP)
    if main is None or backup is None:
        return False
    try:
        parse(backup, name)
    except DamagedError:
        return True
    return False


def _new_backup(folder: Folder, name: str) -> str:
    kept = folder.set_aside(name + BACKUP, folder.read(name + BACKUP) or b"")
    folder.replace(name + BACKUP, folder.read(name) or b"")
    return f"The backup of {name} was damaged and was made anew. The damaged one is kept at {kept}."
