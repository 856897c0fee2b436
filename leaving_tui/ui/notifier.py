"""How a quiet word reaches the person beside the screen: a bell, the terminal, or the phone."""

import shutil
import subprocess
from typing import Any

from textual.app import App

from leaving_tui.domain.settings import Settings
from leaving_tui.ui.terminal import write


def notify_outside(app: App[Any], settings: Settings, text: str) -> None:
    """Tell `text` in every way the person chose; by default in none."""
    if settings.bell:
        app.bell()
    if settings.terminal:
        # Each terminal knows one of these and leaves the others alone.
        write(app, f"\x1b]9;{text}\x07\x1b]777;notify;Leaving;{text}\x07\x1b]99;;{text}\x1b\\")
    if settings.termux and (program := shutil.which("termux-notification")):
        command = [program, "--title", "Leaving", "--content", text, "--id", "leaving"]
        subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
