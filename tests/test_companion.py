"""Every use case of the app over a real journal: on disk before it returns, and the same in every window."""

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from leaving_tui.companion import Companion
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Felt, Happened, Kind, Moment, Outing, Stage
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.errors import JournalError
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.conftest import HandClock

PLAN = PlanDraft(carer="Grandma", place="coffee", span="30m", before=6, prediction="He will cry.", step="S5")


@pytest.fixture
def window(folder: Path, clock: HandClock):
    """Opens another window on the same journal; a restart is the same thing."""
    return lambda: Companion(Journal(folder, clock), Notes(folder), clock)


@pytest.fixture
def away(companion: Companion) -> Companion:
    companion.prepare(PLAN)
    companion.leave()
    return companion


@pytest.fixture
def back(away: Companion, clock: HandClock) -> Companion:
    clock.tick(minutes=25)
    away.come_home()
    return away


@pytest.fixture
def answered(back: Companion) -> Companion:
    back.answer(Felt.EASIER)
    return back


def in_hand(companion: Companion) -> Outing:
    outing = companion.snapshot().outing
    assert outing is not None
    return outing


# ---- before the door


def test_with_nothing_typed_the_plan_is_ready_to_go(companion, clock):
    ready = companion.snapshot().ready(clock())
    assert (ready.plan.minutes, ready.plan.carer, ready.due_at) == (30, "", None)
    assert companion.snapshot().stage is Stage.HOME


def test_the_goodbye_has_the_plan(companion):
    outing = companion.prepare(PLAN)
    assert companion.snapshot().stage is Stage.GOODBYE
    assert (outing.plan.carer, outing.plan.place, outing.plan.minutes) == ("Grandma", "coffee", 30)
    assert (outing.step, outing.trial, outing.before.rating, outing.tz) == ("S5", False, 6, "UTC")


def test_T7_2_the_wording_of_a_rating_is_kept_with_it(companion):
    assert companion.prepare(PLAN).before.scale == "anxious-0-10/1"


def test_a_plan_that_cannot_be_kept_is_refused_and_changes_nothing(companion, window):
    companion.draft(PLAN)
    with pytest.raises(PlanError):
        companion.prepare(PLAN._replace(span="banana"))
    assert window().snapshot().stage is Stage.HOME
    assert window().snapshot().draft == PLAN._replace(minutes=30)


def test_a_clock_time_is_kept_until_it_has_gone_by_and_then_gives_way_to_its_length(companion, clock, window):
    companion.draft(PLAN._replace(span="16:30"))
    clock.tick(minutes=80)
    ready = companion.snapshot().ready(clock())
    assert (ready.plan.minutes, ready.due_at) == (12, clock.now.replace(hour=16, minute=30))
    clock.tick(minutes=20)
    ready = window().snapshot().ready(clock())
    assert (ready.plan.minutes, ready.due_at) == (92, None)
    assert (ready.plan.prediction, ready.draft.before) == ("He will cry.", 6)


def test_the_plan_for_tomorrow_does_not_run_to_the_clock_time_of_today(companion, clock):
    companion.prepare(PLAN._replace(span="15:30"))
    companion.leave()
    clock.tick(minutes=40)
    companion.come_home()
    companion.answer(Felt.EASIER)
    assert companion.snapshot().ready(clock()).plan.minutes == 32


def test_a_plan_whose_check_in_has_gone_by_is_still_ready_to_go(companion, clock):
    companion.draft(PLAN._replace(check_ins=("15:10",)))
    clock.tick(hours=20)
    assert companion.prepare().plan.check_ins == ()


def test_preparing_again_starts_the_goodbye_anew(companion, clock):
    first = companion.prepare(PLAN)
    clock.tick(minutes=3)
    second = companion.prepare(PLAN._replace(carer="Sam"))
    assert first.id != second.id
    assert in_hand(companion).plan.carer == "Sam"
    companion.not_yet()
    assert companion.snapshot().outing is None


def test_an_outing_under_way_is_left_as_it_is_by_another_goodbye(away):
    before = in_hand(away)
    next_plan = away.snapshot().draft
    assert away.prepare(PlanDraft(carer="Sam")) == before
    assert away.snapshot().draft == next_plan
    away.not_yet()
    assert in_hand(away) == before


