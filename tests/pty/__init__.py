"""The app in a real terminal."""
# ruff: noqa: A005 - only ever imported as `tests.pty`
