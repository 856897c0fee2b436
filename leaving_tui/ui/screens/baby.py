"""Your baby: a few things that the goodbye and the notes use, asked once; any of it can be skipped."""

from collections.abc import Sequence

from leaving_tui.telling.baby_fields import baby_fields, baby_of, keep_baby
from leaving_tui.telling.field import Field, all_filled
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.widgets.tile import Tile


class BabyScreen(FormScreen):
    """Name, birth date, the word for you, and medical needs."""

    def on_mount(self) -> None:
        """From now on nobody asks of their own accord."""
        self.choose(lambda companion: companion.remember("choices", baby_asked=True))

    def heading(self) -> str:
        """What this form is for."""
        return self.say("baby.title")

    def about(self) -> str:
        """That all of it can be skipped; for a baby with medical needs, whose plan comes first."""
        medical = baby_of(self.snapshot).medical
        if medical:
            return self.library.ladder.care_team
        return "" if all_filled(self.fields()) else self.say("baby.about")

    def ways_out(self) -> Sequence[Tile]:
        """Done, not now, or what many babies do at this age."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self.say("baby.skip"), "app.back"),
            Tile(self.say("plan.age"), "app.about('age')"),
        ]

    def fields(self) -> Sequence[Field]:
        """What is known of the baby."""
        return baby_fields(self.snapshot, self.library, self.now)

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a birth date is read first."""
        self.choose(keep_baby(field_id, value, self.now))
