"""Open the app: everything is wired here."""

import sys

from leaving_tui.cli.accompanied import accompanied
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.cli.terminal import fits, letters, take_it_back
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Stage
from leaving_tui.domain.settings import Settings
from leaving_tui.domain.text import clean_line

WRONG_USE = 2

_PARTING = {Stage.AWAY: "common.goes_on", Stage.GOODBYE: "common.waits"}
"""What is true once the app has closed."""


def run_app(options: Options) -> int:
    """The app, at the right stage."""
    return _run(options)


def go(options: Options) -> int:
    """Straight to the goodbye with the plan that was typed; an outing under way is shown instead."""
    return _run(options, prepare=True)


def _run(options: Options, *, prepare: bool = False) -> int:
    if not fits():
        # A start does without it.
        from leaving_tui.telling.program import program_here

        tell(Library().say("cli.no_terminal", program=program_here()), sys.stderr)
        return WRONG_USE
    with accompanied(options) as (companion, library, settings):
        if prepare:
            _prepare(companion, library, options)
        return _show(companion, library, settings, options)


def _prepare(companion: Companion, library: Library, options: Options) -> None:
    draft = companion.snapshot().draft
    if options.span is not None:
        draft = draft._replace(span=clean_line(options.span), check_ins=None)
    if options.carer is not None:
        draft = draft._replace(carer=clean_line(options.carer))
    if options.place is not None:
        draft = draft._replace(place=clean_line(options.place))
    outing = companion.prepare(draft)
    if outing is not None and outing.left_at is not None:
        away = outing.stage is Stage.AWAY
        library.problems.append(library.say("common.under_way" if away else "common.unanswered"))


def _show(companion: Companion, library: Library, settings: Settings, options: Options) -> int:
    from leaving_tui.ui.app import LeavingApp
    from leaving_tui.ui.terminal import run_in_terminal

    app = LeavingApp(companion, library, system_clock, settings)
    take_it_back()
    code = run_in_terminal(app, mouse=not options.no_mouse, letters=letters(settings.glyphs))
    last = companion.snapshot()
    if code == 0 and last.stage in _PARTING and not last.sample:
        print(library.say(_PARTING[last.stage]))
    return code
