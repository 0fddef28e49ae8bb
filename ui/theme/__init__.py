"""Colours of the window, and the drawing of roles."""

from ui.theme.dress import dress
from ui.theme.theme import Scheme, Theme, mixed, theme_of

__all__ = ["Scheme", "Theme", "dress", "mixed", "theme_of"]
