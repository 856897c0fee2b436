"""Care notes: what the carer needs to know, written down once; and the page as the carer reads it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.companion import Companion
from leaving_tui.content.care import CareField
from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.people import Baby
from leaving_tui.telling.care_page import (
    AT_THE_DOOR,
    TAKEN_OFF,
    at_the_door,
    care_page,
    filled,
    taken_off,
    written,
)
from leaving_tui.telling.door_picks import door_picks
from leaving_tui.telling.format import local
from leaving_tui.telling.region import region_code
from leaving_tui.ui.form import Field, FormScreen
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

SAFETY = "safety-"
OFF = "off"


class NotesScreen(FormScreen):
    """One field at a time, under headings; what is empty is left out of the page."""

    BINDINGS = [Binding("s", "app.open('sheet')", "See the page", id="sheet")]

    def heading(self) -> str:
        """What this form is for."""
        return self.say("notes.title")

    def about(self) -> str:
        """How it is meant."""
        return self.say("notes.about")

    def ways_out(self) -> Sequence[Tile]:
        """Done, or the page."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self.say("notes.page"), "app.open('sheet')"),
        ]

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """Every field of the notes under its heading, the region before the numbers it fills in."""
        care = self.library.care
        known = filled(self.snapshot, self.library, self.now, self.settings.region)
        asked = [self._asked(field, known) for field in care.fields if field.filled_by != "plan"]
        # A region that the settings name is changed there.
        region = [] if self.settings.region else [self._region(care.groups[0])]
        return [*region, *asked, *self._safety()]

    def _asked(self, field: CareField, known: Mapping[str, str]) -> Field:
        kept = self.snapshot.notes.get("sheet", {})
        text, ready = written(kept, field.id, self.now), known.get(field.id, "")
        start = ready or ("" if field.id in kept else field.start)
        born = Baby.from_dict(self.snapshot.notes.get("baby")).born if field.id == "birth_date" else None
        return Field(
            field.id,
            field.label,
            f"{born.day} {born:%b %Y}" if born else text or start,
            shown=self.say("notes.filled", text=ready) if ready and not text else "",
            why=f"{field.why} {self.library.care.doses}" if field.id == "medicines" else field.why,
            hint=field.hint,
            lines=field.lines,
            group=field.group,
            picks=door_picks(field.id, self.now, self.say) if field.id in AT_THE_DOOR else (),
        )

    def _region(self, group: str) -> Field:
        code = region_code(self.snapshot)
        region = self.library.region(code)
        known = [(one.id, one.name) for one in self.library.regions if one.danger]
        value = region.id if region.danger else ""
        return Field(
            "region",
            self.say("notes.region"),
            value,
            shown=region.name if value else self.say("notes.region_none"),
            why=self.say("notes.region_why"),
            picks=[*known, ("", self.say("notes.region_none"))],
            typed=False,
            group=group,
        )

    def _safety(self) -> Iterator[Field]:
        """The lines on every page; one goes only by being opened, read and taken off (T5.3)."""
        off = taken_off(self.snapshot.notes.get("sheet", {}))
        months = Baby.from_dict(self.snapshot.notes.get("baby")).months(local(self.now).date())
        for line in self.library.care.shown_safety(months):
            yield Field(
                f"{SAFETY}{line.id}",
                line.name,
                OFF if line.id in off else "",
                shown=self.say("notes.off_page" if line.id in off else "notes.on_page"),
                why=f"{line.text} {self.library.care.keep_safety}",
                picks=[("", self.say("notes.keep_on")), (OFF, self.say("notes.take_off"))],
                typed=False,
                group=self.say("notes.safety_group"),
            )

    # ---- what is chosen

    def save(self, field_id: str, value: str) -> None:
        """Keep it where it belongs."""
        if field_id == "region":
            self.choose(lambda companion: companion.remember("choices", region=value))
        elif field_id == "birth_date":
            born = read_birthday(value, self.now)
            day = born.isoformat() if born else None
            self.choose(lambda companion: companion.remember("baby", born=day))
        elif field_id.startswith(SAFETY):
            self.choose(_take_off(field_id.removeprefix(SAFETY), off=value == OFF))
        else:
            door = field_id in AT_THE_DOOR
            kept: dict[str, Any] = at_the_door(field_id, value, self.now) if door else {field_id: value}
            self.choose(lambda companion: companion.remember("sheet", **kept))


def _take_off(line: str, *, off: bool) -> Callable[[Companion], None]:
    def change(companion: Companion) -> None:
        others = [one for one in taken_off(companion.snapshot().notes["sheet"]) if one != line]
        companion.remember("sheet", **{TAKEN_OFF: [*others, line] if off else others})

    return change


class SheetScreen(Scene):
    """The whole page, wrapped to the window; nothing is cut here."""

    AUTO_FOCUS = "#panel"
    BINDINGS = [
        Binding("s", "app.open('notes')", "Change the notes", id="change"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def compose(self) -> ComposeResult:
        """Heading by heading, emergencies first."""
        sheet = care_page(self.snapshot, self.library, self.now, self.settings.region)
        yield Words(self.say("notes.page_title"), classes="headline")
        with VerticalScroll(id="panel"):
            yield Words(f"{sheet.title}\n{sheet.day}")
            for block in sheet.blocks:
                yield Words(block.heading, classes="headline gap")
                for row in block.rows:
                    yield Words(f"{row.label}: {row.text}" if row.label else row.text)
            yield Words(self.say("notes.print"), classes="quiet gap")
        yield Tiles(
            [
                Tile(self.say("notes.change"), "app.open('notes')"),
                Tile(self.say("common.close"), "app.back", classes="-main"),
            ],
            id="foot",
        )
