"""The ladder: what the record suggests, beside every other step as its equal; and the steps themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from textual.binding import Binding

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.ladder import Ladder, Step
from leaving_tui.domain.people import Baby
from leaving_tui.domain.suggestion import Suggestion
from leaving_tui.telling.steps import step_names
from leaving_tui.telling.suggestion import suggestion
from leaving_tui.telling.trust import trusts
from leaving_tui.ui.form import Field, FormScreen
from leaving_tui.ui.widgets.tile import Tile

ADD = "add"
CHOICES = ("repeat", "smaller", "next")


class StepsScreen(FormScreen):
    """A list of steps; choosing one shows it, to take it or to make it your own."""

    BINDINGS = [
        Binding("a", "add", "Add a step", id="add"),
        Binding("t", "take", "Take this step", id="take"),
        Binding("u", "move(-1)", "Move it up", id="up"),
        Binding("d", "move(1)", "Move it down", id="down"),
        Binding("h", "hide", "Hide or show it", id="hide"),
    ]

    def heading(self) -> str:
        """What this form is for, or the step it is about."""
        return self._names.get(self.inside, "") if self.inside else self.say("steps.title")

    def about(self) -> str:
        """Why the suggestion is what it is; or what to do before this step."""
        if self.inside:
            return self._before_it()
        if not self._trusted:
            return self.library.ladder.trust_question
        found = self._suggestion
        return self.say(found.reason_key, **found.values)

    def ways_out(self) -> Sequence[Tile]:
        """Done, or what can be done with the step that is shown."""
        entry = [
            ("take", "take", "-main"),
            ("up", "move(-1)", ""),
            ("down", "move(1)", ""),
            ("hide", "hide", ""),
        ]
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main -list"),
            Tile(self.say("steps.add_own"), "screen.add", classes="-list"),
            *(
                Tile(self.say(f"steps.{name}"), f"screen.{action}", id=name, classes=f"-entry {kind}")
                for name, action, kind in entry
            ),
            Tile(self.say("common.back"), "screen.leave_field", classes="-entry"),
        ]

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """All steps, or what can be changed of one."""
        if not self.inside:
            return [*self._choices(), *self._steps()]
        step = self._ladder.step(self.inside)
        return list(self._about(step)) if step else []

    def _choices(self) -> Iterator[Field]:
        """Same, smaller, next: where there are such steps, side by side and none before the others."""
        choices, group = self._suggestion.choices, self.say("steps.suggested")
        for name in CHOICES if self._trusted else ():
            if step := getattr(choices, name):
                label = self.say(f"prepare.choice.{name}")
                yield Field(name, label, shown=self._names[step], group=group, enters=step)

    def _steps(self) -> Iterator[Field]:
        for step in sorted(self._ladder.steps, key=lambda step: step.hidden):
            group = self.say("steps.hidden" if step.hidden else "steps.all")
            yield Field(step.id, self._names[step.id], shown=self._told(step), group=group, enters=step.id)
        yield Field(
            ADD,
            self.say("steps.add"),
            why=self.say("prepare.why.step_name"),
            hint=self.say("steps.name_hint"),
            shown=" ",
            group=" ",
        )

    def _told(self, step: Step) -> str:
        ours = next((ours for ours in self.library.steps if ours.id == step.id), None)
        time = ours.time if ours else in_words(step.minutes)
        if step.difficulty is None:
            return time
        return self.say("steps.expect", time=time, n=step.difficulty)

    def _about(self, step: Step) -> Iterator[Field]:
        yield self._field("name", self._names[step.id], why=self.say("prepare.why.step_name"))
        if step.own:
            why = self.say("prepare.why.step_minutes")
            yield self._field("minutes", str(step.minutes), shown=in_words(step.minutes), why=why)
        rating = "" if step.difficulty is None else str(step.difficulty)
        why = self.say("prepare.why.difficulty")
        yield self._field("difficulty", rating, why=why, typed=False, rating=True)

    def _field(self, name: str, value: str, **more: Any) -> Field:
        return Field(name, self.say(f"steps.{name}"), value, **more)

    def _before_it(self) -> str:
        ours = next((step for step in self.library.steps if step.id == self.inside), None)
        told = [ours.plan_first, self.say("steps.check_in", text=ours.check_in)] if ours else []
        if Baby.from_dict(self.snapshot.notes.get("baby")).medical:
            told.append(self.library.ladder.care_team)
        return " ".join(told)

    # ---- what is chosen

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a new name becomes a new step."""
        step = self.inside
        match field_id:
            case "add":
                self._change(lambda ladder: ladder.add(value, minutes=30))
                self.inside = self._added(value)
            case "name":
                self._change(lambda ladder: ladder.rename(step, value))
            case "minutes":
                if not value.isdecimal():
                    raise PlanError(self.say("steps.minutes_problem"))
                self._change(lambda ladder: ladder.lasting(step, int(value)))
            case _:
                rating = int(value) if value else None
                self._change(lambda ladder: ladder.rate(step, rating))

    def _added(self, name: str) -> str:
        before = {step.id for step in self._ladder.steps}
        after = self._ladder.add(name, minutes=30)
        return next(step.id for step in after.steps if step.id not in before)

    def _change(self, change: Callable[[Ladder], Ladder]) -> None:
        change(self._ladder)

        def keep(companion: Companion) -> None:
            ladder = Ladder.from_dict(companion.snapshot().notes["steps"], self.library.steps)
            companion.remember("steps", **change(ladder).to_dict())

        self.choose(keep)

    def action_add(self) -> None:
        """A step of one's own."""
        self.inside = ""
        self.open(ADD)

    def action_take(self) -> None:
        """Plan the next outing with this step; before the first one, a question (T3.1)."""
        step = self._ladder.step(self.inside)
        if step is None:
            return
        if not self._trusted:
            self.app.call_later(self.app.run_action, "open('trust')")
            return
        trial = any(ours.trial for ours in self.library.steps if ours.id == step.id)

        def take(companion: Companion) -> None:
            draft = companion.snapshot().draft
            companion.draft(draft.at_step(step.id, step.minutes, trial=trial))

        self.choose(take)
        self.app.call_later(self.app.run_action, "back")

    def action_move(self, places: int) -> None:
        """One place up or down among those in sight."""
        step = self.inside
        if step:
            self._change(lambda ladder: ladder.move(step, places))

    def action_hide(self) -> None:
        """Out of sight, or back in it."""
        if step := self._ladder.step(self.inside):
            self._change(lambda ladder: ladder.hide(step.id, hidden=not step.hidden))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A step was changed."""
        super().show_snapshot(snapshot)
        step = self._ladder.step(self.inside)
        self.query_one("#hide", Tile).update(self.say("steps.show" if step and step.hidden else "steps.hide"))

    # ---- what there is

    @property
    def _trusted(self) -> bool:
        return bool(trusts(self.snapshot))

    @property
    def _ladder(self) -> Ladder:
        return Ladder.from_dict(self.snapshot.notes.get("steps"), self.library.steps)

    @property
    def _names(self) -> dict[str, str]:
        return step_names(self.snapshot.notes, self.library)

    @property
    def _suggestion(self) -> Suggestion:
        return suggestion(self.snapshot, self.library, self.now)
