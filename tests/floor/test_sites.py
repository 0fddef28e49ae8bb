"""Which hosts are one site."""

import pytest

from credibility.floor.sites import host_of_url, is_registrable, same_site, site_of_host


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://www.example.org/a", "http://example.org"),
        ("https://sport.example.org/a", "https://EXAMPLE.org:8080/b"),
        ("https://news.example.co.uk/", "https://www.example.co.uk/"),
        ("https://user@a.b.example.com.au/", "https://example.com.au/"),
        ("https://reader.example.org./", "https://example.org/"),
        ("http://10.0.0.1/a", "http://10.0.0.1/b"),
    ],
)
def test_one_site(first: str, second: str) -> None:
    assert same_site(first, second)
    assert same_site(second, first)


@pytest.mark.parametrize("suffix", ["co.uk", "org.uk", "com.au", "co.nz", "co.jp", "com.br", "github.io", "blogspot.com"])
def test_two_names_below_one_suffix_are_two_sites(suffix: str) -> None:
    assert not same_site(f"https://first.{suffix}/a", f"https://second.{suffix}/b")
    assert same_site(f"https://first.{suffix}/a", f"https://blogs.first.{suffix}/b")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://example.org/", "https://example.com/"),
        ("https://example.org/", "https://notexample.org/"),
        ("https://example.org.evil.test/", "https://example.org/"),
        ("http://10.0.0.1/", "http://10.9.0.1/"),
        ("http://[broken/", "https://example.org/"),
        ("https://example.org/", None),
    ],
)
def test_two_sites(first: str, second: str | None) -> None:
    assert not same_site(first, second)


def test_what_is_registered() -> None:
    assert site_of_host("news.bbc.co.uk") == "bbc.co.uk"
    assert is_registrable("bbc.co.uk")
    assert not is_registrable("news.bbc.co.uk")
    assert is_registrable("co.uk"), "a suffix is no part of a site"
    assert host_of_url("HTTPS://WWW.Example.ORG./") == "example.org"
