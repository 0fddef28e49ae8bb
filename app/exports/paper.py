"""Write the annotated PDF: lay out, typeset with Typst, highlight with pikepdf, replace the target in one step."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from app.exports.in_stretches import PaperMarks, in_stretches
from app.exports.typesetting import FontSetting, font_setting, part_of, tell, typeset
from app.files.faces import shipped_faces
from app.files.targets import check_target, write_target
from app.startup import installed_version
from credibility.annotations.pdf.attachment import Enclosed
from credibility.annotations.pdf.highlights import highlight
from credibility.annotations.pdf.ink import in_grey
from credibility.annotations.pdf.marks import marks_of
from credibility.annotations.pdf.metadata import Stamp
from credibility.annotations.pdf.note_marks import note_marks
from credibility.annotations.pdf.originals.order import Order, Original, order_for
from credibility.annotations.pdf.paper import Paper, lay_out
from credibility.annotations.pdf.stretches.dividing import Dividing
from credibility.annotations.record import evidence_rows, write_record
from credibility.annotations.sidecar import write_sidecar
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import ArticleError, Exported, ExportError, ExportEvidence, PaperSetup, Reading, Role, Style

PLAIN = PaperSetup()

LAID_OUT = 0.7
"""Fraction of the work done once the pages are typeset; measured on articles of 13 KB to 1 MB."""


def export_pdf(
    reading: Reading,
    target: Path,
    styles: Mapping[Role, Style],
    progress: Progress,
    setup: PaperSetup = PLAIN,
    original: Original | None = None,
    evidence: ExportEvidence | None = None,
) -> Exported:
    """Write the annotated PDF of a reading to `target`: typeset, or with `original`, on a copy of the article's own pages.

    The notes list characters that no font can draw, and claims that could not be marked. Raises ExportError when the target cannot be
    written, typesetting fails, or the user cancels; an existing file is then left unchanged.
    """
    check_target(target)
    tell(progress, 0.0, said("Laying out the pages"))
    styles = in_grey(styles) if setup.grey else styles
    enclosed = _enclosed(reading, evidence)
    note_pages = original.note_pages(reading) if original else {}
    paper = lay_out(reading, styles, setup, original.page_numbers(reading.claims) if original else None, enclosed.record, note_pages)
    setting = font_setting(paper, reading.article, shipped_faces())
    marks = {**marks_of(reading, styles, paper.right_to_left), **note_marks(reading, in_grey=setup.grey)}
    marking = PaperMarks(marks, enclosed, Stamp(datetime.now(UTC), f"SourceTint {installed_version()}"))
    if original:
        pages = typeset(paper, setting, part_of(progress, 0.05, LAID_OUT))
        order = order_for(original.printed, reading, marks, pages.data, enclosed, marking.stamp)
        tell(progress, LAID_OUT, said("Marking the claims"))
        done, undrawn, notes = _copied(original, order), pages.undrawn, order.notes(reading)
    else:
        (done, undrawn), notes = _typeset_and_marked(paper, setting, marking, progress), ()
    write_target(target, done)
    progress(1.0, said("Done"))
    return Exported(target, (*shipped_faces().advice(undrawn), *notes))


def _typeset_and_marked(paper: Paper, setting: FontSetting, marking: PaperMarks, progress: Progress) -> tuple[bytes, frozenset[str]]:
    """The annotated PDF, and the characters that no font could draw; a long paper is typeset in stretches."""
    dividing = Dividing(paper.data)
    if dividing.pays:
        return in_stretches(paper, dividing, setting, marking, part_of(progress, 0.05, 1.0))
    pages = typeset(paper, setting, part_of(progress, 0.05, LAID_OUT))
    marked = highlight(pages.data, paper.keys, marking.marks, marking.enclosed, marking.stamp, part_of(progress, LAID_OUT, 1.0))
    return marked, pages.undrawn


def _enclosed(reading: Reading, evidence: ExportEvidence | None) -> Enclosed:
    """What travels in the file; without evidence of how the reading was made, only the article."""
    if evidence is None:
        return Enclosed(reading.article)
    annotations = json.dumps(write_sidecar(reading), ensure_ascii=False).encode("utf-8", "replace")
    rows = tuple((label, value) for label, value in evidence_rows(reading, evidence))
    return Enclosed(reading.article, write_record(reading, evidence), annotations, rows)


def _copied(original: Original, order: Order) -> bytes:
    try:
        return original.copy(order.encoded())
    except ArticleError as error:
        raise ExportError(error.reason, said("Have the article typeset instead (--on typeset).")) from error
