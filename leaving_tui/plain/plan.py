"""The plan for the next outing: each part may stay empty, says why it is asked, and keeps the last answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.people import People, Role
from leaving_tui.domain.plans import USUAL, PlanDraft
from leaving_tui.domain.suggestion import suggest
from leaving_tui.plain.questions import DASH, ask, numbered, rate
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.trust import ask_trust, trusts

FIELDS = (
    *("carer", "place", "span", "before", "prediction"),
    *("step", "trial", "check_ins", "cue", "script"),
)
T = TypeVar("T")


def change_plan(talk: Talk) -> None:
    """Choose a part, then say what it is; each is kept at once, if a plan can be made of it."""
    listed = True
    while chosen := ask(talk, talk.say("plan.pick"), numbered(_told(talk, f) for f in FIELDS), listed=listed):
        name, listed = FIELDS[int(chosen) - 1], False
        talk.tell(talk.library.say(f"prepare.why.{name}"))
        try:
            draft = _asked(talk, name)
            draft.to_plan(talk.now)
        except PlanError as error:
            talk.tell(str(error))
        else:
            talk.companion.draft(draft)
        talk.tell(_told(talk, name))


def step_name(talk: Talk, step_id: str | None) -> str:
    """What a step is called; empty without one."""
    ladder = Ladder.from_dict(talk.snapshot.notes.get("steps"), talk.library.steps)
    own = ladder.step(step_id)
    shipped = (step.name for step in talk.library.steps if step.id == step_id)
    return (own.name if own else "") or next(shipped, "")


def _told(talk: Talk, name: str) -> str:
    text = _shown(talk, talk.snapshot.draft, name)
    return talk.say("plan.value" if text else "plan.empty", label=talk.library.say(f"plan.{name}"), text=text)


def _shown(talk: Talk, draft: PlanDraft, name: str) -> str:
    say = talk.library.say
    match name:
        case "span":
            return draft.span or say("plan.minutes", n=draft.minutes or USUAL)
        case "before":
            return "" if draft.before is None else str(draft.before)
        case "step":
            return step_name(talk, draft.step)
        case "trial":
            return say("plan.yes" if draft.trial else "plan.no")
        case "check_ins" if draft.check_ins is None:
            return say("plan.check_ins_usual")
        case "check_ins":
            return ", ".join(draft.check_ins or ()) or say("plan.check_ins_none")
        case "script":
            return next((s.name for s in talk.library.scripts if s.id == draft.script), "")
        case _:
            return str(getattr(draft, name))


def _asked(talk: Talk, name: str) -> PlanDraft:
    """The draft with one part answered."""
    draft = talk.snapshot.draft
    match name:
        case "before":
            return replace(draft, before=rate(talk, talk.library.rating.question))
        case "step":
            return _with_step(talk, draft)
        case "trial":
            answers = [(True, talk.library.say("plan.yes")), (False, talk.library.say("plan.no"))]
            return replace(draft, trial=_picked(talk, answers, draft.trial))
        case "script":
            scripts = [(script.id, script.name) for script in talk.library.scripts]
            return replace(draft, script=_picked(talk, scripts, draft.script))
        case "check_ins":
            return _with_check_ins(talk, draft)
        case _:
            return _with_words(talk, draft, name)


def _with_step(talk: Talk, draft: PlanDraft) -> PlanDraft:
    """A step brings its length along; the person's own record says where they are (T3.6)."""
    if not trusts(talk):
        ask_trust(talk)
        if not trusts(talk):
            return draft
    ladder = Ladder.from_dict(talk.snapshot.notes.get("steps"), talk.library.steps)
    found = suggest(ladder, talk.companion.finished(), talk.now)
    talk.tell(talk.library.say(found.reason_key, **found.values))
    steps = [(step.id, step_name(talk, step.id)) for step in ladder.shown]
    chosen = _picked(talk, [("", talk.library.say("plan.no_step")), *steps], draft.step or "")
    step = ladder.step(chosen)
    if step is None or chosen == draft.step:
        return replace(draft, step=chosen or None)
    trial = any(shipped.trial for shipped in talk.library.steps if shipped.id == chosen)
    return replace(draft, step=chosen, minutes=step.minutes or draft.minutes, span="", trial=trial)


def _with_check_ins(talk: Talk, draft: PlanDraft) -> PlanDraft:
    say = talk.library.say
    talk.tell(say("plan.check_ins_hint"))
    typed = _typed(talk, [say("plan.check_ins_usual"), say("plan.check_ins_none")])
    match typed:
        case None:
            return draft
        case _ if typed == say("plan.check_ins_usual"):
            return replace(draft, check_ins=None)
        case _ if typed in ("", say("plan.check_ins_none")):
            return replace(draft, check_ins=())
        case _:
            return replace(draft, check_ins=tuple(part.strip() for part in typed.split(",")))


def _with_words(talk: Talk, draft: PlanDraft, name: str) -> PlanDraft:
    home, people = talk.library.home, People.from_dict(talk.snapshot.notes.get("people", {}))
    ready = {
        "carer": [person.name for person in people.in_role(Role.CARER)],
        "prediction": home.predictions,
        "cue": talk.library.goodbye.cues,
    }
    if name == "span":
        talk.tell(talk.library.say("plan.span_hint"))
    typed = _typed(talk, ready.get(name, ()))
    if typed is None:
        return draft
    changed: dict[str, Any] = {name: typed}
    return replace(draft, **changed)


def _typed(talk: Talk, ready: Sequence[str]) -> str | None:
    """One of the ready answers or the person's own words; empty for a dash, `None` for no change."""
    talk.tell_once(talk.say("plan.pick_or_type" if ready else "plan.type"))
    typed = ask(talk, "", numbered(ready), free=True)
    if typed is not None and typed in dict(numbered(ready)):
        return ready[int(typed) - 1]
    return "" if typed == DASH else typed


def _picked(talk: Talk, choices: Sequence[tuple[T, str]], kept: T) -> T:
    chosen = ask(talk, "", numbered(words for _, words in choices))
    return kept if chosen is None else choices[int(chosen) - 1][0]
