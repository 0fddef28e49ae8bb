"""Web archives: pages packed in every way servers pack them, captures that cannot be decoded, plain text, and what a WACZ lists."""

import brotli
import pytest
import zstandard

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, Container
from tests.articles import lighthouse, office
from tests.articles.test_containers import EXPECTED, opened, titles, words

WEATHER = "https://news.example.org/weather"
PAGE = lighthouse.page("tower.png").encode()


def answered(packed: bytes, coding: str, *, chunked: bool = False) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: {coding}\r\n"
    if chunked:
        return f"{head}Transfer-Encoding: chunked\r\n\r\n{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    return f"{head}Content-Length: {len(packed)}\r\n\r\n".encode() + packed


def archive(*answers: tuple[str, bytes]) -> bytes:
    return b"".join(lighthouse.warc_record("response", url, http) for url, http in answers)


PACKED = {
    "br": brotli.compress(PAGE),
    "zstd": zstandard.compress(PAGE),
    "gzip, br": brotli.compress(lighthouse.gzip.compress(PAGE)),
    "deflate": lighthouse.zlib.compress(PAGE),
    "identity": PAGE,
}


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("coding", PACKED)
def test_a_page_packed_as(tmp_path, coding, chunked):
    article = opened(tmp_path, "crawl.warc", archive((lighthouse.URL, answered(PACKED[coding], coding, chunked=chunked))))
    assert words(article) == EXPECTED
    assert article.url == lighthouse.URL


def test_a_page_that_the_crawler_unpacked_already(tmp_path):
    assert words(opened(tmp_path, "crawl.warc", archive((lighthouse.URL, answered(PAGE, "br"))))) == EXPECTED


def test_captures_that_cannot_be_decoded_are_counted_and_the_others_read(tmp_path):
    lost = [(f"https://x.example/{number}", answered(b"\x8f\x13" * 400, coding)) for number, coding in enumerate(("br", "snappy", "zstd"))]
    article = opened(tmp_path, "crawl.warc", archive(*lost, (lighthouse.URL, lighthouse.http(PAGE))))
    assert words(article) == EXPECTED
    assert article.notes == ("3 captured pages could not be decoded and were left out.",)
    (tmp_path / "lost.warc").write_bytes(archive(*lost))
    with pytest.raises(ArticleError, match="can be decoded; 3 cannot"):
        load_page(tmp_path / "lost.warc")


def test_a_whole_archive_packed_with_zstandard_and_with_a_dictionary(tmp_path):
    data = lighthouse.warc()
    assert words(opened(tmp_path, "crawl.warc.zst", zstandard.compress(data))) == EXPECTED
    dictionary = zstandard.ZstdCompressionDict(PAGE * 3, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    packed = zstandard.ZstdCompressor(dict_data=dictionary).compress(data)
    content = dictionary.as_bytes()
    whole = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content + packed
    assert words(opened(tmp_path, "dictionary.warc.zst", whole)) == EXPECTED


def test_a_capture_of_plain_text_is_a_page_too(tmp_path):
    text = lighthouse.http(lighthouse.text().encode(), "text/plain")
    robots = lighthouse.http(b"User-agent: *\nDisallow: /search\n", "text/plain")
    path = tmp_path / "crawl.warc"
    path.write_bytes(archive(("https://news.example.org/robots.txt", robots), (lighthouse.URL, text)))
    page = load_page(path)
    assert (page.container, len(page.parts)) == (Container.TEXT, 1)
    article = extract(page)
    assert (article.title, article.byline, article.url) == (lighthouse.TITLE, "Ada Quill", lighthouse.URL)


def test_a_wacz_offers_the_pages_that_were_visited(tmp_path):
    path = tmp_path / "visit.wacz"
    path.write_bytes(office.wacz())
    assert titles(load_page(path)) == ("The lighthouse",)
    path.write_bytes(office.wacz(pages__pages_dot_jsonl='{"url": "https://elsewhere.example/"}'))
    assert titles(load_page(path)) == (f"{lighthouse.TITLE} | Example Courier",)


def test_a_wacz_without_a_readable_list_offers_all(tmp_path):
    path = tmp_path / "visit.wacz"
    path.write_bytes(office.wacz(pages__pages_dot_jsonl="[[[[\nnot json\n"))
    assert words(extract(load_page(path))) == EXPECTED
