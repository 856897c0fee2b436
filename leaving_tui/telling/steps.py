"""The ladder, and the names of its steps: the person's own where they gave one, else ours."""

from collections.abc import Mapping
from typing import Any

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.ladder import Ladder


def ladder_of(snapshot: Snapshot, library: Library) -> Ladder:
    """The person's ladder."""
    return Ladder.from_dict(snapshot.notes.get("steps"), library.steps)


def step_names(notes: Mapping[str, Mapping[str, Any]], library: Library) -> dict[str, str]:
    """The name of every step by its id, in the person's order, hidden ones too: outings refer to them."""
    ours = {step.id: step.name for step in library.steps}
    ladder = Ladder.from_dict(notes.get("steps", {}), library.steps)
    return {step.id: step.name or ours.get(step.id, step.id) for step in ladder.steps}
