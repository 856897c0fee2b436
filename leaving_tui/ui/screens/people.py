"""People: carers, friends and the backup person, with their numbers, in one place."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from textual.binding import Binding

from leaving_tui.companion import Companion
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.text import clean_line
from leaving_tui.ui.form import Field, FormScreen
from leaving_tui.ui.widgets.tile import Tile

ADD = "add"


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
        return self.say("people.about" if self._people.all else "people.none")

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
        if not self.inside:
            return list(self._everyone())
        person = self._people.named(self.inside)
        return list(self._about(person)) if person else []

    def _everyone(self) -> Iterator[Field]:
        for role in Role:
            group = self.say(f"people.{role}s")
            for person in self._people.in_role(role):
                row = f"person-{person.name}"
                yield Field(row, person.name, shown=person.phone, group=group, enters=person.name)
        gap = " " if self._people.all else ""
        yield Field(ADD, self.say("people.add"), why=self.say("prepare.why.name"), shown=" ", group=gap)

    def _about(self, person: Person) -> Iterator[Field]:
        roles = [(role.value, self.say(f"people.{role}")) for role in Role]
        yield self._field("name", person.name)
        yield self._field("phone", person.phone)
        shown = self.say(f"people.{person.role}")
        yield self._field("role", person.role.value, shown=shown, picks=roles, typed=False)
        yield self._field("note", person.note, lines=True)

    def _field(self, name: str, value: str, **more: Any) -> Field:
        return Field(name, self.say(f"people.{name}"), value, why=self.say(f"prepare.why.{name}"), **more)

    # ---- what is chosen

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a new name becomes a new person."""
        name = self.inside
        if field_id == ADD:
            self._change(lambda people: people.add(people.named(value) or Person(value)))
            self.inside = clean_line(value)
            return
        change: dict[str, Any] = {field_id: Role(value) if field_id == "role" else value}
        self._change(lambda people: people.edit(name, **change))
        if field_id == "name":
            self.inside = clean_line(value)

    def _change(self, change: Callable[[People], People]) -> None:
        """Try it here, where a problem can be shown; then carry it out on the newest list."""
        change(self._people)

        def keep(companion: Companion) -> None:
            people = People.from_dict(companion.snapshot().notes["people"])
            companion.remember("people", **change(people).to_dict())

        self.choose(keep)

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

    @property
    def _people(self) -> People:
        return People.from_dict(self.snapshot.notes.get("people", {}))
