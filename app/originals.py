"""Which pages an exported PDF is made of: a copy of the article's own, or typeset pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.saved_files import SavedFile
from credibility.articles.saved_file import read_saved
from credibility.model import ArticleError, ExportError, Ground, PaperSetup, Print

if TYPE_CHECKING:
    from credibility.annotations.pdf.originals import Original


def original_of(file: SavedFile, setup: PaperSetup, locate: Callable[[], Print]) -> "Original | None":
    """The article's own PDF if its pages are to be marked, else None; `locate` finds the article's text on them.

    Without a wish, pages that SourceTint set itself are typeset again. Raises ExportError.
    """
    if setup.on is Ground.TYPESET:
        return None
    if not file.is_pdf:
        if setup.on is Ground.ORIGINAL:
            raise ExportError("This article was not opened from a PDF.", "It has no pages of its own; have it typeset (--on typeset).")
        return None
    # Imported here and below because pikepdf takes 0.1 s to import, which the first article should not wait for.
    from credibility.annotations.pdf.originals import Original, OriginalError, is_own_print  # noqa: PLC0415

    try:
        data = read_saved(file.path)
        if setup.on is None and is_own_print(data, file.password):
            return None
        return Original(data, locate(), file.password)
    except (ArticleError, OriginalError) as error:
        raise ExportError(str(error), "Have the article typeset instead (--on typeset).") from error


def losses_of(file: SavedFile, setup: PaperSetup) -> tuple[str, ...]:
    """What the marked copy of a file loses, such as a signature; to be said before it is written."""
    if setup.on is Ground.TYPESET or not file.is_pdf:
        return ()
    from credibility.annotations.pdf.originals import OriginalError, losses  # noqa: PLC0415

    try:
        return losses(read_saved(file.path), file.password)
    except (ArticleError, OriginalError):
        return ()  # writing the copy will say so
