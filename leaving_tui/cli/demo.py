"""`leaving demo`: the app on six weeks of sample outings, in a folder that is gone afterwards."""

from pathlib import Path
from tempfile import TemporaryDirectory

from leaving_tui import sample
from leaving_tui.cli.options import Options
from leaving_tui.cli.run import run_app
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes


def demo(options: Options) -> int:
    """Open the app on sample outings; the person's own data is not touched, and nothing is kept."""
    with TemporaryDirectory(prefix="leaving-demo-") as folder:
        fill(Path(folder))
        options.data = folder
        return run_app(options)


def fill(folder: Path) -> None:
    """Put the sample story and its notes into `folder`, with the plan of its last outing for the next one."""
    journal = Journal(folder, system_clock)
    companion = Companion(journal, Notes(folder), system_clock)
    told = sample.story(system_clock())
    companion.add(told)
    companion.draft(PlanDraft.from_outing(told[-1]))
    companion.remember("choices", sample=True)
    for name, kept in sample.notes(system_clock()).items():
        companion.remember(name, **kept)
    journal.close()
