"""The fields of the plan, each with what stands in it, why it is asked, and answers to pick."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.people import Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.field import Field
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.goodbyes import goodbyes
from leaving_tui.telling.names import usual_cue
from leaving_tui.telling.people_fields import others_who_stayed, people_of
from leaving_tui.telling.plans import length_shown, plan_line, plans_kept
from leaving_tui.telling.steps import ladder_of, step_names
from leaving_tui.telling.trust import trusts

YES, NONE, PLAN = "yes", "none", "plan-"
"""Values of picks: a trial run, no check-ins, and one of the plans that were kept."""

LENGTHS = (10, 15, 20, 30, 45, 60, 120)
"""Minutes to pick from."""


class PlanFields:
    """Everything a plan may hold, as it stands in a snapshot."""

    def __init__(self, snapshot: Snapshot, library: Library, now: datetime) -> None:
        self._snapshot = snapshot
        self._library = library
        self._now = now

    def all(self) -> Sequence[Field]:
        """Every field, in the order in which it is asked for."""
        return [
            *self._where_and_when(),
            *self._ladder(),
            *self._feelings(),
            *self._agreement(),
            *self._goodbye(),
            *self._kept_plans(),
            *self._written_once(),
        ]

    def _field(self, name: str, value: str, **more: Any) -> Field:
        return Field(
            name,
            self._library.say(f"plan.{name}"),
            value,
            # The next outing is another one: an answer takes the place of the last one's.
            **{"why": self._library.say(f"prepare.why.{name}"), "anew": True, **more},
        )

    def _where_and_when(self) -> Sequence[Field]:
        draft, say = self._snapshot.draft, self._library.say
        people = sorted(people_of(self._snapshot).all, key=lambda person: person.role is not Role.CARER)
        known = [*(person.name for person in people), *others_who_stayed(self._snapshot)]
        places = dict.fromkeys([*self._recent_places(), *say("plan.places").split(" | ")])
        return [
            self._field("carer", draft.carer, picks=[(name, name) for name in known]),
            # An address may begin with its number.
            self._field("place", draft.place, picks=[(place, place) for place in places], typed_first=True),
            self._field(
                "span",
                draft.span,
                shown=length_shown(draft, self._now),
                hint=say("plan.span_hint"),
                picks=[(f"{n}m", in_words(n)) for n in LENGTHS],
                typed_first=True,
            ),
        ]

    def _recent_places(self) -> list[str]:
        recent = (outing.plan.place for outing in (self._snapshot.finished or ())[:30])
        return list(dict.fromkeys(place for place in recent if place))[:4]

    def _ladder(self) -> Sequence[Field]:
        draft, say = self._snapshot.draft, self._library.say
        names = step_names(self._snapshot.notes, self._library)
        ladder = ladder_of(self._snapshot, self._library)
        if trusts(self._snapshot):
            steps = [("", say("plan.no_step")), *((step.id, names[step.id]) for step in ladder.shown)]
            shown = names.get(draft.step or "", "")
            step = self._field("step", draft.step or "", shown=shown, picks=steps, typed=False)
        else:
            step = self._field("step", "", shown=say("plan.trust_first"), opens="trust")
        trial = [(YES, say("plan.yes")), ("", say("plan.no"))]
        value = YES if draft.trial else ""
        return [step, self._field("trial", value, shown=dict(trial)[value], picks=trial, typed=False)]

    def _feelings(self) -> Sequence[Field]:
        draft = self._snapshot.draft
        rating = "" if draft.before is None else str(draft.before)
        words = "" if draft.before is None else self._library.rating.words(draft.before)
        predictions = [(text, text) for text in self._library.home.predictions]
        return [
            self._field(
                "before",
                rating,
                shown=f"{rating}  {words}".strip(),
                picks=[("", self._library.say("common.skip"))],
                typed=False,
                rating=True,
            ),
            self._field("prediction", draft.prediction, picks=predictions),
        ]

    def _agreement(self) -> Sequence[Field]:
        draft, say = self._snapshot.draft, self._library.say
        senders = [("", say("plan.sender_carer")), (Sender.ME.value, say("plan.sender_me"))]
        sender = Sender.ME.value if draft.sender is Sender.ME else ""
        usual = [("", say("plan.check_ins_usual")), (NONE, say("plan.check_ins_none"))]
        return [
            self._field(
                "check_ins",
                NONE if draft.check_ins == () else ", ".join(draft.check_ins or ()),
                shown=self._check_ins(draft),
                hint=say("plan.check_ins_hint"),
                picks=usual,
                typed_first=True,
            ),
            self._field("sender", sender, shown=dict(senders)[sender], picks=senders, typed=False),
            self._field(
                "call_me_if", draft.call_me_if, shown=draft.call_me_if or say("plan.call_me_if_usual")
            ),
        ]

    def _check_ins(self, draft: PlanDraft) -> str:
        if draft.check_ins is None:
            at = ", ".join(clock_time(at) for at in self._snapshot.ready(self._now).plan.check_ins)
            return self._library.say("plan.check_ins_usual_at" if at else "plan.check_ins_usual_none", at=at)
        return ", ".join(draft.check_ins) or self._library.say("plan.check_ins_none")

    def _goodbye(self) -> Sequence[Field]:
        draft, words = self._snapshot.draft, self._library.goodbye
        advice = f"{words.cue_advice} {words.cue_if_unsure} {words.running_late}"
        scripts = [(script.id, script.name) for script in goodbyes(self._snapshot, self._library, self._now)]
        for_age = self._library.say("plan.script_for_age")
        shown = dict(scripts).get(draft.script or "", for_age)
        fits = self._cue_that_fits()
        usual = self._library.say("plan.cue_usual", cue=fits)
        cues = [("", usual), *((cue, cue) for cue in words.cues if cue != fits)]
        return [
            self._field("cue", draft.cue, shown=draft.cue or usual, why=advice, picks=cues),
            self._field(
                "script", draft.script or "", shown=shown, picks=[("", for_age), *scripts], typed=False
            ),
        ]

    def _cue_that_fits(self) -> str:
        ready = self._snapshot.ready(self._now)
        return usual_cue(ready.plan.minutes, ready.planned_return(self._now), self._now)

    def _kept_plans(self) -> Sequence[Field]:
        say, plans = self._library.say, plans_kept(self._snapshot)
        names = [name for name, _ in plans if name]
        about = {
            name: say("plan.again_named" if name else "plan.again_last", name=name, plan=plan_line(draft))
            for name, draft in plans
        }
        picks = [(f"{PLAN}{place}", about[name]) for place, (name, _) in enumerate(plans)]
        again = Field(
            "again", say("plan.again_label"), "", why=say("prepare.why.again"), picks=picks, typed=False
        )
        kept = self._field(
            "keep_as", "", hint=say("plan.keep_as_hint"), picks=[(name, name) for name in names]
        )
        forget = self._field("forget", "", picks=[(name, name) for name in names], typed=False)
        fields = [*([again] if plans else []), kept, *([forget] if names else [])]
        return [replace(field, group=say("plan.kept_plans"), acts=True) for field in fields]

    def _written_once(self) -> Sequence[Field]:
        group = self._library.say("plan.once")
        return [
            Field(f"open-{name}", self._library.say(f"plan.{name}"), group=group, opens=name)
            for name in ("baby", "people", "steps", "notes", "age")
        ]
