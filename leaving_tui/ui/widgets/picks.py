"""Ready answers to choose from: a digit, Enter or a tap gives one."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

DIGITS = 9
"""How many of the answers have a digit of their own."""
_INDENT = " " * 3
_ARROWS = ("up", "down", "pageup", "pagedown", "home", "end")


class Picks(OptionList):
    """A numbered list of answers; whatever else is typed belongs to the line above it, where there is one."""

    class Given(Message):
        """One of the answers was chosen."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, type_own: Callable[[str], None], *, id: str | None = None) -> None:
        """`type_own` is given the first letter of an own answer, or nothing to only go to the line."""
        super().__init__(markup=False, id=id)
        self._type_own = type_own
        self._values: list[str] = []
        self._labels: list[str] = []
        self._typing = False
        self._numbered = True
        self._reached = False

    def offer(
        self,
        picks: Sequence[tuple[str, str]],
        chosen: str = "",
        *,
        typing: bool = False,
        numbered: bool = True,
    ) -> None:
        """Show `picks`, as (value, label); `typing` says that an answer can also be typed.

        Where digits are what is typed, they are not `numbered`: a 1 is the first digit of 15 there.
        """
        self._values, self._typing, self._numbered = [value for value, _ in picks], typing, numbered
        self._labels = [label for _, label in picks]
        self.set_options(Option(self._row(*pick)) for pick in enumerate(self._labels))
        self.highlighted = self._values.index(chosen) if chosen in self._values else 0
        self.display = bool(picks)
        self._reached = False

    def reach(self) -> None:
        """Come here by a key."""
        self.focus()
        self._reached = True

    @property
    def marked(self) -> str | None:
        """The answer that keys have led to, until it is given or left."""
        return self._values[self.highlighted] if self._reached and self.highlighted is not None else None

    def on_blur(self) -> None:
        """What was only looked at is no answer."""
        self._reached = False

    def on_resize(self) -> None:
        """Long labels are broken anew."""
        for place, label in enumerate(self._labels):
            self.replace_option_prompt_at_index(place, self._row(place, label))

    def on_key(self, event: events.Key) -> None:
        """A digit is an answer; another letter is the first of an own one."""
        character = event.character if event.is_printable else None
        up = event.key == "up" and not self.highlighted
        if event.key in _ARROWS:
            self._reached = True
        if character and self.give(character):
            pass
        elif self._typing and (character or up):
            self._type_own(character or "")
        else:
            return
        event.stop()
        event.prevent_default()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter or a tap."""
        message.stop()
        self._give(message.option_index)

    def give(self, key: str) -> bool:
        """Give the answer that `key` stands for; whether there is one."""
        keys = self._keys
        if key in keys:
            self._give(keys.index(key))
        return key in keys

    def _give(self, place: int) -> None:
        self.post_message(self.Given(self._values[place]))

    @property
    def _keys(self) -> list[str]:
        """The key of each answer: the number that it is, or else its place."""
        if not self._numbered:
            return []
        if any(value.isdecimal() for value in self._values):
            return ["t" if value == "10" else value for value in self._values]
        return [str(place) for place in range(1, min(DIGITS, len(self._values)) + 1)]

    def _row(self, place: int, label: str) -> Content:
        keys = self._keys
        if not self._numbered or any(value.isdecimal() for value in self._values):
            return Content(label)
        # Where a label needs more rows, they begin below its first letter.
        room = self.scrollable_content_region.width - len(_INDENT)
        label = f"\n{_INDENT}".join(wrap(label, room)) if room > len(_INDENT) else label
        return Content.assemble((f"{keys[place] if place < len(keys) else ' '}  ", "$primary"), label)
