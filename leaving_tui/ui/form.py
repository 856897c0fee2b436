"""A form for small screens: a list of fields to tap, and one field at a time to fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from leaving_tui.companion import Snapshot
from leaving_tui.domain.errors import LeavingError
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that may be filled in; `picks` are answers to tap, as (value, label)."""

    id: str
    label: str
    value: str = ""
    shown: str = ""
    """What the list shows, where that is not the value itself."""
    why: str = ""
    hint: str = ""
    picks: Sequence[tuple[str, str]] = ()
    typed: bool = True
    """Whether something of one's own can be typed."""


class FormScreen(Scene):
    """Every field is optional and saved as soon as it is left; nothing typed is lost."""

    BINDINGS = [
        Binding("escape", "leave_field", "Back", id="back"),
        Binding("tab", "next_field", show=False, priority=True),
    ]

    def fields(self) -> Sequence[Field]:
        """The fields, as they stand now."""
        raise NotImplementedError

    def save(self, field_id: str, value: str) -> None:
        """Keep `value`.

        Raises:
            LeavingError: it cannot be kept; the sentence is shown beside the field.
        """
        raise NotImplementedError

    def heading(self) -> str:
        """What this form is for."""
        raise NotImplementedError

    def ways_out(self) -> Sequence[Tile]:
        """The tiles under the list."""
        return [Tile(self.say("common.done"), "app.back", classes="-main")]

    def extra(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The list, and the one field that takes its place."""
        with Vertical(id="fields"):
            yield Words(self.heading(), id="form-title", classes="headline")
            yield from self.extra()
            yield OptionList(markup=False, id="field-list")
            yield Tiles(self.ways_out())
        with VerticalScroll(id="field", can_focus=False):
            yield Words(id="field-label", classes="headline")
            yield Words(id="field-why", classes="quiet")
            yield Input(id="field-value")
            yield Words(id="field-problem")
            yield OptionList(markup=False, id="field-picks")
            yield Tiles(
                [
                    Tile(self.say("form.save"), "screen.leave_field", classes="-main"),
                    Tile(self.say("form.next"), "screen.next_field"),
                ]
            )

    def on_mount(self) -> None:
        """The list, ready for arrows or a tap."""
        self._editing: Field | None = None
        self._list()
        self.query_one("#field-list", OptionList).focus()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Something was saved: the list shows it."""
        self._list()

    def _list(self) -> None:
        rows = self.query_one("#field-list", OptionList)
        at = rows.highlighted
        rows.set_options(
            Option(
                Content.assemble(
                    (field.label + "  ", "$quiet"), field.shown or field.value or self.say("form.empty")
                ),
                id=field.id,
            )
            for field in self.fields()
        )
        rows.highlighted = at if at is not None and at < rows.option_count else 0

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """A field to fill, or a ready answer for it."""
        if message.option_list.id == "field-list":
            self._edit(next(field for field in self.fields() if field.id == message.option_id))
        elif self._editing is not None:
            self.query_one("#field-value", Input).value = message.option_id or ""
            self.action_leave_field()

    def _edit(self, field: Field) -> None:
        self._editing = field
        self.add_class("-editing")
        self.query_one("#field-label", Words).show(field.label)
        self.query_one("#field-why", Words).show(field.why)
        self.query_one("#field-problem", Words).show("")
        typed = self.query_one("#field-value", Input)
        typed.value, typed.placeholder, typed.display = field.value, field.hint, field.typed
        picks = self.query_one("#field-picks", OptionList)
        picks.set_options(Option(Content(label), id=value) for value, label in field.picks)
        picks.display = bool(field.picks)
        (typed if field.typed else picks).focus()

    def _keep(self) -> bool:
        if self._editing is None:
            return True
        value = self.query_one("#field-value", Input).value.strip()
        if value != self._editing.value:
            try:
                self.save(self._editing.id, value)
            except LeavingError as error:
                self.query_one("#field-problem", Words).show(str(error))
                return False
        return True

    def action_leave_field(self) -> None:
        """Keep it and see the list again; from the list, go back."""
        if self._editing is None:
            self.app.call_later(self.app.run_action, "back")
        elif self._keep():
            self._editing = None
            self.remove_class("-editing")
            self.query_one("#field-list", OptionList).focus()

    def action_next_field(self) -> None:
        """Keep it and go on to the next one."""
        if self._editing is None:
            self.focus_next()
            return
        ids = [field.id for field in self.fields()]
        if self._keep():
            at = (ids.index(self._editing.id) + 1) % len(ids)
            self.query_one("#field-list", OptionList).highlighted = at
            self._edit(self.fields()[at])

    def on_input_submitted(self) -> None:
        """Enter keeps it."""
        self.action_leave_field()
