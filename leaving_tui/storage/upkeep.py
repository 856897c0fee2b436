"""Keeping the folder in order: private, with ballast, without leftovers. Needs the journal's lock."""

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress

from leaving_tui.storage.folder import RESERVE_SIZE, Folder
from leaving_tui.storage.names import BACKUP, LAST, LIVE, LOCK_NAME, NOTES, OUTINGS, RESERVE

FILES = (OUTINGS, OUTINGS + BACKUP, LIVE, LAST, NOTES, NOTES + BACKUP, LOCK_NAME, RESERVE)
"""The names of our files."""
TEMPORARY = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
"""What a file is called while it is being written."""

_CONFLICT = re.compile(r"(outings|live|last|notes)\b.*(sync-conflict-|conflicted copy).*", re.IGNORECASE)
"""What Syncthing and Dropbox call their copy of a file that was changed on two devices."""


def tidy(folder: Folder, tell: Callable[[str], None]) -> None:
    """Remove what a kill left half written, mend who may read what, and fill up the ballast."""
    for name in conflict_copies(folder):
        tell(f"A copy from another device was found: {folder.path / name}. It can be imported.")
    for name in leftovers(folder):
        folder.remove(name)
    for name in widened(folder):
        with suppress(OSError):
            folder.disk.restrict(folder.path / name, 0o600)
    if folder.stamp(RESERVE) is None and folder.disk.free(folder.path) > 2 * RESERVE_SIZE:
        folder.replace(RESERVE, os.urandom(RESERVE_SIZE))


def conflict_copies(folder: Folder) -> list[str]:
    """The names of copies that a file-sync program has left beside our files."""
    return [name for name in folder.disk.names(folder.path) if _CONFLICT.fullmatch(name)]


def leftovers(folder: Folder) -> list[str]:
    """The names of half-written files."""
    names = folder.disk.names(folder.path) + folder.names_aside()
    return [name for name in names if TEMPORARY.fullmatch(name.rpartition("/")[2])]


def widened(folder: Folder) -> list[str]:
    """The names of our files that others may read."""
    found = []
    for name in (*FILES, *folder.names_aside()):
        with suppress(FileNotFoundError):
            mode = folder.disk.stat(folder.path / name).st_mode
            if stat.S_ISREG(mode) and mode & 0o077:
                found.append(name)
    return found
