"""Care notes: what the carer needs to know, written down once."""

from collections.abc import Sequence

from leaving_tui.ui.form import Field, FormScreen


class NotesScreen(FormScreen):
    """One field at a time; what is empty is left out of the sheet."""

    def heading(self) -> str:
        """What this form is for."""
        return self.say("notes.title")

    def fields(self) -> Sequence[Field]:
        """Every field of the care notes, under its heading."""
        written = self.snapshot.notes.get("sheet", {})
        return [
            Field(field.id, field.label, str(written.get(field.id, "")), why=field.why, hint=field.hint)
            for field in self.library.care.fields
            if field.filled_by != "plan"
        ]

    def save(self, field_id: str, value: str) -> None:
        """Keep it."""
        self.choose(lambda companion: companion.remember("sheet", **{field_id: value}))
