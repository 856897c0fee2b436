"""Care notes: what the carer needs to know, written down once; and the page as the carer reads it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.telling.care_page import care_page, still_empty
from leaving_tui.telling.field import Field, all_filled
from leaving_tui.telling.note_fields import NoteFields, keep_note
from leaving_tui.telling.program import program_here
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.return_line import ReturnLine
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words


class NotesScreen(FormScreen):
    """One field at a time, under headings; what is empty is left out of the page."""

    BINDINGS = [Binding("s", "app.about('sheet')", "See the page", id="sheet")]

    def heading(self) -> str:
        """What this form is for."""
        return self.say("notes.title")

    def about(self) -> str:
        """How it is meant, while something is empty; and how to see the page."""
        return self.say("notes.page_key" if all_filled(self.fields()) else "notes.about")

    def ways_out(self) -> Sequence[Tile]:
        """Done, or the page."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self.say("notes.page"), "app.about('sheet')"),
        ]

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """Every field of the notes under its heading, the region before the numbers it fills in."""
        return NoteFields(self.snapshot, self.library, self.now, self.settings.region).all()

    def save(self, field_id: str, value: str) -> None:
        """Keep it where it belongs."""
        self.choose(keep_note(field_id, value, self.now))


class SheetScreen(Scene):
    """The whole page, wrapped to the window; nothing is cut here."""

    STYLES = "prepare"
    AUTO_FOCUS = "#panel"
    BINDINGS = [
        Binding("s", "app.open('notes')", "Change the notes", id="change"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def compose(self) -> ComposeResult:
        """Heading by heading, emergencies first."""
        sheet = care_page(self.snapshot, self.library, self.now, self.settings.region)
        yield ReturnLine()
        yield Words(self.say("notes.page_title"), classes="headline")
        with VerticalScroll(id="panel"):
            if empty := still_empty(self.snapshot, self.library, self.now, self.settings.region):
                said = self.say("notes.still_empty", fields=", ".join(map(str.lower, empty)))
                yield Tile(said, "app.open('notes')", id="empty", classes="-line")
            yield Words(f"{sheet.title}\n{sheet.day}".rstrip())
            for block in sheet.blocks:
                yield Words(block.heading, classes="headline gap")
                for row in block.rows:
                    yield Words(f"{row.label}: {row.text}" if row.label else row.text)
            if not self.snapshot.sample:
                # The command would print the person's own page, and not what a demo shows.
                yield Words(self.say("notes.print", program=program_here()), classes="quiet gap")
        yield Foot(
            [
                Tile(self.say("notes.change"), "app.open('notes')"),
                Tile(self.say("common.close"), "app.back", classes="-main"),
            ]
        )

    def show_now(self) -> None:
        """The return time."""
        self.query_one(ReturnLine).follow(self.snapshot, self.now, self.library)
