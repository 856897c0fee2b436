"""Any row of acts, in two windows, with damage and restarts between, leaves just what a plain model has."""

from random import Random
from shutil import rmtree

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tinydb import TinyDB

from leaving_tui.domain.outing import Felt, Kind, Moment, Outing
from leaving_tui.domain.record import from_record
from leaving_tui.storage.journal import Journal
from tests.conftest import new_folder
from tests.storage.days import finished_outing, kept, now_at, outing_id

WINDOWS = st.integers(0, 1)


class Days(RuleBasedStateMachine):
    """What two windows do to one journal."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = new_folder()
        self.minute = 0
        self.numbers = 0
        self.live: Outing | None = None
        self.finished: dict[str, Outing] = {}
        self.deleted: dict[str, Outing] = {}
        self.ever: dict[str, Outing] = {}
        self.windows = [self.opened(), self.opened()]

    def opened(self) -> Journal:
        return Journal(self.folder, lambda: now_at(self.minute))

    def change(self, window: int, change) -> None:
        self.minute += 1
        now = now_at(self.minute)
        self.windows[window].change_live(lambda live: change(live, now))
        after = change(self.live, now)
        self.live = None if after is None else kept(after)
        if self.live is not None and self.live.reflection is not None:
            self.finished[self.live.id] = self.live
            self.live = None

    @precondition(lambda self: self.live is None)
    @rule(window=WINDOWS)
    def leave(self, window: int) -> None:
        self.numbers += 1
        key = outing_id(self.numbers)
        self.change(window, lambda _, now: Outing(key, now, now).leave(now))

    @precondition(lambda self: self.live is not None)
    @rule(window=WINDOWS, text=st.text(max_size=20))
    def note(self, window: int, text: str) -> None:
        self.change(
            window, lambda live, now: live and live.note(Moment(now, Kind.LATER, {"worry": kept_text(text)}))
        )

    @precondition(lambda self: self.live is not None)
    @rule(window=WINDOWS, felt=st.sampled_from(Felt))
    def answer(self, window: int, felt: Felt) -> None:
        self.change(window, lambda live, now: live and live.come_home(now).answer(felt, now))

    @precondition(lambda self: self.live is not None)
    @rule(window=WINDOWS)
    def give_up(self, window: int) -> None:
        if self.live is not None and self.live.id in self.ever:
            self.deleted[self.live.id] = self.ever[self.live.id]
        self.change(window, lambda _live, _now: None)

    @precondition(lambda self: self.finished and self.live is None)
    @rule(window=WINDOWS, data=st.data())
    def take_back(self, window: int, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.finished)))
        self.minute += 1
        now = now_at(self.minute)
        self.windows[window].reopen(key, lambda outing: outing.take_back(now))
        self.ever[key] = self.finished.pop(key)
        self.live = kept(self.ever[key].take_back(now))

    @precondition(lambda self: self.finished)
    @rule(window=WINDOWS, data=st.data(), text=st.text(max_size=20))
    def reflect(self, window: int, data: st.DataObject, text: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.finished)))
        self.minute += 1
        now = now_at(self.minute)
        self.windows[window].change(key, lambda outing: outing.reflect(now, found_out=kept_text(text)))
        self.finished[key] = kept(self.finished[key].reflect(now, found_out=kept_text(text)))

    @precondition(lambda self: self.finished)
    @rule(window=WINDOWS, data=st.data())
    def delete(self, window: int, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.finished)))
        self.minute += 1
        self.windows[window].change(key, lambda _: None)
        self.deleted[key] = self.finished.pop(key)

    @precondition(lambda self: self.deleted)
    @rule(window=WINDOWS, data=st.data())
    def merge_what_was_deleted(self, window: int, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.deleted)))
        assert self.windows[window].merge([self.deleted[key]]).changes == ()

    @precondition(lambda self: self.deleted)
    @rule(window=WINDOWS, data=st.data())
    def undo_a_deletion(self, window: int, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.deleted)))
        self.minute += 1
        back = kept(self.deleted.pop(key).edit(now_at(self.minute)))
        self.windows[window].add([back])
        self.finished[key] = back

    @rule(window=WINDOWS, count=st.integers(1, 3))
    def bring_in(self, window: int, count: int) -> None:
        coming = [finished_outing(1000 + self.numbers + n, now_at(n)) for n in range(count)]
        known_otherwise = {*self.deleted, self.live and self.live.id}
        coming = [outing for outing in coming if outing.id not in known_otherwise]
        known = {**self.finished}
        self.windows[window].merge(coming)
        self.finished = {**{outing.id: outing for outing in coming}, **known}

    @rule(window=WINDOWS)
    def restart(self, window: int) -> None:
        self.windows[window].close()
        self.windows[window] = self.opened()

    @precondition(lambda self: (self.folder / "outings.json").exists())
    @rule(seed=st.integers(0, 10_000))
    def a_bit_flips(self, seed: int) -> None:
        path = self.folder / "outings.json"
        data = path.read_bytes()
        at = Random(seed).randrange(len(data))
        path.unlink()
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        path.chmod(0o600)

    @precondition(lambda self: (self.folder / "outings.json").exists())
    @rule()
    def the_file_is_gone(self) -> None:
        (self.folder / "outings.json").unlink()

    @precondition(lambda self: (self.folder / "outings.json").exists() and self.sound())
    @rule()
    def a_stock_tinydb_rewrites_it(self) -> None:
        with TinyDB(self.folder / "outings.json") as stock:
            stock.table("mine").insert({"mine": 1})

    @invariant()
    def both_windows_and_a_stock_tinydb_show_what_there_is(self) -> None:
        for window in self.windows:
            assert window.live() == self.live
            assert {outing.id: outing for outing in window.outings()} == self.finished
            assert window.unsaved is None

        if (self.folder / "outings.json").exists():
            with TinyDB(self.folder / "outings.json") as stock:
                records = {document["id"]: from_record(document) for document in stock.table("outings")}
            assert records == self.finished

    def sound(self) -> bool:
        return all(window.outings() is not None for window in self.windows)

    def teardown(self) -> None:
        rmtree(self.folder)


def kept_text(text: str) -> str:
    return kept(finished_outing(1, now_at(0)).reflect(now_at(0), found_out=text)).reflection.found_out  # type: ignore[union-attr]


TestDays = Days.TestCase
TestDays.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, report_multiple_bugs=False
)
