"""Change any field of a past outing, or write one down afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from textual.app import ComposeResult
from textual.binding import Binding

from leaving_tui.clock import zone_name
from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.amend import complete, from_memory, outside, taken_out, with_moment
from leaving_tui.domain.outing import Moment, Outing
from leaving_tui.domain.past import by_id
from leaving_tui.telling.field import Field
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.outing_fields import OutingFields, outing_changed, year_taken
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.widgets.tile import Tile


class EditScreen(FormScreen):
    """Each field is kept as soon as it is left; a new outing from when it has its two times."""

    BINDINGS = [Binding("z", "bring_back", "Bring it back", id="bring_back")]

    _taken_out: Moment | None = None
    """What was noted while out, and taken out here last."""
    _changed = False

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, outing_id: str = "") -> None:
        super().__init__(library, snapshot, now)
        found = by_id(snapshot.finished or (), outing_id)
        self._outing = found or from_memory(str(uuid4()), now, zone_name())

    def heading(self) -> str:
        """What this form is for."""
        return self.say("history.edit_title" if self._kept else "history.add_title")

    def about(self) -> str:
        """Whether what was changed is kept yet; before a change, only how it will be."""
        if not self._kept:
            return self.say("history.not_kept")
        if not self._changed or self._kept is not self._outing:
            return self.say("history.keeps")
        return self.say("history.outside" if outside(self._outing) else "history.kept")

    @property
    def _kept(self) -> Outing | None:
        return by_id(self.snapshot.finished or (), self._outing.id)

    def extra(self) -> ComposeResult:
        """The way back for what was noted and is taken out."""
        yield Tile("", "screen.bring_back", id="taken-out", classes="-line")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """It was changed, here or elsewhere."""
        kept = self._kept
        if kept is not None and kept.updated_at >= self._outing.updated_at:
            self._outing = kept
        tile, moment = self.query_one("#taken-out", Tile), self._taken_out
        tile.display = moment is not None
        if moment is not None:
            tile.update(self.say("history.bring_moment_back", at=clock_time(moment.at)))
        super().show_snapshot(snapshot)

    def save(self, field_id: str, value: str) -> None:
        """Change the one field of the outing as it stands in the journal by then."""
        now = self.now
        self._change(lambda outing: outing_changed(outing, field_id, value, now))
        if taken := year_taken(self._outing, field_id, value, now):
            self.app.notify(self.say("history.taken_for", day=taken), markup=False)

    def step_back(self) -> None:
        """What lacks its two times is not kept: that is said."""
        if (self._changed or self._not_kept) and not complete(self._outing):
            self.app.notify(self.say("history.unfinished"), markup=False)
        super().step_back()

    def action_bring_back(self) -> None:
        """What was noted and taken out last."""
        moment, now = self._taken_out, self.now
        if moment is not None:
            self._taken_out = None
            self._change(lambda outing: with_moment(outing, moment, now))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was taken out can be brought back."""
        return self._taken_out is not None if action == "bring_back" else True

    def _change(self, change: Callable[[Outing], Outing]) -> None:
        before, changed = self._outing, change(self._outing)
        self._outing, self._changed = changed, True
        self._taken_out = taken_out(before, changed) or self._taken_out
        if self._kept is not None:
            self.choose(lambda companion: companion.revise(changed.id, change), slow=True)
        elif complete(changed):
            self.choose(lambda companion: companion.add([changed]), slow=True)
        self.show_snapshot(self.snapshot)

    def fields(self) -> Sequence[Field]:
        """Everything an outing holds."""
        return OutingFields(self._outing, self.snapshot, self.library, self.now).all()
