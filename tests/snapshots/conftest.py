"""The screens are waited for as in the other screen tests."""

from tests.ui.conftest import _without_idling, painted

__all__ = ["_without_idling", "painted"]
