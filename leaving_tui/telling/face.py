"""How the time left is told: in minutes, with seconds, or not at all; remembered, and alike on both faces."""

from leaving_tui.snapshot import Snapshot

FACES = ("minutes", "seconds", "hidden")
"""What `s` goes through."""


def face(snapshot: Snapshot) -> str:
    """The one that was chosen last, or else minutes."""
    chosen = snapshot.notes.get("choices", {}).get("countdown")
    return chosen if chosen in FACES else FACES[0]


def next_face(snapshot: Snapshot) -> str:
    """The one after it."""
    return FACES[(FACES.index(face(snapshot)) + 1) % len(FACES)]
