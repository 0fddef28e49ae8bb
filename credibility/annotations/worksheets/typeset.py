"""Worksheets as data for the template of their pages."""

import json
from collections.abc import Sequence
from typing import Any

from credibility.annotations.exports.rows import content_words
from credibility.annotations.pdf.breaks import LINE, pieces
from credibility.annotations.pdf.direction import runs_right_to_left
from credibility.annotations.pdf.paper import Paper, facts, language_of
from credibility.annotations.worksheets.pages import HINT, LINES, SHOWN, FilledSheet, claim_heading, sheet_title
from credibility.floor.language import current, shown
from credibility.model import PaperSetup, Reading
from credibility.model.notes import QUESTIONS


def worksheet_paper(reading: Reading, sheets: Sequence[FilledSheet], setup: PaperSetup) -> Paper:
    """A page for each claim: its words, the questions, and under each the answer or lines to write on."""
    heading = shown(sheet_title(reading))
    data = {
        "title": heading,
        "heading": heading,
        "heading-pieces": pieces(heading, LINE),
        **language_of(reading.article.language),
        "own_language": current(),
        "author": reading.article.byline or "",
        "sheet": setup.sheet.value,
        "larger": setup.larger,
        "grey": setup.grey,
        "facts": [[shown(label), pieces(shown(value), LINE)] for label, value in facts(reading) if label in SHOWN],
        "hint": shown(HINT),
        "lines": LINES,
        "claims": [_claim(sheet, reading) for sheet in sheets],
    }
    return Paper(json.dumps(data, ensure_ascii=False), template="worksheet.typ")


def _claim(sheet: FilledSheet, reading: Reading) -> dict[str, Any]:
    words = content_words(sheet.rated, reading.article.text)
    return {
        "heading": pieces(shown(claim_heading(sheet, reading)), LINE),
        "words": pieces(words, LINE),
        "rtl": runs_right_to_left(words),
        "questions": [[shown(question), _answer(answer)] for question, answer in zip(QUESTIONS, sheet.answers.all(), strict=True)],
    }


def _answer(answer: str) -> list[dict[str, Any]]:
    """The paragraphs of an answer; none where there is room to write."""
    lines = [line for line in answer.strip().split("\n") if line.strip()]
    return [{"pieces": pieces(line, LINE), "rtl": runs_right_to_left(line)} for line in lines]
