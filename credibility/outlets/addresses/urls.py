"""Which outlet an address leads to: normalise → unwrap → account → walk host labels and path. No network, ever.

Matching is by whole labels and whole path segments: ``notexample.com`` and ``example.com.evil.test`` are not ``example.com``.
"""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from credibility.model import Outlet
from credibility.outlets.addresses.unwrap import unwrap
from credibility.outlets.addresses.wrappers import ACCOUNTS, BRANDED_SHORTENERS, HANDLES, OPAQUE_HOSTS, SAME_HOST
from credibility.outlets.registry import OutletRegistry

_PATH_SEGMENTS = 3
_NO_WEB = re.compile(r"(?i)^(?!https?:|hxxps?:)[a-z][a-z0-9+.-]*:(?!\d+(?:/|$))")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads: the unwrapped URL, its host, look-up keys from most to least specific.

    `opaque` is the host of a shortener or archive that hides the target, None when nothing is hidden.
    """

    url: str
    host: str
    keys: tuple[str, ...]
    opaque: str | None = None


_NOWHERE = Destination("", "", ())


def destination(url: str) -> Destination:
    """Unwrap an address as written (scheme may be missing or ``hxxp``); an address of no web page has no keys."""
    if _NO_WEB.match(url.strip()):
        return _NOWHERE
    final = unwrap(url)
    parts = split(final)
    if parts is None:
        return _NOWHERE
    host = host_of(parts)
    if not host:
        return _NOWHERE
    bare = host.removeprefix("www.")
    if bare in BRANDED_SHORTENERS:
        return Destination(final, host, (bare, BRANDED_SHORTENERS[bare]))
    if bare in OPAQUE_HOSTS:
        return Destination(final, host, (), bare)
    return Destination(final, host, _keys(bare, parts.path))


def outlet_of_url(url: str, registry: OutletRegistry) -> Outlet | None:
    """The outlet an address leads to; None when it is hidden by a shortener or not in the table."""
    locators = registry.locators
    for key in destination(url).keys:
        if key in locators:
            return registry.outlets[locators[key]]
    return None


def outlet_of_host(host: str, registry: OutletRegistry) -> Outlet | None:
    """The outlet of a bare host name as written in running text."""
    for key in _keys(host.lower().removeprefix("www."), ""):
        if key in registry.locators:
            return registry.outlets[registry.locators[key]]
    return None


def split(url: str) -> SplitResult | None:
    """The parts of an address; None where it cannot be an address (a broken IPv6 host or port)."""
    try:
        return urlsplit(url)
    except ValueError:
        return None


def host_of(parts: SplitResult) -> str:
    """The host in lower case and punycode, without user, port and final dot; "" when there is none."""
    host = (parts.hostname or "").rstrip(".")
    if "%" in host:
        host = unquote(host)
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _keys(host: str, path: str) -> tuple[str, ...]:
    host = SAME_HOST.get(host, host)
    if _is_address(host):
        return (host,)
    labels = host.split(".")
    path = unquote(path) if "%" in path else path
    segments = [segment for segment in path.lower().split("/") if segment][:_PATH_SEGMENTS]
    tails = ["/".join(segments[:count]) for count in range(len(segments), 0, -1)]
    found: list[str] = list(_handle_keys(host, path))
    for first in range(max(1, len(labels) - 1)):
        name = ".".join(labels[first:])
        name = SAME_HOST.get(name, name)
        for accounts in ACCOUNTS.get(name, ()):
            match = accounts.pattern.match(path)
            if match:
                found.append(accounts.key.format(match[1]).lower())
        found += [f"{name}/{tail}" for tail in tails]
        found.append(name)
    return tuple(found)


def _handle_keys(host: str, path: str) -> tuple[str, ...]:
    """The keys of the domain that an account goes by: on Bluesky ``bsky.app/profile/example.org``, on Mastodon ``/@desk@example.org``."""
    match = HANDLES[host].match(path) if host in HANDLES else None
    return _keys(match[1].lower(), "") if match else ()


def _is_address(host: str) -> bool:
    """Whether a host is a number and has no labels to walk: 10.0.0.1 has no parent 0.0.1. No domain ends in a number."""
    return ":" in host or host.rpartition(".")[2].isdigit()
