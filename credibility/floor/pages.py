"""Identify a page, whatever format it was saved in, by its addresses and its title."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from credibility.floor.web import web_address
from credibility.model import Article

_SHORTEST = 4  # words of a title that tell one article from another ("Morning briefing" does not)
HERE = "file:"
"""Begins the name of a page by its place on this machine, which is nobody else's business."""

_TRACKING = ("utm_", "fbclid", "gclid")


def page_names(article: Article) -> tuple[str, ...]:
    """The canonical address, the address it was saved from, and the title if it is long enough to tell articles apart."""
    addresses = [_address(url) for url in (article.canonical, article.url)]
    title = " ".join(article.title.casefold().split())
    titles = [f"title:{title}"] if len(title.split()) >= _SHORTEST else []
    return tuple(dict.fromkeys([*filter(None, addresses), *titles]))


def _address(url: str | None) -> str:
    """An address without what differs between visits: scheme, "www.", campaign parameters and fragment."""
    address = web_address(url)
    if address is None:
        return ""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    asked = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.startswith(_TRACKING)]
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
