"""Any order of choices in two windows, restarts and clocks set back, against a plain model."""

import shutil
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt, Kind, Outing, Stage
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.errors import JournalError
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.conftest import START, HandClock, new_folder

WINDOWS = st.sampled_from([0, 1])
NUMBERS = st.integers(0, 10)
ONE, OTHER = timedelta(minutes=1), timedelta(milliseconds=1)


class Outings(RuleBasedStateMachine):
    """Two windows on one folder, and as dictionaries the outing in hand and the finished ones."""

    @initialize()
    def open_two_windows(self) -> None:
        self.folder = new_folder()
        self.clock = HandClock()
        self.windows = [self._window(), self._window()]
        self.live: dict | None = None
        self.finished: dict[str, dict] = {}
        self.answered: list[str | None] = [None, None]
        self.deleted: list[tuple[Outing, dict]] = []

    def _window(self) -> Companion:
        return Companion(Journal(self.folder, self.clock), Notes(self.folder), self.clock)

    def teardown(self) -> None:
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)

    # ---- the door

    @rule(at=WINDOWS, minutes=st.sampled_from([1, 20, 45]), carer=st.sampled_from(["", "Grandma"]))
    def prepare(self, at: int, minutes: int, carer: str) -> None:
        outing = self.windows[at].prepare(PlanDraft(carer=carer, span=f"{minutes}m"))
        if self.live is None or self.live["left"] is None:
            self.live = {
                "id": outing.id,
                "minutes": minutes,
                "carer": carer,
                "left": None,
                "due": None,
                "home": None,
                "felt": None,
                "worst": None,
                "found_out": "",
                "ratings": [],
            }

    @rule(at=WINDOWS)
    def not_yet(self, at: int) -> None:
        self.windows[at].not_yet()
        if self.live and self.live["left"] is None:
            self.live = None

    @precondition(lambda self: self.live)
    @rule(at=WINDOWS)
    def leave(self, at: int) -> None:
        self.windows[at].leave()
        if self.live and self.live["left"] is None:
            now = self.clock()
            self.live |= {"left": now, "due": now + self.live["minutes"] * ONE}

    # ---- away

    @property
    def _away(self) -> bool:
        return bool(self.live and self.live["left"] and not self.live["home"])

    @precondition(lambda self: self.live)
    @rule(at=WINDOWS, rating=NUMBERS)
    def note_a_rating(self, at: int, rating: int) -> None:
        self.windows[at].note(Kind.RATING, rating=rating)
        if self._away:
            self.live["ratings"].append(rating)

    @precondition(lambda self: self.live)
    @rule(at=WINDOWS, minutes=st.sampled_from([5, -5]))
    def move_the_return(self, at: int, minutes: int) -> None:
        self.windows[at].move_return(minutes)
        if self._away:
            due = max(self.live["due"], self.clock()) if minutes > 0 else self.live["due"]
            self.live["due"] = max(self.live["left"] + ONE, due + minutes * ONE)

    @precondition(lambda self: self.live)
    @rule(at=WINDOWS, ago=st.none() | st.integers(0, 90))
    def come_home(self, at: int, ago: int | None) -> None:
        now = self.clock()
        then = None if ago is None else now - ago * ONE
        self.windows[at].come_home(then)
        if self.live["left"] is None:
            return
        self.live["home"] = self.live["home"] or now
        if then:
            self.live["home"] = max(self.live["left"], then)

    @precondition(lambda self: self.live)
    @rule(at=WINDOWS)
    def not_home_yet(self, at: int) -> None:
        self.windows[at].not_home_yet()
        if self.live:
            self.live["home"] = None

    # ---- home

    @precondition(lambda self: self.live or any(self.answered))
    @rule(at=WINDOWS, felt=st.sampled_from(Felt))
    def answer(self, at: int, felt: Felt) -> None:
        self.windows[at].answer(felt)
        if (looked_at := self.answered[at]) is not None:
            if looked_at in self.finished:
                self.finished[looked_at]["felt"] = felt
        elif self.live and self.live["home"]:
            self.live["felt"] = felt
            self.finished[self.live["id"]] = self.live
            self.answered[at], self.live = self.live["id"], None

    @precondition(lambda self: any(self.answered))
    @rule(at=WINDOWS)
    def take_back(self, at: int) -> None:
        looked_at = self.answered[at]
        if looked_at is not None and looked_at not in self.finished:
            with pytest.raises(JournalError):
                self.windows[at].take_back()
            return
        self.windows[at].take_back()
        if looked_at is not None:
            self.live = self.finished.pop(looked_at) | {"felt": None, "worst": None, "found_out": ""}

    @precondition(lambda self: any(self.answered))
    @rule(at=WINDOWS, worst=st.none() | NUMBERS, found_out=st.sampled_from(["", "He slept.", "[/]"]))
    def reflect(self, at: int, worst: int | None, found_out: str) -> None:
        self.windows[at].reflect(worst=worst, found_out=found_out)
        if self.answered[at] in self.finished:
            self.finished[self.answered[at]] |= {"worst": worst, "found_out": found_out}

    @precondition(lambda self: any(self.answered))
    @rule(at=WINDOWS)
    def done(self, at: int) -> None:
        self.windows[at].done()
        self.answered[at] = None

    # ---- looking back

    @precondition(lambda self: self.finished)
    @rule(at=WINDOWS, pick=NUMBERS)
    def delete(self, at: int, pick: int) -> None:
        outing_id = sorted(self.finished)[pick % len(self.finished)]
        kept = self.windows[at].delete(outing_id)
        self.deleted.append((kept, self.finished.pop(outing_id)))

    @precondition(lambda self: self.deleted)
    @rule(at=WINDOWS)
    def bring_back(self, at: int) -> None:
        outing, model = self.deleted.pop()
        self.windows[at].restore(outing)
        self.finished[outing.id] = model

    @rule(at=WINDOWS, days=st.integers(1, 3), twice=st.booleans())
    def add_one_written_down_afterwards(self, at: int, days: int, twice: bool) -> None:
        then = START - timedelta(days=days)
        outing = Outing(id=str(uuid4()), updated_at=then, prepared_at=then).leave(then)
        outing = outing.come_home(then + 20 * ONE).answer(Felt.SAME, then + 21 * ONE)
        for _ in range(1 + twice):
            self.windows[at].add([outing])
        self.finished[outing.id] = {
            "id": outing.id,
            "minutes": 30,
            "carer": "",
            "left": then,
            "due": then + 30 * ONE,
            "home": then + 20 * ONE,
            "felt": Felt.SAME,
            "worst": None,
            "found_out": "",
            "ratings": [],
        }

    @precondition(lambda self: self.finished)
    @rule(at=WINDOWS, pick=NUMBERS, later=st.booleans())
    def import_another_version(self, at: int, pick: int, later: bool) -> None:
        outing_id = sorted(self.finished)[pick % len(self.finished)]
        known = next(outing for outing in self.windows[at].finished() if outing.id == outing_id)
        step = OTHER if later else -OTHER
        changed = known.reflect(self.clock(), found_out="from the phone")
        self.windows[at].add([changed._replace(updated_at=known.updated_at + step)])
        if later:
            self.finished[outing_id]["found_out"] = "from the phone"

    # ---- the world

    @rule(at=WINDOWS, politely=st.booleans())
    def restart(self, at: int, politely: bool) -> None:
        if politely:
            self.windows[at]._journal.close()
        self.windows[at] = self._window()
        self.answered[at] = None

    @rule(minutes=st.sampled_from([1, 7, 40, -20]))
    def time_passes(self, minutes: int) -> None:
        self.clock.tick(minutes=minutes)

    # ---- what must hold after every step

    @invariant()
    def every_window_shows_the_model(self) -> None:
        if self.live is not None:
            self.answered = [None, None]
        for window, looked_at in zip(self.windows, self.answered, strict=True):
            snapshot = window.snapshot()
            if self.live is not None:
                assert seen(snapshot.outing) == self.live
                assert snapshot.stage is self._stage
            else:
                assert (snapshot.outing and snapshot.outing.id) == looked_at
                assert snapshot.stage is (Stage.BACK if looked_at else Stage.HOME)
            assert {outing.id: seen(outing) for outing in window.finished()} == self.finished
            assert snapshot.unsaved is None
            assert window.take_notices() == []

    @property
    def _stage(self) -> Stage:
        if self.live["left"] is None:
            return Stage.GOODBYE
        return Stage.BACK if self.live["home"] else Stage.AWAY

    @invariant()
    def a_stock_tinydb_reads_every_finished_outing(self) -> None:
        path = self.folder / "outings.json"
        if not path.exists():
            assert not self.finished
            return
        with TinyDB(path, storage=JSONStorage, access_mode="r") as stock:
            records = stock.table("outings").all()
        assert {record["id"]: record["reflection"]["felt"] for record in records} == {
            outing_id: model["felt"] for outing_id, model in self.finished.items()
        }
        assert len(records) == len(self.finished)


def seen(outing: Outing | None) -> dict | None:
    """An outing as the model keeps it."""
    if outing is None:
        return None
    reflection = outing.reflection
    return {
        "id": outing.id,
        "minutes": outing.plan.minutes,
        "carer": outing.plan.carer,
        "left": outing.left_at,
        "due": outing.due_at,
        "home": outing.home_at,
        "felt": reflection and reflection.felt,
        "worst": reflection and reflection.worst,
        "found_out": reflection.found_out if reflection else "",
        "ratings": [moment.rating for moment in outing.moments if moment.kind == Kind.RATING],
    }


TestOutings = Outings.TestCase
TestOutings.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
