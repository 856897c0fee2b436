"""Plans before the door: a draft in which everything may stay empty, and the plans kept for another day."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, NamedTuple, Self

from leaving_tui.domain.agreement import Agreement, Sender, default_check_ins, default_count, sender_of
from leaving_tui.domain.duration import LONGEST, parse_span
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Outing, Plan
from leaving_tui.domain.text import clean, clean_line, line_in, note_in, whole_in

USUAL = 30
"""Minutes apart when nobody said how long."""

_LONGEST = LONGEST // timedelta(minutes=1)


class PlanDraft(NamedTuple):
    """A plan as a parent writes it down.

    `span` is what was typed (`45m`, `15:30`), `minutes` the length when nothing was typed, 0 for unknown.
    `check_ins` are typed too (`15:15`, or `20m` after leaving); `None` leaves them to the default (T3.8).
    """

    carer: str = ""
    place: str = ""
    span: str = ""
    minutes: int = 0
    step: str | None = None
    trial: bool = False
    before: int | None = None
    prediction: str = ""
    check_ins: tuple[str, ...] | None = None
    sender: Sender = Sender.CARER
    call_me_if: str = ""
    cue: str = ""
    script: str | None = None

    def to_plan(self, now: datetime, zone: tzinfo | None = None) -> "Ready":
        """The plan this draft asks for at `now`; clock times are in `zone`, or the machine's own.

        Raises:
            PlanError: the length or a check-in cannot be read, or a check-in is not before the return.
        """
        span = parse_span(self.span.strip() or f"{self.minutes or USUAL}m", now, zone)
        agreement = Agreement((), self.sender, clean(self.call_me_if))
        plan = Plan(
            carer=clean_line(self.carer),
            place=clean_line(self.place),
            minutes=span.minutes,
            check_ins=self._agreed(now, span.due_at or now + timedelta(minutes=span.minutes), zone),
            prediction=clean(self.prediction) or None,
            script=self.script,
            cue=clean_line(self.cue),
            extra=agreement.extra(),
        )
        return Ready(plan, span.due_at, self._replace(minutes=span.minutes))

    @property
    def only_a_length(self) -> bool:
        """Whether nothing but how long is written down."""
        return self == type(self)(span=self.span, minutes=self.minutes)

    def at_step(self, step_id: str | None, minutes: int = 0, *, trial: bool = False) -> Self:
        """This draft at a step, which brings its length along; leaving the ladder keeps the length."""
        if step_id is None:
            return self._replace(step=None)
        return self._replace(step=step_id, minutes=minutes or self.minutes, span="", trial=trial)

    def again(self, now: datetime, zone: tzinfo | None = None) -> Self:
        """This draft for another outing at `now`: it cannot fail, and nothing is answered for the parent.

        A clock time stays while it means about as long as before; else the earlier length does.
        The rating and the prediction belong to one outing and are asked anew.
        """
        fresh = self._replace(before=None, prediction="", span=self._span_again(now, zone))
        try:
            fresh.to_plan(now, zone)
        except PlanError:
            return fresh._replace(check_ins=None)
        return fresh

    def current(self, now: datetime, zone: tzinfo | None = None) -> Self:
        """This draft as it is meant at `now`: a clock time that has gone by gives way to its length."""
        try:
            span = parse_span(self.span, now, zone)
        except PlanError:
            return self
        gone_by = span.due_at is not None and self.minutes and span.minutes > 2 * self.minutes
        return self._replace(span="") if gone_by else self

    def _span_again(self, now: datetime, zone: tzinfo | None) -> str:
        try:
            span = parse_span(self.span, now, zone)
        except PlanError:
            return ""
        alike = not self.minutes or self.minutes <= 2 * span.minutes <= 4 * self.minutes
        return self.span if span.due_at is None or alike else ""

    def _agreed(self, now: datetime, due_at: datetime, zone: tzinfo | None) -> tuple[datetime, ...]:
        if self.check_ins is None:
            return default_check_ins(now, due_at)
        return tuple(sorted({_check_in(text, now, due_at, zone) for text in self.check_ins if text.strip()}))

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        times = None if self.check_ins is None else list(self.check_ins)
        return {**self._asdict(), "check_ins": times, "sender": str(self.sender)}

    @classmethod
    def from_dict(cls, record: object) -> Self:
        """The draft a JSON object holds; what cannot be read stays empty."""
        if not isinstance(record, Mapping):
            return cls()
        times = record.get("check_ins")
        return cls(
            carer=line_in(record, "carer"),
            place=line_in(record, "place"),
            span=line_in(record, "span"),
            minutes=whole_in(record, "minutes", 0, _LONGEST) or 0,
            step=line_in(record, "step") or None,
            trial=record.get("trial") is True,
            before=whole_in(record, "before", 0, 10),
            prediction=note_in(record, "prediction"),
            check_ins=_lines(times) if isinstance(times, list) else None,
            sender=sender_of(line_in(record, "sender")),
            call_me_if=note_in(record, "call_me_if"),
            cue=line_in(record, "cue"),
            script=line_in(record, "script") or None,
        )

    @classmethod
    def from_outing(cls, outing: Outing) -> Self:
        """The plan of an earlier outing as a draft for the next; its check-ins are placed anew."""
        plan, agreement = outing.plan, Agreement.of(outing.plan)
        return cls(
            carer=plan.carer,
            place=plan.place,
            minutes=min(plan.minutes, _LONGEST),
            step=outing.step,
            trial=outing.trial,
            check_ins=() if default_count(plan.minutes) and not plan.check_ins else None,
            sender=agreement.sender,
            call_me_if=agreement.call_me_if,
            cue=plan.cue,
            script=plan.script,
        )


class Ready(NamedTuple):
    """A plan that can be kept; `due_at` (UTC) is set when the parent chose a clock time to be back.

    `draft` is what it came from with its length filled in, as it is kept for another day.
    """

    plan: Plan
    due_at: datetime | None
    draft: PlanDraft

    def planned_return(self, now: datetime) -> datetime:
        """When the parent would be back, leaving at `now`."""
        return self.due_at or now + timedelta(minutes=self.plan.minutes)


class SavedPlans(NamedTuple):
    """The last plan, and those a parent gave a name, such as "Tuesday coffee", the most recent first."""

    last: PlanDraft | None = None
    named: tuple[tuple[str, PlanDraft], ...] = ()

    def get(self, name: str) -> PlanDraft | None:
        """The plan of this name, whatever its case."""
        asked = clean_line(name).casefold()
        return next((draft for known, draft in self.named if known.casefold() == asked), None)

    def save(self, name: str, draft: PlanDraft) -> Self:
        """With this plan first under `name`, in place of an earlier one.

        Raises:
            PlanError: the name is empty.
        """
        line = clean_line(name)
        if not line:
            raise PlanError('Please give the plan a name, such as "Tuesday coffee".')
        return self._replace(named=((line, draft), *self.remove(line).named))

    def remove(self, name: str) -> Self:
        """Without the plan of this name."""
        asked = clean_line(name).casefold()
        return self._replace(named=tuple(pair for pair in self.named if pair[0].casefold() != asked))

    def used(self, draft: PlanDraft) -> Self:
        """With `draft` as the last plan."""
        return self._replace(last=draft)

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        plans = [{"name": name, "plan": draft.to_dict()} for name, draft in self.named]
        return {"last": self.last.to_dict() if self.last else None, "named": plans}

    @classmethod
    def from_dict(cls, record: object) -> Self:
        """The plans a JSON object holds; bad entries are left out; of two with one name the first stays."""
        if not isinstance(record, Mapping):
            return cls()
        last, rows = record.get("last"), record.get("named")
        saved = cls(PlanDraft.from_dict(last) if isinstance(last, Mapping) else None)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, Mapping) and (name := line_in(row, "name")) and saved.get(name) is None:
                saved = saved._replace(named=(*saved.named, (name, PlanDraft.from_dict(row.get("plan")))))
        return saved


def _check_in(text: str, now: datetime, due_at: datetime, zone: tzinfo | None) -> datetime:
    span = parse_span(text, now, zone)
    at = span.due_at or (now + timedelta(minutes=span.minutes)).astimezone(UTC)
    if not now < at < due_at:
        raise PlanError(
            f"A check-in at {clean_line(text)} is not before you are back. Please give an earlier time."
        )
    return at


def _lines(values: list[object]) -> tuple[str, ...]:
    return tuple(line for value in values if isinstance(value, str) and (line := clean_line(value)))
