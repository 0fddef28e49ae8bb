"""Write a reading to a file in the format that the file's name asks for; used by window, command line and batch."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.targets import check_target, write_target
from credibility.annotations.exports.registry import PDF, format_of, notes_left_out, writer
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import Exported, ExportError, ExportEvidence, ExportFormat, PaperSetup, Reading, Role, Style

if TYPE_CHECKING:
    from credibility.annotations.pdf.originals.order import Original


def checked(target: Path) -> ExportFormat:
    """The format that the target's name asks for. Raises ExportError when there is none, or the target cannot be written."""
    check_target(target)
    return format_of(target)


def export(
    reading: Reading,
    target: Path,
    styles: Mapping[Role, Style],
    progress: Progress,
    setup: PaperSetup,
    original: Callable[[], "Original | None"] = lambda: None,
    evidence: Callable[[Reading], ExportEvidence | None] = lambda _: None,
) -> Exported:
    """Write the reading atomically.

    For paper alone are `setup`, `original`, the article's own pages if they are to be marked, and the `evidence` of how a reading was made.

    Raises ExportError when the name has no known ending, the target cannot be written, or the user cancels; an existing file is then left
    unchanged.
    """
    form = checked(target)
    if form == PDF:
        # Imported here because Typst and pikepdf take 0.2 s to import, which the first article should not wait for.
        from app.exports.paper import export_pdf  # noqa: PLC0415

        return export_pdf(reading, target, styles, progress, setup, original(), evidence(reading))
    if not progress(0.1, said("Writing {title}", title=form.title)):
        raise ExportError(said("The export was cancelled."), said("Nothing was written."))
    data = writer(form)(reading, styles)
    left_out = notes_left_out(form, reading)
    if not progress(0.9, said("Writing {title}", title=form.title)):
        raise ExportError(said("The export was cancelled."), said("Nothing was written."))
    write_target(target, data)
    progress(1.0, said("Done"))
    return Exported(target, left_out)
