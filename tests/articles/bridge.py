"""A short article of four paragraphs, written for these tests, and pages around it."""

from credibility.articles.extract import extract
from credibility.model import Article, Container, SavedPage

PROSE = (
    "The mayor of Example Town told reporters on Tuesday that the new bridge will open before the summer, after four years of work.",
    "Workers had found an older bridge under the river bed, and the council waited for the archaeologists to finish their report.",
    "Residents say the ferry, which has crossed the river every quarter of an hour since 1931, should stay in service all the same.",
    "The council will vote on the question in June, and a poll by the local paper shows that two in three voters want both.",
)


def page(article: str, head: str = "", around: str = "", language: str = "en", heading: str = "The Bridge Opens") -> Article:
    body = f"<main><article><h1>{heading}</h1>{article}</article></main>{around}"
    markup = f"<html lang='{language}'><head><title>The Bridge Opens</title>{head}</head><body>{body}</body></html>"
    return extract(SavedPage("bridge.html", Container.HTML, markup, "utf-8", "", "https://news.example.org/town/bridge", "saved-from"))


def prose(*extra: str) -> str:
    """The four paragraphs with something between the second and the third."""
    return f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{''.join(extra)}<p>{PROSE[2]}</p><p>{PROSE[3]}</p>"


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]
