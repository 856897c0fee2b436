"""Taking the journal along, looking after it, and being rid of it."""

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from leaving_tui.cli.asking import agreed, may_write, typed
from leaving_tui.cli.missing import missing, tell_missing
from leaving_tui.cli.opened import any_journal, opened, read
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Stage
from leaving_tui.storage.config import CONFIG
from leaving_tui.storage.doctor import Report, examine, repair
from leaving_tui.storage.doctor import erase as erase_all
from leaving_tui.storage.errors import JournalError
from leaving_tui.storage.formats import FORMATS, Format
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.outside import check_place
from leaving_tui.storage.peek import peek
from leaving_tui.storage.transfer import Preview, preview, says_no_more
from leaving_tui.storage.transfer import export as export_to
from leaving_tui.telling.markdown import as_markdown
from leaving_tui.telling.program import program_here

_STEP = 1000
"""Outings between two signs of progress."""


def export(options: Options) -> int:
    """Write all finished outings to a file that goes by its extension."""
    library, path = Library(), Path(options.file)
    formats: dict[str, Format] = {**FORMATS, ".md": partial(as_markdown, library=library)}
    if path.suffix.lower() not in formats:
        raise PlanError(library.say("journal.extension", name=path.name))
    if sentence := missing(options):
        raise JournalError(sentence)
    outings, live = read(options, lambda journal: (journal.outings(), journal.live())) or ((), None)
    check_place(path)
    # An earlier export of the same outings may go: nothing would be lost with it.
    if not (says_no_more(path, outings) or may_write(path, options, library)):
        return 1
    export_to(outings, path, _progress, formats)
    tell(library.say("journal.exported", count=len(outings), path=path))
    if live is not None and live.left_at is not None:
        tell(library.say("journal.not_in_it"))
    return 0


def import_(options: Options) -> int:
    """Say what a file would add, then add it; twice changes nothing."""
    with opened(options) as journal:
        return _import(journal, options)


def _import(journal: Journal, options: Options) -> int:
    library = Library()
    found = preview(Path(options.file), journal.outings(), journal.deleted(), _progress)
    _show(library, found)
    if not found.outings:
        print(library.say("journal.nothing_new"))
        return 0
    # Without a terminal, and without an answer on the pipe, it goes on: a script has typed what it wants.
    if not options.yes and agreed(library.say("journal.import_ask")) is False:
        print(library.say("journal.unchanged"))
        return 1
    journal.merge(found.outings)
    print(library.say("journal.imported", count=len(found.outings)))
    return 0


def doctor(options: Options) -> int:
    """Say whether the journal is sound; with `--repair`, mend what can be mended.

    Raises:
        JournalError: a newer version of the app wrote it, so there is nothing here to mend.
    """
    library, folder = Library(), places(options).data
    if tell_missing(options):
        return 1
    if not any_journal(options):
        tell(library.say("journal.none", folder=folder))
        return 0
    if options.repair:
        for sentence in repair(folder, system_clock):
            print(sentence)
    report = examine(folder)
    if report.newer:
        raise JournalError(report.newer)
    _tell(library, report)
    return 0 if report.sound else 1


def erase(options: Options) -> int:
    """Delete everything, after the word was typed."""
    library, where = Library(), places(options)
    if tell_missing(options):
        return 1
    tell(
        library.say(
            "journal.erase_what", folder=where.data, settings=where.config / CONFIG, words=where.words
        )
    )
    if _is_out(where.data):
        tell(library.say("journal.erase_out"))
    if typed(library.say("journal.erase_ask")).lower() != library.say("journal.erase_word"):
        print(library.say("journal.unchanged"))
        return 1
    left = [path for folder in {where.data, where.config} for path in erase_all(folder)]
    print(library.say("journal.erased"))
    for path in left:
        print(library.say("journal.left", path=path))
    return 0


def _show(library: Library, found: Preview) -> None:
    for name in ("new", "newer", "same", "deleted", "unreadable"):
        if count := len(getattr(found, name)):
            print(library.say(f"journal.preview_{name}", count=count))


def _tell(library: Library, report: Report) -> None:
    tell(library.say("journal.sound" if report.sound else "journal.not_sound", folder=report.folder))
    tell(library.say("journal.holds", count=report.outings))
    if report.under_way:
        tell(library.say("journal.under_way"))
    tell(library.say("journal.backup" if report.backup else "journal.no_backup"))
    for name in ("set_aside", "copies"):
        for path in getattr(report, name):
            tell(library.say(f"journal.{name}", path=path))
    for problem in report.problems:
        tell(problem)
    if not report.sound:
        tell(library.say("journal.how_to_repair", program=program_here()))


def _is_out(folder: Path) -> bool:
    with suppress(JournalError):
        outing = peek(str(folder))
        return outing is not None and outing.stage is Stage.AWAY
    return False


def _progress(done: int, whole: int) -> None:
    if done and done % _STEP == 0 and sys.stderr.isatty():
        print(f"{done} / {whole}" if whole else done, file=sys.stderr)
