"""Articles opened before."""

from ui.library.welcome import Welcome

__all__ = ["Welcome"]
