"""The names that a text leaves room for, and how it still reads well when one of them is not known."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from leaving_tui.content.toml import shipped

NAMES = ("baby", "carer", "me", "back", "place", "activity", "checkin")
"""What may stand in braces in the words: `{baby}`, `{carer}` and so on."""

_HOLE = re.compile(r"\{(\w+)\}")
_BRACES = r"\{[^{}\n]*\}"
_SENTENCE_ENDS = ".?!\n"


def fill(text: str, names: Mapping[str, str]) -> str:
    """`text` with `names` in their places, each exactly as it was typed.

    A name that is missing or blank is replaced by plain words, together with the words around it where the
    sentence needs that: with no `{me}`, "{me} is going out" becomes "I'm going out".
    """
    unknown = frozenset(name for name in NAMES if not names.get(name, "").strip())

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if name and name not in unknown:
            return names.get(name, match[0])
        return _opened(_plain_words().get(match[0], match[0]), text[: match.start()])

    return _holes(unknown).sub(put, text)


def plain_words(phrase: str) -> str:
    """What stands in for `phrase`, such as `{back} another day`, where its name is not known."""
    return _plain_words()[phrase]


def insert(text: str, values: Mapping[str, object]) -> str:
    """`text` with each `{name}` replaced by its value, as it is.

    Raises:
        KeyError: a value is not given.
    """
    return _HOLE.sub(lambda match: str(values[match[1]]), text)


def unknown_names(text: str, also: Iterable[str] = ()) -> list[str]:
    """Whatever stands in braces in `text` and is neither one of `NAMES` nor of `also`."""
    return [found for found in re.findall(_BRACES, text) if found[1:-1] not in (*NAMES, *also)]


@cache
def _plain_words() -> dict[str, str]:
    return {phrase: words for group in shipped("names").values() for phrase, words in group.items()}


@cache
def _holes(unknown: frozenset[str]) -> re.Pattern[str]:
    """Matches every phrase round an unknown name, the longest first, and every `{name}`."""
    phrases = [phrase for phrase in _plain_words() if not unknown.isdisjoint(_HOLE.findall(phrase))]
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest_first), _HOLE.pattern]))


def _opened(words: str, before: str) -> str:
    """`words` with a capital where a sentence starts."""
    before = before.rstrip(' "“')
    return words[:1].upper() + words[1:] if not before or before[-1] in _SENTENCE_ENDS else words
