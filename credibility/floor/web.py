"""The one rule for web addresses, applied on input to the table and again on every output: nothing else becomes a link.

Lists, packs and databases are untrusted: addresses with ``javascript:``, ``file:`` or ``data:``, or with hidden characters, must
never be offered for opening.
"""

from urllib.parse import urlsplit

from credibility.floor.characters import is_plain

LONGEST = 8000


def web_address(url: str | None) -> str | None:
    """The address as given, stripped; None unless it is http or https, has a host, and has no hidden characters."""
    address = (url or "").strip()
    if not address or len(address) > LONGEST or not is_plain(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:  # a broken IPv6 host
        return None
    return address if parts.scheme in ("http", "https") and host else None
