"""Write every screen anew: `python -m tests.snapshots`; the diff then shows what has changed."""

import asyncio
import os
import time

from tests.snapshots import FOLDER, pages


def main() -> None:
    """All of them; those of screens that are no more go."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    shown = asyncio.run(pages())
    for old in FOLDER.glob("*.txt"):
        if old.stem not in shown:
            old.unlink()
    for name, text in shown.items():
        (FOLDER / f"{name}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
