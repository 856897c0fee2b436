"""The ladder as fields: what the record suggests, every step as its equal, and what can be changed of one."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.ladder import Ladder, Step
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.past import as_past
from leaving_tui.domain.people import Baby
from leaving_tui.domain.plans import USUAL
from leaving_tui.telling.field import Field
from leaving_tui.telling.steps import ladder_of, step_names
from leaving_tui.telling.suggestion import reason, suggestion
from leaving_tui.telling.trust import trusts

ADD = "add"
CHOICES = ("repeat", "smaller", "next")

Change = Callable[[Ladder], Ladder]


class StepFields:
    """The person's ladder, as it stands in a snapshot."""

    def __init__(self, snapshot: Snapshot, library: Library, now: datetime) -> None:
        self.ladder = ladder_of(snapshot, library)
        self.names = step_names(snapshot.notes, library)
        self._snapshot = snapshot
        self._library = library
        self._now = now

    def about(self) -> str:
        """Why the suggestion is what it is; nothing without a yes to the question of trust (T3.1)."""
        if not trusts(self._snapshot):
            return ""
        found = suggestion(self._snapshot, self._library, self._now)
        return reason(found, self._snapshot, self._library)

    def all(self) -> list[Field]:
        """Every step, and room for one more."""
        return [*self._choices(), *self._steps(), self._own()]

    def _choices(self) -> Iterator[Field]:
        """Same, smaller, next: where there are such steps, side by side and none before the others."""
        if not trusts(self._snapshot):
            return
        choices = suggestion(self._snapshot, self._library, self._now).choices
        for name in CHOICES:
            if step := getattr(choices, name):
                label, group = self._library.say(f"prepare.choice.{name}"), self._say("suggested")
                yield Field(name, label, shown=self.names[step], group=group, enters=step)

    def _steps(self) -> Iterator[Field]:
        known = as_past(self._snapshot.finished or ()).known
        # What went wrong is no go at a step, as in what is suggested.
        done = Counter(
            step for step, felt in zip(known.steps, known.felt, strict=True) if felt is not Felt.WRONG
        )
        for step in sorted(self.ladder.steps, key=lambda step: step.hidden):
            group = self._say("hidden" if step.hidden else "all")
            yield Field(
                step.id,
                self.names[step.id],
                shown=self._told(step, done[step.id]),
                group=group,
                enters=step.id,
            )

    def _own(self) -> Field:
        why = self._library.say("prepare.why.step_name")
        return Field(ADD, self._say("add"), why=why, hint=self._say("name_hint"), shown=" ", group=" ")

    def _told(self, step: Step, done: int) -> str:
        """How long it is, whether it is the one of the plan, how often it was done, and what is expected."""
        ours = next((ours for ours in self._library.steps if ours.id == step.id), None)
        told = [ours.time if ours else in_words(step.minutes)]
        if step.id == self._snapshot.draft.step:
            told.append(self._say("planned"))
        if done:
            told.append(self._say("done", count=done))
        if step.difficulty is not None:
            told.append(self._say("expect", n=step.difficulty))
        return " · ".join(told)

    # ---- one step

    def before(self, step_id: str) -> str:
        """What to do before this step."""
        ours = next((step for step in self._library.steps if step.id == step_id), None)
        told = [ours.plan_first, self._say("check_in", text=ours.check_in)] if ours else []
        if Baby.from_dict(self._snapshot.notes.get("baby")).medical:
            told.append(self._library.ladder.care_team)
        return " ".join(told)

    def of(self, step_id: str) -> list[Field]:
        """What can be changed of a step; ours keep their lengths."""
        step = self.ladder.step(step_id)
        return list(self._of(step)) if step else []

    def _of(self, step: Step) -> Iterator[Field]:
        why = self._library.say
        yield self._field("name", self.names[step.id], why=why("prepare.why.step_name"))
        if step.own:
            said, length = why("prepare.why.step_minutes"), str(step.minutes)
            yield self._field("minutes", length, shown=in_words(step.minutes), why=said, anew=True)
        rating = "" if step.difficulty is None else str(step.difficulty)
        yield self._field("difficulty", rating, why=why("prepare.why.difficulty"), typed=False, rating=True)

    def _field(self, name: str, value: str, **more: Any) -> Field:
        return Field(name, self._say(name), value, **more)

    def _say(self, key: str, **values: object) -> str:
        return self._library.say(f"steps.{key}", **values)


def step_change(field_id: str, value: str, step_id: str, library: Library) -> Change:
    """What the answer to a field of a step changes; the field `ADD` adds one.

    Raises:
        PlanError: the minutes are no number.
    """
    match field_id:
        case "add":
            return lambda ladder: ladder.add(value, minutes=USUAL)
        case "name":
            return lambda ladder: ladder.rename(step_id, value)
        case "minutes":
            if not value.isdecimal():
                raise PlanError(library.say("steps.minutes_problem"))
            return lambda ladder: ladder.lasting(step_id, int(value))
        case _:
            return lambda ladder: ladder.rate(step_id, int(value) if value else None)


def new_step(change: Change, snapshot: Snapshot, library: Library) -> str:
    """The id of the step that `change` adds."""
    ladder = ladder_of(snapshot, library)
    before = {step.id for step in ladder.steps}
    return next(step.id for step in change(ladder).steps if step.id not in before)


def keep_ladder(change: Change, snapshot: Snapshot, library: Library) -> Callable[[Companion], object]:
    """What keeps the changed ladder.

    Raises:
        PlanError: it cannot be changed so, as tried on `snapshot`; the sentence says what to do.
    """
    change(ladder_of(snapshot, library))

    def keep(companion: Companion) -> None:
        companion.remember("steps", **change(ladder_of(companion.snapshot(), library)).to_dict())

    return keep
