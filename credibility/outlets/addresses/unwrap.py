"""Take an address out of its wrappings: archives, AMP caches, redirectors, proxies. At most six deep, by its text alone."""

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from credibility.outlets.addresses.wrappers import QUERY_REDIRECTS

MOST_HOPS = 6

_CONTROL = re.compile(r"[\x00-\x20\x7f]+")
_HXXP = re.compile(r"^hxxp", re.IGNORECASE)
_ONE_SLASH = re.compile(r"^(https?):/+", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TARGET = re.compile(r"^(?:https?:)?//|^cache:|^www\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/:?]|$)", re.IGNORECASE)
_CACHE = re.compile(r"^cache:(?:[^:/]*:)?")
_GOOGLE = re.compile(r"(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}")
_ARCHIVE_TODAY = re.compile(r"archive\.(?:ph|is|today|md|li|vn|fo)")
_WAYBACK_PATH = re.compile(r"/(?:web/)?(?:(?:\*|\d{1,14}\*?)(?:[a-z]{2}_)?/)?(https?:/{1,2})?([^/].*)", re.IGNORECASE)
_ARCHIVE_TODAY_PATH = re.compile(r"/(?:o/\w{4,6}/|newest/|oldest/|[\d.]{4,}(?:-\d+)?/)?(https?:/{1,2}.+)", re.IGNORECASE)
_AMP_PATH = re.compile(r"/(?:[a-z]{1,3})/(s/)?(.+)")
_GOOGLE_AMP = re.compile(r"/amp/(s/)?(.+)")
_URLDEFENSE_3 = re.compile(r"/v3/__(.+?)__;")
_PROXY = re.compile(
    r"^(?P<inner>.+?)\.(?:idm\.oclc\.org|(?:ez|lib)proxy[\w-]*\.[\w.-]+|\w*proxy[\w-]*\.(?:[\w.-]+\.)?(?:lib\w*\.[\w.-]+|edu|edu\.\w\w|ac\.\w\w))$"
)
_GOOGLE_NEWS = re.compile(r"/(?:rss/)?(?:articles|read)/([\w=-]+)")
_EMBEDDED = re.compile(rb"https?://[\x21-\x7e]+")
_PAYWALL_PROXIES = frozenset(("12ft.io", "1ft.io", "removepaywall.com", "smry.ai", "txtify.it", "freedium.cfd", "archive.org"))
_AMP_HOST = "cdn.ampproject.org"
_TRANSLATED = ".translate.goog"


def unwrap(url: str) -> str:
    """The innermost address with a scheme; an address that wraps nothing comes back normalised."""
    current = normalise(url)
    for _ in range(MOST_HOPS):
        inner = _one_hop(current)
        if not inner:
            return current
        current = normalise(inner)
    return current


def normalise(url: str) -> str:
    """The address as a browser would read it: no blanks, ``hxxp`` mended, backslashes as slashes, a scheme in front."""
    url = _CONTROL.sub("", url.strip().strip("<>\"'“”"))
    url = _HXXP.sub("http", url)
    if url.startswith("//"):
        return "https:" + url
    url = _ONE_SLASH.sub(r"\1://", url)
    head, question, rest = url.partition("?")
    if "\\" in head:
        url = head.replace("\\", "/") + question + rest
    return url if _SCHEME.match(url) else "https://" + url.lstrip("/")


def _one_hop(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    bare = host.removeprefix("www.")
    for applies, opened in _OPENERS:
        if applies(bare):
            return opened(bare, parts)
    return _by_query(bare, parts)


def _by_query(host: str, parts: SplitResult) -> str | None:
    if not parts.query:
        return None
    if _GOOGLE.fullmatch(host):
        host = "google.com"
    for name in _self_and_parents(host):
        for prefix, keys in QUERY_REDIRECTS.get(name, ()):
            if parts.path.startswith(prefix) or (prefix == "/" and not parts.path):
                target = _query_target(parts.query, keys)
                if target:
                    return unquote(target.replace("-", "%").replace("_", "/")) if "urldefense" in name else target
    return None


def _query_target(query: str, keys: tuple[str, ...]) -> str | None:
    values = parse_qs(query)
    for key in keys:
        for value in values.get(key, ()):
            target = _CACHE.sub("", value)
            if _TARGET.match(target) or target.startswith(("http-3A", "https-3A")):
                return target
    return None


def _self_and_parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[first:]) for first in range(max(1, len(labels) - 1))]


def _whole_path(parts: SplitResult) -> str:
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _wayback(_host: str, parts: SplitResult) -> str | None:
    match = _WAYBACK_PATH.match(_whole_path(parts))
    if not match or "." not in match[2].split("/")[0]:
        return None
    return f"{match[1] or 'http://'}{match[2]}"


def _archive_today(_host: str, parts: SplitResult) -> str | None:
    match = _ARCHIVE_TODAY_PATH.match(_whole_path(parts))
    return match[1] if match else None


def _amp_cache(_host: str, parts: SplitResult) -> str | None:
    match = _AMP_PATH.match(_whole_path(parts))
    return f"{'https' if match[1] else 'http'}://{match[2]}" if match else None


def _google(_host: str, parts: SplitResult) -> str | None:
    match = _GOOGLE_AMP.match(_whole_path(parts))
    return f"{'https' if match[1] else 'http'}://{match[2]}" if match else _by_query("google.com", parts)


def _translated(host: str, parts: SplitResult) -> str | None:
    """``www-lemonde-fr.translate.goog``: a dot is written as one hyphen, a hyphen as two."""
    labels = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
    return f"https://{labels}{_whole_path(parts)}"


def _defended(host: str, parts: SplitResult) -> str | None:
    match = _URLDEFENSE_3.match(_whole_path(parts))
    return match[1] if match else _by_query(host, parts)


def _paywall_proxy(host: str, parts: SplitResult) -> str | None:
    target = unquote(_whole_path(parts).removeprefix("/proxy?q=").removeprefix("/").removeprefix("proxy?q="))
    return target if _TARGET.match(target) else _by_query(host, parts)


def _library_proxy(host: str, parts: SplitResult) -> str | None:
    match = _PROXY.match(host)
    if not match:
        return None
    inner = match["inner"]
    return f"https://{inner if '.' in inner else inner.replace('-', '.')}{_whole_path(parts)}"


def _google_news(host: str, parts: SplitResult) -> str | None:
    """Old Google News addresses carry the target in base64; new ones hide it."""
    match = _GOOGLE_NEWS.match(parts.path)
    if not match:
        return _by_query(host, parts)
    token = match[1]
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return None
    found = _EMBEDDED.search(raw)
    return found[0].decode("ascii") if found else None


# In order: which hosts a wrapper has, and how it is opened. The library proxies come last: their pattern is the widest.
_OPENERS: tuple[tuple[Callable[[str], object], Callable[[str, SplitResult], str | None]], ...] = (
    (lambda host: host in ("web.archive.org", "wayback.archive.org", "archive.org", "arquivo.pt", "webarchive.org.uk"), _wayback),
    (_ARCHIVE_TODAY.fullmatch, _archive_today),
    (lambda host: host == _AMP_HOST or host.endswith("." + _AMP_HOST), _amp_cache),
    (_GOOGLE.fullmatch, _google),
    (lambda host: host.endswith(_TRANSLATED), _translated),
    (lambda host: host in ("urldefense.com", "urldefense.us"), _defended),
    (lambda host: host in _PAYWALL_PROXIES, _paywall_proxy),
    (lambda host: host == "news.google.com", _google_news),
    (lambda host: "proxy" in host or host.endswith(".idm.oclc.org"), _library_proxy),
)
