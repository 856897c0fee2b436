"""`leaving status`: one line for a prompt, a status bar or a glance, so it imports as little as it can."""

import json
from datetime import datetime
from typing import Any

from leaving_tui.cli.folders import config_folder, data_folder
from leaving_tui.cli.missing import tell_missing
from leaving_tui.cli.options import Options
from leaving_tui.clock import system_clock
from leaving_tui.content.screens import Screens
from leaving_tui.domain.countdown import Countdown
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Outing, Stage
from leaving_tui.domain.record import stamp
from leaving_tui.storage.config import load_settings
from leaving_tui.storage.peek import peek
from leaving_tui.telling.format import clock_time, prefer


def status(options: Options) -> int:
    """Print how the outing stands; 0 while out, 1 when not."""
    outing = peek(data_folder(options))
    out = outing is not None and outing.stage is Stage.AWAY
    if options.json:
        print(json.dumps(_facts(outing, out=out)))
    else:
        print(_sentence(outing if out else None, config_folder(options)))
    if outing is None:
        tell_missing(options)
    return 0 if out else 1


def _facts(outing: Outing | None, *, out: bool) -> dict[str, Any]:
    if outing is None or not out or outing.left_at is None or outing.due_at is None:
        return {"out": False, "stage": str((outing.stage if outing else Stage.HOME).value)}
    now = system_clock()
    past, coming = _check_ins(outing, now)
    return {
        "out": True,
        "stage": Stage.AWAY.value,
        "left_at": stamp(outing.left_at),
        "home_by": stamp(outing.due_at),
        "seconds_left": round((outing.due_at - now).total_seconds()),
        "next_check_in": stamp(coming) if coming else None,
        "unmarked_check_in": stamp(past) if past else None,
        "with": outing.plan.carer,
        "to": outing.plan.place,
    }


def _sentence(outing: Outing | None, config: str) -> str:
    words = Screens()
    if outing is None or outing.left_at is None or outing.due_at is None:
        return words.say("cli.not_out", {})
    settings, _ = load_settings(config)
    prefer(settings.clock)
    now = system_clock()
    countdown = Countdown(outing.left_at, outing.due_at, now)
    key = "cli.out" if not countdown.past else "cli.past" if countdown.minutes else "cli.past_now"
    said = words.say(key, {"left": in_words(countdown.minutes), "at": clock_time(outing.due_at)})
    return " ".join(filter(None, (said, _of_check_ins(outing, now, words))))


def _of_check_ins(outing: Outing, now: datetime, words: Screens) -> str:
    """The next check-in, or that it is now; of one past and unmarked in its turn, the very words of Away."""
    past, coming = _check_ins(outing, now)
    if past:
        from leaving_tui.telling.agreed import agreed_words

        return words.say(*agreed_words(outing, now))
    if coming and coming <= now:
        return words.say("notices.check_in", {})
    return words.say("cli.check_in", {"at": clock_time(coming)}) if coming else ""


def _check_ins(outing: Outing, now: datetime) -> tuple[datetime | None, datetime | None]:
    """The check-in that is past and unmarked while its turn lasts, and the next one to come."""
    if not outing.plan.check_ins:
        return None, None
    # Only here: most prompts have none to tell.
    from leaving_tui.domain.agreement import is_past, still_unmet, waited_for

    turn = waited_for(outing, now)
    coming = next((at for at in still_unmet(outing) if not is_past(at, now)), None)
    return turn if is_past(turn, now) else None, coming
