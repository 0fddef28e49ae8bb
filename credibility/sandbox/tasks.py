"""What the guarded process can be asked to do. Each task is a plain call; what it needs for it loads when it is first asked."""

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from credibility.articles.extract import blocks_on, extract
from credibility.articles.load import load_page
from credibility.attribution.detect import detect
from credibility.attribution.text.lexicon import Lexicon, read_lexicon
from credibility.model import Article, BlockChoice, Claims, Found, PageBlock, PagePicture, Part, Print, part_key
from credibility.sandbox.reach import told, within_reach
from credibility.sandbox.second_look import second_look

Choices = Mapping[str, BlockChoice]
"""What the reader said about the extent of a file's parts, by `part_key`."""

NO_CHOICES: Choices = {}


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the program."""
    folder = files("resources").joinpath("lexicon")
    return read_lexicon({entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")})


def _article(path: str, choices: Choices = NO_CHOICES, **wishes: Any) -> Article:
    page = load_page(Path(path), **wishes)
    return extract(page, choices.get(part_key(page.parts, page.part)))


def _found(path: str, **wishes: Any) -> Found:
    """The article with the claims that the rules find."""
    article = _article(path, **wishes)
    return Found(article, told(detect(within_reach(article), lexicon()), article))


def _claims(article: Article, threshold: float | None, attitudes: bool) -> Claims:
    return told(second_look(within_reach(article), lexicon(), threshold, attitudes), article)


def _blocks(path: str, choices: Choices = NO_CHOICES, **wishes: Any) -> tuple[PageBlock, ...]:
    page = load_page(Path(path), **wishes)
    return blocks_on(page, choices.get(part_key(page.parts, page.part)))


def _parts(path: str) -> tuple[Part, ...]:
    return load_page(Path(path)).parts


def _print(path: str, password: str | None, text: str) -> Print:
    # Here and below, not above: pdfium loads only for a PDF.
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415
    from credibility.articles.pdf.pages import printed  # noqa: PLC0415

    with closing(document_of(path, password)) as document:
        return printed(document, text)


def _picture(path: str, password: str | None, number: int, scale: float) -> PagePicture:
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415
    from credibility.articles.pdf.pages import draw  # noqa: PLC0415

    with closing(document_of(path, password)) as document:
        return draw(document, number, scale)


TASKS: dict[str, Callable[..., object]] = {
    "article": _article,
    "found": _found,
    "claims": _claims,
    "blocks": _blocks,
    "parts": _parts,
    "print": _print,
    "picture": _picture,
}
"""By name; arguments and values are the glossary's."""
