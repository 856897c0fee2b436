"""At the door, whatever the face: the words, which of them are only for now, and what is told once."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.kinds import Script
from leaving_tui.content.library import Library
from leaving_tui.telling.goodbyes import COMFORT_UNTIL, goodbyes, months_old
from leaving_tui.telling.names import baby_name


@dataclass(frozen=True)
class Doorway:
    """One look at the door, at the moment `now`."""

    snapshot: Snapshot
    library: Library
    now: datetime

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """The person's own first, then those that fit the baby's age."""
        return goodbyes(self.snapshot, self.library, self.now)

    @property
    def shown(self) -> Script:
        """The words that are chosen for this goodbye."""
        outing = self.snapshot.outing
        return self.of_id(outing.plan.script if outing else None)

    @property
    def usual(self) -> Script:
        """The words that the plan asks for."""
        return self.of_id(self.snapshot.draft.script)

    @property
    def shortest(self) -> Script:
        """The words for tears at the door."""
        return next(script for script in self.scripts if script.tears)

    @property
    def only_for_now(self) -> bool:
        """Whether the words for tears stand in for others: these are back the next time."""
        return self.shown.tears and not self.usual.tears

    def of_id(self, script_id: str | None) -> Script:
        """The words `script_id`, or the first ones where there are none of that name."""
        chosen = (script for script in self.scripts if script.id == script_id)
        return next(chosen, self.scripts[0])

    def beside(self, step: int) -> Script:
        """The words `step` places after those that are shown, all around."""
        return self.scripts[(self.scripts.index(self.shown) + step) % len(self.scripts)]

    @property
    def once(self) -> str:
        """The comfort line for a baby under twelve months (T4.9), or who the baby is; empty once told."""
        choices = self.snapshot.notes.get("choices", {})
        if self._months is not None and self._months < COMFORT_UNTIL and not choices.get("comfort_told"):
            return self.library.goodbye.comfort.text
        return self.library.say(f"goodbye.{self.ask_baby}") if self.asks_for_baby else ""

    @property
    def ask_baby(self) -> str:
        """What is said of the baby's name: that these words would use it, or that others do."""
        return "ask_baby" if "{baby}" in self.shown.say else "ask_baby_for_others"

    @property
    def asks_for_baby(self) -> bool:
        """Whether who the baby is has been neither said nor asked."""
        notes = self.snapshot.notes
        return not (notes.get("baby") or baby_name(notes)) and not notes.get("choices", {}).get("baby_asked")

    def leave(self, companion: Companion) -> None:
        """Out of the door; what was told once is not told again, and words that were only looked at go."""
        # The usual ones need no choice: chosen, they would no longer follow the baby's age.
        companion.leave(for_now=self.only_for_now or self.shown == self.usual)
        told = {"baby_asked": True, **({"comfort_told": True} if self._months is not None else {})}
        companion.remember("choices", **told)

    @property
    def _months(self) -> int | None:
        return months_old(self.snapshot, self.now)
