"""A person's ladder: the steps that came with the app and their own, in the order they like (T3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.text import clean_line, line_in, whole_in

_LONGEST = 48 * 60
_OWN = "own:"


class Shipped(Protocol):
    """What the ladder needs of a step that came with the app: its id and its minutes apart."""

    @property
    def id(self) -> str:
        """Stable; outings refer to it."""
        ...

    @property
    def minutes(self) -> int:
        """The length to start with."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the person has it; an empty `name` means the one that came with the app."""

    id: str
    minutes: int = 0
    name: str = ""
    difficulty: int | None = None
    """How hard the person expects it to be, 0–10."""
    hidden: bool = False

    @property
    def own(self) -> bool:
        """Whether the person added it."""
        return self.id.startswith(_OWN)


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps in the person's order, hidden ones too; none is ever removed, since outings refer to them."""

    steps: tuple[Step, ...] = ()

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps the person wants to see."""
        return tuple(step for step in self.steps if not step.hidden)

    def step(self, step_id: str | None) -> Step | None:
        """The step of this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def add(self, name: str, minutes: int, after: str | None = None) -> Ladder:
        """With a step of the person's own, behind the step `after` or at the end.

        Raises:
            PlanError: it has no name.
        """
        line = clean_line(name)
        if not line:
            raise PlanError("Please give the step a name.")
        own = base = _OWN + line.casefold()
        count = 1
        while self.step(own):
            count += 1
            own = f"{base} {count}"
        at = next((place for place, step in enumerate(self.steps, 1) if step.id == after), len(self.steps))
        new = Step(own, max(0, min(minutes, _LONGEST)), line)
        return Ladder((*self.steps[:at], new, *self.steps[at:]))

    def rename(self, step_id: str, name: str) -> Ladder:
        """With another name for a step; an empty one brings the app's own back, or changes nothing."""
        line = clean_line(name)
        return self if not line and step_id.startswith(_OWN) else self._with(step_id, name=line)

    def lasting(self, step_id: str, minutes: int) -> Ladder:
        """With another length for a step of the person's own; ours stay as they were described."""
        if not step_id.startswith(_OWN):
            return self
        return self._with(step_id, minutes=max(0, min(minutes, _LONGEST)))

    def rate(self, step_id: str, difficulty: int | None) -> Ladder:
        """With how hard the person expects a step to be.

        Raises:
            PlanError: it is not from 0 to 10.
        """
        if difficulty is not None and not 0 <= difficulty <= 10:
            raise PlanError("Please give a number from 0 to 10.")
        return self._with(step_id, difficulty=difficulty)

    def hide(self, step_id: str, *, hidden: bool = True) -> Ladder:
        """With a step out of sight, or back in it."""
        return self._with(step_id, hidden=hidden)

    def move(self, step_id: str, places: int) -> Ladder:
        """With a step so many places further down, or up if negative, counting those in sight."""
        order = [step for step in self.steps if not step.hidden or step.id == step_id]
        at = next((place for place, step in enumerate(order) if step.id == step_id), None)
        if at is None:
            return self
        order.insert(max(0, at + places), order.pop(at))
        # Steps out of sight keep their places, so that they come back where they were.
        moving = iter(order)
        seen = {step.id for step in order}
        return Ladder(tuple(next(moving) if step.id in seen else step for step in self.steps))

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        return {"steps": [asdict(step) for step in self.steps]}

    @classmethod
    def from_dict(cls, record: object, shipped: Iterable[Shipped]) -> Ladder:
        """The steps that came with the app, changed as a JSON object says, with the person's own among them.

        A bad entry is left out. A step that is new in this version stands behind the one it came after.
        """
        ours = {step.id: step.minutes for step in shipped}
        rows = record.get("steps") if isinstance(record, Mapping) else None
        kept: dict[str, Step] = {}
        for row in rows if isinstance(rows, list) else []:
            step = _step(row, ours)
            if step and step.id not in kept:
                kept[step.id] = step
        steps, before = list(kept.values()), 0
        for step_id, minutes in ours.items():
            if step_id not in kept:
                steps.insert(before, Step(step_id, minutes))
            before = next(place for place, step in enumerate(steps, 1) if step.id == step_id)
        return cls(tuple(steps))

    def _with(self, step_id: str, **changes: Any) -> Ladder:
        return Ladder(tuple(replace(step, **changes) if step.id == step_id else step for step in self.steps))


def _step(row: object, ours: Mapping[str, int]) -> Step | None:
    if not isinstance(row, Mapping):
        return None
    step_id, name = line_in(row, "id"), line_in(row, "name")
    own = step_id.startswith(_OWN) and bool(name)
    if not own and step_id not in ours:
        return None
    minutes = (whole_in(row, "minutes", 0, _LONGEST) or 0) if own else ours[step_id]
    return Step(step_id, minutes, name, whole_in(row, "difficulty", 0, 10), row.get("hidden") is True)
