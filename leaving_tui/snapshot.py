"""All that a screen may show, taken at one moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Outing, Stage
from leaving_tui.domain.plans import PlanDraft, Ready

NOTES = ("baby", "people", "plans", "sheet", "steps", "goodbye", "choices")
"""What a person sets down once, each a note of its own."""


class Snapshot(NamedTuple):
    """All that a screen may show, taken at one moment."""

    outing: Outing | None = None
    """The one in hand: in progress, or just answered and still being looked at."""
    finished: Sequence[Outing] | None = None
    """Finished outings, newest first; `None` until they have been read."""
    draft: PlanDraft = PlanDraft()
    """The plan for the next outing."""
    notes: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    """What the person has set down once: their baby, people, care notes and choices."""
    deleted: Outing | None = None
    """The outing that was deleted last; it can be brought back until another is, or the app closes."""
    unsaved: str | None = None
    """Why the last change is not on disk yet, in one sentence."""

    @property
    def sample(self) -> bool:
        """Whether this is `leaving demo`: sample outings, and nobody's."""
        return self.notes.get("choices", {}).get("sample") is True

    @property
    def stage(self) -> Stage:
        """Where the person is; an answer just given is still looked at from `BACK`."""
        if self.outing is None:
            return Stage.HOME
        return Stage.BACK if self.outing.home_at else self.outing.stage

    def ready(self, now: datetime) -> Ready:
        """The next outing as it can be kept at `now`; a draft that cannot be gives way to the usual one."""
        try:
            return self.draft.to_plan(now)
        except PlanError:
            return self.draft.again(now).to_plan(now)
