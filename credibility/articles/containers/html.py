"""A page saved as HTML: by a browser ("complete" or "HTML only"), by SingleFile, or by hand."""

import re
from datetime import datetime
from html import unescape

from credibility.articles.addresses import original_address
from credibility.articles.containers.opened import Opened
from credibility.articles.masthead.dates import date_of
from credibility.articles.text.charset import decode
from credibility.model import Container

_REACH = 400_000
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_SAVED_FROM = re.compile(r"^\s*saved from url=\(\d+\)\s*(\S+)", re.I)
_MONOLITH = re.compile(r"^\s*Saved from (\S+) at (\S+) using monolith", re.I)
_HTTRACK = re.compile(r"^\s*Mirrored from (\S+) by HTTrack[^,]*,\s*(.*?)\s*$", re.I | re.S)
_SAVE_PAGE = re.compile(r"""<meta\s+name=["']savepage-(url|date)["']\s+content=["']([^"']{1,3000})["']""", re.I)
_SCRAPBOOK = re.compile(r"""\bdata-scrapbook-(source|create)=["']([^"']{1,3000})["']""", re.I)
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
            return original_address(unescape(found.group(1))), "saved-from", None
        if found := _MONOLITH.match(comment):
            return unescape(found.group(1)), "monolith", date_of(found.group(2))
        if found := _HTTRACK.match(comment):
            return f"http://{unescape(found.group(1)).removeprefix('http://')}", "httrack", _date(found.group(2))
    return _in_attributes(markup)


def _in_attributes(markup: str) -> tuple[str | None, str | None, datetime | None]:
    """What Save Page WE and WebScrapBook note in the page's own elements."""
    head = markup[:_REACH]
    for pattern, sign, name in ((_SAVE_PAGE, "savepage-url", "savepage"), (_SCRAPBOOK, "data-scrapbook-source", "scrapbook")):
        fields = {field.lower(): unescape(value) for field, value in pattern.findall(head)} if sign in head else {}
        if address := fields.get("url") or fields.get("source"):
            moment = fields.get("date", "")
            if (stamp := fields.get("create", ""))[:14].isdecimal():
                moment = f"{stamp[:8]}T{stamp[8:14]}"
            return address, name, _date(moment)
    return None, None, None


def open_html(data: bytes) -> Opened:
    """The page, with the address that the saving browser noted in a comment."""
    decoded = decode(data, prescan=True)
    url, url_from, saved_at = recorded_address(decoded.text)
    container = Container.SINGLEFILE if url_from == "singlefile" else Container.HTML
    return Opened(container, decoded.text, decoded.charset, url, url_from if url else None, saved_at)
