"""Journals of made-up outings to measure with."""

from datetime import timedelta
from pathlib import Path

from leaving_tui import sample
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.benchmarks.launch import NEWEST


def journal(folder: Path, outings: int) -> Companion:
    """A journal of so many outings in `folder`, the last plan kept, its carer trusted."""
    clock = system_clock
    companion = Companion(Journal(folder, clock), Notes(folder), clock)
    made = sample.outings(outings, clock())
    companion.add(
        outing._replace(plan=outing.plan._replace(place=NEWEST)) if outing is made[-1] else outing
        for outing in made
    )
    companion.draft(PlanDraft(carer="Grandma", place="coffee", span="45m"))
    companion.trust(yes=True)
    return companion


def go_out(folder: Path, face: str) -> None:
    """Leave for a good while, with a countdown in `minutes` or `seconds`."""
    began = system_clock() - timedelta(minutes=3)
    companion = Companion(Journal(folder, lambda: began), Notes(folder), lambda: began)
    companion.remember("choices", countdown=face, breathe_minutes=5)
    companion.prepare()
    companion.leave()
