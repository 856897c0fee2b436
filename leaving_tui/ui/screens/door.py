"""Last fed and last slept: filled in at the door, in two keys."""

from collections.abc import Sequence

from leaving_tui.telling.field import Field
from leaving_tui.telling.note_fields import NoteFields, keep_note
from leaving_tui.ui.form import FormScreen


class FedScreen(FormScreen):
    """When the baby was last fed."""

    only = "last_fed"

    def heading(self) -> str:
        """What is asked."""
        return next(field.label for field in self.library.care.fields if field.id == self.only)

    def fields(self) -> Sequence[Field]:
        """One field, with times to pick."""
        return [NoteFields(self.snapshot, self.library, self.now).at_the_door(self.only)]

    def save(self, field_id: str, value: str) -> None:
        """Keep it, with the time at which it was told, and say so: the door shows nothing of it."""
        self.choose(keep_note(field_id, value, self.now))
        self.app.notify(self.say("check.kept"), markup=False, timeout=2)


class SleptScreen(FedScreen):
    """When the baby last slept."""

    only = "last_slept"
