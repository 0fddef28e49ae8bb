"""Plain text and Markdown: only the encoding has to be found out."""

from credibility.articles.containers.opened import Opened
from credibility.articles.text.charset import decode
from credibility.model import Container


def open_text(data: bytes) -> Opened:
    """A plain text file."""
    decoded = decode(data)
    return Opened(Container.TEXT, decoded.text, decoded.charset)


def open_markdown(data: bytes) -> Opened:
    """A Markdown file; its front matter is read later, with the rest of its text."""
    decoded = decode(data)
    return Opened(Container.MARKDOWN, decoded.text, decoded.charset)
