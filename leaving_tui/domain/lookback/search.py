"""Finding outings as a person types: any case, with or without accents, every word must be there."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from unicodedata import normalize

from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import chosen, marked

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff]")
# Letters that Unicode does not take apart, and the apostrophe that keyboards put for the typed one.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})
_DAY = re.compile(r"[0-9]{1,2}")
"""A number that is meant by itself: `20` is a day, and no part of a year."""
_NO_NAMES: Mapping[str, str] = MappingProxyType({})

Also = Callable[[Outing], str]
"""Gives further words of an outing, such as its day as the list shows it."""


def fold(text: str) -> str:
    """`text` as it is compared: lower case, without accents."""
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    return _ACCENTS.sub("", apart).translate(_PLAIN)


def haystack(outing: Outing, names: Mapping[str, str] = _NO_NAMES, also: str = "") -> str:
    """All that can be found of `outing`, folded: carer, place, notes, step, answer.

    `names` gives further words for a step's id, an answer or `trial`, such as `{"same": "about the same"}`;
    `also` is what else is known of this one.
    """
    tags = [outing.step, "trial" if outing.trial else None]
    if outing.reflection is not None:
        tags.append(str(outing.reflection.felt))
    said = [also, outing.plan.carer, outing.plan.place, *_notes(outing)]
    for tag in filter(None, tags):
        said += [tag, names.get(tag, "")]
    return fold("\n".join(said))


class Index:
    """Outings ready to be searched at each keystroke; only those that changed are read again."""

    def __init__(self, names: Mapping[str, str] = _NO_NAMES, also: Also = lambda _: "") -> None:
        self._names = names
        self._also = also
        self._held: tuple[Sequence[Outing], dict[str, tuple[object, str]]] = (), {}

    def refresh(self, outings: Sequence[Outing]) -> None:
        """Hold exactly `outings`, in their order."""
        before = self._held[1]
        read: dict[str, tuple[object, str]] = {}
        for place, (outing_id, mark) in enumerate(marked(outings)):
            known = before.get(outing_id)
            if known is None or known[0] != mark:
                outing = outings[place]
                known = (mark, haystack(outing, self._names, self._also(outing)))
            read[outing_id] = known
        # At once, so that a search in another thread never sees half of them.
        self._held = outings, read

    def find(self, typed: str) -> Sequence[Outing]:
        """The outings that hold every word of `typed`, in order; all of them while nothing is typed."""
        outings, read = self._held
        if not typed:
            return outings
        found = [(place, hay) for place, (_, hay) in enumerate(read.values())]
        for word in sorted(fold(typed).split(), key=len, reverse=True):
            found = [entry for entry in found if word in entry[1]]
            if _DAY.fullmatch(word):
                found = [entry for entry in found if re.search(rf"\b{word}\b", entry[1])]
        return chosen(outings, [place for place, _ in found])


def _notes(outing: Outing) -> Iterator[str]:
    yield outing.plan.prediction or ""
    for moment in outing.moments:
        for name in ("said", "worry"):
            if isinstance(note := moment.detail.get(name), str):
                yield note
    if outing.reflection is not None:
        yield outing.reflection.found_out
        yield outing.reflection.reunion
