"""Import rating lists into the table: previewed, all or nothing, with a record of the rows that could not be read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.floor.progress import Progress, silent
from credibility.model import ChangedMeanwhileError, OutletKind, Provenance, Rater, Rating, RatingError, RatingStatus, Tier
from credibility.model.edited import Band
from credibility.model.lists import ColumnMapping, ImportPreview, ImportRecord, ImportStep, PreviewRow, ReadList, SetAside
from credibility.outlets.lists.bands import with_bands, words_of
from credibility.outlets.lists.newcomers import locators_of, newcomers
from credibility.outlets.lists.preview import OWN, preview, rater_of
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.starter import Locator
from credibility.table.beside.bands import apply_bands, keep_bands, read_bands
from credibility.table.beside.criteria import bring_raters, bring_sheets
from credibility.table.cells import lenient
from credibility.table.cells.statements import delete, insert_all, upsert, upsert_all
from credibility.table.rows import name_row, outlet_row, rater_row, rating_row, read_raters
from credibility.table.schema.renewing import filled_once
from credibility.table.schema.tables import RECORDED
from credibility.table.session import Session

_CHUNK = 500
_WRITTEN = (ImportStep.ADD, ImportStep.CHANGE, ImportStep.CONFLICT)


class StoredLists:
    """Previews, imports, and the records of earlier imports."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def preview(self, read: ReadList) -> ImportPreview:
        """What importing a list would change in the table as it is now."""
        bands = self._session.read(lambda database: _bands(database, read))
        return preview(with_bands(read, bands), self._session.snapshot())

    def words(self, read: ReadList) -> tuple[Band, ...]:
        """The list's own words, or its figures by tier, best first, with the scores they would be imported with."""
        chosen = self._session.read(lambda database: _bands(database, read))
        return words_of(read, chosen.get(read.rater.slug, {}))

    def import_list(
        self, read: ReadList, *, withdraw: bool = False, progress: Progress = silent, seen: ImportPreview | None = None
    ) -> ImportRecord:
        """Write a list into the table as one undoable step, all or nothing; the user's own ratings stay.

        `withdraw` also removes the rater's imported ratings that are no longer in the list. `progress` may cancel (RatingError).
        Raises ChangedMeanwhileError when importing would no longer do what the preview `seen` showed.
        """
        with self._session.edit(f"Import {read.rater.title}") as number:
            registry, database = self._session.snapshot(), self._session.database
            fresh = preview(with_bands(read, _bands(database, read)), registry)
            if seen is not None and (fresh.rows, fresh.withdrawn) != (seen.rows, seen.withdrawn):
                raise ChangedMeanwhileError(
                    said("The table has since been changed in another window or program, so the preview is out of date."),
                    said("Look at the new preview and import again."),
                )
            written = write_import(database, fresh, registry, number, withdraw, progress)
            # An import that changes nothing has no change set to refer to.
            database.execute(
                "UPDATE list_import SET change_set = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE change_set = ?)",
                (written, number),
            )
        return next(record for record in self.imports() if record.id == written)

    def imports(self) -> tuple[ImportRecord, ...]:
        """Earlier imports, newest first."""
        return self._session.read(read_imports)

    def quarantine(self, number: int) -> tuple[SetAside, ...]:
        """The rows an import could not read, with line and reason."""
        return self._session.read(lambda database: read_quarantine(database, number))

    def mappings(self) -> dict[str, ColumnMapping]:
        """The saved column mappings by name."""
        return self._session.read(read_mappings)

    def save_mapping(self, name: str, mapping: ColumnMapping) -> None:
        """Save a column mapping under a name."""
        with self._session.writing() as database:
            write_mapping(database, name, mapping)