def test_the_words_and_the_rating_can_change_at_the_door(companion):
    companion.prepare(PLAN)
    companion.choose_script("G4")
    companion.rate_before(8)
    assert (in_hand(companion).plan.script, in_hand(companion).before.rating) == ("G4", 8)


# ---- saved at every step


def test_each_step_is_there_for_another_window_before_it_returns(companion, window, clock):
    companion.prepare(PLAN)
    assert window().snapshot().stage is Stage.GOODBYE
    companion.leave()
    assert window().snapshot().stage is Stage.AWAY
    companion.note(Kind.RATING, rating=7)
    companion.note(Kind.BREATHE, {"pattern": "P1", "breaths": 6})
    companion.move_return(5)
    assert [moment.kind for moment in in_hand(window()).moments] == ["rating", "breathe", "time"]
    clock.tick(minutes=25)
    companion.come_home()
    assert window().snapshot().stage is Stage.BACK
    companion.answer(Felt.HARDER)
    assert window().snapshot().stage is Stage.HOME
    assert [outing.reflection.felt for outing in window().finished()] == ["harder"]


def test_after_a_restart_the_time_left_is_right(away, window, clock):
    due = in_hand(away).due_at
    clock.tick(minutes=12)
    assert in_hand(window()).due_at == due
    assert due - clock() == timedelta(minutes=18)


def test_the_next_plan_starts_from_the_last_but_nothing_is_answered_for_the_parent(away):
    draft = away.snapshot().draft
    assert (draft.carer, draft.place, draft.span, draft.step) == ("Grandma", "coffee", "30m", "S5")
    assert (draft.before, draft.prediction) == (None, "")
    assert in_hand(away).before.rating == 6
    assert in_hand(away).plan.prediction == "He will cry."


def test_two_windows_on_one_outing_lose_nothing(away, window, clock):
    other = window()
    for number in range(5):
        clock.tick(seconds=90)
        (away if number % 2 else other).note(Kind.RATING, rating=number)
        (other if number % 2 else away).move_return(5)
    for one in (away, other, window()):
        assert [moment.rating for moment in in_hand(one).moments if moment.kind == "rating"] == [
            0,
            1,
            2,
            3,
            4,
        ]
        assert in_hand(one).due_at - in_hand(one).left_at == timedelta(minutes=55)


def test_coming_home_in_one_window_takes_the_other_along(away, window, clock):
    other = window()
    assert other.snapshot().stage is Stage.AWAY
    clock.tick(minutes=20)
    away.come_home()
    assert other.snapshot().stage is Stage.BACK
    other.answer(Felt.SAME)
    assert away.snapshot().stage is Stage.HOME
    assert away.stale
    assert [outing.reflection.felt for outing in away.finished()] == ["same"]
    assert not away.stale


# ---- away


def test_a_moment_at_home_has_nothing_to_be_noted_to_and_that_is_fine(companion):
    companion.note(Kind.BREATHE, {"pattern": "P1", "breaths": 3})
    companion.leave()
    companion.come_home()
    companion.move_return(5)
    assert companion.snapshot().outing is None
    assert companion.finished() == ()


def test_a_breath_at_the_door_or_after_coming_home_is_no_moment_of_the_outing(companion, clock):
    companion.prepare(PLAN)
    companion.note(Kind.BREATHE)
    companion.leave()
    companion.come_home()
    companion.note(Kind.BREATHE)
    assert in_hand(companion).moments == ()


def test_what_was_typed_reaches_the_journal_without_control_characters(away):
    away.note(Kind.LATER, {"worry": "is he\x1b[31m ok\x00?"})
    away.remember("baby", name="Zoë\u202e")
    assert in_hand(away).moments[0].detail == {"worry": "is he[31m ok?"}
    assert away.snapshot().notes["baby"] == {"name": "Zoë"}


def test_two_windows_remember_side_by_side(companion, window, folder):
    other = window()
    other.snapshot()
    companion.remember("choices", countdown="seconds")
    other.remember("choices", theme="dawn")
    assert window().snapshot().notes["choices"] == {"countdown": "seconds", "theme": "dawn"}


