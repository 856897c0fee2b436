"""What a plan may hold, part by part: what stands in it, why it is asked, and ready answers."""

from collections.abc import Iterator
from typing import Any

from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.people import People, Role
from leaving_tui.domain.plans import USUAL
from leaving_tui.domain.suggestion import suggest
from leaving_tui.plain.baby import baby, people
from leaving_tui.plain.form import Part
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.goodbyes import goodbyes
from leaving_tui.telling.plans import plan_line, plans_kept
from leaving_tui.telling.steps import step_names

YES, NONE = "yes", "none"
"""Values of ready answers: a trial run, and no check-ins."""


def parts(talk: Talk) -> list[Part]:
    """Every part, in the order in which it is asked for."""
    return [*_where(talk), *_how(talk), *_agreed(talk), *_goodbye(talk), *_more(talk)]


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
    steps = [("", say("plan.no_step")), *((step.id, names[step.id]) for step in ladder(talk).shown)]
    suggested = suggest(ladder(talk), talk.companion.finished(), talk.now)
    reason = say(suggested.reason_key, **suggested.values)
    yield _part(talk, "step", names.get(draft.step or "", ""), hint=reason, picks=steps, typed=False)
    answers = [(YES, say("plan.yes")), ("", say("plan.no"))]
    yield _part(talk, "trial", say("plan.yes" if draft.trial else "plan.no"), picks=answers, typed=False)


def _agreed(talk: Talk) -> Iterator[Part]:
    draft, say = talk.snapshot.draft, talk.library.say
    usual = [("", say("plan.check_ins_usual")), (NONE, say("plan.check_ins_none"))]
    agreed = dict(usual)["" if draft.check_ins is None else NONE]
    hint = say("plan.check_ins_hint")
    yield _part(talk, "check_ins", ", ".join(draft.check_ins or ()) or agreed, hint=hint, picks=usual)
    senders = {"": say("plan.sender_carer"), Sender.ME.value: say("plan.sender_me")}
    sender = senders["" if draft.sender is Sender.CARER else draft.sender]
    yield _part(talk, "sender", sender, picks=list(senders.items()), typed=False)
    yield _part(talk, "call_me_if", draft.call_me_if or say("plan.call_me_if_usual"))


def _goodbye(talk: Talk) -> Iterator[Part]:
    draft, words = talk.snapshot.draft, talk.library.goodbye
    advice = f"{words.cue_advice} {words.cue_if_unsure}"
    yield _part(talk, "cue", draft.cue, hint=advice, picks=[(cue, cue) for cue in words.cues])
    for_age = talk.library.say("plan.script_for_age")
    known = goodbyes(talk.snapshot, talk.library, talk.now)
    scripts = {"": for_age, **{script.id: script.name for script in known}}
    shown = scripts.get(draft.script or "", for_age)
    yield _part(talk, "script", shown, picks=list(scripts.items()), typed=False)


def _more(talk: Talk) -> Iterator[Part]:
    """Plans to use again, and what is written down once."""
    say, plans = talk.library.say, plans_kept(talk.snapshot)
    if plans:
        lines = [plan_line(draft).replace(" · ", ", ") for _, draft in plans]
        picks = [
            (str(place), say("plan.again_named" if name else "plan.again_last", name=name, plan=line))
            for place, ((name, _), line) in enumerate(zip(plans, lines, strict=True))
        ]
        why = say("prepare.why.again")
        yield Part("again", say("plan.again_label"), "", why, picks=picks, typed=False)
    yield _part(talk, "keep_as", "", hint=say("plan.keep_as_hint"))
    if names := [(name, name) for name, _ in plans if name]:
        yield _part(talk, "forget", "", picks=names, typed=False)
    yield Part("baby", say("plan.baby"), opens=lambda: baby(talk))
    yield Part("people", say("plan.people"), opens=lambda: people(talk))


def ladder(talk: Talk) -> Ladder:
    """The person's ladder."""
    return Ladder.from_dict(talk.snapshot.notes.get("steps"), talk.library.steps)
