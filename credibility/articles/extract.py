"""`extract(page)`: the article in a saved page, read by the reader for its format. Pure: no files, no network."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from credibility.articles.draft import ArticleDraft, Inline, refuse_endless, seal
from credibility.articles.masthead.dates import date_in_address
from credibility.articles.text.mojibake import is_garbled, repaired
from credibility.floor.language import said
from credibility.model import Article, ArticleError, BlockChoice, Container, PageBlock, PartKind, SavedPage

_ALL_ARTICLE = (
    *(Container.EPUB, Container.FB2, Container.PDF, Container.DOCX, Container.ODT, Container.RTF),
    *(Container.FEED, Container.ENEX, Container.EXPORT),
)
_READERS = {
    Container.TEXT: ("text.plain", "read_plain"),
    Container.MARKDOWN: ("text.markdown", "read_markdown"),
    Container.EML: ("detours.newsletter", "read_message"),
} | dict.fromkeys(_ALL_ARTICLE, ("extraction.webpage", "read_whole"))
_WEB = ("extraction.webpage", "read_webpage")

_HOLDS = {
    PartKind.PAGE: said("This file holds {count} pages; this is number {number}."),
    PartKind.CHAPTER: said("This file holds {count} chapters; this is number {number}."),
    PartKind.ARTICLE: said("This file holds {count} articles; this is number {number}."),
    PartKind.MESSAGE: said("This file holds {count} messages; this is number {number}."),
    PartKind.NOTE: said("This file holds {count} notes; this is number {number}."),
}
"""What is said of a file with several parts, by their kind; still without the numbers."""


def warm_up() -> None:
    """Load all readers and their libraries now (0.3 s), instead of each with the first file that needs it."""
    for module in ("choice", "text.markdown", "text.plain", "extraction.webpage"):
        import_module(f"credibility.articles.{module}")
    import_module("trafilatura")


def _reader(container: Container) -> Callable[[SavedPage], ArticleDraft]:
    """The reader for a format, loaded on first use: plain text should not wait for the HTML parsers."""
    module, name = _READERS.get(container, _WEB)
    reader: Callable[[SavedPage], ArticleDraft] = getattr(import_module(f"credibility.articles.{module}"), name)
    return reader


def extract(page: SavedPage, choice: BlockChoice | None = None) -> Article:
    """The article of a page, with the blocks the reader chose and its comments apart. Raises ArticleError when there is no text in it."""
    draft = _draft(page)
    refuse_endless(len(draft.blocks))
    if choice is not None and not choice.is_empty:
        from credibility.articles.choice import choose  # noqa: PLC0415 - needs the parsers

        draft = choose(page, draft, choice)
    if not any(block.words for block in draft.blocks):
        raise ArticleError(
            said("No article was found in this file."), said("Open the page it came from and save it again, or save the text alone.")
        )
    draft = replace(draft, notes=(*draft.notes, *page.notes))
    if len(page.parts) < 2:
        return seal(_ungarbled(draft))
    note = said(_HOLDS[page.parts[page.part].kind], count=len(page.parts), number=page.part + 1)
    article = seal(_ungarbled(replace(draft, notes=(*draft.notes, note))))
    return replace(article, parts=page.parts, part=page.part)


def blocks_on(page: SavedPage, choice: BlockChoice | None = None) -> tuple[PageBlock, ...]:
    """All blocks of a page, with those of the article marked. Raises ArticleError."""
    from credibility.articles.choice import page_blocks  # noqa: PLC0415 - needs the parsers

    return page_blocks(page, _draft(page), choice or BlockChoice())


def _draft(page: SavedPage) -> ArticleDraft:
    try:
        draft = _reader(page.container)(page)
    except RecursionError as error:
        raise ArticleError(
            said("This page is nested too deeply to be read."), said("It may be damaged; save the article again.")
        ) from error
    if draft.masthead.published is not None:
        return draft
    day = date_in_address(draft.masthead.url) or date_in_address(draft.masthead.canonical)
    return replace(draft, masthead=replace(draft.masthead, published=day))


def _ungarbled(draft: ArticleDraft) -> ArticleDraft:
    """The draft with mojibake (UTF-8 decoded as Windows-1252) repaired, if its text certainly has any."""
    if not is_garbled(" ".join(block.words for block in draft.blocks)):
        return draft

    def right(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(replace(run, text=repaired(run.text)) for run in runs)

    blocks = tuple(replace(block, runs=right(block.runs), cells=tuple(map(right, block.cells))) for block in draft.blocks)
    head = draft.masthead
    masthead = replace(head, title=repaired(head.title), byline=repaired(head.byline or "") or None)
    comments = tuple(replace(comment, text=repaired(comment.text)) for comment in draft.comments)
    note = said("Some characters were saved in the wrong encoding and have been corrected.")
    return ArticleDraft(masthead, blocks, comments, (*draft.notes, note))
