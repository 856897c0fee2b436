"""The what-if ledger: each prediction beside what happened, and plain counts with nothing hidden (T7.7)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from leaving_tui.domain.lookback.answers import Answers, answers
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.outing import Felt, Happened, Outing
from leaving_tui.domain.past import as_past

RECENT = 8
"""How many of the newest outings are counted by themselves."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What was predicted, word for word, and what is known of how it went. `at` is when the outing began."""

    outing: str
    at: datetime
    predicted: str
    happened: Happened | None = None
    felt: Felt | None = None
    found_out: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something really went wrong; such a pair is shown and counted apart."""
        return self.felt is Felt.WRONG

    @property
    def lines(self) -> tuple[Line, ...]:
        """The pair as sentences: the prediction, what happened, and the person's own words."""
        said = [Line("ledger.predicted", {"text": self.predicted})]
        said.append(Line(f"ledger.happened_{self.happened or 'open'}"))
        if self.wrong:
            said.append(Line("ledger.wrong"))
        if self.found_out:
            said.append(Line("ledger.found_out", {"text": self.found_out}))
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Predictions:
    """How often what was predicted happened; `open` ones have no answer, `wrong` ones stand apart."""

    yes: int = 0
    partly: int = 0
    no: int = 0
    open: int = 0
    wrong: int = 0

    @property
    def answered(self) -> int:
        """The predictions that the counts rest on."""
        return self.yes + self.partly + self.no

    @property
    def lines(self) -> tuple[Line, ...]:
        """The counts as sentences, the unwelcome ones too; what is zero goes without saying."""
        counts = (("yes", self.yes), ("partly", self.partly), ("no", self.no))
        ends = [(name, count) for name, count in counts if count]
        said = []
        for place, (name, count) in enumerate(ends):
            values = {"count": count, "n": self.answered}
            # The first one says what it is that happened or did not.
            key = f"only_{name}" if self.answered == 1 else f"first_{name}" if place == 0 else name
            said.append(Line(f"ledger.{key}", values))
        alone = not self.answered and not self.open
        apart = (("ledger.open", self.open), ("ledger.only_apart" if alone else "ledger.apart", self.wrong))
        return (*said, *(Line(key, {"count": count}) for key, count in apart if count))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All pairs, newest first, and the counts over them and over all outings."""

    pairs: tuple[Pair, ...]
    predictions: Predictions
    recent: Answers
    all: Answers

    @property
    def lines(self) -> tuple[Line, ...]:
        """All the counts as sentences."""
        return self.answer_lines + self.prediction_lines

    @property
    def answer_lines(self) -> tuple[Line, ...]:
        """How the outings went, beside what was feared."""
        said = [_compared("recent", self.recent)] if self.all.outings > RECENT else []
        if self.all.outings > 1:
            said.append(_compared("all", self.all))
        elif self.all.outings > self.all.skipped:
            felt = next(name for name in ("easier", "same", "harder") if getattr(self.all, name))
            said.append(Line(f"ledger.one_{felt}"))
        return (*said, *self.all.apart)

    @property
    def prediction_lines(self) -> tuple[Line, ...]:
        """How often what was predicted happened; with no prediction yet, one that invites (T7.12)."""
        return self.predictions.lines if self.pairs else (Line("ledger.none"),)


def ledger(outings: Iterable[Outing]) -> Ledger:
    """The ledger of all finished outings."""
    past = as_past(outings)
    pairs = tuple(_pair(outing, outing.plan.prediction) for outing in past if outing.plan.prediction)
    return Ledger(pairs, _predictions(pairs), answers(past, RECENT), answers(past))


def _compared(which: str, counts: Answers) -> Line:
    """How many were easier, and how many were not; what is zero goes without saying."""
    without = "".join(f"_no_{name}" for name in ("same", "harder") if not getattr(counts, name))
    return Line(f"ledger.{which}{without}", counts.values)


def _pair(outing: Outing, predicted: str) -> Pair:
    told = outing.reflection
    if told is None:
        return Pair(outing.id, began(outing), predicted)
    return Pair(outing.id, began(outing), predicted, told.happened, told.felt, told.found_out)


def _predictions(pairs: Iterable[Pair]) -> Predictions:
    counts = Counter("wrong" if pair.wrong else str(pair.happened or "open") for pair in pairs)
    return Predictions(**counts)
