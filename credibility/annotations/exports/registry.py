"""The one list of export formats, for window, command line and batch. A writer is imported only when it is first used.

To add a format, see resources/docs/how-to/add-an-export.md.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from credibility.floor.notes.noted import touching
from credibility.model import ExportError, ExportFormat, Reading, Role, Style

Write = Callable[[Reading, Mapping[Role, Style]], bytes]

PDF = ExportFormat("pdf", "Annotated PDF", "application/pdf")
"""The article on paper. It is the only format without a writer here, because typesetting needs fonts and a folder of its own."""

_ROWS: tuple[tuple[ExportFormat, str], ...] = (
    (ExportFormat("csv", "Table of claims (CSV)", "text/csv"), "csv_table"),
    (ExportFormat("xlsx", "Table of claims (Excel)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "workbook"),
    (ExportFormat("md", "Markdown", "text/markdown"), "markdown"),
    (ExportFormat("html", "Web page", "text/html"), "webpage"),
    (ExportFormat("docx", "Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "document"),
    (ExportFormat("bib", "Article and works cited (BibTeX)", "application/x-bibtex"), "bibtex"),
    (ExportFormat("ris", "Article and works cited (RIS)", "application/x-research-info-systems"), "ris"),
    (ExportFormat("csl.json", "Article and works cited (CSL-JSON)", "application/vnd.citationstyles.csl+json"), "csl"),
    (ExportFormat("json", "Whole reading (JSON)", "application/json"), "record"),
    (ExportFormat("jsonld", "W3C annotations (JSON-LD)", "application/ld+json"), "jsonld"),
)
"""Formats with the modules of this package that write them."""

_NOTELESS = ("bib", "ris", "csl.json")

FORMATS: tuple[ExportFormat, ...] = (PDF, *(form for form, _ in _ROWS))
_MODULES = dict(_ROWS)


def format_of(target: Path) -> ExportFormat:
    """The format a file name asks for by its ending. Raises ExportError for any other ending."""
    name = target.name.lower()
    fitting = [form for form in FORMATS if name.endswith(f".{form.suffix}")]
    if not fitting:
        endings = ", ".join(f".{form.suffix}" for form in FORMATS)
        raise ExportError(
            f"The name “{target.name}” does not say which format to write.", f"Give a file name that ends in one of {endings}."
        )
    return max(fitting, key=lambda form: len(form.suffix))


def notes_left_out(form: ExportFormat, reading: Reading) -> tuple[str, ...]:
    """What a format leaves out of the reader's notes that were to leave with a reading, in a sentence."""
    if form.suffix in _NOTELESS and reading.own_notes:
        return (f"Your notes are not in this file: {form.title} has no place for them.",)
    if form.suffix != "csv":
        return ()
    count = sum(not any(touching(rated, (placed,)) for rated in reading.claims) for placed in reading.own_notes)
    return (f"{count} of your notes are on no claim, and this table has a row per claim: they are not in it.",) if count else ()


def named(suffix: str) -> ExportFormat:
    """The format with that ending, without a dot. Raises ExportError when there is none."""
    return format_of(Path(f"export.{suffix.lower().lstrip('.')}"))


def writer(form: ExportFormat) -> Write:
    """The function that writes a format. Raises KeyError for PDF."""
    write: Write = import_module(f"{__package__}.{_MODULES[form]}").write
    return write
