"""Write the annotated PDF: lay out, typeset with Typst, highlight with pikepdf, replace the target in one step."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from app.files.faces import shipped_faces, typst_fonts
from app.files.paths import resource
from app.files.targets import check_target, write_target
from app.startup import installed_version
from credibility.annotations.pdf.attachment import Enclosed
from credibility.annotations.pdf.highlights import highlight
from credibility.annotations.pdf.ink import in_grey
from credibility.annotations.pdf.marks import marks_of
from credibility.annotations.pdf.metadata import Stamp
from credibility.annotations.pdf.note_marks import note_marks
from credibility.annotations.pdf.originals import Order, Original, order_for
from credibility.annotations.pdf.paper import Paper, lay_out
from credibility.annotations.record import evidence_rows, write_record
from credibility.annotations.sidecar import write_sidecar
from credibility.floor.progress import Progress
from credibility.model import Article, ArticleError, Exported, ExportError, ExportEvidence, Faces, Pack, PaperSetup, Reading, Role, Style
from credibility.model.faces import PICTOGRAPHS, families, han_region

PLAIN = PaperSetup()

POLL_SECONDS = 0.05
"""Interval between checks for cancellation while Typst, which cannot be interrupted, is running."""

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
    _tell(progress, 0.0, "Laying out the pages")
    styles = in_grey(styles) if setup.grey else styles
    enclosed = _enclosed(reading, evidence)
    note_pages = original.note_pages(reading) if original else {}
    paper = lay_out(reading, styles, setup, original.page_numbers(reading.claims) if original else None, enclosed.record, note_pages)
    setting = _setting(paper, reading.article, shipped_faces())
    pages = _typeset(paper, setting, progress)
    marks = {**marks_of(reading, styles, paper.right_to_left), **note_marks(reading, in_grey=setup.grey)}
    stamp = Stamp(datetime.now(UTC), f"SourceTint {installed_version()}")

    def marking(share: float, phrase: str) -> bool:
        return _tell(progress, LAID_OUT + 0.3 * share, phrase)

    notes = shipped_faces().advice(pages.undrawn)
    if original:
        order = order_for(original.printed, reading, marks, pages.data, enclosed, stamp)
        marking(0.0, "Marking the claims")
        done, notes = _copied(original, order), (*notes, *order.notes(reading))
    else:
        done = highlight(pages.data, paper.keys, marks, enclosed, stamp, marking)
    write_target(target, done)
    progress(1.0, "Done")
    return Exported(target, notes)


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
        raise ExportError(error.reason, "Have the article typeset instead (--on typeset).") from error


def _tell(progress: Progress, share: float, phrase: str) -> bool:
    if not progress(share, phrase):
        raise ExportError("The export was cancelled.", "Nothing was written.")
    return True


@dataclass(frozen=True, slots=True)
class FontSetting:
    """The fonts a paper is set in: packs, the template's data about them, and the characters that no pack has."""

    packs: tuple[Pack, ...]
    faces: str
    lacking: frozenset[str]

    @property
    def fonts(self) -> typst.Fonts:
        """The shipped fonts; if they lack a character, followed by the installed ones."""
        return typst_fonts(self.packs, bool(self.lacking))


@dataclass(frozen=True, slots=True)
class Pages:
    """The typeset pages as a PDF, and the characters that no font could draw."""

    data: bytes
    undrawn: frozenset[str]


def _setting(paper: Paper, article: Article, faces: Faces) -> FontSetting:
    text, symbols, emoji = faces.packs[0], faces.pack("symbols"), faces.pack("emoji")
    needed = faces.needed(paper.data)
    region = han_region(article.language, article.text)
    data = {
        "serif": text.families[0],
        "sans": text.families[1],
        "mono": text.families[2],
        "display": text.families[3],
        "symbols": symbols.families,
        "others": families((pack for pack in needed if pack is not symbols), region),
        # Pictographs in the colour emoji font are drawn with it, not with a symbol font.
        "not-emoji": "[^" + "".join(f"\\u{{{start:x}}}-\\u{{{end - 1:x}}}" for start, end in emoji.letters if start >= PICTOGRAPHS) + "]",
        "han": (article.language or "").lower().startswith(("zh", "ja")),
    }
    packs = tuple(dict.fromkeys((text, *needed, symbols)))  # the legend's glyphs are symbols
    return FontSetting(packs, json.dumps(data), faces.lacking(paper.data))


def _typeset(paper: Paper, setting: FontSetting, progress: Progress) -> Pages:
    executor = ThreadPoolExecutor(1, thread_name_prefix="typst")
    try:
        running = executor.submit(_compile, paper, setting)
        return _wait(running, progress)
    finally:
        executor.shutdown(wait=False)


def _wait(running: "Future[Pages]", progress: Progress) -> Pages:
    share = 0.05
    while True:
        try:
            return running.result(POLL_SECONDS)
        except StillRunning:
            share += (LAID_OUT - share) * 0.03
            _tell(progress, share, "Typesetting the pages")


def _compile(paper: Paper, setting: FontSetting) -> Pages:
    """The pages as PDF/UA-1, or as plain tagged PDF if no font, shipped or installed, has some character.

    PDF/UA forbids missing glyphs, but a missing glyph must not prevent the export.
    """
    with tempfile.TemporaryDirectory(prefix="sourcetint-") as name:
        folder = Path(name)
        for template in ("article.typ", "looks.typ"):
            (folder / template).write_bytes(resource("paper", template).read_bytes())
        (folder / "reading.json").write_text(paper.data, encoding="utf-8")
        (folder / "faces.json").write_text(setting.faces, encoding="utf-8")
        for file, data in paper.files:
            (folder / file).write_bytes(data)
        try:
            return Pages(_pages(folder, setting.fonts, "ua-1"), frozenset())
        except typst.TypstError:
            pass  # perhaps only a missing glyph: it is an error only if the second attempt fails too
        try:
            plain = _pages(folder, setting.fonts, None)
        except typst.TypstError as error:
            raise ExportError(f"The pages cannot be typeset: {error.message}.", "Please report this with the article.") from error
        return Pages(plain, frozenset(_undrawn(tuple(sorted(setting.lacking)), setting.fonts)))


def _undrawn(letters: tuple[str, ...], fonts: typst.Fonts) -> Iterator[str]:
    """The characters that none of the fonts has, found by bisection: PDF/UA accepts a page only if all of it can be drawn."""
    if not letters or _can_draw(letters, fonts):
        return
    if len(letters) == 1:
        yield letters[0]
        return
    middle = len(letters) // 2
    yield from _undrawn(letters[:middle], fonts)
    yield from _undrawn(letters[middle:], fonts)


def _can_draw(letters: tuple[str, ...], fonts: typst.Fonts) -> bool:
    words = json.dumps(" ".join(letters))
    # Without a font that has a glyph for missing characters, Typst silently leaves such characters out.
    family = shipped_faces().packs[0].families[0]
    page = f"#set document(title: [Letters])\n#set text(font: {json.dumps(family)})\n#json(bytes({json.dumps(words, ensure_ascii=False)}))"
    try:
        typst.compile(page.encode(), format="pdf", pdf_standards="ua-1", font_paths=fonts)
    except typst.TypstError:
        return False
    return True


def _pages(folder: Path, fonts: typst.Fonts, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(folder / "article.typ", root=folder, format="pdf", pdf_standards=standard, font_paths=fonts)
