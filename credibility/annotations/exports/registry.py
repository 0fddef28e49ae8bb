"""The one list of export formats, for window, command line and batch. A writer is imported only when it is first used.

To add a format, see resources/docs/how-to/add-an-export.md.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from credibility.floor.language import said, said_of
from credibility.floor.notes.noted import touching
from credibility.model import ExportError, ExportFormat, Reading, Role, Style

Write = Callable[[Reading, Mapping[Role, Style]], bytes]

PDF = ExportFormat("pdf", said("Annotated PDF"), "application/pdf")
"""The article on paper. It is the only format without a writer here, because typesetting needs fonts and a folder of its own."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS: tuple[tuple[ExportFormat, str], ...] = (
    (ExportFormat("csv", said("Table of claims (CSV)"), "text/csv"), "csv_table"),
    (
        ExportFormat("xlsx", said("Table of claims (Excel)"), _SPREADSHEET),
        "workbook",
    ),
    (ExportFormat("md", said("Markdown"), "text/markdown"), "markdown"),
    (ExportFormat("html", said("Web page"), "text/html"), "webpage"),
    (ExportFormat("docx", said("Word document"), _WORD), "document"),
    (ExportFormat("bib", said("Article and works cited (BibTeX)"), "application/x-bibtex"), "bibtex"),
    (ExportFormat("ris", said("Article and works cited (RIS)"), "application/x-research-info-systems"), "ris"),
    (ExportFormat("csl.json", said("Article and works cited (CSL-JSON)"), "application/vnd.citationstyles.csl+json"), "csl"),
    (ExportFormat("json", said("Whole reading (JSON)"), "application/json"), "record"),
    (ExportFormat("jsonld", said("W3C annotations (JSON-LD)"), "application/ld+json"), "jsonld"),
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
            said("The name “{name}” does not say which format to write.", name=target.name),
            said("Give a file name that ends in one of {endings}.", endings=endings),
        )
    return max(fitting, key=lambda form: len(form.suffix))


def notes_left_out(form: ExportFormat, reading: Reading) -> tuple[str, ...]:
    """What a format leaves out of the reader's notes that were to leave with a reading, in a sentence."""
    if form.suffix in _NOTELESS and reading.own_notes:
        return (said("Your notes are not in this file: {format} has no place for them.", format=form.title),)
    if form.suffix != "csv":
        return ()
    count = sum(not any(touching(rated, (placed,)) for rated in reading.claims) for placed in reading.own_notes)
    told = said_of(
        count,
        "{count} of your notes are on no claim, and this table has a row per claim: they are not in it.",
        "{count} of your notes are on no claim, and this table has a row per claim: they are not in it.",
    )
    return (told,) if count else ()


def named(suffix: str) -> ExportFormat:
    """The format with that ending, without a dot. Raises ExportError when there is none."""
    return format_of(Path(f"export.{suffix.lower().lstrip('.')}"))


def writer(form: ExportFormat) -> Write:
    """The function that writes a format. Raises KeyError for PDF."""
    write: Write = import_module(f"{__package__}.{_MODULES[form]}").write
    return write
