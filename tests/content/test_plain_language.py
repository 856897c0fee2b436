"""Words that a tired person can read: T8.1, and room for them on a phone."""

import re
import textwrap
from itertools import groupby

from tests.content.reading_grade import grade
from tests.content.shipped_texts import Shipped, everything, prose

ENOUGH = 100
"""Words: a grade of less text says little."""


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!…])[\"”]?\s+|\n", text) if part.strip()]


def as_read(text: str) -> str:
    """The text with its placeholders filled and its end marked, as the formula needs it."""
    filled = re.sub(r"\{\w+\}", "Sam", text).strip().rstrip(":,")
    return filled if filled[-1:] in {".", "?", "!"} else f"{filled}."


def blocks(texts: list[Shipped]) -> list[tuple[str, str]]:
    """The texts in turn, joined to blocks of a hundred words and more; a rest goes to the block before it."""
    made: list[list[Shipped]] = [[]]
    for shipped in texts:
        if sum(len(words(each.text)) for each in made[-1]) >= ENOUGH:
            made.append([])
        made[-1].append(shipped)
    if len(made) > 1 and sum(len(words(each.text)) for each in made[-1]) < ENOUGH:
        rest = made.pop()
        made[-1] += rest
    return [(block[0].where, " ".join(as_read(each.text) for each in block)) for block in made]


def long_enough(texts: list[Shipped]) -> bool:
    return sum(len(words(each.text)) for each in texts) >= ENOUGH


def all_blocks() -> list[tuple[str, str]]:
    """The prose of each file in blocks; what is short, of all files together."""
    by_file = [list(texts) for _, texts in groupby(prose(), key=lambda shipped: shipped.file)]
    short = [shipped for texts in by_file if not long_enough(texts) for shipped in texts]
    return [block for texts in by_file if long_enough(texts) for block in blocks(texts)] + blocks(short)


def test_T8_1_every_block_of_text_reads_at_grade_6_or_lower() -> None:
    grades = {where: grade(text) for where, text in all_blocks()}
    assert len(grades) > 50
    assert {where: found for where, found in grades.items() if found > 6} == {}


def test_T8_1_the_measure_can_tell_hard_words_from_plain_ones() -> None:
    hard = "Maternal psychological equilibrium necessitates a gradual habituation to recurring separations."
    assert grade(hard) > 12
    assert grade("You can call at any time. It is your choice.") < 4


def test_T8_1_no_sentence_is_over_20_words() -> None:
    long = [
        (shipped.where, sentence)
        for shipped in prose()
        for sentence in sentences(shipped.text)
        if len(words(sentence)) > 20
    ]
    assert long == []


def test_every_text_wraps_into_a_phone_window_without_cutting_a_word() -> None:
    wide = [
        (shipped.where, line)
        for shipped in everything()
        for line in textwrap.wrap(shipped.text, 38, break_long_words=False)
        if len(line) > 38
    ]
    assert wide == []


def test_each_step_of_an_exercise_is_a_few_short_lines_on_a_phone() -> None:
    steps = [shipped for shipped in everything() if shipped.file == "exercises" and ".steps" in shipped.key]
    assert steps
    assert [step for step in steps if len(textwrap.wrap(step.text, 38)) > 4] == []
