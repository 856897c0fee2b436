"""When an outing was, and how it went."""

from datetime import date, datetime, tzinfo

from leaving_tui.domain.outing import Felt, Outing


def began(outing: Outing) -> datetime:
    """When it began: at the door, or before that when it was got ready."""
    return outing.left_at or outing.prepared_at


def went_wrong(outing: Outing) -> bool:
    """Whether the person said that something really went wrong (T3.10)."""
    return outing.reflection is not None and outing.reflection.felt is Felt.WRONG


def local_day(moment: datetime, zone: tzinfo | None) -> date:
    """The day of `moment` in `zone`, or in the machine's own."""
    return moment.astimezone(zone).date()
