"""What the care notes ask for, why, and the safety lines that stand on every sheet."""

from dataclasses import dataclass

from leaving_tui.content.entries import build
from leaving_tui.content.toml import Table


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CareField:
    """One thing to write down for the carer; `group` is the heading it stands under on the sheet."""

    id: str
    label: str
    why: str
    group: str
    hint: str = ""
    lines: bool = False
    """Room for more than one line."""
    start: str = ""
    """Text to start from, which the person can change."""
    empty: str = ""
    """What the sheet prints when nothing was written; otherwise an empty field is left out."""
    filled_by: str = ""
    """`region`, `plan` or `door`: where the app can take it from; the person can change it."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SafetyLine:
    """A line on every sheet unless the person takes it off; `under_months` limits it to young babies."""

    id: str
    name: str
    text: str
    sources: tuple[str, ...]
    under_months: int | None = None

    def suits(self, months: int | None) -> bool:
        """Whether it is for a baby of so many months; an age that is not known is taken to be young."""
        return self.under_months is None or months is None or months < self.under_months


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Care:
    """The care notes: an introduction, headings in the order of the sheet, fields and safety lines."""

    intro: tuple[str, ...]
    groups: tuple[str, ...]
    privacy: str
    keep_safety: str
    doses: str
    fields: tuple[CareField, ...]
    safety: tuple[SafetyLine, ...]

    def shown_safety(self, months: int | None) -> tuple[SafetyLine, ...]:
        """The safety lines for a baby of so many months (T5.3, T5.5)."""
        return tuple(line for line in self.safety if line.suits(months))


def read_care(table: Table) -> Care:
    """The care notes from their file."""
    fields = tuple(build(CareField, item, id=name) for name, item in table["fields"].items())
    safety = tuple(build(SafetyLine, item, id=name) for name, item in table["safety"].items())
    page = {key: value for key, value in table.items() if key not in ("fields", "safety")}
    return build(Care, page, fields=fields, safety=safety)
