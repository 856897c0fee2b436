"""What can go wrong with the journal, said in one sentence that tells a person what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from leaving_tui.domain.errors import LeavingError

if TYPE_CHECKING:
    from pathlib import Path


class JournalError(LeavingError):
    """The journal could not be read or written."""


class BusyError(JournalError):
    """Another window held the journal for too long."""


class NewerError(JournalError):
    """The file was written by a newer version of the app; it is left as it is."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was written by a newer version of leaving. Please update the app to open it."
        )


class DamagedError(Exception):
    """A file that does not hold what was written to it; never shown, always mended."""


_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "this folder does not allow it",
    errno.EPERM: "this folder does not allow it",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENOENT: "the folder is gone",
    errno.ENAMETOOLONG: "the name is too long",
}


def cause(problem: BaseException) -> str:
    """Why the disk said no, as half a sentence."""
    if isinstance(problem, BusyError):
        return "another window is still saving"
    if isinstance(problem, OSError):
        return _CAUSES.get(problem.errno or 0, problem.strerror or "the disk said no")
    return str(problem).rstrip(".") or "the disk said no"


def not_a_folder(path: Path | str) -> JournalError:
    """The error for a journal's folder that is something else."""
    return JournalError(f"{path} is not a folder. Please choose another place.")


ELSEWHERE = " Please choose another place."


def cannot(verb: str, path: Path | str, problem: BaseException, then: str = "") -> JournalError:
    """The error for a `path` that could not be read or written; `then` says what to do, as ` A sentence.`"""
    return JournalError(f"Could not {verb} {path}: {cause(problem)}.{then}")
