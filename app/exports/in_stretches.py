"""Typeset a long paper in stretches, each in a process of its own, and join them in another: no process takes more than 350 MB."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf

from app.exports.join_run import JOINED, ORDER, stretch_file
from app.exports.stretch_run import FONTS, PLACES, REFUSAL, STRETCH
from app.exports.typesetting import POLL_SECONDS, READING, FontSetting, cannot_typeset, fill, tell, undrawn
from app.files.there import is_there
from credibility.annotations.pdf.attachment import Enclosed, files_of
from credibility.annotations.pdf.marks import Mark
from credibility.annotations.pdf.metadata import Stamp
from credibility.annotations.pdf.paper import Paper
from credibility.annotations.pdf.stretches.dividing import Dividing, Spot
from credibility.annotations.pdf.stretches.joining import Joining, TypesetStretch
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import Article
from credibility.sandbox.launch import child_command

TYPESET = 0.7
"""Fraction of the work done once all stretches are typeset."""


@dataclass(frozen=True, slots=True)
class PaperMarks:
    """What is marked on the pages and enclosed in the file."""

    marks: Mapping[str, Mark]
    enclosed: Enclosed
    stamp: Stamp


def in_stretches(
    paper: Paper, dividing: Dividing, setting: FontSetting, marking: PaperMarks, progress: Progress
) -> tuple[bytes, frozenset[str]]:
    """The annotated PDF, and the characters that no font could draw. Raises ExportError when it fails or is cancelled."""
    with tempfile.TemporaryDirectory(prefix="sourcetint-") as name:
        folder = Path(name)
        fill(folder, paper, setting)
        fonts = {"installed": bool(setting.lacking), "folders": [str(pack.files[0].parent) for pack in setting.packs]}
        (folder / FONTS).write_text(json.dumps(fonts), encoding="utf-8")
        stretches = tuple(_Typesetter(folder, dividing, progress).stretches())
        order = Joining(
            stretches,
            paper.keys,
            dict(marking.marks),
            files_of(marking.enclosed),
            marking.enclosed.record,
            _without_text(marking.enclosed.article),
            marking.stamp,
        )
        (folder / ORDER).write_bytes(order.encoded())
        for share in _running("app.exports.join_run", folder):
            tell(progress, TYPESET + (1 - TYPESET) * share, said("Marking the claims"))
        return (folder / JOINED).read_bytes(), undrawn(setting)


@dataclass(slots=True)
class _Typesetter:
    """Typesets one stretch after another, each from where the last was cut; `places` are where claims and notes begin."""

    folder: Path
    dividing: Dividing
    progress: Progress
    places: dict[str, Spot] = field(default_factory=dict)

    def stretches(self) -> Iterator[TypesetStretch]:
        """The stretches; their pages are written into the folder."""
        start, page, number = 0, 1, 0
        while number == 0 or start < self.dividing.count:
            stretch, start = self._stretch(start, page, number)
            page, number = page + stretch.pages, number + 1
            yield stretch

    def _stretch(self, start: int, page: int, number: int) -> tuple[TypesetStretch, int]:
        end = self.dividing.end(start)
        (self.folder / READING).write_text(self.dividing.stretch(start, end, page, self.places), encoding="utf-8")
        for _ in _running("app.exports.stretch_run", self.folder):
            tell(self.progress, TYPESET * start / self.dividing.count, said("Typesetting the pages"))
        if is_there(self.folder / REFUSAL):
            raise cannot_typeset((self.folder / REFUSAL).read_text(encoding="utf-8"))
        file = (self.folder / STRETCH).replace(stretch_file(self.folder, number))
        units = self._take_places(page)
        with pikepdf.open(file) as document:
            cut = self.dividing.cut(start, end, units, len(document.pages))
        return TypesetStretch(cut.pages, self.dividing.levels(start, cut.unit), self.dividing.leads_back(end)), cut.unit

    def _take_places(self, first: int) -> dict[int, Spot]:
        """The places of the stretch's units, pages counted from its first; those of claims and notes are taken down for later stretches."""
        found = json.loads((self.folder / PLACES).read_text(encoding="utf-8"))
        units = {}
        for value, page, x, y in found[0] if found else ():
            if isinstance(value, int):
                units[value] = Spot(page, x, y)
            else:
                self.places.setdefault(value, Spot(first + page - 1, x, y))
        return units


def _running(module: str, folder: Path) -> Iterator[float]:
    """Run a module on a folder in a process of its own; yields now and then, with a share that comes ever closer to 1.

    The process is ended when the caller stops iterating. Raises ExportError when it fails.
    """
    process = subprocess.Popen([*child_command(module), str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    share = 0.0
    try:
        while True:
            try:
                if process.wait(POLL_SECONDS):
                    raise cannot_typeset(said("a process that works on them ended too early"))
                return
            except subprocess.TimeoutExpired:
                yield share
                share += (1 - share) * 0.03
    finally:
        process.kill()
        process.wait()


def _without_text(article: Article) -> Article:
    """The article's data without what is on its pages."""
    return replace(article, text="", blocks=(), links=(), emphases=(), images=())
