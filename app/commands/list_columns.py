"""Which list a command on rating lists reads, and by which columns."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.previews import columns_words, scale_lines
from app.printing import say
from credibility.floor.language import joined, said, tr
from credibility.model import RatingError
from credibility.model.lists import ColumnMapping, ListFile, ReadList

if TYPE_CHECKING:  # the readers of lists take a third of a second: `resolve` and `ratings show` do without
    from app.ratings.lists import Lists

COLUMN_KEYS = ("address", "score", "lowest", "highest", "label", "name", "reason", "url", "rated_on", "country", "listed")


def add_source(command: argparse.ArgumentParser) -> None:
    """Add the arguments that name a list and its columns."""
    command.add_argument(
        "file", type=Path, metavar="FILE", help=said("a list known to SourceTint, or any CSV, TSV, JSON, XLSX, ODS or SQLite file")
    )
    mapping = command.add_mutually_exclusive_group()
    mapping.add_argument("--mapping", metavar="TITLE", help=said("use the columns saved for the list of this title"))
    mapping.add_argument("--columns", metavar="KEY=COLUMN,…", help=said("columns of an unknown list: {keys}", keys=", ".join(COLUMN_KEYS)))
    command.add_argument(
        "--labels",
        metavar="LABEL=SCORE,…",
        help=said("scores 0–100 of the labels in the label column, or of a known list’s own words, beside what they suggest"),
    )
    command.add_argument(
        "--criteria", metavar="COLUMN=WEIGHT,…", help=said("columns of yes and no, kept as evidence; without a score or label, the score")
    )
    command.add_argument("--title", default="", help=said("the list's name; its columns are saved under it"))
    command.add_argument("--licence", default="", help=said("the list's licence, stored with every rating"))
    command.add_argument("--table", default="", help=said("which table of a SQLite file or sheet of a spreadsheet"))
    command.add_argument(
        "--withdraw", action="store_true", help=said("also remove this rater's imported ratings that are no longer in the file")
    )


def read_source(lists: "Lists", arguments: argparse.Namespace) -> tuple[ReadList, ColumnMapping | None]:
    """The list that the arguments name, and the mapping if they spell one out, for it to be saved."""
    file = lists.open(arguments.file, arguments.table)
    if arguments.mapping:
        mappings = lists.mappings()
        if arguments.mapping not in mappings:
            kept = ", ".join(mappings) or said("none so far")
            raise RatingError(said("No columns are saved for “{mapping}”.", mapping=arguments.mapping), said("Saved: {kept}.", kept=kept))
        return lists.read(file, mappings[arguments.mapping], arguments.title or arguments.mapping, arguments.licence), None
    if arguments.columns:
        mapping = read_columns(arguments.columns, arguments.labels or "", arguments.criteria or "")
        if mapping.label:
            mapping = replace(mapping, labels=(*suggested_labels(lists, file, mapping.label), *mapping.labels))
        _print_scale(lists, file, mapping)
        return lists.read(file, mapping, arguments.title, arguments.licence), mapping
    if not file.is_known:
        return _read_by_guess(lists, file, arguments)
    read = lists.read(file)
    if arguments.labels:
        read = lists.with_words(read, read_labels(arguments.labels))
    return read, None


def suggested_labels(lists: "Lists", file: ListFile, column: str) -> tuple[tuple[str, float], ...]:
    """The labels of a column whose words suggest a score."""
    return tuple((label, score) for label, score in lists.labels(file, column) if score is not None)


def _read_by_guess(lists: "Lists", file: ListFile, arguments: argparse.Namespace) -> tuple[ReadList, ColumnMapping]:
    """The list by the columns that SourceTint guesses, which are printed. Raises RatingError when they rate nothing, or with --yes."""
    guess = file.guess or ColumnMapping("")
    if not guess.rates:
        raise RatingError(
            said(
                "{name} is not one of the known lists, and {unclear}. Its columns are: {columns}.",
                name=file.path.name,
                unclear=_unclear(guess),
                columns=", ".join(file.columns),
            ),
            joined((file.question, _advice(guess, file)), " "),
        )
    told = columns_words(guess)
    if getattr(arguments, "yes", False):
        raise RatingError(
            said("{name} is not one of the known lists. Its columns are: {columns}.", name=file.path.name, columns=", ".join(file.columns)),
            said("If this is right, give it with --yes: --columns “{told}” --title NAME. Otherwise say what they hold.", told=told),
        )
    say(tr("Columns as guessed: {columns}", columns=told))
    _print_scale(lists, file, guess)
    return lists.read(file, guess, arguments.title, arguments.licence), guess


def _unclear(guess: ColumnMapping) -> str:
    """What a guess could not find."""
    is_found = bool(guess.address or guess.name)
    return said("no column says how reliable an outlet is") if is_found else said("no column holds addresses or names of outlets")


def _advice(guess: ColumnMapping, file: ListFile) -> str:
    known = f"address={guess.address}" if guess.address else f"name={guess.name or 'name'}"
    if len(file.columns) == 1:
        return said("Say what it means that an outlet is listed, from 0 to 100: --columns {known},listed=10 --title NAME.", known=known)
    if file.fitting:
        return said(
            "Say what they hold, such as --columns {known},score=rating,lowest=0,highest=100 --title NAME or --mapping “{title}”.",
            known=known,
            title=file.fitting[0],
        )
    return said("Say what they hold, such as --columns {known},score=rating,lowest=0,highest=100 --title NAME.", known=known)


def _print_scale(lists: "Lists", file: ListFile, mapping: ColumnMapping) -> None:
    for line in scale_lines(lists.check(file, mapping)):
        say(line)


def read_columns(text: str, labels: str = "", criteria: str = "") -> ColumnMapping:
    """Parse a mapping from "address=domain,score=rating,lowest=1,highest=5", "good=80,bad=20" and "Owner named=2". Raises RatingError."""
    pairs = _pairs(text, "--columns")
    unknown = [key for key in pairs if key not in COLUMN_KEYS]
    if unknown:
        raise RatingError(
            said("“{key}” is not part of a mapping.", key=unknown[0]), said("There are: {keys}.", keys=", ".join(COLUMN_KEYS))
        )
    figures = {key: _figure(pairs.pop(key), key) for key in ("lowest", "highest", "listed") if key in pairs}
    scores = tuple(read_labels(labels).items())
    weights = tuple((column, _figure(weight, column)) for column, weight in _pairs(criteria, "--criteria").items())
    return ColumnMapping(
        pairs.get("address", ""),
        pairs.get("score", ""),
        figures.get("lowest", 0.0),
        figures.get("highest", 100.0),
        pairs.get("label", ""),
        scores,
        pairs.get("name", ""),
        pairs.get("reason", ""),
        pairs.get("url", ""),
        pairs.get("rated_on", ""),
        pairs.get("country", ""),
        weights,
        figures.get("listed"),
    )


def read_labels(text: str) -> dict[str, float]:
    """Parse "good=80,bad=20". Raises RatingError."""
    return {label: _figure(score, label) for label, score in _pairs(text, "--labels").items()}


def _pairs(text: str, option: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not all(sign for _, sign, _ in pairs):
        raise RatingError(said("{option} needs pairs such as address=domain.", option=option), said("Put an equals sign into each."))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _figure(text: str, what: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise RatingError(
            said("“{text}” is not a number for “{what}”.", text=text, what=what), said("Give figures, with a point before decimals.")
        ) from None
