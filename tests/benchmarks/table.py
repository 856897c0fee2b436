"""What is measured, what it is held against, and where it should be."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.samples import Samples


@dataclass(frozen=True)
class Row:
    """One figure; `most` is a ratio to `reference`, a plain figure where there is none, or no target at all.

    With `more` it is how much more than `reference` the figure may be, in its own unit.
    """

    what: str
    figure: str
    reference: str
    most: float | None
    unit: str = "ms"
    more: bool = False


ROWS = (
    Row("hello against itself (the noise of the machine)", "hello net", "again net", 1.0),
    Row("launch to Home, 200 outings, net", "200 net", "hello net", 1.15),
    Row("launch to Home, 200 outings, CPU", "200 cpu", "hello cpu", 1.15),
    Row("past outings listed, 200, net", "200 list", "hello net", 1.45),
    Row("launch to Home, 10,000 outings, net", "10000 net", "hello net", 1.15),
    Row("launch to Home, 10,000 outings, CPU", "10000 cpu", "hello cpu", 1.15),
    Row("past outings listed, 10,000, net", "10000 list", "hello net", 2.0),
    Row("first sign of life, CPU", "200 sign", "pass cpu", 2.0),
    Row("leaving status at home, 200 outings, CPU", "status 200 cpu", "pass cpu", 3.0),
    Row("leaving status at home, 10,000 outings, CPU", "status 10000 cpu", "pass cpu", 3.0),
    Row("leaving status while out, CPU", "status minutes cpu", "pass cpu", 3.0),
    Row("leaving log -n 5, 200 outings, CPU", "log 200 cpu", "pass cpu", 8.0),
    Row("leaving log -n 5, 10,000 outings, CPU", "log 10000 cpu", "pass cpu", None),
    Row("imports, CPU", "ours cpu", "textual cpu", 1.10),
    Row("key to its frame, median, net", "200 key", "hello key", 1.5),
    Row("key to its frame, p95, net", "200 key p95", "hello key p95", 2.0),
    Row("key to its frame, 10,000 outings, median, net", "10000 key", "hello key", 1.5),
    Row("key while breathing, median, net", "breathing key", "hello key", 2.0),
    Row("key while breathing, p95, net", "breathing key p95", "hello key p95", 4.0),
    Row("memory (PSS), 200 outings", "200 memory", "hello memory", 1.25, "MB"),
    Row("memory (PSS), 10,000 outings", "10000 memory", "hello memory", 15, "MB", more=True),
    Row("quit", "200 quit", "hello quit", 1.15),
    Row("Home, still, CPU a minute", "idle home cpu", "idle hello cpu", 1.5),
    Row("Home, still, sent a minute", "idle home sent", "", 0, "kB"),
    Row("Away in minutes, CPU a minute", "idle minutes cpu", "idle hello cpu", 1.5),
    Row("Away with seconds, CPU a minute", "idle seconds cpu", "idle digits cpu", 1.4),
    Row("Away with seconds, sent a minute", "idle seconds sent", "idle digits sent", 1.5, "kB"),
    Row("breathing, CPU a minute", "idle breathing cpu", "idle digits cpu", 4.5),
    Row("breathing, sent a minute", "idle breathing sent", "", 220, "kB"),
    Row("breathing stopped, CPU a minute", "idle stopped cpu", "idle hello cpu", 1.5),
    Row("a tap saved, 10,000 outings", "tap 10000", "tap 0", 1.2),
    Row("a tap saved, beside SQLite", "tap 10000", "tap sqlite", 2.0),
    Row("longest wait of the screen while finishing at 10,000", "finishing wait", "", 60),
    Row("distributions that pip installs, with ours", "install distributions", "", 14, ""),
    Row("site-packages, compiled files too", "install size", "", 22, "MB"),
)


def lines(samples: Samples) -> Iterator[str]:
    """The table in Markdown, of what was measured."""
    yield "| what | median (p10–p90) | reference | ratio (p10–p90) | target |"
    yield "|---|---|---|---|---|"
    for row in ROWS:
        if row.figure in samples and (not row.reference or row.reference in samples):
            yield f"| {row.what} | {_own(row, samples)} | {_held_against(row, samples)} |"


def _own(row: Row, samples: Samples) -> str:
    low, high = samples.spread(row.figure)
    return f"{_round(samples.median(row.figure))} ({_round(low)}–{_round(high)}) {row.unit}"


def _held_against(row: Row, samples: Samples) -> str:
    if not row.reference:
        return f"– | – | {_target(row, '')}"
    reference = f"{row.reference} {_round(samples.median(row.reference))}"
    if row.more:
        middle, low, high = samples.more(row.figure, row.reference)
        return f"{reference} | {middle:+.1f} ({low:+.1f} to {high:+.1f}) | {_target(row, '+')}"
    middle, low, high = samples.ratio(row.figure, row.reference)
    return f"{reference} | ×{middle:.2f} ({low:.2f}–{high:.2f}) | {_target(row, '×')}"


def _target(row: Row, sign: str) -> str:
    if row.most is None:
        return "–"
    return f"≤ {sign}{row.most:g} {'' if sign == '×' else row.unit}".rstrip()


def _round(figure: float) -> str:
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.1f}" if figure >= 1 else f"{figure:.2f}"
