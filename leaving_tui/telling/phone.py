"""A notice on a phone that has Termux; other machines have no such program, and nothing happens."""

import shutil
import subprocess


def tell_phone(text: str) -> None:
    """Show `text` as a notice of the phone; the next one takes its place."""
    if program := shutil.which("termux-notification"):
        command = [program, "--title", "Leaving", "--content", text, "--id", "leaving"]
        quiet = subprocess.DEVNULL
        subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - no shell
