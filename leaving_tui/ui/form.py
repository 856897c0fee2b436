"""A form for small screens: a list of fields to tap, and one field at a time to fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import OptionList

from leaving_tui.companion import Snapshot
from leaving_tui.domain.errors import LeavingError
from leaving_tui.telling.field import Field, beside
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.field import FieldPage
from leaving_tui.ui.widgets.fields import FieldList
from leaving_tui.ui.widgets.return_line import ReturnLine
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

__all__ = ["Field", "FormScreen"]


class FormScreen(Scene):
    """Every field is optional and saved as soon as it is left; nothing typed is lost.

    A form about several things lists them; `inside` is the one whose fields are shown, empty for the list.
    """

    STYLES = "prepare"
    BINDINGS = [
        Binding("escape", "leave_field", "Back", id="back"),
        Binding("tab", "next_field", show=False, priority=True),
        Binding("shift+tab", "previous_field", show=False, priority=True),
    ]

    only: str = ""
    """The one field of a form that shows no list."""
    inside: var[str] = var("", init=False)
    _editing: Field | None = None
    _going_on = False
    """Whether the open field was come to from the one before it."""

    # ---- what a form says

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

    def about(self) -> str:
        """A quiet line or two under the heading."""
        return ""

    def ways_out(self) -> Sequence[Tile]:
        """The tiles under the list."""
        return [Tile(self.say("common.done"), "screen.leave_field", classes="-main")]

    def extra(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    # ---- what is shown

    def compose(self) -> ComposeResult:
        """The list, and the one field that takes its place."""
        self._not_kept: dict[str, tuple[str, str]] = {}
        yield ReturnLine()
        with Vertical(id="form"):
            with Vertical(id="fields"):
                yield Words(self.heading(), id="form-title", classes="headline")
                yield Words(id="form-about", classes="quiet")
                yield from self.extra()
                yield FieldList(self.library, id="field-list")
                yield Words(id="form-problem")
                yield Tiles(self.ways_out())
            yield FieldPage(self.library, id="field")

    def on_mount(self) -> None:
        """The list, ready for arrows or a tap; or the only field."""
        self._show_tiles()
        self.refresh_list()
        if self.only:
            self.query_one("#field-keep", Tile).update(self.say("common.done"))
            self._edit(next(field for field in self.fields() if field.id == self.only))
        else:
            self.query_one(FieldList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """A window that was too small took the focus with it: what was under way has it back."""
        if self.focused is None:
            self.call_after_refresh(self._take_up)

    def _take_up(self) -> None:
        if self._editing is None:
            self.query_one(FieldList).focus()
        else:
            self.query_one(FieldPage).take_up()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Something was saved: the list shows it."""
        self.refresh_list()

    def show_now(self) -> None:
        """The return time; and a longer text is kept while it is being written."""
        self.query_one(ReturnLine).follow(self.snapshot, self.now, self.library)
        if self._editing is not None and self._editing.lines:
            self._keep()

    def refresh_list(self) -> None:
        """Show the fields as they stand now; the chosen row stays chosen."""
        self.query_one("#form-title", Words).show(self.heading())
        about, problem = self.query_one("#form-about", Words), self.query_one("#form-problem", Words)
        about.show(self.about())
        about.display = bool(self.about())
        fields = self.fields()
        known = {field.id for field in fields}
        kept_not = {name: said for name, said in self._not_kept.items() if name in known}
        self.query_one(FieldList).show(fields, {name: text for name, (text, _) in kept_not.items()})
        said = [self.say("form.not_kept", text=text, problem=why) for text, why in kept_not.values()]
        problem.show(" ".join(said))
        problem.display = bool(said)

    # ---- what is chosen

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """A row of the list."""
        self.open(message.option_id or "")

    def open(self, field_id: str) -> None:
        """Fill in this field, or go where it leads."""
        field = next((field for field in self.fields() if field.id == field_id), None)
        if field is None:
            return
        self.query_one(FieldList).choose(field_id)
        if field.opens:
            self.app.call_later(self.app.run_action, f"about('{field.opens}')")
        elif field.enters:
            self.inside = field.enters
        else:
            self._edit(field)

    def watch_inside(self) -> None:
        """Another thing's fields, or the list of things again."""
        self._show_tiles()
        self.refresh_list()
        self.query_one(FieldList).focus()

    def _show_tiles(self) -> None:
        # One by one: a class of the screen would have every widget of it styled anew.
        for kind, shown in ((".-list", not self.inside), (".-entry", bool(self.inside))):
            for tile in self.query(kind):
                tile.display = shown

    def _edit(self, field: Field) -> None:
        self._editing, self._going_on = field, False
        self._turn(to_page=True)
        last = beside(self.fields(), field.id, 1) is None
        self.query_one(FieldPage).open(field, *self._not_kept.get(field.id, ()), last=last)

    def _turn(self, *, to_page: bool) -> None:
        # Shown and hidden by themselves: a class of the screen would have every widget of it styled anew.
        self.query_one("#fields").display, self.query_one(FieldPage).display = not to_page, to_page

    def on_field_page_answered(self, message: FieldPage.Answered) -> None:
        """A ready answer."""
        if self._keep(message.value):
            self._leave(1 if self._going_on else 0)

    def _keep(self, answer: str | None = None) -> bool:
        """Save the answer, or what stands in the field; whether that could be done."""
        if self._editing is None:
            return True
        page, field = self.query_one(FieldPage), self._editing
        given = page.value if answer is None else answer
        try:
            if given != field.value:
                self.save(field.id, given)
        except LeavingError as error:
            page.show_problem(str(error))
            self._not_kept[field.id] = given, str(error)
            return False
        self._not_kept.pop(field.id, None)
        self._editing = replace(field, value=given)
        return True

    def _close_field(self) -> None:
        self._editing = None
        if self.only:
            self.step_back()
            return
        self._turn(to_page=False)
        self.refresh_list()
        self.query_one(FieldList).focus()

    def action_leave_field(self) -> None:
        """Keep it if that can be done, and see the list again; from there, one step back."""
        if self._editing is not None:
            self._keep()
            self._close_field()
        elif self.inside:
            self.inside = ""
        else:
            self.step_back()

    def action_keep(self) -> None:
        """Keep it and see the list again; stay if it cannot be kept."""
        if self._keep(self.query_one(FieldPage).marked):
            self._close_field()

    def action_next_field(self) -> None:
        """Keep it and go on to the next one; from the last one to the list."""
        self._step(1)

    def action_previous_field(self) -> None:
        """Keep it and go back to the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._editing is None or self.only:
            (self.focus_next if by > 0 else self.focus_previous)()
        elif self._keep(self.query_one(FieldPage).marked):
            self._leave(by)

    def _leave(self, by: int) -> None:
        """To the field `by` places on; to the list from the ends of them, or with no place to go."""
        following = beside(self.fields(), self._editing.id, by) if self._editing and by else None
        if following:
            self.open(following)
            self._going_on = True
        else:
            self._close_field()

    def on_input_submitted(self) -> None:
        """Enter keeps it."""
        self.action_keep()