def write_import(
    database: Database, seen: ImportPreview, registry: OutletRegistry, change_set: int, withdraw: bool, progress: Progress
) -> int:
    """Write what `preview` showed; returns the import's number. Must run inside a recorded write transaction.

    Raises RatingError when `progress` says that the user cancelled; the caller rolls back.
    """
    read = seen.read
    rows = [row for row in seen.rows if row.step in _WRITTEN]
    raters = _raters(database, read, rows)
    _newcomers(database, seen, registry, progress)
    with filled_once(database, raters):
        for start in range(0, len(rows), _CHUNK):
            _report(progress, 0.5 + 0.5 * start / len(rows), said("Writing ratings, {written} of {all}", written=start, all=len(rows)))
            _write(database, rows[start : start + _CHUNK], read, raters)
    for rating in seen.withdrawn if withdraw else ():
        delete(database, "rating", rating_row(rating), RECORDED["rating"])
    bring_sheets(database, read.sheets)
    keep_bands(database, read.rater.slug, dict(read.bands))
    apply_bands(database, raters)
    return _log(database, seen, raters.get(read.rater.slug, read.rater), change_set)


def read_imports(database: Database) -> tuple[ImportRecord, ...]:
    """Earlier imports, newest first."""
    rows = database.execute(
        "SELECT id, at, rater, title, digest, licence, rows, added, changed, merged, passed_over, quarantined, change_set "
        "FROM list_import ORDER BY id DESC"
    )
    return tuple(
        ImportRecord(
            row[0],
            lenient.moment(row[1]),
            lenient.words(row[2]),
            lenient.words(row[3]),
            lenient.words(row[4]),
            lenient.words_or_none(row[5]),
            lenient.whole(row[6]),
            lenient.whole(row[7]),
            lenient.whole(row[8]),
            lenient.whole(row[9]),
            lenient.whole(row[10]),
            lenient.whole(row[11]),
            row[12],
        )
        for row in rows
    )


def read_quarantine(database: Database, number: int) -> tuple[SetAside, ...]:
    """The rows an import could not read."""
    rows = database.execute("SELECT line, raw, problem FROM quarantine WHERE list_import = ? ORDER BY line", (number,))
    return tuple(SetAside(lenient.whole(line), lenient.words(raw), lenient.words(problem)) for line, raw, problem in rows)


def read_mappings(database: Database) -> dict[str, ColumnMapping]:
    """The saved column mappings by name."""
    rows = database.execute("SELECT name, columns FROM mapping ORDER BY name")
    read = ((lenient.words(name), _mapping(lenient.structure(columns))) for name, columns in rows)
    return {name: mapping for name, mapping in read if mapping is not None}


def write_mapping(database: Database, name: str, mapping: ColumnMapping) -> None:
    """Save a mapping under a name."""
    columns = {column: getattr(mapping, column) for column in ColumnMapping.__dataclass_fields__}
    upsert(database, "mapping", {"name": name, "columns": json.dumps(columns, ensure_ascii=False)}, ("name",))


def _mapping(columns: object) -> ColumnMapping | None:
    """A saved mapping; None when the cell is not readable as one (`odd_cells` lists it)."""
    if not isinstance(columns, Mapping):
        return None
    try:
        pairs = {part: tuple((str(name), float(score)) for name, score in columns.get(part) or ()) for part in ("labels", "criteria")}
        return ColumnMapping(**{**columns, **pairs})
    except (TypeError, ValueError):
        return None


def _bands(database: Database, read: ReadList) -> dict[str, dict[str, float]]:
    """The user's mappings by rater, with those that come with this list."""
    kept = read_bands(database)
    return kept | {read.rater.slug: kept.get(read.rater.slug, {}) | dict(read.bands)} if read.bands else kept


def _raters(database: Database, read: ReadList, rows: Sequence[PreviewRow]) -> Mapping[str, Rater]:
    """The raters whose ratings are written, by slug. An export names several; those that the table knows stay as they are."""
    bring_raters(database, read.sheets)
    known = read_raters(database)
    own = {} if not read.rater.slug else {read.rater.slug: _rater(database, read.rater)}
    others = {row.entry.rater.slug: row.entry.rater for row in rows if row.entry.rater is not None}
    return own | {slug: known[slug] if slug in known else _rater(database, rater) for slug, rater in others.items()}


def _rater(database: Database, rater: Rater) -> Rater:
    """The list's rater. A known one keeps its rank and title and gets the new edition; a new one ranks last."""
    known = database.execute("SELECT title, precedence, enabled FROM rater WHERE slug = ?", (rater.slug,)).fetchone()
    if known is None:
        last = max(other.precedence for other in read_raters(database).values() if other.precedence < lenient.LAST)
        title, precedence, enabled = rater.title, last + 1, 1
    else:
        title, precedence, enabled = known
    renewed = Rater(
        rater.slug,
        title,
        precedence,
        rater.url,
        rater.licence,
        rater.version,
        rater.retrieved_on or date.today(),
        rater.scale,
        bool(enabled),
    )
    upsert(database, "rater", rater_row(renewed), RECORDED["rater"])
    return renewed


