"""Which site a host belongs to: the name registered directly below a public suffix (``co.uk``, ``github.io``).

The public suffix list comes with `publicsuffixlist`. Loading it takes 0.1 s, so it is loaded on first use, which is when two
different hosts share their last two labels.
"""

from functools import cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList


def host_of_url(url: str) -> str:
    """The host of a URL in lower case, without user, port, final dot and ``www.``; "" when it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a broken IPv6 host
        return ""
    return host.rstrip(".").removeprefix("www.")


def same_site(url: str, other: str | None) -> bool:
    """Whether two URLs belong to one site, ignoring subdomains: ``sport.example.co.uk`` and ``example.co.uk`` do, two of ``co.uk`` do not.

    Two URLs without a host count as one site.
    """
    if other is None:
        return False
    first, second = host_of_url(url), host_of_url(other)
    if first == second:
        return True
    if first.split(".")[-2:] != second.split(".")[-2:]:
        return False  # saves loading the suffixes: two names of one site share at least their last two labels
    return site_of_host(first) == site_of_host(second)


def site_of_host(host: str) -> str:
    """The registrable name of a host; the host itself if it has none, such as a bare suffix or an IP address."""
    if ":" in host or host.rpartition(".")[2].isdigit():
        return host
    return _suffixes().privatesuffix(host) or host


def is_registrable(host: str) -> bool:
    """Whether a host is a whole site (``bbc.co.uk``) or a suffix, rather than part of a site (``news.bbc.co.uk``)."""
    return _suffixes().privatesuffix(host) in (host, None)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
