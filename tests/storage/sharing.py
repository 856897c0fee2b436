"""Several windows on one journal, each noting moments of the same outing and bringing in outings of its own.

Run as `python -m tests.storage.sharing FOLDER WRITERS,EVENTS,KILLS …`; prints what was found, as JSON lines.
"""

import json
import os
import signal
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from select import select

from leaving_tui.domain.outing import Kind, Moment, Outing
from tests.storage.days import finished_outing, now_at, open_journal, outing_id


@dataclass
class Shared:
    """What came of sharing."""

    acknowledged: int = 0
    missing: int = 0
    doubled: int = 0
    unsaved: int = 0
    """Events that a window could not save at once."""
    kills: int = 0


def share(folder: Path, writers: int, events: int, kills: int = 0, seed: int = 0) -> Shared:
    """Let `writers` processes save `events` each, and kill one at random `kills` times; each then goes on."""
    open_journal(folder).change_live(lambda _: Outing(outing_id(0), now_at(0), now_at(0)).leave(now_at(0)))
    chance = Random(seed)
    result = Shared()
    saved: list[list[int]] = [[] for _ in range(writers)]
    running = {}
    for writer in range(writers):
        running[writer] = _start(folder, writer, 0, events)
    while running:
        ready, _, _ = select([reading for _, reading, _ in running.values()], [], [], 0.01)
        for writer, (child, reading, _) in list(running.items()):
            if reading in ready and not _read(reading, saved[writer], result):
                os.waitpid(child, 0)
                os.close(reading)
                del running[writer]
        if running and result.kills < kills and chance.random() < 0.2:
            writer = chance.choice(list(running))
            child, reading, began = running.pop(writer)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            while _read(reading, saved[writer], result):
                pass
            os.close(reading)
            result.kills += 1
            # What was under way when it was killed may or may not be there: go on behind it.
            begin = max([began - 1, *saved[writer]]) + 2
            if begin < events:
                running[writer] = _start(folder, writer, begin, events)
    _count(folder, saved, result)
    return result


def _start(folder: Path, writer: int, begin: int, end: int) -> tuple[int, int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _write(folder, writer, begin, end, writing)
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading, begin


def _write(folder: Path, writer: int, begin: int, end: int, writing: int) -> None:
    journal = open_journal(folder, 0)
    for number in range(begin, end):
        moment = Moment(now_at(number), Kind.LATER, {"writer": writer, "number": number})
        if number % 5 == 4:
            journal.add([finished_outing(10_000 * (writer + 1) + number, now_at(number))])
        else:
            journal.change_live(lambda outing, moment=moment: outing and outing.note(moment))
        os.write(writing, f"{number}{'' if journal.unsaved is None else 'u'}\n".encode())


def _read(reading: int, saved: list[int], result: Shared) -> bool:
    data = os.read(reading, 1 << 16)
    for word in data.decode().split():
        result.unsaved += word.endswith("u")
        saved.append(int(word.rstrip("u")))
    return bool(data)


def _count(folder: Path, saved: list[list[int]], result: Shared) -> None:
    journal = open_journal(folder)
    live = journal.live()
    moments = live.moments if live else ()
    there = Counter((moment.detail["writer"], moment.detail["number"]) for moment in moments)
    finished = Counter(outing.id for outing in journal.outings())
    for writer, numbers in enumerate(saved):
        result.acknowledged += len(numbers)
        for number in numbers:
            found = there[writer, number] + finished[outing_id(10_000 * (writer + 1) + number)]
            result.missing += found == 0
    result.doubled = sum(count > 1 for count in (*there.values(), *finished.values()))


if __name__ == "__main__":
    for way in sys.argv[2:]:
        print(json.dumps(asdict(share(Path(sys.argv[1]) / way, *map(int, way.split(","))))), flush=True)
