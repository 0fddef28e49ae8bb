"""`extract(page)`: the article in a saved page, by the reader of its format. Pure: no file, no network."""

from collections.abc import Callable

from credibility.articles.draft import Draft, seal
from credibility.articles.markdown import read_markdown
from credibility.articles.plain import read_plain
from credibility.articles.webpage import read_webpage
from credibility.model import Article, ArticleError, Container, SavedPage

_READERS: dict[Container, Callable[[SavedPage], Draft]] = {
    Container.TEXT: read_plain,
    Container.MARKDOWN: read_markdown,
}


def extract(page: SavedPage) -> Article:
    """The article of a page, its comments apart. Raises ArticleError when nothing in it can be read."""
    draft = _READERS.get(page.container, read_webpage)(page)
    if not draft.blocks:
        raise ArticleError("No article was found in this file.", "Open the page it came from and save it again, or save the text alone.")
    return seal(draft)
