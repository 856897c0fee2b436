"""Taking the journal along, looking after it, and being rid of it."""

import sys
from functools import partial
from pathlib import Path

from leaving_tui.cli.opened import opened
from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import PlanError
from leaving_tui.storage.config import CONFIG
from leaving_tui.storage.doctor import Report, examine, repair
from leaving_tui.storage.doctor import erase as erase_all
from leaving_tui.storage.errors import JournalError
from leaving_tui.storage.formats import FORMATS, Format
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.transfer import Preview, preview
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
    with opened(options) as journal:
        outings = journal.outings()
    export_to(outings, path, _progress, formats)
    print(library.say("journal.exported", count=len(outings), path=path))
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
    if sys.stdin.isatty() and not options.yes and not _agreed(library):
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
    print(
        library.say(
            "journal.erase_what", folder=where.data, settings=where.config / CONFIG, words=where.words
        )
    )
    if _typed(library.say("journal.erase_ask")).lower() != library.say("journal.erase_word"):
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
    print(library.say("journal.sound" if report.sound else "journal.not_sound", folder=report.folder))
    print(library.say("journal.holds", count=report.outings))
    if report.under_way:
        print(library.say("journal.under_way"))
    print(library.say("journal.backup" if report.backup else "journal.no_backup"))
    for name in ("set_aside", "copies"):
        for path in getattr(report, name):
            print(library.say(f"journal.{name}", path=path))
    for problem in report.problems:
        print(problem)
    if not report.sound:
        print(library.say("journal.how_to_repair", program=program_here()))


def _agreed(library: Library) -> bool:
    return _typed(library.say("journal.import_ask")).lower() in ("y", "yes")


def _typed(question: str) -> str:
    print(question, end=" ", flush=True)
    return sys.stdin.readline().strip()


def _progress(done: int, whole: int) -> None:
    if done and done % _STEP == 0 and sys.stderr.isatty():
        print(f"{done} / {whole}" if whole else done, file=sys.stderr)
