"""Write the annotated PDF: lay out, typeset with Typst, highlight with pikepdf, replace the target in one step."""

import os
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from app.atomic import write_atomically
from app.paths import resource
from credibility.annotations.annotate import carrier, note
from credibility.annotations.pdf.highlights import Mark, highlight
from credibility.annotations.pdf.paper import Paper, lay_out
from credibility.floor.progress import Progress
from credibility.model import ExportError, Reading, Role, Style

POLL_SECONDS = 0.05
"""How often a cancel is looked for while Typst, which cannot be interrupted, is at work."""

LAID_OUT = 0.7
"""Share of the work done once the pages are set; measured on articles of 13 KB to 1 MB."""


def export_pdf(reading: Reading, target: Path, styles: Mapping[Role, Style], progress: Progress) -> Path:
    """Write the annotated PDF of a reading to `target` and return it.

    Raises ExportError when the target cannot be written, the pages cannot be set, or the reader cancels; an older file of that
    name then stays as it was.
    """
    _check_target(target)
    _tell(progress, 0.0, "Laying out the pages")
    paper = lay_out(reading, styles)
    pages = _typeset(paper, progress)
    marks = {
        rated.id: Mark(rated.id, carrier(rated), styles[rated.role].label, note(rated, styles[rated.role]), styles[rated.role])
        for rated in reading.claims
    }
    done = highlight(
        pages,
        paper.keys,
        marks,
        reading.article,
        datetime.now(UTC),
        lambda share, phrase: _tell(progress, LAID_OUT + 0.3 * share, phrase),
    )
    try:
        write_atomically(target, done)
    except OSError as error:
        raise _unwritable(target, error) from error
    progress(1.0, "Done")
    return target


def _tell(progress: Progress, share: float, phrase: str) -> bool:
    if not progress(share, phrase):
        raise ExportError("The export was cancelled.", "Nothing was written.")
    return True


def _check_target(target: Path) -> None:
    """Find out before the work, not after it, that the target cannot be written."""
    if target.is_dir():
        raise ExportError(f"{target} is a folder.", "Give a file name that ends in .pdf.")
    if target.suffix.lower() != ".pdf":
        raise ExportError(f"“{target.name}” is no name for a PDF.", "Give a file name that ends in .pdf.")
    if target.exists() and not target.is_file():
        raise ExportError(f"{target} is no ordinary file.", "Choose another name.")
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist.", "Create it, or choose another place.")
    if not os.access(target.parent, os.W_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise ExportError(f"{target} cannot be written.", "Choose another place, or change its permissions.")


def _unwritable(target: Path, error: OSError) -> ExportError:
    return ExportError(f"{target} cannot be written: {error.strerror or error}.", "Choose another place; the old file stays as it was.")


def _typeset(paper: Paper, progress: Progress) -> bytes:
    executor = ThreadPoolExecutor(1, thread_name_prefix="typst")
    try:
        running = executor.submit(_compile, paper)
        return _wait(running, progress)
    finally:
        executor.shutdown(wait=False)


def _wait(running: "Future[bytes]", progress: Progress) -> bytes:
    share = 0.05
    while True:
        try:
            return running.result(POLL_SECONDS)
        except StillRunning:
            share += (LAID_OUT - share) * 0.03
            _tell(progress, share, "Setting the pages")


def _compile(paper: Paper) -> bytes:
    """The laid-out pages, written as PDF/UA-1; as plain tagged PDF where no font of this machine has some character.

    PDF/UA refuses a page with a missing glyph, but a missing glyph must not keep the reader from the page.
    """
    with tempfile.TemporaryDirectory(prefix="sourcetint-") as name:
        folder = Path(name)
        (folder / "article.typ").write_bytes(resource("paper", "article.typ").read_bytes())
        (folder / "reading.json").write_text(paper.data, encoding="utf-8")
        for file, data in paper.files:
            (folder / file).write_bytes(data)
        try:
            return _pages(folder, "ua-1")
        except typst.TypstError:
            pass  # told apart by trying again: only what fails in both ways is an error
        try:
            return _pages(folder, None)
        except typst.TypstError as error:
            raise ExportError(f"The pages cannot be set: {error.message}.", "Please report this with the article.") from error


def _pages(folder: Path, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(folder / "article.typ", root=folder, format="pdf", pdf_standards=standard)
