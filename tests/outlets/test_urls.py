"""Addresses. Every row says where a link leads; "-" that it leads to no outlet of the table."""

import json
from pathlib import Path

import pytest

from credibility.model import Outlet
from credibility.outlets.addresses.unwrap import MOST_HOPS, unwrap
from credibility.outlets.addresses.urls import destination, outlet_of_url
from credibility.outlets.registry import OutletRegistry, build_registry

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "data" / "url_vectors.json"
TABLE = build_registry(
    [
        Outlet(key, key)
        for key in (
            "example.com",
            "example.com/opinion",
            "blogs.example.com",
            "rt.com",
            "medium.com",
            "medium.com/@ada",
            "twitter.com",
            "twitter.com/example",
            "bücher.example".encode("idna").decode(),
            "10.1.2.3",
            "bbc.co.uk",
        )
    ]
)


def outlet_key(url: str, table: OutletRegistry) -> str | None:
    """The most specific key of the address that the table knows."""
    return next((key for key in destination(url).keys if key in table.locators), None)


@pytest.mark.skipif(not VECTORS.exists(), reason="the shared vectors are not beside the project")
def test_every_shared_vector() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    table = build_registry([Outlet(key, key) for key in {vector["outlet_key"] for vector in vectors} if key])
    wrong = {
        vector["url"]: outlet_key(vector["url"], table) for vector in vectors if outlet_key(vector["url"], table) != vector["outlet_key"]
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://notexample.com/a", "-"),
        ("https://example.com.evil.test/a", "-"),
        ("https://example.comm/a", "-"),
        ("https://180rt.com/a", "-"),
        ("https://medicalmedium.com/@ada", "-"),
        ("https://evil.test/example.com", "-"),
        ("https://evil.test/?q=example.com", "-"),
        ("https://evil.test/#https://example.com", "-"),
        ("https://example.com@evil.test/", "-"),
        ("https://example.com:443@evil.test/", "-"),
        ("https://evil.test\\@example.com/", "-"),
        ("https://evil.test%2f@example.com/", "example.com"),
        ("https://user:secret@example.com/a", "example.com"),
        ("https://example.com:8443/a", "example.com"),
        ("HTTPS://WWW.EXAMPLE.COM./A", "example.com"),
        ("https://ex\nample.com/", "example.com"),
        (" <https://example.com/> ", "example.com"),
        ("https://example%2Ecom/", "example.com"),
        ("https://example。com/", "example.com"),
        ("https://ｅｘａｍｐｌｅ.com/", "example.com"),
        ("https://exаmple.com/", "-"),  # the second vowel is Cyrillic
        ("https://bücher.example/a", "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example/a", "xn--bcher-kva.example"),
        ("https://10.1.2.3:8080/a", "10.1.2.3"),
        ("https://1.10.1.2.3/", "-"),
        ("https://[::1]/a", "-"),
        ("https://[broken/a", "-"),
        ("https://", "-"),
        ("", "-"),
        ("mailto:editor@example.com", "-"),
        ("javascript:alert('example.com')", "-"),
        ("data:text/html,example.com", "-"),
        ("example.com:8080/a", "example.com"),
        ("https://example.com/OPINION/a", "example.com/opinion"),
        ("https://example.com//opinion//a", "example.com/opinion"),
        ("https://example.com/opinions/a", "example.com"),
        ("https://example.com/%6fpinion/a", "example.com/opinion"),
        ("https://www.blogs.example.com/opinion", "blogs.example.com"),
        ("https://x.com/Example/status/1", "twitter.com/example"),
        ("https://x.com/i/web/status/1", "twitter.com"),
        ("https://twitter.com/search?q=example", "twitter.com"),
        ("https://medium.com/@ada-not/x", "medium.com"),
        ("https://co.uk/a", "-"),
        ("https://fake.bbc.co.uk.test/a", "-"),
    ],
)
def test_look_alikes_and_odd_spellings(url: str, key: str) -> None:
    assert (outlet_key(url, TABLE) or "-") == key


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/2020/https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.com%252Fa",
        "https://www.google.de/url?q=http://example.com/a&sa=D",
        "https://translate.google.com/translate?u=https%3A%2F%2Farchive.ph%2Fnewest%2Fhttps%3A%2F%2Fexample.com%2Fa",
        "https://www-example-com.translate.goog/a",
        "https://12ft.io/proxy?q=https%3A%2F%2Fexample.com%2Fa",
        "https://example-com.cdn.ampproject.org/c/s/example.com/a",
        "https://www.example.com.ezproxy.library.test/a",
        "https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Famp%2Fs%2Fexample.com%2Fa&data=05",
        "hxxp://web.archive.org/web/20100101000000*/example.com",
    ],
)
def test_wrappers_inside_wrappers(url: str) -> None:
    assert outlet_key(url, TABLE) == "example.com"


