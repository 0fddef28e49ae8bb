"""What is made of whole pages of our own, kept line by line: structure, furniture, comments, and each kind of container."""

from collections.abc import Iterator
from pathlib import Path

from credibility.articles.extract import blocks_on, extract
from credibility.articles.load import load_page
from credibility.model import Article
from tests.bench.hostile_files import SCRIPTS, VALID, article_with
from tests.readings import check_reading

PAGES = Path(__file__).resolve().parents[1] / "data" / "pages"
LOCKED = "locked.pdf"


def lines_of(article: Article) -> Iterator[str]:
    """Masthead, blocks, links, emphases, images, comments and notes; each a line."""
    head = (article.title, article.byline, article.published, article.publisher, article.language, article.url, article.url_from)
    yield f"  {' | '.join(str(each) for each in head)}"
    for block in article.blocks:
        extra = " ".join(filter(None, (str(block.level or ""), block.marker, "pointer" * block.pointer)))
        yield f"  {block.kind.value} {extra} {block.span.of(article.text)}"
    yield from (f"  link {link.span.start} {link.span.of(article.text)} → {link.url}" for link in article.links)
    yield from (f"  {each.kind.value} {each.span.start} {each.span.of(article.text)}" for each in article.emphases)
    yield from (f"  image {image.media_type} {image.alt!r}" for image in article.images)
    yield from (f"  comment {comment.depth} {comment.author}: {comment.text}" for comment in article.comments)
    yield from (f"  part {part.title!r} {part.kind.value}" for part in article.parts)
    yield from (f"  note {note}" for note in article.notes)


def test_the_reading_of_every_container(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        for name, made in VALID.items():
            if name != LOCKED:
                path = tmp_path / f"file.{name}"
                path.write_bytes(made())
                yield name
                yield from lines_of(extract(load_page(path)))

    check_reading("containers", lines())


def test_the_reading_of_whole_pages(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        for path in sorted(PAGES.glob("*.html")):
            page = load_page(path)
            yield path.name
            yield from lines_of(extract(page))
            yield from (
                f"  block {block.number} {'kept' if block.kept else 'left'} {block.kind.value} {block.text[:60]}"
                for block in blocks_on(page)
            )
        for name, extra in SCRIPTS.items():
            path = tmp_path / f"{name}.html"
            path.write_bytes(article_with(extra))
            yield name
            yield from lines_of(extract(load_page(path)))

    check_reading("pages", lines())
