"""The colours: evening light, morning light, and one with high contrast."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DUSK = Theme(
    name="dusk",
    dark=True,
    background="#1b1a26",
    surface="#252333",
    panel="#2f2c40",
    foreground="#ece8f2",
    primary="#b9a7e6",
    secondary="#f0b79a",
    accent="#9fc3a8",
    # Nothing is a success, a warning or an error here: colour carries mood, never meaning.
    success="#9fc3a8",
    warning="#f0b79a",
    error="#f0b79a",
    variables={"quiet": "#a9a3b8", "edge": "#4a465f", "halo": "#6d6390"},
)

DAWN = Theme(
    name="dawn",
    dark=False,
    background="#fbf6f0",
    surface="#f3ebe2",
    panel="#eae0d5",
    foreground="#2d2837",
    primary="#664a9c",
    secondary="#9a4d29",
    accent="#3a664a",
    success="#3a664a",
    warning="#9a4d29",
    error="#9a4d29",
    variables={"quiet": "#665e72", "edge": "#cbbfb4", "halo": "#b7a6d3"},
)

NIGHT = Theme(
    name="high-contrast",
    dark=True,
    background="#000000",
    surface="#0d0d12",
    panel="#1a1a22",
    foreground="#ffffff",
    primary="#d6c8ff",
    secondary="#ffd0b3",
    accent="#bff0cb",
    success="#bff0cb",
    warning="#ffd0b3",
    error="#ffd0b3",
    variables={"quiet": "#d8d4e2", "edge": "#a9a3b8", "halo": "#8f83bd"},
)

ANSI = (
    replace(
        BUILTIN_THEMES["ansi-dark"],
        # Textual's dark blue on black, and cyan on white, are hard to read in many terminals.
        primary="ansi_bright_magenta",
        secondary="ansi_bright_yellow",
        accent="ansi_bright_green",
        variables={
            **BUILTIN_THEMES["ansi-dark"].variables,
            "edge": "ansi_bright_blue",
            "halo": "ansi_bright_cyan",
            "input-cursor-background": "ansi_bright_white",
            "input-cursor-foreground": "ansi_black",
        },
    ),
    replace(
        BUILTIN_THEMES["ansi-light"],
        secondary="ansi_magenta",
        variables={**BUILTIN_THEMES["ansi-light"].variables, "edge": "ansi_blue", "halo": "ansi_magenta"},
    ),
)
"""The terminal's own colours, those of them that can be read."""

THEMES = (DUSK, DAWN, NIGHT, *ANSI)

IN_256 = (
    replace(DUSK, background="#1c1c1c", surface="#262626", panel="#3a3a3a", foreground="#eeeeee"),
    replace(
        DAWN,
        background="#ffffff",
        surface="#eeeeee",
        panel="#e4e4e4",
        foreground="#262626",
        primary="#5f5f87",
        variables={**DAWN.variables, "quiet": "#585858"},
    ),
)
"""For 256 colours, which have no such dark or pale tints: they would come out navy and pink."""


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Our own variables for a theme that does not know them, so that the built-in ones stay usable."""
    text = theme.foreground or ("#e0e0e0" if theme.dark else "#1f1f1f")
    return {"quiet": text, "edge": theme.primary, "halo": theme.primary}
