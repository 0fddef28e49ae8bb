"""The known kinds of file that are not read: each is named in its refusal, which says what to do instead.

Nothing that is not prose is shown as an article: a wrong kind read as text gives claims that nobody made. README lists the same rows.
"""

from collections.abc import Callable
from dataclasses import dataclass

from credibility.articles.kinds.signs import (
    begins,
    either,
    is_bookmarks,
    is_code,
    is_har,
    is_json,
    is_link_file,
    is_table,
    is_xml,
    magic,
    named_or,
    ole_with,
    riff,
    video,
)
from credibility.floor.language import said
from credibility.model import ArticleError

Sign = Callable[[bytes, str], bool]
"""Whether a file's first bytes (with its lower-case name ending) are of a kind."""

SAVE_THE_PAGE = said("Open the address in a browser and save the page.")
SAVE_AS_DOCX = said("Open it in the program that wrote it and save it as DOCX, ODT or PDF.")
RECOGNISE = said("Run it through text recognition (OCR) and open the PDF or text that it gives.")
UNPACK = said("Unpack it and open the article inside.")
CONVERT_BOOK = said("Convert it to EPUB first, for example with calibre.")
OPEN_THE_TEXT = said("Save the text itself as a page, a document or plain text.")


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """A kind of file that is not read. `name` completes the sentence "“x” is …"; `advice` says what to do."""

    name: str
    advice: str
    sign: Sign | None = None

    def refusal(self, name: str = "") -> ArticleError:
        """The error for a file of this kind; without a name it is "this file"."""
        return ArticleError(
            said("“{name}” is {kind}.", name=name, kind=self.name) if name else said("This file is {kind}.", kind=self.name), self.advice
        )


