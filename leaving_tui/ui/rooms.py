"""Where each screen is; a screen is imported when it is first opened, as start-up time counts."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from leaving_tui.domain.outing import Stage
from leaving_tui.ui.scene import Scene

if TYPE_CHECKING:
    from textual.command import Provider

STAGES = {
    Stage.HOME: "home.HomeScreen",
    Stage.GOODBYE: "goodbye.GoodbyeScreen",
    Stage.AWAY: "away.AwayScreen",
    Stage.BACK: "back.BackScreen",
}
"""The screen of each stage."""

OVERLAYS = {
    "breathe": "breathe.BreatheScreen",
    "ground": "ground.GroundScreen",
    "kind": "kind.KindScreen",
    "check": "check.CheckScreen",
    "rate": "rate.RateScreen",
    "help": "nerves.NervesScreen",
    "notes": "notes.NotesScreen",
    "history": "history.HistoryScreen",
    "outing": "outing.OutingScreen",
    "edit": "edit.EditScreen",
    "look_back": "lookback.LookBackScreen",
    "plan": "plan.PlanScreen",
    "people": "people.PeopleScreen",
    "baby": "baby.BabyScreen",
    "steps": "steps.StepsScreen",
    "trust": "trust.TrustScreen",
    "script": "script.ScriptScreen",
    "age": "age.AgeScreen",
    "sheet": "notes.SheetScreen",
    "fed": "door.FedScreen",
    "slept": "door.SleptScreen",
    "keys": "keys.KeysScreen",
    "log": "log.LogScreen",
    "still_out": "still_out.StillOutScreen",
}
"""Screens that lie over a stage and lead back to it."""


def maker(place: str) -> Callable[..., Scene]:
    """What makes the screen at `place`, such as `home.HomeScreen`."""
    module, _, kind = place.partition(".")
    make: Callable[..., Scene] = getattr(import_module(f"leaving_tui.ui.screens.{module}"), kind)
    return make


def palette() -> type[Provider]:
    """All of it by name; read when it is first asked for."""
    from leaving_tui.ui.palette import Everything

    return Everything