def _newcomers(database: Database, seen: ImportPreview, registry: OutletRegistry, progress: Progress) -> None:
    arriving = newcomers((row.entry for row in seen.rows if row.is_new_outlet and row.step in _WRITTEN), registry)
    for start in range(0, len(arriving), _CHUNK):
        _report(progress, 0.5 * start / len(arriving), said("Adding outlets, {added} of {all}", added=start, all=len(arriving)))
        chunk = arriving[start : start + _CHUNK]
        insert_all(database, "outlet", [outlet_row(outlet, "imported") for outlet, _ in chunk])
        insert_all(database, "name", [name_row(outlet.slug, name) for outlet, _ in chunk for name in outlet.names])
        insert_all(database, "locator", [_locator_row(each) for _, locators in chunk for each in locators])
    _further_addresses(database, seen)


def _further_addresses(database: Database, seen: ImportPreview) -> None:
    """Addresses that the list gives to outlets of the table besides those it has."""
    known = [row for row in seen.rows if row.entry.also and not row.is_new_outlet and row.step in _WRITTEN]
    insert_all(database, "locator", [_locator_row(each) for row in known for each in locators_of(row.outlet, row.entry.also)])


def _locator_row(locator: Locator) -> dict[str, object]:
    return {"key": locator.key, "outlet": locator.outlet, "kind": locator.kind}


def _write(database: Database, rows: Sequence[PreviewRow], read: ReadList, raters: Mapping[str, Rater]) -> None:
    ratings = [rating_row(_rating(row, raters[rater_of(row.entry, read).slug])) for row in rows if row.entry.score is not None]
    upsert_all(database, "rating", ratings, RECORDED["rating"])
    kinds = [(row.entry.kind, row.outlet) for row in rows if row.entry.score is None and row.entry.kind and not row.is_new_outlet]
    for kind, slug in kinds:
        database.execute("UPDATE outlet SET kind = ? WHERE slug = ? AND kind = ?", (kind.value, slug, OutletKind.UNKNOWN.value))


def _rating(row: PreviewRow, rater: Rater) -> Rating:
    entry = row.entry
    provenance = Provenance(
        entry.original,
        rater.scale or "",
        entry.reason,
        entry.url,
        entry.rated_on,
        rater.retrieved_on,
        rater.licence,
        RatingStatus.MINE if rater.slug == OWN else RatingStatus.IMPORTED,
        entry.confidence,
    )
    return Rating(row.outlet, rater, Tier.of_score(entry.score), entry.score, entry.scope, provenance)


def _log(database: Database, seen: ImportPreview, rater: Rater, change_set: int) -> int:
    counts, read = seen.counts, seen.read
    unread = (*read.quarantined, *seen.undecided)
    told = {
        "rater": rater.slug,
        "title": rater.title,
        "digest": read.digest,
        "licence": rater.licence,
        "rows": read.rows,
        "added": counts[ImportStep.ADD] + counts[ImportStep.CONFLICT],
        "changed": counts[ImportStep.CHANGE],
        "merged": counts[ImportStep.MERGE],
        "passed_over": len(read.passed_over),
        "quarantined": len(unread),
        "change_set": change_set,
    }
    columns = ", ".join(told)
    cursor = database.execute(f"INSERT INTO list_import({columns}) VALUES ({', '.join('?' * len(told))})", list(told.values()))
    number = int(cursor.lastrowid or 0)
    _set_aside(database, number, unread)
    return number


def _set_aside(database: Database, number: int, rows: Iterable[SetAside]) -> None:
    told = [{"list_import": number, "line": row.line, "raw": row.raw, "problem": row.problem} for row in rows]
    insert_all(database, "quarantine", told)


def _report(progress: Progress, share: float, phrase: str) -> None:
    if not progress(share, phrase):
        raise RatingError(said("The import was cancelled."), said("Nothing was changed."))
