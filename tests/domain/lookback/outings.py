"""Outings for the tests of looking back, and ways to make any."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday."""


def outing(n: int = 0, *, minutes: int = 30, felt: Felt | None = Felt.SAME, **told) -> Outing:
    """The n-th daily outing; `told` may hold plan, outing and reflection fields, and `before`."""
    left = told.pop("left_at", START + timedelta(days=n))
    home = left + timedelta(minutes=minutes)
    plan = Plan(
        carer=told.pop("carer", ""), place=told.pop("place", ""), prediction=told.pop("prediction", None)
    )
    words = {name: told.pop(name) for name in ("worst", "happened", "found_out", "reunion") if name in told}
    rating, scale = told.pop("before", None), told.pop("scale", Before().scale)
    fields = {
        "id": str(UUID(int=n + 1)),
        "updated_at": home,
        "prepared_at": left,
        "left_at": left,
        "due_at": home,
        "home_at": home,
        "plan": plan,
        "before": Before(rating, scale),
        "reflection": None if felt is None else Reflection(home, felt, **words),
    }
    return Outing(**fields | told)


def moment(kind: str, after: int = 5, rating: int | None = None, **detail) -> Moment:
    """A moment some minutes after `START`."""
    return Moment(START + timedelta(minutes=after), kind, detail, rating)


ratings = st.none() | st.integers(0, 10)
words = st.sampled_from(["", "Grandma", "Zoë", "the café", "He slept", "STRASSE 5", "coffee", "a b"])


TOLD = st.fixed_dictionaries(
    {
        "minutes": st.integers(0, 300),
        "felt": st.none() | st.sampled_from(Felt),
        "trial": st.booleans(),
        "step": st.sampled_from([None, "S4", "S5"]),
        "before": ratings,
        "scale": st.sampled_from(["anxious-0-10/1", "other/1"]),
        "worst": ratings,
        "happened": st.none() | st.sampled_from(Happened),
        "carer": words,
        "place": words,
        "prediction": words,
        "found_out": words,
    }
)
"""What can be told of any outing."""


@st.composite
def any_outings(draw: st.DrawFn, most: int = 15) -> tuple[Outing, ...]:
    return tuple(outing(n, **draw(TOLD)) for n in range(draw(st.integers(0, most))))
