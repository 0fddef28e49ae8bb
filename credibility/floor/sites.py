"""Which site a host belongs to: the name that somebody registered, below a suffix that everybody shares (``co.uk``, ``github.io``).

The public suffix list knows the suffixes; it comes with `publicsuffixlist` and is read when it is first needed (0.1 s), which is only
where two different hosts end alike.
"""

from functools import cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList


def host_of_url(url: str) -> str:
    """The host of an address in lower case, without user, port, final dot and ``www.``; "" where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a broken IPv6 host
        return ""
    return host.rstrip(".").removeprefix("www.")


def same_site(url: str, other: str | None) -> bool:
    """Whether two addresses are of one site, sub-domains apart: ``sport.example.co.uk`` and ``example.co.uk``, never two of ``co.uk``.

    An address without a host is of the site of another one without.
    """
    if other is None:
        return False
    first, second = host_of_url(url), host_of_url(other)
    if first == second:
        return True
    if first.split(".")[-2:] != second.split(".")[-2:]:
        return False  # no suffix has to be asked for: two names of one site share at least their last two labels
    return site_of_host(first) == site_of_host(second)


def site_of_host(host: str) -> str:
    """The registrable name of a host; the host itself where it has none, as a bare suffix or a number."""
    if ":" in host or host.rpartition(".")[2].isdigit():
        return host
    return _suffixes().privatesuffix(host) or host


def is_registrable(host: str) -> bool:
    """Whether a host is a whole site (``bbc.co.uk``) or a suffix, rather than a part of a site (``news.bbc.co.uk``)."""
    return _suffixes().privatesuffix(host) in (host, None)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
