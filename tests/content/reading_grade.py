"""The reading grade of a text by textstat, counting syllables by ear so that nothing is downloaded."""

import re

import pytest

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouy])(?<![aeiouy]l)(?:es|ed|e)$")
_SPOKEN = re.compile(r"(?:[td]ed|[scxz]es|[sc]hes|ges|[^aeiouy]le)$")


def syllables(word: str) -> int:
    """Groups of vowels, less an ending that is not spoken; rather too many than too few."""
    word = re.sub(r"[^a-z]", "", word.lower())
    silent = bool(_SILENT.search(word)) and not _SPOKEN.search(word)
    return max(1, len(_VOWELS.findall(word)) - silent)


class _ByEar(dict[str, list[list[str]]]):
    """Stands where textstat looks words up in a dictionary that it would have to download."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["1"] * syllables(word)]


def grade(text: str) -> float:
    """US school grade (Flesch-Kincaid)."""
    import textstat  # slow to load; only the process that measures needs it

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textstat.backend.counts._count_syllables.get_cmudict", lambda lang: _ByEar())
        return float(textstat.flesch_kincaid_grade(text))
