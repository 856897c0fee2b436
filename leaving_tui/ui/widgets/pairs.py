"""What was predicted beside what happened, one outing after another."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.ledger import Ledger, Pair
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import local, short_day
from leaving_tui.telling.sentences import sentence, sentences
from leaving_tui.ui.widgets.drawn import Drawn, beside, wrapped
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.past import BeltPanel
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.words import Words

AT_A_TIME = 10
"""How many pairs are shown before the person asks for more."""
_SIDE_BY_SIDE = 64
"""Columns from which there is room for both beside each other."""
_GAP = 3


class PairCard(Drawn, can_focus=True):
    """One prediction, word for word, beside what is known of how it went; a tap opens the outing."""

    BINDINGS = [Binding("enter,space", "open", "Open this one", show=False, id="open")]

    def __init__(self, pair: Pair, library: Library) -> None:
        super().__init__()
        self._pair = pair
        self._library = library

    def draw(self, width: int) -> Sequence[Content]:
        """The day, and both."""
        predicted, *known = (sentence(line, self._library) for line in self._pair.lines)
        day = Content.styled(f"{short_day(self._pair.at)} {local(self._pair.at).year}", "$quiet")
        if width < _SIDE_BY_SIDE:
            return [day, *wrapped(predicted, width), *wrapped(" ".join(known), width)]
        half = (width - _GAP) // 2
        return [
            day,
            *beside(wrapped(predicted, half), wrapped(" ".join(known), width - half - _GAP), half + _GAP),
        ]

    def action_open(self) -> None:
        """Show its outing."""
        self.post_message(HistoryList.Opened(self._pair.outing))

    def on_click(self, event: events.Click) -> None:
        """One tap opens."""
        event.stop()
        self.action_open()


class LedgerPart(VerticalScroll):
    """The belt, the counts with nothing hidden, and the pairs, the newest first, some at a time."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._pairs: tuple[Pair, ...] = ()
        self._shown = 0

    def compose(self) -> ComposeResult:
        """Belt, counts, pairs, and a way to more of them."""
        yield BeltPanel(self._library)
        yield Words(id="answers", classes="gap")
        yield Words(self._library.say("lookback.ledger.title"), classes="title gap")
        yield Words(id="counts")
        yield Vertical(id="pairs")
        yield Tile("", "screen.more", id="more")

    def show(self, book: Ledger, outings: Sequence[Outing]) -> None:
        """Tell what is in the `book` of these `outings`."""
        self._pairs, self._shown = book.pairs, 0
        self.query_one(BeltPanel).outings = outings
        answers = "\n".join(sentence(line, self._library) for line in book.answer_lines)
        self.query_one("#answers", Words).show(answers)
        self.query_one("#answers").display = bool(answers)
        self.query_one("#counts", Words).show(sentences(book.prediction_lines, self._library))
        self.query_one("#pairs").remove_children()
        self.more()

    def more(self) -> None:
        """Show some more pairs."""
        upto = self._shown + AT_A_TIME
        if len(self._pairs) == upto + 1:
            # The tile would take more room than the one that is left.
            upto += 1
        cards = [PairCard(pair, self._library) for pair in self._pairs[self._shown : upto]]
        self._shown += len(cards)
        self.query_one("#pairs").mount_all(cards)
        more = self.query_one("#more", Tile)
        more.display = self._shown < len(self._pairs)
        more.update(self._library.say("lookback.ledger.more", shown=self._shown, n=len(self._pairs)))
