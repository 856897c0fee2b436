"""The plan: every field may stay empty, says why it asks, and has the last answer there already."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from leaving_tui.domain.people import People, Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.form import Field, FormScreen

YES, NO = "yes", "no"


class PlanScreen(FormScreen):
    """Who, where, how long, and what you think will happen."""

    def heading(self) -> str:
        """What this form is for."""
        return self.say("home.next")

    def fields(self) -> Sequence[Field]:
        """Everything a plan may hold."""
        draft = self.snapshot.draft
        say = self.say
        carers = People.from_dict(self.snapshot.notes.get("people", {})).in_role(Role.CARER)
        steps = [(step.id, f"{step.name} {step.time}") for step in self.library.steps]
        step_name = next((name for step, name in steps if step == draft.step), "")
        texts = self.library.home
        script = next((script for script in self.library.scripts if script.id == draft.script), None)

        def field(name: str, value: str, **more: Any) -> Field:
            return Field(name, say(f"plan.{name}"), value, why=say(f"prepare.why.{name}"), **more)

        return [
            field("carer", draft.carer, picks=[(person.name, person.name) for person in carers]),
            field("place", draft.place),
            field(
                "span",
                draft.span,
                shown=draft.span or say("plan.minutes", n=draft.minutes or 30),
                hint=say("plan.span_hint"),
                picks=[(f"{n}m", say("plan.minutes", n=n)) for n in (15, 30, 45, 60, 120)],
            ),
            field(
                "before",
                "" if draft.before is None else str(draft.before),
                picks=[(str(n), f"{n}  {words}") for n, words in enumerate(self.library.rating.anchors)],
                typed=False,
            ),
            field("prediction", draft.prediction, picks=[(text, text) for text in texts.predictions]),
            field(
                "step",
                draft.step or "",
                shown=step_name,
                picks=[("", say("plan.no_step")), *steps],
                typed=False,
            ),
            field(
                "trial",
                YES if draft.trial else "",
                shown=say(f"plan.{YES if draft.trial else NO}"),
                picks=[(YES, say("plan.yes")), ("", say("plan.no"))],
                typed=False,
            ),
            field(
                "check_ins",
                ", ".join(draft.check_ins or ()),
                shown=self._check_ins(draft),
                hint=say("plan.check_ins_hint"),
                picks=[("", say("plan.check_ins_usual")), ("none", say("plan.check_ins_none"))],
            ),
            field("cue", draft.cue, picks=[(cue, cue) for cue in self.library.goodbye.cues]),
            field(
                "script",
                draft.script or "",
                shown=script.name if script else "",
                picks=[(item.id, item.name) for item in self.library.scripts],
                typed=False,
            ),
        ]

    def _check_ins(self, draft: PlanDraft) -> str:
        if draft.check_ins is None:
            return self.say("plan.check_ins_usual")
        return ", ".join(draft.check_ins) or self.say("plan.check_ins_none")

    def save(self, field_id: str, value: str) -> None:
        """Keep it, if a plan can be made of it."""
        draft = self.snapshot.draft
        changed: Any = value
        match field_id:
            case "before":
                changed = int(value) if value else None
            case "trial":
                changed = value == YES
            case "step" | "script":
                changed = value or None
            case "check_ins":
                changed = (
                    None
                    if not value
                    else ()
                    if value == "none"
                    else tuple(part.strip() for part in value.split(","))
                )
            case _:
                pass
        new = replace(draft, **{field_id: changed})
        if field_id == "step" and (
            step := next((step for step in self.library.steps if step.id == value), None)
        ):
            new = replace(new, minutes=step.minutes or new.minutes, span="", trial=step.trial)
        new.to_plan(self.now)
        self.choose(lambda companion: companion.draft(new))
