"""The journal, the person's words and their settings, for a face that goes along with them."""

from collections.abc import Iterator
from contextlib import contextmanager

from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.settings import Settings
from leaving_tui.storage.config import load_settings
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.telling.format import prefer


@contextmanager
def accompanied(options: Options) -> Iterator[tuple[Companion, Library, Settings]]:
    """The companion over the journal that `options` name, and the person's own words and settings."""
    where = places(options)
    library = Library(where.words)
    settings, problems = load_settings(where.config)
    library.problems += problems
    prefer(settings.clock)
    journal = Journal(where.data, system_clock)
    try:
        yield Companion(journal, Notes(where.data), system_clock), library, settings
    finally:
        journal.close()
