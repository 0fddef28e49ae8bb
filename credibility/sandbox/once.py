"""A single file, read in a guarded process of its own that ends with it."""

from pathlib import Path
from typing import Any

from credibility.model import Article, Part
from credibility.model.lists import ListSheet
from credibility.sandbox.worker import ArticleWorker


def read_safely(path: Path, **wishes: Any) -> Article:
    """The article in a file, read in a guarded process; `wishes` as for `ArticleWorker.article`. Raises ArticleError."""
    with ArticleWorker(plain=_is_text(path)) as worker:
        return worker.article(path, **wishes)


def parts_safely(path: Path) -> tuple[Part, ...]:
    """The parts of a file, read in a guarded process; empty for a file that can hold only one article. Raises ArticleError."""
    with ArticleWorker(plain=_is_text(path)) as worker:
        return worker.parts(path)


def record_safely(path: Path) -> str:
    """The reading attached to an exported PDF, read in a guarded process; "" when there is none. Raises ArticleError."""
    with ArticleWorker(plain=True) as worker:
        return worker.record(path)


def sheets_safely(path: Path) -> tuple[ListSheet, ...]:
    """The sheets of a spreadsheet that have rows, read in a guarded process. Raises ArticleError."""
    with ArticleWorker(plain=True) as worker:
        return worker.sheets(path)


def _is_text(path: Path) -> bool:
    """Whether loading the HTML parsers can wait; a wrong guess only costs time."""
    return path.suffix.lower() in (".txt", ".text")
