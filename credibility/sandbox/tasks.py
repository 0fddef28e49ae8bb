"""The tasks of the guarded process. Each is a plain function; libraries that few files need are imported on first use."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from credibility.articles.extract import blocks_on, extract
from credibility.articles.load import Beside, page_in
from credibility.attribution.detect import detect
from credibility.attribution.text.lexicon import Lexicon, read_lexicon
from credibility.model import Article, BlockChoice, Found, PageBlock, PagePicture, Part, SavedPage, part_key
from credibility.model.lists import ListSheet
from credibility.sandbox.messages import Copy, Draw, Enclose, Locate, Look, Read, Request
from credibility.sandbox.printing import PackedPrint, packed
from credibility.sandbox.reach import told, within_reach
from credibility.sandbox.second_look import second_look


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the program."""
    folder = files("resources").joinpath("lexicon")
    return read_lexicon({entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")})


@dataclass(frozen=True, slots=True)
class HeldFile:
    """The file that requests refer to; `beside` fetches images saved beside it."""

    name: str
    data: bytes = field(repr=False)
    beside: Beside


def perform(request: Request, file: HeldFile) -> object:
    """The value a request asks for, in the types of `messages`. Raises ArticleError, and any error that a hostile file causes."""
    match request:
        case Read():
            return _READINGS[request.task](request, file)
        case Look(article, threshold, attitudes):
            return second_look(article, lexicon(), threshold, attitudes)
        case Locate():
            return _located(request, file)
        case Draw():
            return _drawn(request, file)
        case Copy():
            return _copied(request, file)
        case Enclose():
            return _enclosed(request, file)


def _page(request: Read, file: HeldFile) -> tuple[SavedPage, BlockChoice | None]:
    page = page_in(file.data, file.name, file.beside, part=request.part, password=request.password)
    return page, request.choices.get(part_key(page.parts, page.part))


def _article(request: Read, file: HeldFile) -> Article:
    article = extract(*_page(request, file))
    if not any(image.data for image in article.images):
        return article
    # Imported here because only an article with pictures needs Pillow.
    from credibility.articles.pictures.shrink import with_small_pictures  # noqa: PLC0415

    return with_small_pictures(article)


def _found(request: Read, file: HeldFile) -> Found:
    """The article with the claims that the rules find."""
    article = _article(request, file)
    return Found(article, told(detect(within_reach(article), lexicon()), article))


def _blocks(request: Read, file: HeldFile) -> tuple[PageBlock, ...]:
    return blocks_on(*_page(request, file))


def _parts(request: Read, file: HeldFile) -> tuple[Part, ...]:
    return _page(request, file)[0].parts


def _sheets(_request: Read, file: HeldFile) -> tuple[ListSheet, ...]:
    # Imported here because only a rating list in a spreadsheet needs the library.
    from credibility.sandbox.spreadsheets import sheets  # noqa: PLC0415

    return sheets(file.data)


def _record(request: Read, file: HeldFile) -> str:
    """The reading attached to an exported PDF, as JSON; "" when there is none."""
    from credibility.articles.pdf.attachment import attached_reading  # noqa: PLC0415
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415

    with closing(document_of(file.data, request.password)) as document:
        return attached_reading(document)


def _timestamp(request: Read, file: HeldFile) -> bytes:
    """The time stamp of the reading attached to a PDF; b"" when there is none."""
    from credibility.articles.pdf.attachment import attached_timestamp  # noqa: PLC0415
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415

    with closing(document_of(file.data, request.password)) as document:
        return attached_timestamp(document)


def _origin(request: Read, file: HeldFile) -> str:
    """Whether SourceTint set the pages of a PDF, and whether it is signed."""
    from credibility.annotations.pdf.originals.copying import origin_of  # noqa: PLC0415

    return origin_of(file.data, request.password)


_READINGS: dict[str, Callable[[Read, HeldFile], object]] = {
    "article": _article,
    "found": _found,
    "blocks": _blocks,
    "parts": _parts,
    "sheets": _sheets,
    "record": _record,
    "origin": _origin,
    "timestamp": _timestamp,
}


def _located(request: Locate, file: HeldFile) -> PackedPrint:
    # Imported here and below because only a PDF needs pdfium.
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415
    from credibility.articles.pdf.pages import printed  # noqa: PLC0415

    with closing(document_of(file.data, request.password)) as document:
        return packed(printed(document, request.text))


def _drawn(request: Draw, file: HeldFile) -> PagePicture:
    from credibility.articles.pdf.document import document_of  # noqa: PLC0415
    from credibility.articles.pdf.pages import draw  # noqa: PLC0415

    with closing(document_of(file.data, request.password)) as document:
        return draw(document, request.number, request.scale)


def _copied(request: Copy, file: HeldFile) -> bytes:
    # The one writer that parses a stranger's file, and therefore works here.
    from credibility.annotations.pdf.originals.copying import copy_marked  # noqa: PLC0415

    return copy_marked(file.data, request.password, request.order)


def _enclosed(request: Enclose, file: HeldFile) -> bytes:
    from credibility.annotations.pdf.originals.copying import with_timestamp  # noqa: PLC0415

    return with_timestamp(file.data, request.password, request.timestamp)
