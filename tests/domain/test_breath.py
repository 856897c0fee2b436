"""Where in a breath a person is, computed from elapsed seconds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.breath import Pattern, Phase, breath_at

CALM = Pattern("P1", "4 in, 6 out", 4, 0, 6, 0)
BOX = Pattern("P3", "box", 4, 4, 4, 4)
SIGH = Pattern("P5", "two in, one out", 3, 0, 6, 0, top_up=1)

PATTERNS = st.builds(
    Pattern,
    id=st.just("X"),
    name=st.just(""),
    breathe_in=st.integers(1, 8),
    hold=st.integers(0, 8),
    breathe_out=st.integers(1, 12),
    rest=st.integers(0, 8),
    top_up=st.integers(0, 2),
)


@pytest.mark.parametrize(
    ("elapsed", "phase", "count", "number"),
    [
        (0, Phase.IN, 1, 1),
        (3.99, Phase.IN, 4, 1),
        (4, Phase.OUT, 1, 1),
        (9.99, Phase.OUT, 6, 1),
        (10, Phase.IN, 1, 2),
        (59.99, Phase.OUT, 6, 6),
    ],
)
def test_four_in_and_six_out_counted_aloud(elapsed, phase, count, number):
    breath = breath_at(CALM, elapsed, breaths=6)
    assert (breath.phase, breath.count, breath.number, breath.done) == (phase, count, number, False)


def test_it_starts_on_the_in_breath_and_ends_after_an_out_breath():
    assert breath_at(CALM, 0, 6).phase is Phase.IN
    end = breath_at(CALM, 60, 6)
    assert end.done
    assert end.phase is Phase.OUT
    assert breath_at(BOX, 16, 1).phase is Phase.REST


def test_a_held_breath_goes_through_all_four_parts():
    seen = [breath_at(BOX, second, 1).phase for second in range(16)]
    assert seen == [Phase.IN] * 4 + [Phase.HOLD] * 4 + [Phase.OUT] * 4 + [Phase.REST] * 4


def test_a_second_short_breath_fills_the_last_quarter():
    assert breath_at(SIGH, 3, 1).phase is Phase.TOP_UP
    assert breath_at(SIGH, 3, 1).fullness == pytest.approx(0.75)
    assert breath_at(SIGH, 4, 1).fullness == pytest.approx(1.0)


def test_T1_2_only_patterns_with_a_held_breath_ask_first():
    assert BOX.holds
    assert not CALM.holds
    assert not SIGH.holds


@pytest.mark.parametrize(("seconds", "breaths"), [(60, 6), (180, 18), (300, 30), (1, 1), (0, 1)])
def test_a_session_is_whole_breaths(seconds, breaths):
    assert CALM.breaths_in(seconds) == breaths


def test_a_clock_set_back_waits_at_the_beginning():
    assert breath_at(CALM, -30, 6) == breath_at(CALM, 0, 6)


@given(PATTERNS, st.integers(1, 40))
def test_T1_6_each_phase_turns_at_its_exact_second_however_long_the_session(pattern, breaths):
    at = pattern.cycle * (breaths - 1)
    for phase, seconds in pattern.phases:
        assert breath_at(pattern, at, breaths).phase is phase
        assert breath_at(pattern, at + seconds - 0.01, breaths).phase is phase
        at += seconds
    assert breath_at(pattern, at, breaths).done


@given(PATTERNS, st.floats(0, 4000), st.integers(1, 60))
@settings(max_examples=150)
def test_the_shape_stays_in_its_frame_and_the_count_within_its_phase(pattern, elapsed, breaths):
    breath = breath_at(pattern, elapsed, breaths)
    assert 0.0 <= breath.fullness <= 1.0
    assert 1 <= breath.number <= breaths
    assert 1 <= breath.count <= dict(pattern.phases)[breath.phase]
    assert breath.done == (elapsed >= pattern.cycle * breaths)


@given(PATTERNS, st.floats(0, 400))
def test_the_shape_never_jumps(pattern, elapsed):
    one, other = (breath_at(pattern, at, 100).fullness for at in (elapsed, elapsed + 0.01))
    # A hundredth of a second moves an eased breath of one second by less than a twentieth.
    assert abs(one - other) < 0.05
