"""Figures of many rounds, and what can be said of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median, quantiles


class Samples:
    """One list of figures for each name, in the order of the rounds."""

    def __init__(self) -> None:
        self._figures: dict[str, list[float]] = defaultdict(list)

    def add(self, figures: Mapping[str, float]) -> None:
        """The figures of one round."""
        for name, figure in figures.items():
            self._figures[name].append(figure)

    def __contains__(self, name: object) -> bool:
        return name in self._figures

    def median(self, name: str) -> float:
        """The middle one."""
        return median(self._figures[name])

    def spread(self, name: str) -> tuple[float, float]:
        """The tenth and the ninetieth percentile."""
        return _spread(self._figures[name])

    def ratio(self, name: str, reference: str) -> tuple[float, float, float]:
        """How many times `reference`, each round by itself: the middle and the two percentiles."""
        pairs = zip(self._figures[name], self._figures[reference], strict=False)
        ratios = [figure / other for figure, other in pairs if other]
        return median(ratios), *_spread(ratios)

    def more(self, name: str, reference: str) -> tuple[float, float, float]:
        """How much more than `reference`, each round by itself: the middle and the two percentiles."""
        pairs = zip(self._figures[name], self._figures[reference], strict=False)
        more = [figure - other for figure, other in pairs]
        return median(more), *_spread(more)


def _spread(figures: Sequence[float]) -> tuple[float, float]:
    if len(figures) < 2:
        return figures[0], figures[0]
    tenths = quantiles(figures, n=10, method="inclusive")
    return tenths[0], tenths[-1]
