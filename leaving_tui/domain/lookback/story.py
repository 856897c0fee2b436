"""One outing told in order: before the door, each moment, home, the answer, and the person's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from leaving_tui.domain.duration import in_words
from leaving_tui.domain.lookback.moments import told
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.outing import Kind, Moment, Outing, Reflection


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the story: the sentence `lookback.<key>` with `values`.

    `kind` is what it tells: a moment's kind, or `before`, `prediction`, `left`, `home`, `answer`, `worst`,
    `happened`, `found_out`, `reunion`. `at` is in UTC, `None` for what has no time of its own; `moment` is
    its place in `outing.moments`. The values `exercise`, `pattern` and `line` are ids, for the words to name.
    """

    at: datetime | None
    kind: str
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    moment: int | None = None


def story(outing: Outing) -> tuple[Entry, ...]:
    """What is known of `outing`, in order; what was skipped has no line, except a skipped answer."""
    told = [*_said_before(outing), *sorted(_on_the_way(outing), key=lambda entry: entry.at or began(outing))]
    if outing.reflection is not None:
        told += _said_after(outing.reflection)
    return tuple(told)


def _said_before(outing: Outing) -> Iterator[Entry]:
    if outing.before.rating is not None:
        yield Entry(None, "before", "story.before", {"rating": outing.before.rating})
    if outing.plan.prediction:
        yield Entry(None, "prediction", "story.prediction", {"text": outing.plan.prediction})


def _on_the_way(outing: Outing) -> Iterator[Entry]:
    if outing.left_at is not None:
        yield Entry(outing.left_at, "left", "story.trial" if outing.trial else "story.left")
    for place, moment in enumerate(outing.moments):
        yield _moment(place, moment)
        if moment.rating is not None and moment.kind != Kind.RATING:
            yield Entry(moment.at, Kind.RATING, "story.rating", {"rating": moment.rating}, place)
    if outing.home_at is not None:
        yield Entry(outing.home_at, "home", "story.home", {"length": in_words(outing.minutes_out)})


def _said_after(reflection: Reflection) -> Iterator[Entry]:
    yield Entry(reflection.at, "answer", f"story.felt_{reflection.felt}")
    if reflection.worst is not None:
        yield Entry(None, "worst", "story.worst", {"rating": reflection.worst})
    if reflection.happened is not None:
        yield Entry(None, "happened", f"story.happened_{reflection.happened}")
    if reflection.found_out:
        yield Entry(None, "found_out", "story.found_out", {"text": reflection.found_out})
    if reflection.reunion:
        yield Entry(None, "reunion", "story.reunion", {"text": reflection.reunion})


def _moment(place: int, moment: Moment) -> Entry:
    key, values = told(moment)
    return Entry(moment.at, moment.kind, key, values, place)
