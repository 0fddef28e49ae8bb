"""Articles opened before."""

from ui.library.recent import Welcome

__all__ = ["Welcome"]
