"""Your baby: a few things that the goodbye and the notes use, asked once; any of it can be skipped."""

from collections.abc import Sequence
from typing import Any

from leaving_tui.companion import Companion
from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.people import Baby
from leaving_tui.domain.text import clean_line, line_in
from leaving_tui.telling.format import local
from leaving_tui.ui.form import Field, FormScreen
from leaving_tui.ui.widgets.tile import Tile

YES = "yes"


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
        baby = Baby.from_dict(self.snapshot.notes.get("baby"))
        return self.library.ladder.care_team if baby.medical else self.say("baby.about")

    def ways_out(self) -> Sequence[Tile]:
        """Done, not now, or what many babies do at this age."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self.say("baby.skip"), "app.back"),
            Tile(self.say("plan.age"), "app.about('age')"),
        ]

    def fields(self) -> Sequence[Field]:
        """What is known of the baby."""
        kept = self.snapshot.notes.get("baby", {})
        baby = Baby.from_dict(kept)
        born = f"{baby.born.day} {baby.born:%b %Y}" if baby.born else ""
        months = baby.months(local(self.now).date())
        aged = "" if months is None else self.say("baby.age", born=born, count=months)
        medical = [(YES, self.say("baby.yes")), ("", self.say("baby.no"))]
        value = YES if baby.medical else ""
        return [
            self._field("name", baby.name),
            self._field("born", born, shown=aged),
            self._field("me", baby.me),
            self._field("activity", line_in(kept, "activity")),
            self._field("medical", value, shown=dict(medical)[value], picks=medical, typed=False),
        ]

    def _field(self, name: str, value: str, **more: Any) -> Field:
        hint = self.say(f"baby.{name}_hint") if name in ("born", "me", "activity") else ""
        why = self.say(f"prepare.why.baby_{name}")
        return Field(name, self.say(f"baby.{name}"), value, why=why, hint=hint, **more)

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a birth date is read first."""
        kept: Any = clean_line(value)
        if field_id == "born":
            born = read_birthday(value, self.now)
            kept = born.isoformat() if born else None
        elif field_id == "medical":
            kept = value == YES

        def keep(companion: Companion) -> None:
            companion.remember("baby", **{field_id: kept})

        self.choose(keep)
