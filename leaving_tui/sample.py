"""Sample journals: a six-week story for `leaving demo`, and any number of outings for benchmarks."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid5

from leaving_tui.domain.outing import Felt, Happened, Kind, Outing
from leaving_tui.domain.record import Record, from_record, stamp

_NAMES = UUID("5b0e6d6e-1f6c-4c3e-9a53-6c4c1e8f9b21")
_WITHIN = 30 * 365 * 24 * 60
"""Minutes in which all of them lie, however many."""
_MEANT = ("carer", "place", "prediction", "script")
_NOTED = ("kind", "rating", "detail")
_KEPT = ("felt", "worst", "happened", "found_out", "reunion")


def story(now: datetime, zone: tzinfo | None = None) -> tuple[Outing, ...]:
    """Six weeks of a parent's outings, the last a few days before `now`; oldest first.

    Its times of day are on the wall clock of `zone`, or of the machine.
    """
    return tuple(
        from_record(_told(number, told, now, zone)) for number, told in enumerate(_sample()["story"])
    )


def notes(now: datetime) -> Mapping[str, Mapping[str, Any]]:
    """What the parent of the story has written down by `now`, by the name it is kept under."""
    kept = _sample()["notes"]
    born = now.date() - timedelta(days=kept["born_days"])
    return {**kept["kept"], "baby": {**kept["kept"]["baby"], "born": born.isoformat()}}


def outings(count: int, until: datetime, seed: int = 0) -> tuple[Outing, ...]:
    """`count` made-up outings before `until`, oldest first; the same seed gives the same ones."""
    chance = Random(seed)  # noqa: S311 - sample data, nothing secret
    made = []
    left = until
    apart = min(60 * 60, 2 * _WITHIN // max(1, count))
    for number in range(count):
        left -= timedelta(minutes=chance.randint(min(6 * 60, apart // 2), apart))
        told = _any(chance)
        told["id"] = f"{seed} {number}"
        made.append(from_record(_record(told, left, "UTC")))
    return tuple(reversed(made))


def _told(number: int, told: Mapping[str, Any], now: datetime, zone: tzinfo | None) -> Record:
    day = now.astimezone(zone).date() - timedelta(days=told["days"])
    wall = datetime.combine(day, time.fromisoformat(told["at"]))
    # A naive time is read in the machine's own zone, with that day's summer time.
    left = (wall.replace(tzinfo=zone) if zone else wall).astimezone(UTC)
    return _record({"id": f"story {number}", **told}, left, str(zone or UTC))


def _record(told: Mapping[str, Any], left: datetime, zone: str) -> Record:
    def after(minutes: float) -> str:
        return stamp(left + timedelta(minutes=minutes))

    moments = [{"at": after(moment["after"]), **_only(moment, _NOTED)} for moment in told.get("moments", ())]
    check_ins = [after(told["check_in"])] if "check_in" in told else []
    answered = after(told["minutes"] + 4)
    return {
        "id": str(uuid5(_NAMES, told["id"])),
        "updated_at": answered,
        "tz": zone,
        "trial": told.get("trial", False),
        "step": told.get("step"),
        "plan": {**_only(told, _MEANT), "minutes": told["plan"], "check_ins": check_ins},
        "prepared_at": after(-3),
        "left_at": after(0),
        "due_at": after(told["plan"]),
        "home_at": after(told["minutes"]),
        "before": {"rating": told.get("before")},
        "moments": moments,
        "reflection": {"at": answered, **_only(told, _KEPT)},
    }


def _any(chance: Random) -> dict[str, Any]:
    words = _sample()["words"]
    plan = chance.choice((10, 15, 30, 45, 60, 120))
    told = {
        "plan": plan,
        "minutes": max(2, plan + chance.randint(-10, 15)),
        "trial": chance.random() < 0.1,
        "step": f"S{chance.randint(3, 7)}",
        "carer": chance.choice(words["carers"]),
        "place": chance.choice(words["places"]),
        "felt": chance.choices(list(Felt), (5, 4, 2, 0.3, 1))[0].value,
    }
    asked = {
        "before": chance.randint(2, 9),
        "worst": chance.randint(1, 10),
        "prediction": chance.choice(words["predictions"]),
        "happened": chance.choices(list(Happened), (1, 2, 5))[0].value,
        "found_out": chance.choice(words["found_out"]),
        "reunion": chance.choice(words["reunions"]),
        "moments": list(_any_moments(chance, told["minutes"], words["said"])),
    }
    return told | {key: value for key, value in asked.items() if chance.random() < 0.7}


def _any_moments(chance: Random, minutes: int, said: list[str]) -> Iterator[dict[str, Any]]:
    most = min(4, minutes - 1)
    for after in sorted(chance.sample(range(1, minutes), chance.randint(0, most))):
        kind = chance.choice((Kind.RATING, Kind.RATING, Kind.BREATHE, Kind.URGE, Kind.CHECK_IN))
        moment: dict[str, Any] = {"after": after, "kind": kind.value}
        match kind:
            case Kind.RATING:
                moment["rating"] = chance.randint(1, 9)
            case Kind.BREATHE:
                moment["detail"] = {"pattern": "P1", "breaths": chance.randint(1, 18)}
            case Kind.URGE:
                moment["detail"] = {"minutes": 5, "outcome": chance.choice(("waited", "checked"))}
            case _:
                moment["detail"] = {"planned": False, "said": chance.choice(said)}
        yield moment


def _only(told: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: told[key] for key in keys if key in told}


@cache
def _sample() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
