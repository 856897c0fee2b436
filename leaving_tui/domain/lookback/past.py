"""Which outings looking back looks at, and on which day they were."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from leaving_tui.domain.outing import Felt, Outing


def finished(outings: Iterable[Outing]) -> tuple[Outing, ...]:
    """Outings of any length that have begun and ended, trial runs and early returns too; oldest first."""
    return tuple(sorted((outing for outing in outings if _ended(outing)), key=began))


def by_id(outings: Iterable[Outing], outing_id: str) -> Outing | None:
    """The outing of that id, or `None` where there is none."""
    return next((outing for outing in outings if outing.id == outing_id), None)


def began(outing: Outing) -> datetime:
    """When it began: at the door, or before that when it was got ready."""
    return outing.left_at or outing.prepared_at


def went_wrong(outing: Outing) -> bool:
    """Whether the person said that something really went wrong (T3.10)."""
    return outing.reflection is not None and outing.reflection.felt is Felt.WRONG


def local_day(moment: datetime, zone: tzinfo | None) -> date:
    """The day of `moment` in `zone`, or in the machine's own."""
    return moment.astimezone(zone).date()


def _ended(outing: Outing) -> bool:
    return outing.left_at is not None and outing.home_at is not None
