"""The outings that are not yet filed away: at most one in hand, and those just finished."""

from collections.abc import Callable, Mapping, Sequence

from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.outing import Moment, Outing, Stage
from leaving_tui.domain.record import VERSION, from_record, to_record
from leaving_tui.storage.errors import NewerError
from leaving_tui.storage.log import Log

Desk = Mapping[str, Outing]
Change = Callable[[Outing | None], Outing | None]


def desk_of(log: Log, name: str) -> Desk:
    """The outings that the file `name` holds; what is no outing is left out.

    Raises:
        NewerError: a newer version of the app wrote one of them.
    """
    outings = {}
    for record in log.documents().values():
        try:
            outing = from_record(record)
        except RecordError:
            version = record.get("v")
            if isinstance(version, int) and version > VERSION:
                raise NewerError(name) from None
        else:
            outings[outing.id] = outing
    return outings


def as_kept(outing: Outing, known: Outing | None = None) -> Outing:
    """The outing just as it will be read back; the moments it shares with `known` were read back before."""
    same = 0 if known is None else in_common(known.moments, outing.moments)
    added = outing._replace(moments=outing.moments[same:])
    return from_record(to_record(added), before=outing.moments[:same])


def in_common(one: Sequence[Moment], other: Sequence[Moment]) -> int:
    """How many of the first moments are the very same."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs:
            break
        count += 1
    return count


def finished(outing: Outing) -> bool:
    """Whether it has been answered, so that it belongs with the finished ones."""
    return outing.stage is Stage.HOME


def in_hand(desk: Desk) -> Outing | None:
    """The outing in progress, if there is one."""
    going = [outing for outing in desk.values() if not finished(outing)]
    return max(going, key=lambda outing: (outing.left_at is not None, outing.updated_at), default=None)


def all_finished(filed: Mapping[str, Outing], desk: Desk) -> tuple[Outing, ...]:
    """The finished outings of the archive and the desk, newest first; of two versions the later counts."""
    put, gone = told_by(desk, filed.get)
    found = {key: outing for key, outing in {**filed, **put}.items() if key not in gone}
    return tuple(sorted(found.values(), key=lambda outing: (outing.left_at, outing.id), reverse=True))


def told_by(desk: Desk, filed: Callable[[str], Outing | None]) -> tuple[dict[str, Outing], set[str]]:
    """What the desk knows better than the archive: finished outings by id, and ids of those in hand again."""
    # With what is finished; a start looks only at what is under way.
    from leaving_tui.domain.merge import later

    put: dict[str, Outing] = {}
    gone: set[str] = set()
    for outing in desk.values():
        known = filed(outing.id)
        if finished(outing):
            put[outing.id] = outing if known is None else later(known, outing)
        elif known is not None and known.updated_at < outing.updated_at:
            gone.add(outing.id)
    return put, gone


def changed(desk: Desk, change: Change) -> tuple[Desk, Outing | None]:
    """The desk after `change` to the outing in hand, and what became of that outing.

    An outing that has begun is never pushed out by another one; both stay, and come up one after the other.
    """
    current = in_hand(desk)
    result = change(current)
    if result is current or result == current:
        return desk, current
    after = dict(desk)
    if current is not None and (result is None or (result.id != current.id and current.left_at is None)):
        del after[current.id]
    if result is not None:
        result = after[result.id] = as_kept(result, current)
    return after, result
