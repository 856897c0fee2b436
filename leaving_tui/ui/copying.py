"""A message that is ready: copied, and said to be."""

from leaving_tui.ui.scene import Scene

STAYS = 4
"""Seconds that it is said."""


def copy(scene: Scene, text: str) -> None:
    """Copy `text`, which stands on `scene` too: some terminals drop that. However often, it is said once."""
    app, said = scene.app, scene.say("common.copied")
    app.copy_to_clipboard(text)
    if all(notice.message != said for notice in app._notifications):  # noqa: SLF001 - there is no other way to ask
        app.notify(said, markup=False, timeout=STAYS)
