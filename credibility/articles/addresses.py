"""Addresses as an article may keep them: absolute, http or https, without control and invisible characters."""

import re
from urllib.parse import urljoin, urlsplit

_UNSAFE = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2060\ufeff]+")
_PLAIN = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}/[\w./~%-]*", re.A)  # needs no joining: two addresses in three
_MAX_LENGTH = 8000


def web_address(url: str | None, base: str | None = None) -> str | None:
    """`url` made absolute against `base`; None unless it is an http(s) address with a host."""
    if not url or len(url) > _MAX_LENGTH:
        return None
    try:
        if _PLAIN.fullmatch(url):
            return url
        joined = urljoin(base or "", _UNSAFE.sub(lambda found: "" if found.group().strip(" ") else "%20", url.strip()))
        parts = urlsplit(joined)
        host = parts.hostname
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and host else None
