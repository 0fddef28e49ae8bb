"""A page saved as HTML: by a browser ("complete" or "HTML only"), by SingleFile, or by hand."""

import re
from datetime import datetime
from html import unescape

from credibility.articles.containers.opened import Opened
from credibility.articles.masthead.dates import date_of
from credibility.articles.text.charset import decode
from credibility.model import Container

_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_SAVED_FROM = re.compile(r"^\s*saved from url=\(\d+\)\s*(\S+)", re.I)
_SINGLEFILE = re.compile(r"Page saved with SingleFile", re.I)
_SINGLEFILE_FIELD = re.compile(r"^\s*(url|saved date):\s*(.+?)\s*$", re.I | re.M)


def _date(words: str) -> datetime | None:
    """Parse a date as JavaScript's `Date` prints it; the zone's name in parentheses is ignored."""
    return date_of(re.sub(r"\s*\([^)]*\)\s*$", "", words))


def recorded_address(markup: str) -> tuple[str | None, str | None, datetime | None]:
    """Address, the name of the note that records it, and the time of saving, from the comments browsers write at the top."""
    for comment in _COMMENT.findall(markup[:20_000]):
        if _SINGLEFILE.search(comment):
            fields = {name.lower(): unescape(value) for name, value in _SINGLEFILE_FIELD.findall(comment)}
            return fields.get("url"), "singlefile", _date(fields.get("saved date", ""))
        if found := _SAVED_FROM.match(comment):
            return unescape(found.group(1)), "saved-from", None
    return None, None, None


def open_html(data: bytes) -> Opened:
    """The page, with the address that the saving browser noted in a comment."""
    decoded = decode(data, prescan=True)
    url, url_from, saved_at = recorded_address(decoded.text)
    container = Container.SINGLEFILE if url_from == "singlefile" else Container.HTML
    return Opened(container, decoded.text, decoded.charset, url, url_from if url else None, saved_at)
