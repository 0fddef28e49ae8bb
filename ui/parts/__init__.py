"""Files that hold several articles: where the reader is in them, and how to go to another."""

from ui.parts.switching import Switching

__all__ = ["Switching"]
