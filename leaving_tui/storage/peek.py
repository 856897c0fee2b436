"""A look at the outing in progress that is quick enough for a prompt, which asks every few seconds."""

from leaving_tui.domain.outing import Outing
from leaving_tui.storage.desk import desk_of, in_hand
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.errors import ELSEWHERE, cannot, not_a_folder
from leaving_tui.storage.log import parse_log
from leaving_tui.storage.names import LIVE
from leaving_tui.storage.plain_file import opened


def peek(folder: str) -> Outing | None:
    """The outing in progress in the journal at `folder`; nothing is made, mended or waited for.

    Raises:
        JournalError: its file cannot be read, or a newer version of the app wrote it.
    """
    disk = Disk()
    try:
        with opened(disk, f"{folder}/{LIVE}") as fd:
            log = parse_log(b"" if fd is None else disk.read(fd))
    except NotADirectoryError as problem:
        # Only here, since it would take longer to import than all of this takes.
        from pathlib import Path

        if Path(folder).is_file():
            raise not_a_folder(folder) from None
        raise cannot("read", folder, problem, ELSEWHERE) from None
    except OSError as problem:
        raise cannot("read", folder, problem, ELSEWHERE) from problem
    return in_hand(desk_of(log, LIVE))
