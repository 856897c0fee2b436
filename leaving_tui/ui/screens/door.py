"""Last fed and last slept: filled in at the door, in two keys."""

from collections.abc import Sequence

from leaving_tui.telling.care_page import at_the_door, written
from leaving_tui.telling.door_picks import door_picks
from leaving_tui.ui.form import Field, FormScreen


class FedScreen(FormScreen):
    """When the baby was last fed."""

    only = "last_fed"

    def heading(self) -> str:
        """What is asked."""
        return next(field.label for field in self.library.care.fields if field.id == self.only)

    def fields(self) -> Sequence[Field]:
        """One field, with times to pick."""
        asked = next(field for field in self.library.care.fields if field.id == self.only)
        text = written(self.snapshot.notes.get("sheet", {}), self.only, self.now)
        picks = door_picks(self.only, self.now, self.say)
        hint = self.say("notes.door_hint")
        return [Field(self.only, asked.label, text, why=asked.why, hint=hint, picks=picks)]

    def save(self, field_id: str, value: str) -> None:
        """Keep it, with the time at which it was told."""
        kept = at_the_door(field_id, value, self.now)
        self.choose(lambda companion: companion.remember("sheet", **kept))


class SleptScreen(FedScreen):
    """When the baby last slept."""

    only = "last_slept"
