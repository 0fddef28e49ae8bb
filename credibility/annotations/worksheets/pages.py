"""Worksheets as files: for each claim who carried it, its words, and three questions with their answers, or with room for them."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docx import Document
from docx.shared import Pt

from credibility.annotations.annotate import carrier
from credibility.annotations.exports.document import clean, own_run, told
from credibility.annotations.exports.markdown import escaped
from credibility.annotations.exports.markdown import told as told_in_markdown
from credibility.annotations.exports.rows import content_words
from credibility.annotations.pdf.paper import UNTITLED, facts
from credibility.floor.language import Said, joined, said, shown
from credibility.model import RatedClaim, Reading
from credibility.model.notes import QUESTIONS, Answers

HINT = said("Open other pages about the source and the claim before you answer: what a site says of itself is the last thing to rely on.")
LINES = 5
"""Empty lines to write on, for each question."""

SHOWN = ("By", "Published", "Publisher", "Address")
"""The facts of the article that a worksheet names: its publisher's rating would answer the first question."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A claim of the reading with its number, and what was answered; blank where nothing was."""

    number: int
    rated: RatedClaim
    answers: Answers


Write = Callable[[Reading, Sequence[FilledSheet]], bytes]


def write_markdown(reading: Reading, sheets: Sequence[FilledSheet]) -> bytes:
    """The worksheets as Markdown, in UTF-8."""
    parts = [f"# {told_in_markdown(sheet_title(reading))}"]
    parts += [told_in_markdown(joined((label, value), ": ")) for label, value in facts(reading) if label in SHOWN]
    parts.append(f"*{told_in_markdown(HINT)}*")
    for sheet in sheets:
        parts.append(f"## {told_in_markdown(claim_heading(sheet, reading))}")
        parts.append(f"> {escaped(content_words(sheet.rated, reading.article.text))}")
        for question, answer in zip(QUESTIONS, sheet.answers.all(), strict=True):
            parts += [f"### {told_in_markdown(question)}", *([escaped(answer.strip())] if answer.strip() else ["___"] * LINES)]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def write_docx(reading: Reading, sheets: Sequence[FilledSheet]) -> bytes:
    """The worksheets as a Word document, a page for each claim."""
    document = Document()
    document.core_properties.title, document.core_properties.author = shown(said("Worksheet")), "SourceTint"
    own_run(document.add_heading("", 1), told(sheet_title(reading)))
    for label, value in facts(reading):
        if label in SHOWN:
            own_run(document.add_paragraph(), told(joined((label, value), ": ")))
    own_run(document.add_paragraph(), told(HINT)).italic = True
    for place, sheet in enumerate(sheets):
        heading = document.add_heading("", 2)
        own_run(heading, told(claim_heading(sheet, reading)))
        heading.paragraph_format.page_break_before = bool(place)
        document.add_paragraph(clean(content_words(sheet.rated, reading.article.text)), style="Intense Quote")
        for question, answer in zip(QUESTIONS, sheet.answers.all(), strict=True):
            own_run(document.add_heading("", 3), told(question))
            for line in _lines(answer):
                written = document.add_paragraph(clean(line))
                written.paragraph_format.space_after = Pt(8)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet_title(reading: Reading) -> Said:
    """The title of a file of worksheets."""
    return said("Worksheet: {title}", title=reading.article.title or UNTITLED)


def claim_heading(sheet: FilledSheet, reading: Reading) -> Said:
    """The heading over the questions about a claim."""
    return said("Claim {number}: {source}", number=sheet.number, source=carrier(sheet.rated, reading.article.text))


def _lines(answer: str) -> Iterator[str]:
    """The answer, or lines to write on."""
    if answer.strip():
        yield from answer.strip().split("\n")
    else:
        yield from ["_" * 62] * LINES


WRITERS: Mapping[str, Write] = {".md": write_markdown, ".docx": write_docx}
"""What writes worksheets, by the ending of the file's name."""
