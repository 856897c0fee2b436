"""The plan for the next outing: each part may stay empty, says why it is asked, and keeps the last answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.people import People, Role
from leaving_tui.domain.plans import USUAL, PlanDraft
from leaving_tui.domain.suggestion import suggest
from leaving_tui.plain.form import Part, fill_in
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.trust import ask_trust, trusts
from leaving_tui.telling.steps import step_names

YES, NONE = "yes", "none"


def change_plan(talk: Talk) -> None:
    """Each part is kept at once, if a plan can be made of it."""
    fill_in(talk, partial(_parts, talk), partial(_keep, talk))


def _parts(talk: Talk) -> list[Part]:
    return [*_where(talk), *_how(talk), *_words(talk)]


def _part(talk: Talk, name: str, value: str, **more: Any) -> Part:
    say = talk.library.say
    return Part(name, say(f"plan.{name}"), value, say(f"prepare.why.{name}"), **more)


def _where(talk: Talk) -> Iterator[Part]:
    draft, say = talk.snapshot.draft, talk.library.say
    carers = People.from_dict(talk.snapshot.notes.get("people", {})).in_role(Role.CARER)
    yield _part(talk, "carer", draft.carer, picks=[(person.name, person.name) for person in carers])
    yield _part(talk, "place", draft.place)
    length = draft.span or say("plan.minutes", n=draft.minutes or USUAL)
    yield _part(talk, "span", length, hint=say("plan.span_hint"))


def _how(talk: Talk) -> Iterator[Part]:
    draft, say = talk.snapshot.draft, talk.library.say
    yield _part(talk, "before", "" if draft.before is None else str(draft.before), rated=True)
    predictions = [(text, text) for text in talk.library.home.predictions]
    yield _part(talk, "prediction", draft.prediction, picks=predictions)
    names = step_names(talk.snapshot.notes, talk.library)
    steps = [("", say("plan.no_step")), *((step.id, names[step.id]) for step in _ladder(talk).shown)]
    suggested = suggest(_ladder(talk), talk.companion.finished(), talk.now)
    reason = say(suggested.reason_key, **suggested.values)
    yield _part(talk, "step", names.get(draft.step or "", ""), hint=reason, picks=steps, typed=False)
    answers = [(YES, say("plan.yes")), ("", say("plan.no"))]
    yield _part(talk, "trial", say("plan.yes" if draft.trial else "plan.no"), picks=answers, typed=False)


def _words(talk: Talk) -> Iterator[Part]:
    draft, say = talk.snapshot.draft, talk.library.say
    usual = [("", say("plan.check_ins_usual")), (NONE, say("plan.check_ins_none"))]
    agreed = dict(usual)["" if draft.check_ins is None else NONE]
    hint = say("plan.check_ins_hint")
    yield _part(talk, "check_ins", ", ".join(draft.check_ins or ()) or agreed, hint=hint, picks=usual)
    yield _part(talk, "cue", draft.cue, picks=[(cue, cue) for cue in talk.library.goodbye.cues])
    scripts = {script.id: script.name for script in talk.library.scripts}
    goodbye = scripts.get(draft.script or "", "")
    yield _part(talk, "script", goodbye, picks=list(scripts.items()), typed=False)


def _ladder(talk: Talk) -> Ladder:
    return Ladder.from_dict(talk.snapshot.notes.get("steps"), talk.library.steps)


def _keep(talk: Talk, name: str, value: str) -> None:
    """Raises `PlanError` for what no plan can be made of."""
    if name == "step" and value and not trusts(talk):
        ask_trust(talk)
        if not trusts(talk):
            return
    draft = _with(talk, talk.snapshot.draft, name, value)
    draft.to_plan(talk.now)
    talk.companion.draft(draft)


def _with(talk: Talk, draft: PlanDraft, name: str, value: str) -> PlanDraft:
    changed: Any = value
    match name:
        case "step":
            return _at_step(talk, draft, value)
        case "before":
            changed = int(value)
        case "trial":
            changed = value == YES
        case "script":
            changed = value or None
        case "check_ins":
            changed = _check_ins(value)
        case _:
            pass
    return replace(draft, **{name: changed})


def _at_step(talk: Talk, draft: PlanDraft, step_id: str) -> PlanDraft:
    step = _ladder(talk).step(step_id)
    if step is None:
        return draft.at_step(None)
    trial = any(shipped.trial for shipped in talk.library.steps if shipped.id == step_id)
    return draft.at_step(step_id, step.minutes, trial=trial)


def _check_ins(typed: str) -> Sequence[str] | None:
    if not typed:
        return None
    return () if typed == NONE else tuple(part.strip() for part in typed.split(","))
