"""Typeset a paper with Typst, in this process: fonts, the template's folder, and which characters no font can draw."""

import json
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typst

from app.files.faces import shipped_faces, typst_fonts
from app.files.paths import resource
from credibility.annotations.pdf.paper import Paper
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import Article, ExportError, Faces, Pack
from credibility.model.faces import PICTOGRAPHS, families, han_region

LOOKS = "looks.typ"
"""What all templates share."""

READING = "reading.json"
"""The template's data within its folder."""

POLL_SECONDS = 0.05
"""Interval between checks for cancellation while Typst is running."""


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


def font_setting(paper: Paper, article: Article, faces: Faces) -> FontSetting:
    """The fonts that a paper needs."""
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


def typeset(paper: Paper, setting: FontSetting, progress: Progress) -> Pages:
    """The pages as PDF/UA-1, or as plain tagged PDF if no font, shipped or installed, has some character.

    PDF/UA forbids missing glyphs, but a missing glyph must not prevent the export. `progress` is called with the share of the
    typesetting that is probably done. Raises ExportError when it fails or is cancelled.
    """
    executor = ThreadPoolExecutor(1, thread_name_prefix="typst")
    try:
        return _wait(executor.submit(_compile, paper, setting), progress)
    finally:
        executor.shutdown(wait=False)


def _wait(running: "Future[Pages]", progress: Progress) -> Pages:
    share = 0.0
    while True:
        try:
            return running.result(POLL_SECONDS)
        except StillRunning:
            share += (1 - share) * 0.03
            tell(progress, share, said("Typesetting the pages"))


def tell(progress: Progress, share: float, phrase: str) -> bool:
    """Report progress. Raises ExportError when the user has cancelled."""
    if not progress(share, phrase):
        raise ExportError(said("The export was cancelled."), said("Nothing was written."))
    return True


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Progress for a step that is this stretch of the whole work. It raises ExportError when the user has cancelled."""
    return lambda share, phrase: tell(progress, start + (end - start) * share, phrase)


def _compile(paper: Paper, setting: FontSetting) -> Pages:
    with tempfile.TemporaryDirectory(prefix="sourcetint-") as name:
        folder = Path(name)
        fill(folder, paper, setting)
        (folder / READING).write_text(paper.data, encoding="utf-8")
        try:
            return Pages(_pages(folder / paper.template, setting.fonts, "ua-1"), frozenset())
        except typst.TypstError:
            pass  # perhaps only a missing glyph: it is an error only if the second attempt fails too
        try:
            plain = _pages(folder / paper.template, setting.fonts, None)
        except typst.TypstError as error:
            raise cannot_typeset(error.message) from error
        return Pages(plain, undrawn(setting))


def fill(folder: Path, paper: Paper, setting: FontSetting) -> None:
    """Write what the template needs besides the reading: the template itself, the fonts' names and the pictures."""
    for template in (paper.template, LOOKS):
        (folder / template).write_bytes(resource("paper", template).read_bytes())
    (folder / "faces.json").write_text(setting.faces, encoding="utf-8")
    for file, data in paper.files:
        (folder / file).write_bytes(data)


def cannot_typeset(message: str) -> ExportError:
    """The error for pages that Typst refuses."""
    return ExportError(said("The pages cannot be typeset: {message}.", message=message), said("Please report this with the article."))


def _pages(template: Path, fonts: typst.Fonts, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(template, root=template.parent, format="pdf", pdf_standards=standard, font_paths=fonts)


def undrawn(setting: FontSetting) -> frozenset[str]:
    """The characters that no font of a setting has."""
    return frozenset(_undrawn(tuple(sorted(setting.lacking)), setting.fonts))


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
