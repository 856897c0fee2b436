"""Whether a parent trusts the person who stays: asked before the ladder starts, never at the door (T3.1)."""

from collections.abc import Mapping
from typing import Any

from leaving_tui.domain.text import clean_line


def trusted(choices: Mapping[str, Any], carer: str) -> bool | None:
    """What was answered about `carer`, as kept by `trust_answer`; `None` while the question is open.

    An answer given before anyone was named holds for whoever comes; a new person's name opens it again.
    """
    answer = choices.get("trust")
    if not isinstance(answer, bool):
        return None
    known, name = _names(choices), clean_line(carer).casefold()
    if name in known:
        return True
    return None if answer and name and known else answer


def trust_answer(choices: Mapping[str, Any], carer: str, *, yes: bool) -> dict[str, Any]:
    """What to keep of an answer about `carer`, beside those about others."""
    name = clean_line(carer).casefold()
    others = [known for known in _names(choices) if known != name]
    return {"trust": yes, "trust_for": [*others, name] if yes and name else others}


def _names(choices: Mapping[str, Any]) -> list[str]:
    names = choices.get("trust_for")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
