"""The one rule for addresses of the web, at the door of the table and again at every output: what else there is becomes no link.

Lists, packs and databases are written by strangers: ``javascript:``, ``file:`` and ``data:`` addresses, and ones with hidden characters,
must never be offered to be opened.
"""

from urllib.parse import urlsplit

from credibility.floor.characters import is_plain

LONGEST = 8000


def web_address(url: str | None) -> str | None:
    """The address as written, without blanks around it; None unless it is http or https, has a host, and hides no character."""
    address = (url or "").strip()
    if not address or len(address) > LONGEST or not is_plain(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:  # a broken IPv6 host
        return None
    return address if parts.scheme in ("http", "https") and host else None