# The next are told by the names of the files in them, too: see `packed`.
WORKBOOK = UnreadKind(said("a spreadsheet (XLSX, ODS, Numbers)"), OPEN_THE_TEXT)
SLIDES = UnreadKind(said("a presentation (PPTX, ODP, Keynote)"), said("Export it as PDF and open that."))
PAGES = UnreadKind(said("a Pages document"), said("Export it from Pages as Word, EPUB or PDF."))
LOCKED_BOOK = UnreadKind(
    said("a copy-protected book (EPUB with DRM)"),
    said("Open it in the program it was bought for; save the chapter as text if that allows it."),
)
PICTURES = UnreadKind(
    said("a picture (PNG, JPEG, GIF, WebP, TIFF, HEIC …)"),
    RECOGNISE,
    either(
        magic(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0", b"8BPS", b"\0\0\0\x0cjP"),
        magic(b"ftyphei", b"ftypmif1", b"ftypavif", b"ftyphev", at=4),
        riff(b"WEBP"),
    ),
)
JSON_DATA = UnreadKind(said("JSON data without the text of an article"), OPEN_THE_TEXT, is_json)
PROGRAM_ZIP = UnreadKind(said("a packed program (APK, JAR)"), said("Choose a saved article."))

UNREAD = (
    UnreadKind(
        said("a protected Word, Excel or PowerPoint document"),
        said("Open it with its password and save it without one."),
        ole_with("EncryptedPackage"),
    ),
    UnreadKind(
        said("an Outlook message (MSG)"),
        said("Save it in Outlook as text or HTML, or drag it to a mail program that saves EML."),
        ole_with("__substg1.0_", "__nameid_"),
    ),
    UnreadKind(said("a Word 97–2003 document (DOC)"), SAVE_AS_DOCX, ole_with("WordDocument")),
    UnreadKind(said("an old Excel or PowerPoint file (XLS, PPT)"), OPEN_THE_TEXT, ole_with("Workbook", "Book", "PowerPoint Document")),
    UnreadKind(said("a file of an old Microsoft program (OLE)"), SAVE_AS_DOCX, ole_with()),
    UnreadKind(said("an Outlook mailbox (PST)"), said("Save the message as EML, HTML or text."), magic(b"!BDN")),
    UnreadKind(
        said("an Outlook attachment (winmail.dat)"), said("Ask the sender for the message as HTML or text."), magic(b"\x78\x9f\x3e\x22")
    ),
    UnreadKind(said("a WordPerfect document"), SAVE_AS_DOCX, magic(b"\xffWPC")),
    WORKBOOK,
    SLIDES,
    PAGES,
    LOCKED_BOOK,
    PROGRAM_ZIP,
    UnreadKind(
        said("a Kindle book (MOBI, AZW)"),
        CONVERT_BOOK,
        either(magic(b"BOOKMOBI", b"TEXtREAd", at=60), magic(b"TPZ", b"\xeaDRMION", b"CONT")),
    ),
    UnreadKind(said("a Microsoft Reader book or a help file (LIT, CHM)"), CONVERT_BOOK, magic(b"ITOLITLS", b"ITSF")),
    UnreadKind(said("a DjVu scan"), RECOGNISE, magic(b"AT&TFORM")),
    UnreadKind(said("a PostScript file"), said("Convert it to PDF first."), begins(b"%!PS", b"\xc5\xd0\xd3\xc6")),
    PICTURES,
    UnreadKind(
        said("a video or sound recording"),
        said("Save its transcript as text."),
        either(
            magic(b"ID3", b"OggS", b"\x1a\x45\xdf\xa3", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"FLV", b"\0\0\1\xba"),
            riff(b"AVI ", b"WAVE"),
            video,
        ),
    ),
    UnreadKind(said("a RAR archive"), UNPACK, magic(b"Rar!\x1a\x07")),
    UnreadKind(said("a 7z archive"), UNPACK, magic(b"7z\xbc\xaf\x27\x1c")),
    UnreadKind(
        said("a packed file (tar, bzip2, xz, zstd, StuffIt, cabinet)"),
        UNPACK,
        either(magic(b"ustar", at=257), magic(b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"StuffIt", b"SIT!", b"MSCF")),
    ),
    UnreadKind(said("a program"), said("Choose a saved article."), magic(b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")),
    UnreadKind(
        said("a database (SQLite)"),
        said("Choose a saved article; a rating list is imported in the ratings window."),
        magic(b"SQLite format 3"),
    ),
    UnreadKind(said("a typeface"), said("Choose a saved article."), magic(b"OTTO", b"wOFF", b"wOF2", b"\0\1\0\0\0")),
    UnreadKind(said("an encrypted or signed file (PGP, S/MIME, a key)"), said("Decrypt it first."), begins(b"-----BEGIN ")),
    UnreadKind(said("a link to an address (URL, webloc, desktop), not the page itself"), SAVE_THE_PAGE, is_link_file),
    UnreadKind(said("a recording of a browser’s traffic (HAR)"), said("Save the page itself from the browser, as one file."), is_har),
    UnreadKind(said("a list of bookmarks or of saved addresses, not the pages themselves"), SAVE_THE_PAGE, is_bookmarks),
    UnreadKind(said("a calendar or an address book"), said("Choose a saved article."), begins(b"BEGIN:VCALENDAR", b"BEGIN:VCARD")),
    UnreadKind(
        said("a table (CSV, TSV)"), said("A rating list is imported in the ratings window; of an article save the text itself."), is_table
    ),
    JSON_DATA,
    UnreadKind(said("XML data of an unknown kind"), OPEN_THE_TEXT, is_xml),
    UnreadKind(
        said("LaTeX, whose text is not read"), said("Typeset it and open the PDF."), named_or((".tex", ".latex"), b"\\documentclass")
    ),
    UnreadKind(said("the source code of a program or of a style"), OPEN_THE_TEXT, is_code),
)


def unread_kind(data: bytes, suffix: str = "") -> UnreadKind | None:
    """The kind of a file that is known and not read; None for one that may be an article."""
    head = data[:200_000]
    return next((kind for kind in UNREAD if kind.sign is not None and kind.sign(head, suffix)), None)
