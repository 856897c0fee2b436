"""Change any field of a past outing, or write one down afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from leaving_tui.clock import zone_name
from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.amend import complete, from_memory
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import by_id
from leaving_tui.telling.field import Field
from leaving_tui.telling.outing_fields import OutingFields, outing_changed
from leaving_tui.ui.form import FormScreen


class EditScreen(FormScreen):
    """Each field is kept as soon as it is left; a new outing from when it has its two times."""

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, outing_id: str = "") -> None:
        super().__init__(library, snapshot, now)
        found = by_id(snapshot.finished or (), outing_id)
        self._outing = found or from_memory(str(uuid4()), now, zone_name())

    def heading(self) -> str:
        """What this form is for."""
        return self.say("history.edit_title" if self._kept else "history.add_title")

    def about(self) -> str:
        """Whether it is kept yet."""
        return self.say("history.kept" if self._kept else "history.not_kept")

    @property
    def _kept(self) -> Outing | None:
        return by_id(self.snapshot.finished or (), self._outing.id)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """It was changed, here or elsewhere."""
        kept = self._kept
        if kept is not None and kept.updated_at >= self._outing.updated_at:
            self._outing = kept
        super().show_snapshot(snapshot)

    def save(self, field_id: str, value: str) -> None:
        """Change the one field of the outing as it stands in the journal by then."""
        now = self.now

        def change(outing: Outing) -> Outing:
            return outing_changed(outing, field_id, value, now)

        changed = self._outing = change(self._outing)
        if self._kept is not None:
            self.choose(lambda companion: companion.revise(changed.id, change), slow=True)
        elif complete(changed):
            self.choose(lambda companion: companion.add([changed]), slow=True)
        self.show_snapshot(self.snapshot)

    def fields(self) -> Sequence[Field]:
        """Everything an outing holds."""
        return OutingFields(self._outing, self.snapshot, self.library, self.now).all()