def test_what_is_remembered_stands_beside_what_was_there(companion, window):
    companion.remember("choices", countdown="seconds")
    companion.remember("choices", theme="dawn")
    assert window().snapshot().notes["choices"] == {"countdown": "seconds", "theme": "dawn"}


def test_home_since_a_while(away, clock):
    left = in_hand(away).left_at
    clock.tick(hours=3)
    away.come_home(left + timedelta(minutes=40))
    assert in_hand(away).minutes_out == 40
    away.set_home_at(left + timedelta(minutes=35))
    assert in_hand(away).minutes_out == 35


def test_not_home_yet_is_away_again_with_everything_in_place(back):
    back.not_home_yet()
    assert back.snapshot().stage is Stage.AWAY
    assert in_hand(back).home_at is None


# ---- home again


def test_a_finished_outing_is_one_record_for_a_stock_tinydb(answered, folder):
    [record] = TinyDB(folder / "outings.json").table("outings").all()
    assert (record["plan"]["carer"], record["reflection"]["felt"]) == ("Grandma", "easier")
    assert not (folder / "live.json").exists()


def test_the_answer_is_looked_at_until_it_is_done(answered):
    assert answered.snapshot().stage is Stage.BACK
    assert in_hand(answered).reflection.felt is Felt.EASIER
    answered.done()
    assert answered.snapshot().stage is Stage.HOME


def test_more_can_be_said_after_the_answer(answered, window, clock):
    clock.tick(minutes=1)
    answered.reflect(worst=7, happened=Happened.NO)
    answered.reflect(found_out="He was asleep.\x07", reunion="A long look")
    answered.set_home_at(in_hand(answered).left_at + timedelta(minutes=20))
    [outing] = window().finished()
    assert (outing.reflection.worst, outing.reflection.happened, outing.minutes_out) == (7, "no", 20)
    assert (outing.reflection.found_out, outing.reflection.reunion) == ("He was asleep.", "A long look")
    assert in_hand(answered) == outing


def test_an_answer_taken_back_is_no_longer_among_the_finished_and_asked_again(answered, window, folder):
    answered.take_back()
    assert window().snapshot().stage is answered.snapshot().stage is Stage.BACK
    assert in_hand(answered).reflection is None
    assert answered.finished() == ()
    assert TinyDB(folder / "outings.json").table("outings").all() == []
    answered.answer(Felt.WRONG)
    assert [outing.reflection.felt for outing in window().finished()] == ["wrong"]


def test_taken_back_and_answered_after_a_kill_in_between_the_words_and_numbers_are_there_again(
    answered, window, folder
):
    answered.reflect(worst=8, happened=Happened.NO, found_out="He slept", reunion="A long look")
    answered.take_back()
    later = window()
    later.answer(Felt.HARDER)
    [outing] = window().finished()
    assert outing.reflection[1:6] == ("harder", 8, "no", "He slept", "A long look")
    [record] = TinyDB(folder / "outings.json").table("outings").all()
    assert "taken_back" not in record


def test_a_second_answer_changes_the_first(answered, window):
    answered.answer(Felt.HARDER)
    assert [outing.reflection.felt for outing in window().finished()] == ["harder"]


def test_only_who_is_home_can_answer(away, window, clock):
    """Another window may have said "not home yet" a moment before."""
    away.answer(Felt.EASIER)
    assert away.snapshot().stage is Stage.AWAY
    assert in_hand(away).reflection is None
    clock.tick(minutes=25)
    away.come_home()
    assert away.snapshot().stage is Stage.BACK


def test_an_answered_outing_stays_answered_when_another_window_says_not_home_yet(back, window):
    other = window()
    back.answer(Felt.SAME)
    other.not_home_yet()
    assert [outing.reflection.felt for outing in other.finished()] == ["same"]


def test_a_clock_set_back_between_leaving_and_home_breaks_nothing(away, window, clock):
    clock.tick(minutes=-90)
    away.note(Kind.RATING, rating=3)
    away.come_home()
    away.answer(Felt.SAME)
    [outing] = window().finished()
    assert outing.minutes_out == 0
    assert outing.moments[0].rating == 3


