"""Addresses as an article may keep them: absolute, http or https, without control characters."""

import re
from urllib.parse import urljoin, urlsplit

_UNSAFE = re.compile(r"[\x00-\x20\x7f]+")
_MAX_LENGTH = 8000


def web_address(url: str | None, base: str | None = None) -> str | None:
    """`url` made absolute against `base`; None unless it is an http(s) address with a host."""
    if not url or len(url) > _MAX_LENGTH:
        return None
    try:
        joined = urljoin(base or "", _UNSAFE.sub(lambda found: "" if found.group().strip(" ") else "%20", url.strip()))
        parts = urlsplit(joined)
        host = parts.hostname
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and host else None
