"""Addresses in an article: absolute, http or https, without control characters and invisible characters."""

import re
from urllib.parse import quote, unquote, urljoin

from credibility.floor.characters import is_plain
from credibility.floor.web import LONGEST
from credibility.floor.web import web_address as _web_address

_UNSAFE = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2060\ufeff]+")
_PLACE = r"[\w./~%-]*(?:\?[\w=&.%-]+)?(?:#[\w-]+)?"
_PLAIN = re.compile(rf"https?://[a-z0-9.-]+\.[a-z]{{2,}}/{_PLACE}", re.A)  # most addresses are, and need no further work
_ROOTED = re.compile(rf"/(?![/.]){_PLACE}", re.A)
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?=/|$)", re.A)

_ARCHIVED = re.compile(
    r"^https?://(?:archive\.(?:today|ph|is|li|vn|fo|md)|web\.archive\.org/web|(?:www\.)?webarchive\.\w+(?:\.\w+)?/\w+|perma\.cc|swap\.stanford\.edu)"
    r"/(?:[\d.-]{4,25}(?:[a-z]{2}_)?|o/\w{4,12})/(?P<url>https?:/{1,2}.+)$",
    re.I,
)
_READER = re.compile(r"^about:reader\?url=(?P<url>.+)$", re.I)


def original_address(url: str | None) -> str | None:
    """The address of the page itself, where `url` is that of an archive's copy or of a browser's reader view."""
    if url and (found := _READER.match(url)):
        return unquote(found["url"])
    if url and (found := _ARCHIVED.match(url)):
        return re.sub(r"^(https?:)/{1,2}", r"\1//", found["url"])
    return url


def web_address(url: str | None, base: str | None = None) -> str | None:
    """`url` made absolute against `base`; None unless it is an http(s) address with a host."""
    if not url or len(url) > LONGEST:
        return None
    try:
        if _PLAIN.fullmatch(url):
            return url
        if base and _ROOTED.fullmatch(url) and "/." not in url and (origin := _ORIGIN.match(base)):
            return origin.group() + url
        joined = urljoin(base or "", _UNSAFE.sub(lambda found: "" if found.group().strip(" ") else "%20", url.strip()))
    except ValueError:
        return None
    if not is_plain(joined):  # non-ASCII spaces and invisible characters, which a browser would percent-encode too
        joined = "".join(char if is_plain(char) else quote(char, errors="replace") for char in joined)
    return _web_address(joined)
