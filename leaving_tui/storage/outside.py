"""A file outside the journal that a person named, such as an export: where it may go, and writing it."""

from pathlib import Path

from leaving_tui.storage.atomic import put
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.errors import ELSEWHERE, JournalError, cannot
from leaving_tui.storage.names import LOCK_NAME
from leaving_tui.storage.upkeep import FILES


def check_place(path: Path) -> None:
    """Look whether a file can be at `path`.

    Raises:
        JournalError: it is the journal's own, a folder, in a folder that is not there, or out of reach.
    """
    try:
        own = path.name in FILES and (path.parent / LOCK_NAME).exists()
        a_folder, in_a_folder = path.is_dir(), path.parent.is_dir()
        no_file = path.exists() and not path.is_file()
    except OSError as problem:
        raise cannot("write", path, problem, ELSEWHERE) from problem
    if own:
        raise JournalError(f"{path} belongs to the journal itself. Please choose another name.")
    if a_folder:
        raise JournalError(f"{path} is a folder. Please give the name of a file.")
    if no_file:
        raise JournalError(f"{path} is not a file. Please give the name of a file.")
    if not in_a_folder:
        raise JournalError(f"There is no folder {path.parent}. Please make it first, or choose another.")


def write_out(path: Path, text: str) -> None:
    """Put `text` at `path`, whole and private (0600).

    Raises:
        JournalError: the disk said no.
    """
    try:
        put(Disk(), path, text.encode("utf-8", "replace"))
    except OSError as problem:
        raise cannot("write", path, problem, ELSEWHERE) from problem
