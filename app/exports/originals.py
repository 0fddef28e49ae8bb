"""Which pages an exported PDF is made of: a copy of the article's own, or typeset pages."""

from typing import TYPE_CHECKING, Protocol

from app.files.saved_files import SavedFile
from credibility.floor.language import said
from credibility.model import ArticleError, ExportError, Ground, PaperSetup, Print

if TYPE_CHECKING:
    from credibility.annotations.pdf.originals.order import Original


class PdfPages(Protocol):
    """Who reads and copies the pages of a PDF, in a guarded process. Every method may raise ArticleError."""

    def origin(self, file: SavedFile) -> str:
        """What is known of the PDF before it is copied, as `copying.origin_of` returns it."""

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages with the positions of the article's text."""

    def copy(self, file: SavedFile, order: bytes) -> bytes:
        """A copy with the marks of an encoded order."""


def original_of(file: SavedFile, files: PdfPages, setup: PaperSetup, text: str) -> "Original | None":
    """The article's own PDF if its pages are to be marked, else None; `text` is the article's, which is found on them.

    Without a wish, pages that SourceTint set itself are typeset again. Raises ExportError.
    """
    if setup.on is Ground.TYPESET:
        return None
    if not file.is_pdf:
        if setup.on is Ground.ORIGINAL:
            raise ExportError(
                said("This article was not opened from a PDF."), said("It has no pages of its own; have it typeset (--on typeset).")
            )
        return None
    # Imported here and below because pikepdf takes 0.1 s to import, which the first article should not wait for.
    from credibility.annotations.pdf.originals.order import OWN, Original  # noqa: PLC0415

    try:
        if setup.on is None and OWN in files.origin(file).split():
            return None
        return Original(files.print(file, text), lambda order: files.copy(file, order))
    except ArticleError as error:
        raise ExportError(error.reason, said("Have the article typeset instead (--on typeset).")) from error


def losses_of(file: SavedFile, files: PdfPages, setup: PaperSetup) -> tuple[str, ...]:
    """What the marked copy of a file loses, such as a signature; to be said before it is written."""
    if setup.on is Ground.TYPESET or not file.is_pdf:
        return ()
    from credibility.annotations.pdf.originals.order import OWN, SIGNATURE_LOST, SIGNED  # noqa: PLC0415

    try:
        known = files.origin(file).split()
    except ArticleError:
        return ()  # writing the copy will say so
    return (SIGNATURE_LOST,) if SIGNED in known and not (setup.on is None and OWN in known) else ()
