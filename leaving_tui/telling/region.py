"""Which country's help lines to show: what the person chose, else what the locale says, else none."""

import os
import re

from leaving_tui.companion import Snapshot


def region_code(snapshot: Snapshot, chosen_region: str = "") -> str:
    """A country code such as `GB`, or an empty text where it is not known: never a guess (T6.4)."""
    if chosen_region:
        return chosen_region
    chosen = snapshot.notes.get("choices", {}).get("region")
    if isinstance(chosen, str) and chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if match := re.match(r"[a-z]{2,3}_([A-Z]{2})", os.environ.get(name, "")):
            return match[1]
    return ""
