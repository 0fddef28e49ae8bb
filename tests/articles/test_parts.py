"""Files with several articles: which parts are offered, their titles, and which is read by default."""

import pytest

from credibility.articles.containers.parts import MOST_PARTS, letters_in
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, BlockChoice, Container, PartKind, SavedPage, part_key
from credibility.sandbox.once import parts_safely, read_safely
from credibility.sandbox.worker import ArticleWorker
from tests.articles import lighthouse
from tests.articles.test_containers import EXPECTED, words

FERRY = "Ferry & fog: what “nine days” cost"


@pytest.fixture
def save(tmp_path):
    def call(name: str, data: bytes | str):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return call


def titles(page: SavedPage) -> list[str]:
    return [part.title for part in page.parts]


def test_a_crawl_offers_its_pages_under_titles_people_know(save):
    page = load_page(save("crawl.warc", lighthouse.crawl()))
    assert titles(page) == ["Туман над гаванью", f"{lighthouse.TITLE} | Example Courier", FERRY, "https://news.example.org/2019/board"]
    assert [part.url for part in page.parts][:2] == ["https://news.example.org/fog", lighthouse.URL]
    assert {part.kind for part in page.parts} == {PartKind.PAGE}


def test_the_largest_page_of_a_crawl_is_read_by_default_and_any_other_when_asked_for(save):
    path = save("crawl.warc", lighthouse.crawl())
    page = load_page(path)
    assert [part.main for part in page.parts] == [False, True, False, False]
    assert words(extract(page)) == EXPECTED
    article = extract(load_page(path, part=2))
    assert (article.text, article.url) == ("The ferry sails again on Monday, after nine days of fog.", "https://news.example.org/ferry")
    assert (article.part, article.parts) == (2, page.parts)
    assert article.notes == ("This file holds 4 pages; this is number 3.",)


def test_a_capture_that_shows_less_of_the_same_address_is_no_page_of_its_own(save):
    page = load_page(save("crawl.warc", lighthouse.crawl()))
    assert "Before you read" not in titles(page)
    assert "crumbs" not in page.markup


def test_pages_that_state_no_encoding_are_called_as_the_largest_one_is_read(save):
    story = "Туман над гаванью держался девять дней, и паром не ходил, сказал капитан порта. " * 30
    answers = (("a", "Туман", story), ("b", "Паром", "Паром снова ходит с понедельника, сообщила пристань."))
    records = [
        lighthouse.warc_record(
            "response", f"https://x.example/{name}", lighthouse.http(lighthouse.notice(*said).encode("cp1251"), "text/html")
        )
        for name, *said in answers
    ]
    assert titles(load_page(save("old.warc", b"".join(records)))) == ["Туман", "Паром"]


def test_a_maff_offers_its_tabs_and_opens_the_first(save):
    path = save("tabs.maff", lighthouse.maff_of_tabs())
    page = load_page(path)
    assert page.container is Container.MAFF
    assert titles(page) == ["Ferry sails again", lighthouse.TITLE]
    assert (page.part, page.url) == (0, "https://news.example.org/ferry")
    article = extract(load_page(path, part=1))
    assert words(article) == EXPECTED
    assert (article.url, article.url_from) == (lighthouse.URL, "maff-originalurl")
    assert [image.data for image in article.images] == [lighthouse.png()]


def test_a_maff_whose_notes_name_no_page_gives_the_one_beside_them(save):
    data = lighthouse.maff_of_tabs(index="gone.html")
    assert words(extract(load_page(save("tabs.maff", data), part=1))) == EXPECTED


def test_a_zip_offers_its_pages_by_name_without_the_frames_beside_them(save):
    path = save("pages.zip", lighthouse.zip_of_pages())
    page = load_page(path)
    assert titles(page) == ["Ferry sails again", f"{lighthouse.TITLE} | Example Courier"]
    assert page.part == 1
    assert page.parts[1].url == lighthouse.URL
    assert words(extract(page)) == EXPECTED
    assert "nine days of fog" in extract(load_page(path, part=0)).text


def test_a_leaf_of_a_book_without_words_is_no_chapter(save):
    members = {
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>",
        "book.opf": "<package><manifest><item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/><item id='c' href='c.xhtml'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/></spine></package>",
        "a.xhtml": "<html><head><title>Cover</title></head><body><img src='cover.png'/></body></html>",
        "b.xhtml": "<html><body><p>For the keeper.</p></body></html>",
        "c.xhtml": f"<html><body><h1>Fog &amp;\n <i>foghorns</i></h1><p>{lighthouse.PARAGRAPHS[0]}</p></body></html>",
    }
    page = load_page(save("book.epub", lighthouse.zipped(members)))
    assert titles(page) == ["b.xhtml", "Fog & foghorns"]
    assert {part.kind for part in page.parts} == {PartKind.CHAPTER}
    assert extract(page).notes == ("This file holds 2 chapters; this is number 2.",)


def test_lists_and_titles_are_bounded(save):
    long = lighthouse.notice("Fog " * 400, lighthouse.PARAGRAPHS[0])
    records = [lighthouse.warc_record("response", f"https://x.example/{n}", lighthouse.http(long.encode())) for n in range(MOST_PARTS + 50)]
    records.append(lighthouse.warc_record("response", lighthouse.URL, lighthouse.http(lighthouse.page().encode())))
    page = load_page(save("many.warc", b"".join(records)))
    assert len(page.parts) == MOST_PARTS
    assert (page.part, page.parts[-1].url) == (MOST_PARTS - 1, lighthouse.URL)
    assert page.parts[0].title.endswith("Fog…")
    assert max(len(part.title) for part in page.parts) == 200


@pytest.mark.parametrize("number", [-1, 4, 1000])
def test_a_number_that_is_not_there_is_refused(number, save):
    with pytest.raises(ArticleError, match=f"no page number {number + 1}; it holds 4"):
        load_page(save("crawl.warc", lighthouse.crawl()), part=number)


@pytest.mark.parametrize(("name", "data"), [("page.html", lighthouse.page()), ("note.txt", lighthouse.text())])
def test_a_file_with_one_article_has_a_number_one_only(name, data, save):
    path = save(name, data)
    assert read_safely(path, part=0).parts == ()
    with pytest.raises(ArticleError, match="no article number 2; it holds 1"):
        read_safely(path, part=1)
    assert parts_safely(path) == ()


def test_a_part_is_found_again_by_its_key_and_a_lost_key_gives_the_main_one(save):
    path = save("crawl.warc", lighthouse.crawl())
    parts = load_page(path).parts
    assert [load_page(path, part=part.key).part for part in parts] == [0, 1, 2, 3]
    assert load_page(path, part="lost").part == 1


def test_the_guarded_process_reads_parts_with_what_was_chosen_for_each(save):
    path = save("crawl.warc", lighthouse.crawl())
    parts = parts_safely(path)
    assert parts == load_page(path).parts
    with ArticleWorker() as worker:
        whole = worker.article(path)
        assert (whole.parts, whole.part) == (parts, 1)
        block = next(block for block in worker.blocks(path) if "nine in ten" in block.text)
        choice = BlockChoice(dropped=frozenset({block.key}))
        for_main, for_other = {part_key(parts, 1): choice}, {part_key(parts, 3): choice}
        assert "nine in ten" not in worker.article(path, choices=for_main).text
        assert worker.article(path, choices=for_other) == whole


def test_only_letters_that_are_seen_count():
    assert letters_in("<title>no</title><!-- no --><p>a b</p><script>no</script>c<style>no") == 3
    assert letters_in("<" * 50_000) < 60_000
