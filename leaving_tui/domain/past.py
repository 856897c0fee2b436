"""All finished outings, newest first: a little is known of each one, which is made when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import compress
from typing import overload

from leaving_tui.domain.outing import Felt, Outing, Reflection

_KEPT = 256
"""Outings that stay made; a screen shows far fewer."""

Make = Callable[[int], Outing | None]
"""Makes the outing of a row; `None` if its text is no more."""


class Known:
    """What is known of outings without making them: one column for each thing, one row for each outing."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.began: list[datetime] = []
        self.minutes = array("q")
        """Whole minutes out."""
        self.trials = bytearray()
        self.steps: list[str | None] = []
        self.felt: list[Felt] = []
        """The answers; `SKIPPED` where there is none."""
        self.told = bytearray()
        """Whether something may have been found out."""
        self.marks = array("q")
        """A number that changes with the outing."""
        self.keys: list[str] = []
        """The time in UTC to the microsecond, then the id: what sorts them."""

    def add(self, outing: Outing, mark: int = 0) -> None:
        """One more row, of an outing that is made already."""
        began, told = outing.left_at or outing.prepared_at, outing.reflection
        self.ids.append(outing.id)
        self.began.append(began)
        self.minutes.append(outing.minutes_out)
        self.trials.append(outing.trial)
        self.steps.append(outing.step)
        self.felt.append(told.felt if told else Felt.SKIPPED)
        self.told.append(bool(told and told.found_out))
        self.marks.append(mark)
        self.keys.append(began.isoformat(timespec="microseconds")[:26] + outing.id)

    def outline(self, row: int) -> Outing:
        """As much of an outing as is known."""
        began, felt = self.began[row], self.felt[row]
        home = began + timedelta(minutes=self.minutes[row])
        return Outing(
            id=self.ids[row],
            updated_at=began,
            prepared_at=began,
            trial=bool(self.trials[row]),
            step=self.steps[row],
            left_at=began,
            home_at=home,
            reflection=Reflection(home, felt),
        )

    def put_in_order(self, rows: Iterable[int]) -> array[int]:
        """Keep only these rows, the newest first; the answer is which row each of them was."""
        order = sorted(rows, key=self.keys.__getitem__, reverse=True)
        self.ids = list(map(self.ids.__getitem__, order))
        self.began = list(map(self.began.__getitem__, order))
        self.minutes = array("q", map(self.minutes.__getitem__, order))
        self.trials = bytearray(map(self.trials.__getitem__, order))
        self.steps = list(map(self.steps.__getitem__, order))
        self.felt = list(map(self.felt.__getitem__, order))
        self.told = bytearray(map(self.told.__getitem__, order))
        self.marks = array("q", map(self.marks.__getitem__, order))
        self.keys = []
        return array("L", order)


class _Outings(Sequence[Outing]):
    """Outings that are looked up one at a time; a part of them is a tuple."""

    @overload
    def __getitem__(self, place: int) -> Outing: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Outing, ...]: ...
    def __getitem__(self, place: int | slice) -> Outing | tuple[Outing, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        return self._one(place)

    def _one(self, place: int) -> Outing:
        raise NotImplementedError


class Past(_Outings):
    """Finished outings, newest first. It never changes; a later reading gives another one."""

    def __init__(self, known: Known, make: Make, rows: Iterable[int] | None = None) -> None:
        """Those of the `rows`, in any order; all of them if none are named."""
        self._rows = known.put_in_order(range(len(known.ids)) if rows is None else rows)
        self._make = make
        self._made: dict[int, Outing] = {}
        self.known = known

    def __len__(self) -> int:
        return len(self._rows)

    def _one(self, place: int) -> Outing:
        place = range(len(self))[place]
        made = self._made.get(place)
        if made is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            made = self._made[place] = self._at(place)
        return made

    def __iter__(self) -> Iterator[Outing]:
        # Whoever goes through all of them keeps what they need.
        return map(self._at, range(len(self)))

    def __reversed__(self) -> Iterator[Outing]:
        return map(self._at, range(len(self) - 1, -1, -1))

    def _at(self, place: int) -> Outing:
        made = self._make(self._rows[place])
        return made if made is not None and made.id == self.known.ids[place] else self.known.outline(place)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Past):
            mine, yours = self.known, other.known
            return self is other or (mine.ids == yours.ids and mine.marks == yours.marks)
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self.known.ids))

    def place(self, outing_id: str) -> int | None:
        """Where the outing of that id stands; `None` if there is none."""
        return self.known.ids.index(outing_id) if outing_id in self.known.ids else None

    def where(self, chosen: Iterable[object]) -> Iterator[Outing]:
        """The outings at whose places `chosen` holds, newest first, each made when it is its turn."""
        return map(self._at, compress(range(len(self)), chosen))


_latest: list[tuple[object, Past]] = [((), Past(Known(), lambda _: None))]


def as_past(outings: Iterable[Outing]) -> Past:
    """These outings, those that have taken place, newest first."""
    if isinstance(outings, Past):
        return outings
    same, past = _latest[0]
    if same is outings:
        return past
    ended = [outing for outing in outings if outing.left_at is not None and outing.home_at is not None]
    known = Known()
    for outing in ended:
        known.add(outing)
    past = Past(known, ended.__getitem__)
    if isinstance(outings, tuple):
        # It never changes: whoever asks again gets the same.
        _latest[0] = outings, past
    return past


def place_of(outings: Sequence[Outing], outing_id: str) -> int | None:
    """Where the outing of that id stands among `outings`; `None` if it is not there."""
    if isinstance(outings, Past | Some):
        return outings.place(outing_id)
    return next((place for place, outing in enumerate(outings) if outing.id == outing_id), None)


def by_id(outings: Sequence[Outing], outing_id: str) -> Outing | None:
    """The outing of that id, or `None` where there is none."""
    place = place_of(outings, outing_id)
    return None if place is None else outings[place]


def marked(outings: Sequence[Outing]) -> Iterator[tuple[str, object]]:
    """For each outing its id, and what changes with it."""
    if isinstance(outings, Past):
        return zip(outings.known.ids, outings.known.marks, strict=True)
    return ((outing.id, outing) for outing in outings)


def chosen(outings: Sequence[Outing], places: Sequence[int]) -> Sequence[Outing]:
    """Those at these places."""
    if isinstance(outings, Past):
        return Some(outings, places)
    return tuple(outings[place] for place in places)


class Some(_Outings):
    """Those at some places of a past, in its order."""

    def __init__(self, past: Past, places: Sequence[int]) -> None:
        self._past = past
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def _one(self, place: int) -> Outing:
        return self._past[self._places[place]]

    def place(self, outing_id: str) -> int | None:
        """Where the outing of that id stands; `None` if it is not among them."""
        at = self._past.place(outing_id)
        return self._places.index(at) if at is not None and at in self._places else None


def _same(one: Outing, other: object) -> bool:
    return one == other