# ---- looking back


def test_a_finished_outing_can_be_changed_deleted_and_brought_back(answered, window):
    [outing] = answered.finished()
    answered.done()
    answered.edit(outing.id, plan=outing.plan._replace(place="library"))
    assert window().finished()[0].plan.place == "library"
    deleted = answered.delete(outing.id)
    assert window().finished() == ()
    answered.restore(deleted)
    assert window().finished()[0].plan.place == "library"


def test_what_is_not_there_can_be_neither_changed_nor_deleted(companion):
    nowhere = "6f1c9a52-3df0-4c53-b2de-0f3d2a6b7c11"
    companion.edit(nowhere, step="S1")
    assert companion.delete(nowhere) is None
    assert companion.finished() == ()


def test_taking_back_the_answer_of_a_deleted_outing_says_so(answered, window):
    window().delete(in_hand(answered).id)
    with pytest.raises(JournalError, match="no longer in the journal"):
        answered.take_back()


def test_an_outing_written_down_afterwards_finds_its_place(answered, window):
    then = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    earlier = (
        Outing(id="0b1e4a52-3df0-4c53-b2de-0f3d2a6b7c11", updated_at=then, prepared_at=then)
        .leave(then)
        .note(Moment(then, Kind.RATING, rating=2))
        .come_home(then + timedelta(minutes=20))
        .answer(Felt.SAME, then + timedelta(minutes=21))
    )
    answered.add([earlier])
    answered.add([earlier])
    newest, oldest = window().finished()
    assert oldest == earlier
    assert newest.plan.carer == "Grandma"


# ---- what a person is told


def test_what_was_mended_is_told_once(answered, folder, window):
    whole = (folder / "outings.json").read_bytes()
    (folder / "outings.json").write_bytes(whole[: len(whole) // 2])
    other = window()
    assert [outing.plan.carer for outing in other.finished()] == ["Grandma"]
    [notice] = other.take_notices()
    assert "set-aside" in notice
    assert other.take_notices() == []
    assert any(kept.read_bytes() == whole[: len(whole) // 2] for kept in (folder / "set-aside").iterdir())


def test_a_damaged_file_of_plans_is_told_of_as_well(companion, folder, window):
    companion.draft(PLAN)
    companion.remember("baby", name="Zoë")
    whole = (folder / "notes.json").read_bytes()
    (folder / "notes.json").write_bytes(whole[:-20])
    other = window()
    other.snapshot()
    assert any("notes" in notice for notice in other.take_notices())


def test_what_the_disk_refuses_is_kept_in_mind_and_saved_with_the_next_try(folder, clock, window):
    full = FullDisk()
    companion = Companion(Journal(folder, clock, full), Notes(folder, clock, full), clock)
    companion.prepare(PLAN)
    full.full = True
    companion.leave()
    companion.note(Kind.RATING, rating=4)
    companion.remember("choices", countdown="seconds")
    assert companion.snapshot().stage is Stage.AWAY
    assert "the disk is full" in companion.snapshot().unsaved
    assert not companion.retry()
    full.full = False
    assert companion.retry()
    assert companion.snapshot().unsaved is None
    assert [moment.rating for moment in in_hand(window()).moments] == [4]
    assert window().snapshot().notes["choices"] == {"countdown": "seconds"}


class FullDisk(Disk):
    """A disk without any room for as long as `full`."""

    full = False

    def write(self, fd: int, data: bytes) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "no space left")
        return super().write(fd, data)


def test_a_check_in_counts_as_agreed_only_where_one_was_agreed(away, companion):
    away.note(Kind.CHECK_IN, {"planned": True, "said": "all well"})
    assert in_hand(away).moments[-1].detail == {"planned": False, "said": "all well"}
    away.come_home()
    away.answer(Felt.SAME)
    companion.prepare(PLAN._replace(span="2h"))
    companion.leave()
    companion.note(Kind.CHECK_IN, {"planned": True})
    assert in_hand(companion).moments[-1].detail == {"planned": True}
