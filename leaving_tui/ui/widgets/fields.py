"""The fields of a form as a list: what each is called, and what stands in it."""

from collections.abc import Iterator, Mapping, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from leaving_tui.content.library import Library
from leaving_tui.telling.field import Field

NARROW = 60
"""Columns below which a row is one text, without columns of its own."""

VALUE = 24
"""Columns that stay for what stands in a field."""

GAP = 2
"""Columns between what a field is called and what stands in it."""


class FieldList(OptionList):
    """One row for each field, under headings; a row of two lines where one is too short."""

    BINDINGS = [
        Binding("enter", "select", "Open this one", show=False, id="open"),
        Binding("up", "cursor_up", "The one above", show=False, id="one_up"),
        Binding("down", "cursor_down", "The one below", show=False, id="one_down"),
    ]

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._library = library
        self._fields: Sequence[Field] = ()
        self._waiting: Mapping[str, str] = {}

    def show(self, fields: Sequence[Field], waiting: Mapping[str, str]) -> None:
        """Show `fields`, and what was typed and is `waiting` to be kept; the chosen row stays chosen."""
        self._fields, self._waiting = fields, dict(waiting)
        self._draw()

    def on_resize(self) -> None:
        """Rows are made for the width."""
        self._draw()

    def choose(self, field_id: str | None) -> None:
        """Move to the row of this field, or to the first one."""
        ids = [option.id for option in self.options]
        first = next((place for place, option in enumerate(self.options) if not option.disabled), None)
        self.highlighted = ids.index(field_id) if field_id and field_id in ids else first

    @property
    def chosen(self) -> str | None:
        """The field of the chosen row."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def _draw(self) -> None:
        at = self.chosen
        self.set_options(self._rows(max(VALUE, self.scrollable_content_region.width)))
        self.choose(at)

    def _rows(self, width: int) -> Iterator[Option]:
        group, longest = "", dict[str, int]()
        for field in self._fields:
            longest[_column(field)] = max(longest.get(_column(field), 0), len(field.label))
        for field in self._fields:
            if field.group != group:
                # A blank row before each heading but the first.
                gap = "\n" if field is not self._fields[0] else ""
                group = field.group
                yield Option(Content.styled(f"{gap}{group}".rstrip(), "$secondary"), disabled=True)
            labels = min(longest[_column(field)], width - VALUE - GAP)
            yield Option(self._row(field, width, labels), id=field.id)

    def _row(self, field: Field, width: int, labels: int) -> Content:
        empty = "" if field.enters or field.opens else self._library.say("form.empty")
        text = self._waiting.get(field.id) or field.shown or field.value
        line = next(iter(text.splitlines()), "") or empty
        whole = not field.enters or len(line) <= width - labels - GAP
        if width >= NARROW and whole:
            label = _cut(field.label, labels).ljust(labels)
            return Content.assemble((f"{label}  ", "$quiet"), _cut(line, width - labels - GAP))
        if width < NARROW and len(field.label) + 2 + len(line) <= width:
            return Content.assemble((f"{field.label}  ", "$quiet"), line)
        return Content.assemble((_cut(field.label, width), "$quiet"), "\n  ", _cut(line, width - 2))


def _column(field: Field) -> str:
    """Whose values stand below each other: all fields of a form, but the entries of each group apart."""
    return field.group if field.enters else ""


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(0, width - 1)] + "…"
