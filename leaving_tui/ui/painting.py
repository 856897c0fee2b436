"""Painting what changed, and nothing that lies elsewhere."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class NearCompositor(Compositor):
    """Renders for a part of the screen only the widgets that lie in it.

    Textual 8.2 renders all of them for each digit that changes, since all of them share one clip.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        every = self.visible_widgets
        if crop is not None:
            near = crop.overlaps
            self._visible_widgets = {
                widget: (region, clip)
                for widget, (region, clip) in every.items()
                if near(region) and near(clip)
            }
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = every
