"""The belt: a row of notches that only grows, with the number in words beside it."""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.belt import belt, totals
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.looking_back import once
from leaving_tui.telling.sentences import sentence, sentences
from leaving_tui.ui.widgets.words import Words

LOW = 2
"""Rows that there is room for beside a question on a phone."""


class BeltPanel(Vertical):
    """One notch for each outing, and what they add up to."""

    ROWS = 2
    outings: reactive[Sequence[Outing] | None] = reactive(None, init=False, always_update=True)

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library

    def compose(self) -> ComposeResult:
        """Notches, what the bigger ones stand for, then words."""
        yield Words(classes="notches")
        yield Words(classes="legend quiet")
        yield Words(classes="totals")

    def watch_outings(self, old: object, new: object) -> None:
        """The past has been read, or has grown."""
        if old is not new:
            self._draw()

    def on_resize(self) -> None:
        """Another width holds another number of notches in a row."""
        self._draw()

    def _draw(self) -> None:
        if self.outings is None or not self.size.width:
            return
        sums = once(totals, self.outings)
        drawn = belt(sums.outings, self.size.width, self.ROWS)
        count, *more = (sentence(line, self._library) for line in sums.lines)
        legend = sentences(drawn.lines, self._library)
        notches = Content.styled("\n".join(drawn.rows), "$accent")
        beside = not drawn.rows or cell_len(drawn.rows[-1]) + cell_len(count) + 2 <= self.size.width
        gap = "" if not drawn.rows else "  " if beside else "\n"
        self.set_class(len(drawn.rows) + (not beside) + len(drawn.lines) > LOW, "-high")
        self.query_one(".notches", Words).show(Content.assemble(notches, gap, count))
        for name, text in ((".legend", legend), (".totals", _kept_whole(" ".join(more), self.size.width))):
            words = self.query_one(name, Words)
            words.show(text)
            words.set_class(not text, "-empty")


def _kept_whole(text: str, width: int) -> str:
    """`text` with a new line before each sentence that would be broken by the end of one of `width` cells."""
    lines: list[str] = []
    for told in re.split(r"(?<=[.]) ", text):
        if lines and cell_len(lines[-1]) + 1 + cell_len(told) <= width:
            lines[-1] += f" {told}"
        else:
            lines.append(told)
    return "\n".join(lines)
