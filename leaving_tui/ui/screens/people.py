"""People: carers, friends and the backup person, with their numbers, in one place."""

from collections.abc import Sequence

from textual.binding import Binding

from leaving_tui.domain.text import clean_line
from leaving_tui.telling.field import Field
from leaving_tui.telling.people_fields import ADD, Change, PeopleFields, keep_people, people_of, person_change
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.widgets.tile import Tile


class PeopleScreen(FormScreen):
    """A list of people; choosing one shows what is known of them."""

    BINDINGS = [Binding("a", "add", "Add someone", id="add")]

    def heading(self) -> str:
        """What this form is for, or whom it is about."""
        return self.inside or self.say("people.title")

    def about(self) -> str:
        """What the list holds."""
        if self.inside:
            return ""
        return self.say("people.about" if people_of(self.snapshot).all else "people.none")

    def ways_out(self) -> Sequence[Tile]:
        """Done, add someone, or remove the one who is shown."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self.say("people.add"), "screen.add", classes="-list"),
            Tile(self.say("people.remove"), "screen.remove", id="remove", classes="-entry"),
        ]

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """Everyone, or one person's fields."""
        fields = PeopleFields(self.snapshot, self.library)
        return fields.of(self.inside) if self.inside else fields.all()

    # ---- what is chosen

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a new name becomes a new person."""
        self._change(person_change(field_id, value, self.inside))
        if field_id in (ADD, "name"):
            self.inside = clean_line(value)

    def _change(self, change: Change) -> None:
        self.choose(keep_people(change, self.snapshot))

    def action_add(self) -> None:
        """A new person."""
        self.inside = ""
        self.open(ADD)

    def action_remove(self) -> None:
        """Ask once, on the same tile; then remove."""
        name, tile = self.inside, self.query_one("#remove", Tile)
        if not name:
            return
        if not tile.has_class("-asked"):
            tile.add_class("-asked")
            tile.update(self.say("people.really"))
            return
        self._change(lambda people: people.remove(name))
        self.inside = ""

    def watch_inside(self) -> None:
        """Another person: what was asked about the one before is forgotten."""
        super().watch_inside()
        tile = self.query_one("#remove", Tile)
        tile.remove_class("-asked")
        tile.update(self.say("people.remove"))
