"""`leaving sheet`: the care notes as one page, to print or to leave on the table."""

import sys
from pathlib import Path

from leaving_tui.cli.asking import may_write
from leaving_tui.cli.opened import read
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import has_all_letters, tell
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.sheet import Sheet
from leaving_tui.storage.config import load_settings
from leaving_tui.storage.notes import Notes
from leaving_tui.storage.outside import check_place, write_out
from leaving_tui.telling.care_page import care_page
from leaving_tui.telling.format import prefer

HTML = (".html", ".htm")


def sheet(options: Options) -> int:
    """Print the page, or write it to a file, private, after a word about what is in it (T5.8)."""
    where = places(options)
    library = Library(where.words)
    settings, _ = load_settings(where.config)
    prefer(settings.clock)
    found = read(options, lambda journal: Companion(journal, Notes(where.data), system_clock).snapshot())
    page = care_page(found or Snapshot(), library, system_clock(), settings.region)
    path = Path(options.output) if options.output else None
    html = options.html or (path is not None and path.suffix.lower() in HTML)
    if path is None:
        told = _told(page, html=html)
        if html and not has_all_letters(sys.stdout):
            told = told.encode("ascii", "xmlcharrefreplace").decode()
        print(told, end="")
    else:
        check_place(path)
        if not may_write(path, options, library):
            return 1
        tell(library.care.privacy, sys.stderr)
        write_out(path, _told(page, html=html))
        tell(library.say("cli.sheet_written", path=path))
    return 0


def _told(page: Sheet, *, html: bool) -> str:
    if html:
        from leaving_tui.domain.sheet_html import html_page

        return html_page(page)
    from leaving_tui.domain.sheet_text import page as text_page

    return text_page(page)