def test_a_redirect_that_only_looks_like_one_is_not_followed() -> None:
    assert outlet_key("https://evil.test/url?q=https://example.com", TABLE) is None
    assert outlet_key("https://notgoogle.com/url?q=https://example.com", TABLE) is None
    assert outlet_key("https://google.com.evil.test/url?q=https://example.com", TABLE) is None


def test_unwrapping_ends_after_a_few_hops() -> None:
    url = "https://example.com/"
    for _ in range(MOST_HOPS + 3):
        url = f"https://web.archive.org/web/2020/{url}"
    assert unwrap(url).startswith("https://web.archive.org/")


def test_a_shortener_says_that_it_hides_its_target() -> None:
    assert destination("https://bit.ly/2x").opaque == "bit.ly"
    assert destination("https://archive.ph/AbC12").opaque == "archive.ph"
    assert destination("https://example.com/").opaque is None


def test_a_platform_is_not_its_account_and_not_the_other_way_round() -> None:
    assert outlet_of_url("https://medium.com/@ada/piece", TABLE) == TABLE.outlets["medium.com/@ada"]
    assert outlet_of_url("https://medium.com/@bob/piece", TABLE) == TABLE.outlets["medium.com"]


SOCIAL = build_registry([Outlet(key, key) for key in ("example.com", "bsky.app", "mastodon.social", *(
    "twitter.com/example", "youtube.com/@example", "facebook.com/example", "instagram.com/example", "tiktok.com/@example",
    "threads.net/@example", "t.me/example"))])  # fmt: skip


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://nitter.net/example/status/1", "twitter.com/example"),
        ("https://xcancel.com/Example/status/1", "twitter.com/example"),
        ("https://fxtwitter.com/example/status/1", "twitter.com/example"),
        ("https://vxtwitter.com/example", "twitter.com/example"),
        ("https://nitter.net.evil.test/example", None),
        ("https://m.youtube.com/@example/videos", "youtube.com/@example"),
        ("https://yewtu.be/@example", "youtube.com/@example"),
        ("https://m.facebook.com/example/posts/1", "facebook.com/example"),
        ("https://www.instagram.com/example/", "instagram.com/example"),
        ("https://www.tiktok.com/@example/video/1", "tiktok.com/@example"),
        ("https://www.threads.com/@example/post/x", "threads.net/@example"),
        ("https://t.me/s/example/12", "t.me/example"),
        ("https://bsky.app/profile/example.com/post/3k", "example.com"),
        ("https://bsky.app/profile/desk.example.com", "example.com"),
        ("https://fxbsky.app/profile/example.com", "example.com"),
        ("https://bsky.app/profile/notexample.com", "bsky.app"),
        ("https://bsky.app/profile/example.com.evil.test", "bsky.app"),
        ("https://bsky.app/profile/example.bsky.social", "bsky.app"),
        ("https://mastodon.social/@desk@example.com/112", "example.com"),
        ("https://mastodon.social/@example.com", "mastodon.social"),
        ("https://threads.net/@desk@example.com", "example.com"),
        ("https://evil.test/@desk@example.com", None),
        ("https://social.example.com/@desk", "example.com"),
        ("https://smry.ai/https://www.example.com/a", "example.com"),
        ("https://smry.ai/proxy?url=https://www.example.com/a", "example.com"),
        ("https://smry.ai/example.com/a", "example.com"),
        ("https://smry.ai/", None),
    ],
)
def test_accounts_handles_and_fronts_lead_to_the_outlet(url: str, key: str | None) -> None:
    assert outlet_key(url, SOCIAL) == key
