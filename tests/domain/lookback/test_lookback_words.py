"""Every sentence that looking back can ask for is there, with every value it needs."""

import re
import tomllib
from pathlib import Path

import pytest

import leaving_tui.content
from leaving_tui.domain.lookback.answers import Answers
from leaving_tui.domain.lookback.belt import belt, totals
from leaving_tui.domain.lookback.evidence import Evidence, HardPart, Urges
from leaving_tui.domain.lookback.ledger import Ledger, Pair, Predictions
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.lookback.trends import Measure, trends
from leaving_tui.domain.outing import Felt, Happened

from .outings import START, moment, outing

FILE = Path(leaving_tui.content.__file__).parent / "screens" / "lookback.toml"
WORDS = tomllib.loads(FILE.read_text("utf-8"))


def texts(table=WORDS):
    for value in table.values():
        yield from texts(value) if isinstance(value, dict) else [value]


def sentence(line: Line) -> str:
    """The sentence, chosen as the library chooses it; fails where a text or a value is missing."""
    found = WORDS
    for part in line.key.split("."):
        found = found[part]
    if isinstance(found, dict):
        found = found["one" if line.values["count"] == 1 else "many"]
    assert not {None} & {line.values[name] for name in re.findall(r"\{(\w+)\}", found)}
    return re.sub(r"\{(\w+)\}", lambda hole: str(line.values[hole[1]]), found)


DETAILS = [
    ("breathe", {}), ("breathe", {"breaths": 1}), ("breathe", {"breaths": 6}),
    ("ground", {}), ("ground", {"exercise": "E1"}), ("kind", {}), ("walk", {}),
    ("check_in", {}), ("check_in", {"said": "a"}),
    ("check_in", {"planned": True}), ("check_in", {"planned": True, "said": "a"}),
    ("urge", {}), ("urge", {"outcome": "waited", "minutes": 5}), ("urge", {"outcome": "waited"}),
    ("urge", {"outcome": "checked"}), ("urge", {"outcome": "new_fact"}),
    ("later", {}), ("later", {"worry": "a"}),
    ("time", {}), ("time", {"minutes": 5}), ("time", {"minutes": -5}),
]  # fmt: skip


def stories():
    moments = (moment("rating", rating=3), moment("rating"), *(moment(kind, **d) for kind, d in DETAILS))
    for felt in Felt:
        for happened in Happened:
            yield outing(
                trial=felt is Felt.SAME, before=3, prediction="p", moments=moments, felt=felt,
                worst=2, happened=happened, found_out="f", reunion="r",
            )  # fmt: skip


def test_every_line_of_a_story_can_be_said():
    for told in stories():
        assert all(sentence(Line(entry.key, entry.values)) for entry in story(told))


@pytest.mark.parametrize("n", [0, 1, 2, 900])
def test_every_line_of_the_belt_can_be_said(n):
    sums = totals([outing(i, trial=bool(i)) for i in range(n)])
    assert all(sentence(line) for line in (*sums.lines, *belt(n, 38).lines))


@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize("same", [0, 2])
@pytest.mark.parametrize("harder", [0, 2])
def test_every_way_to_compare_outings_and_predictions_can_be_said(n, same, harder):
    counts = Answers(n, same, harder)
    for ends in ((n, 0, 0), (0, n, 0), (0, 0, n), (0, n, n)):
        book = Ledger((Pair("", START, "p"),), Predictions(*ends), counts, Answers(8 + n, same, harder))
        assert all(sentence(line) for line in (*book.lines, *Ledger((), Predictions(), counts, counts).lines))


@pytest.mark.parametrize("n", [1, 3])
def test_every_line_of_the_ledger_can_be_said(n):
    pairs = [Pair("", START, "p", happened, Felt.WRONG, "f") for happened in (None, *Happened)]
    counts = Answers(n, n, n, n, n)
    book = Ledger(tuple(pairs), Predictions(n, n, n, n, n), counts, Answers(9, wrong=n, skipped=n))
    empty = Ledger((), Predictions(), Answers(), Answers())
    lines = [*book.lines, *empty.lines, *(line for pair in pairs for line in pair.lines)]
    assert all(sentence(line) for line in lines)
    assert "ledger.recent" in [line.key for line in book.lines]


def test_T7_5_every_line_of_a_trend_can_be_said_and_has_one_of_three_words():
    words = {(8, 8, 2, 2): "lower", (5, 5, 5, 5): "about the same", (1, 1, 9, 9): "higher"}
    for ratings, word in words.items():
        outings = [outing(n, step="S5", before=r, worst=r) for n, r in enumerate(ratings)]
        (trend,) = trends([*outings, outing(9, step="S5", felt=Felt.WRONG)])
        said = [sentence(line) for line in trend.lines]
        assert all(f": {word}." in line for line in said[:2])
    for measure in Measure:
        for n in (1, 3):
            assert sentence(Line(f"trend.{measure}_few", {"count": n}))
    for key in ("trend.step_change", "trend.left_out", "trend.still"):
        assert sentence(Line(key, {"count": 1}))
        assert sentence(Line(key, {"count": 2}))
    (other,) = trends([outing(before=3, scale="other/1")])
    assert all(sentence(line) for line in other.lines)


def test_every_line_of_the_evidence_can_be_said():
    for part in (HardPart(0, 10, 4, 5), HardPart(10, 20, 4, 5), HardPart(60, None, 4, 5)):
        for counts in (Answers(6, 1, 1), Answers(1, 1, 6, 1, 1)):
            for urges in (Urges(), Urges(1, 0), Urges(2, 1)):
                assert all(sentence(line) for line in Evidence(counts, part, urges, ()).lines)


def test_T7_6_the_kind_line_reads_as_the_evidence_asks():
    said = sentence(Line("trend.still", {"count": 5}))
    assert said == "Numbers can stay up while you still get used to going. You went 5 times."


def test_T7_4_T7_8_the_words_know_no_streak_no_missed_day_no_drop_and_no_shouting():
    shunned = re.compile(r"streak|missed|failed|only |dropped|fell|went down|at least|great|!", re.IGNORECASE)
    assert [text for text in texts() if shunned.search(text)] == []


def test_no_sentence_is_over_20_words():
    sentences = [part for text in texts() for part in re.split(r"[.?:] ", text)]
    assert [part for part in sentences if len(part.split()) > 20] == []
