"""Export the corrections of all articles, and import those of another machine without overwriting any."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from credibility.model import Correction, KeptCorrection
from credibility.table import rows
from credibility.table.cells import lenient, statements
from credibility.table.corrections.mendings import MENDED, mending_row, read_mendings
from credibility.table.corrections.places import write_passage
from credibility.table.schema.tables import RECORDED


@dataclass(frozen=True, slots=True)
class Merged:
    """The corrections that came in, those that were stored already, and those left out because one of the reader's own differs."""

    added: tuple[Correction, ...]
    known: tuple[Correction, ...]
    differing: tuple[Correction, ...]


def row_of(correction: Correction) -> tuple[str, statements.Row]:
    """The table that a correction is stored in, and its row there."""
    return ("mending", mending_row(correction)) if correction.kind in MENDED else ("correction", rows.correction_row(correction))


def read_all(database: Database) -> tuple[KeptCorrection, ...]:
    """Every correction with the names of its page, article by article."""
    texts = database.execute("SELECT fingerprint FROM correction UNION SELECT fingerprint FROM mending ORDER BY 1").fetchall()
    return tuple(kept for (text,) in texts for kept in _of(database, lenient.words(text)))


def take_in(database: Database, brought: Iterable[KeptCorrection]) -> Merged:
    """Store what is new, without replacing an existing row."""
    added: list[Correction] = []
    known: list[Correction] = []
    differing: list[Correction] = []
    for kept in brought:
        table, row = row_of(kept.correction)
        present = _present(database, table, row)
        if present is None:
            statements.insert(database, table, row)
        (added if present is None else known if present == dict(row) else differing).append(kept.correction)
        if present is None or present == dict(row):
            write_passage(database, kept.correction, kept.pages)
    return Merged(tuple(added), tuple(known), tuple(differing))


def _of(database: Database, fingerprint: str) -> Iterable[KeptCorrection]:
    pages = tuple(
        lenient.words(row[0])
        for row in database.execute("SELECT page FROM corrected_page WHERE fingerprint = ? ORDER BY page", (fingerprint,))
    )
    for correction in (*rows.read_corrections(database, fingerprint), *read_mendings(database, fingerprint)):
        yield KeptCorrection(correction, pages)


def _present(database: Database, table: str, row: statements.Row) -> dict[str, object] | None:
    """The existing row with the key of this one."""
    keys = RECORDED[table]
    where = " AND ".join(f"{key} = ?" for key in keys)
    found = database.execute(f"SELECT {', '.join(row)} FROM {table} WHERE {where}", [row[key] for key in keys]).fetchone()
    return dict(zip(row, found, strict=True)) if found else None
