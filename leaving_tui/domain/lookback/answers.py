"""Plain counts of how outings went, compared with what was feared."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.past import as_past


@dataclass(frozen=True, slots=True)
class Answers:
    """How many outings went which way; `wrong` ones stand apart and are in none of the other counts."""

    easier: int = 0
    same: int = 0
    harder: int = 0
    skipped: int = 0
    wrong: int = 0

    @property
    def outings(self) -> int:
        """The outings that the counts rest on; those without an answer are among them."""
        return self.easier + self.same + self.harder + self.skipped

    @property
    def mostly_easier(self) -> bool:
        """Whether half of the outings or more went easier than feared."""
        return 0 < self.outings <= 2 * self.easier

    @property
    def values(self) -> dict[str, int]:
        """All the counts, for a sentence."""
        counts = {"easier": self.easier, "same": self.same, "harder": self.harder, "skipped": self.skipped}
        return {**counts, "count": self.outings, "n": self.outings}

    @property
    def apart(self) -> tuple[Line, ...]:
        """How many have no answer, and how many are counted apart because something really went wrong."""
        # With no other outing there is none that it could be one more than.
        wrong = "answers.wrong" if self.outings else "trend.left_out"
        counts = (("answers.skipped", self.skipped), (wrong, self.wrong))
        return tuple(Line(key, {"count": count}) for key, count in counts if count)


def answers(outings: Iterable[Outing], last: int | None = None) -> Answers:
    """The counts over all finished outings, or over the newest `last` of those that did not go wrong.

    Those that went wrong are counted over the same stretch of time.
    """
    counts: Counter[Felt] = Counter()
    left = last
    for felt in as_past(outings).known.felt:
        if left == 0:
            break
        counts[felt] += 1
        if left is not None and felt is not Felt.WRONG:
            left -= 1
    return Answers(**{felt.value: counts[felt] for felt in Felt})
