"""The kinds of file that are read: the one source of what messages and README say, and of which reader opens what.

A reader's module loads with the first file that needs it: the window reads plain text, and should not wait for the others.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from credibility.articles.containers.opened import Opened
from credibility.floor.language import joined, said
from credibility.model import Container


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file by its common name, its usual file name endings, and what README says about it."""

    name: str
    suffixes: tuple[str, ...]
    mind: str = ""


FORMATS = (
    Format(said("plain text"), (".txt", ".text"), "with headline, byline and date lines on top"),
    Format(said("Markdown"), (".md", ".markdown"), "with the front matter of web clippers"),
    Format(said("HTML"), (".html", ".htm", ".xhtml"), "as browsers save it, with the pictures in the folder beside it; SingleFile"),
    Format(said("MHTML"), (".mhtml", ".mht")),
    Format(
        said("web archives (WARC, WACZ, Safari)"),
        (".warc", ".gz", ".zst", ".wacz", ".webarchive"),
        "packed with gzip, brotli or zstandard too",
    ),
    Format(said("MAFF and zipped pages"), (".maff", ".zip"), "pages, or text, Markdown and MHTML files; several are parts"),
    Format(said("books (EPUB, FB2)"), (".epub", ".fb2"), "each chapter is a part"),
    Format(said("e-mail (EML, EMLX, mbox)"), (".eml", ".emlx", ".mbox"), "newsletters without their furniture; each message is a part"),
    Format(said("feeds (RSS, Atom)"), (".rss", ".atom", ".xml"), "each entry is a part"),
    Format(said("notes and exports (ENEX, JSON)"), (".enex", ".json"), "of Evernote and of read-later services, where they hold the text"),
    Format(said("Word documents (DOCX)"), (".docx",)),
    Format(said("OpenDocument text"), (".odt", ".fodt")),
    Format(said("RTF"), (".rtf",)),
    Format(said("PDF"), (".pdf",), "with its text, not pictures of pages"),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for besides the file: one of its pages or chapters, and its password."""

    part: int | str | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """The function that opens a container, and which of the wishes it takes."""

    module: str
    function: str
    takes: tuple[str, ...] = ()


_READERS = {
    Container.TEXT: _Reader("containers.text", "open_text"),
    Container.MARKDOWN: _Reader("containers.text", "open_markdown"),
    Container.HTML: _Reader("containers.html", "open_html"),
    Container.SINGLEFILE: _Reader("containers.html", "open_html"),
    Container.MHTML: _Reader("containers.mhtml", "open_mhtml"),
    Container.WEBARCHIVE: _Reader("containers.webarchive", "open_webarchive"),
    Container.WARC: _Reader("containers.warc", "open_warc", ("part",)),
    Container.ZIP: _Reader("containers.zipped", "open_zipped", ("part",)),
    Container.EML: _Reader("containers.eml", "open_eml"),
    Container.RTF: _Reader("containers.office.rtf", "open_rtf"),
    Container.ODT: _Reader("containers.office.odt", "open_fodt"),
    Container.FEED: _Reader("containers.exports.feed", "open_feed", ("part",)),
    Container.ENEX: _Reader("containers.exports.enex", "open_enex", ("part",)),
    Container.FB2: _Reader("containers.exports.fb2", "open_fb2", ("part",)),
    Container.MBOX: _Reader("containers.exports.mailbox", "open_mbox", ("part",)),
    Container.EMLX: _Reader("containers.exports.mailbox", "open_emlx"),
    Container.EXPORT: _Reader("containers.exports.readlater", "open_readlater", ("part",)),
    Container.PDF: _Reader("pdf.document", "open_pdf", ("password",)),
}


def all_formats() -> str:
    """The sentence that lists what can be opened."""
    names = [one.name for one in FORMATS]
    return said("SourceTint opens {formats} and {last}.", formats=joined(names[:-1]), last=names[-1])


def open_container(container: Container, data: bytes, wish: Wish) -> Opened:
    """The page in a file of the given kind. Raises ArticleError."""
    reader = _READERS[container]
    function: Any = getattr(import_module(f"credibility.articles.{reader.module}"), reader.function)
    opened: Opened = function(data, **{name: getattr(wish, name) for name in reader.takes})
    return opened
