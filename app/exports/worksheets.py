"""What writes worksheets, by the ending of the file's name."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from credibility.floor.progress import silent
from credibility.model import PaperSetup, Reading

if TYPE_CHECKING:
    from credibility.annotations.worksheets.pages import FilledSheet, Write


def worksheet_writers(setup: Callable[[], PaperSetup]) -> "Mapping[str, Write]":
    """The writers of text, and one of pages on the paper that the settings ask for."""
    # Imported here because python-docx and Typst take 0.2 s to import, which the first article should not wait for.
    from app.exports.typesetting import font_setting, typeset  # noqa: PLC0415
    from app.files.faces import shipped_faces  # noqa: PLC0415
    from credibility.annotations.worksheets.pages import WRITERS  # noqa: PLC0415
    from credibility.annotations.worksheets.typeset import worksheet_paper  # noqa: PLC0415

    def write_pdf(reading: Reading, sheets: "Sequence[FilledSheet]") -> bytes:
        paper = worksheet_paper(reading, sheets, setup())
        return typeset(paper, font_setting(paper, reading.article, shipped_faces()), silent).data

    return {**WRITERS, ".pdf": write_pdf}
