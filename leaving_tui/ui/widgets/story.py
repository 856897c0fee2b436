"""The story of one outing: what was said before, what happened when, and what was said at home."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from textual.content import Content

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.story import Entry, story
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.sentences import sentence
from leaving_tui.ui.widgets.drawn import Drawn, beside, wrapped

_SAID = ("before", "prediction", "answer", "worst", "happened", "found_out", "reunion")
"""What stands in blocks of its own, without a time, before and after the way."""
_GAP = 2
"""Columns between a time and its sentence."""


class StoryPanel(Drawn):
    """Sentences in order, those on the way with their times."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._outing: Outing | None = None

    def show(self, outing: Outing) -> None:
        """Tell this outing."""
        if outing != self._outing:
            self._outing = outing
            self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        """Three blocks: before, on the way, at home."""
        if self._outing is None:
            return []
        lines: list[Content] = []
        for _, entries in groupby(story(self._outing), key=lambda entry: entry.kind in _SAID):
            lines += [Content(""), *self._block(entries, width)]
        return lines[1:]

    def _block(self, entries: Iterable[Entry], width: int) -> Iterator[Content]:
        block = list(entries)
        longest = max(len(clock_time(entry.at)) if entry.at else 0 for entry in block)
        for entry in block:
            told = sentence(entry, self._library)
            if entry.kind in _SAID or entry.at is None:
                yield from wrapped(told[:1].upper() + told[1:], width)
            else:
                at = clock_time(entry.at).rjust(longest)
                cells = longest + _GAP
                yield from beside([Content.styled(at, "$quiet")], wrapped(told, width - cells), cells)
