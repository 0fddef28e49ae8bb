"""The page that shows an article with its claims."""

from ui.reader.typesetting.typography import Typography
from ui.reader.view import ReaderView

__all__ = ["ReaderView", "Typography"]
