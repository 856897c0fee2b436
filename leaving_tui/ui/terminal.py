"""The terminal around the app: its title, its signals, and a crash that keeps private words private."""

import asyncio
import os
import signal
import sys
from codecs import getincrementaldecoder
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Any, TextIO

from textual.app import App

_GRACE = 2
"""Seconds a stopped app may take to restore the terminal before it is ended hard."""
_TITLE_PUSH, _TITLE_POP = "\x1b[22;0t", "\x1b[23;0t"
_PIXEL_MOUSE_OFF = "\x1b[?1016l"
"""Textual 8.2 switches pixel mouse reports on in some terminals and does not switch them off."""


def write(app: App[Any], codes: str) -> None:
    """Send codes to the terminal that Textual has no call for; its driver is the one writer there."""
    driver = app._driver  # noqa: SLF001
    if driver is not None and not app.is_headless:
        driver.write(codes)


class TerminalTitle:
    """The title of the terminal window; `run_in_terminal` gives the one from before back."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._shown = ""

    def show(self, title: str) -> None:
        """Set the title; nothing is written where it has not changed."""
        if title != self._shown:
            self._shown = title
            write(self._app, f"\x1b]2;{title}\x07")

    def lend_while_paused(self) -> None:
        """While the app is paused, the window has the title from before; after it, all is painted again."""
        # At once: the process stops before it would come to it otherwise.
        self._app.app_suspend_signal.subscribe(self._app, self._give_back, immediate=True)
        self._app.app_resume_signal.subscribe(self._app, self._take_again, immediate=True)

    def _give_back(self, app: App[Any]) -> None:
        write(app, _TITLE_POP)

    def _take_again(self, app: App[Any]) -> None:
        shown, self._shown = self._shown, ""
        write(app, _TITLE_PUSH)
        self.show(shown)
        # The terminal comes back empty, and Textual 8.2 would paint only what changes from now on.
        app.refresh(layout=True)


def restore_on_signals(app: App[Any]) -> None:
    """Leave by the front door on SIGTERM and SIGHUP: Textual alone would leave the terminal unusable.

    A plain handler and not one of the loop's: it works even while the loop waits for a dead terminal, and the
    alarm ends the process if it cannot leave in time. Everything acknowledged is on disk already.
    """
    if not hasattr(signal, "SIGHUP"):
        return
    loop = asyncio.get_running_loop()

    def stop(number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_GRACE)
        loop.call_soon_threadsafe(lambda: app.exit(return_code=128 + number))

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def run_in_terminal(app: App[Any], *, mouse: bool = True, letters: str = "utf-8") -> int:
    """Run `app` to its end and give the terminal back as it was; the exit status.

    `letters` is what the terminal can show: an encoding, or `glyphs.CONSOLE`.
    """
    out = sys.__stderr__
    assert isinstance(out, TextIOWrapper)
    _write_and_read(out, letters)
    _fit_colours(app)
    out.write(_TITLE_PUSH)
    out.flush()
    try:
        app.run(mouse=mouse)
    finally:
        if hasattr(signal, "SIGHUP"):
            signal.alarm(0)
        _put_right(out)
    return app.return_code or 0


def _write_and_read(out: TextIOWrapper, letters: str) -> None:
    if letters != "utf-8":
        # Most terminals never need it.
        from leaving_tui.telling.glyphs import CONSOLE, write_in

        write_in(letters)
        letters = "utf-8" if letters in ("ascii", CONSOLE) else letters
    elif out.encoding != "utf-8":
        out.reconfigure(encoding="utf-8")
    if os.name == "posix":
        from textual.drivers import linux_driver

        vars(linux_driver)["getincrementaldecoder"] = lambda _: partial(Keyboard, letters)


class Keyboard:
    """Makes letters of what is typed; two things that Textual 8.2 does not expect are mended here."""

    def __init__(self, letters: str) -> None:
        # A byte that is none of the letters would end the app with a report.
        self._letters = getincrementaldecoder(letters)("ignore")
        self._gone = False

    def decode(self, data: bytes, final: bool = False) -> str:
        """The letters in `data`; no data means that the window is gone, and Textual would ask for ever."""
        if not data and not self._gone:
            self._gone = True
            os.kill(os.getpid(), signal.SIGHUP)
        return self._letters.decode(data, final)


def _fit_colours(app: App[Any]) -> None:
    if app.no_color or app.console.color_system != "truecolor":
        from leaving_tui.ui.few_colours import fit

        fit(app)


def _put_right(out: TextIO) -> None:
    try:
        out.write(_TITLE_POP + _PIXEL_MOUSE_OFF)
        out.flush()
    except OSError:
        # The window is closed. Python would try again at its very end, and spoil the exit status.
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), out.fileno())
