"""The parts of a claim that the reader mended, each in a row of its own of table ``mending``: none of them replaces another."""

import json

from sqlite_utils import Database

from credibility.model import Correction, CorrectionKind, Source, SourceKind, Span
from credibility.table.cells import lenient

_SAID = {CorrectionKind.SAID: "yes", CorrectionKind.NOT_SAID: "no"}
_OF_VALUE = {value: kind for kind, value in _SAID.items()}
MENDED = (*_SAID, CorrectionKind.OTHER_SOURCE)
"""The corrections that are kept here; the others are rows of ``correction``."""


def fifth_version() -> tuple[str, ...]:
    """The statements of schema version 5. A claim is found again by its quoted words and where they stood, as in ``correction``.

    Of kind ``said``, the value is ``yes`` or ``no``: whether who is named said it. Of kind ``source`` it is a JSON array with the name of
    who said it and the kind of source.
    """
    return (
        """CREATE TABLE mending(
  fingerprint TEXT NOT NULL,
  quote TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind <> ''),
  value TEXT NOT NULL,
  PRIMARY KEY(fingerprint, quote, starts, kind)
) WITHOUT ROWID""",
    )


def mending_row(correction: Correction) -> dict[str, object]:
    """The columns of table ``mending``."""
    source = correction.source
    value = json.dumps([source.name, source.kind.value], ensure_ascii=False) if source else _SAID[correction.kind]
    return {
        "fingerprint": correction.fingerprint,
        "quote": correction.quote,
        "starts": correction.span.start,
        "ends": correction.span.end,
        "kind": "source" if source else "said",
        "value": value,
    }


def read_mendings(database: Database, fingerprint: str) -> tuple[Correction, ...]:
    """What the reader mended in one article, in text order; a row that another program left unreadable has no effect."""
    rows = database.execute(
        "SELECT quote, starts, ends, kind, value FROM mending WHERE fingerprint = ? ORDER BY starts, kind", (fingerprint,)
    )
    read = (_read(fingerprint, *row) for row in rows)
    return tuple(correction for correction in read if correction is not None)


def _read(fingerprint: str, quote: object, starts: object, ends: object, kind: object, value: object) -> Correction | None:
    start, end = lenient.whole(starts, -1), lenient.whole(ends, -1)
    if not 0 <= start <= end:
        return None
    source = _source(lenient.words(value)) if kind == "source" else None
    means = CorrectionKind.OTHER_SOURCE if source else _OF_VALUE.get(lenient.words(value)) if kind == "said" else None
    return Correction(means, fingerprint, lenient.words(quote), Span(start, end), source=source) if means else None


def _source(value: str) -> Source | None:
    try:
        name, kind = json.loads(value)
        return Source(SourceKind(kind), str(name))
    except (ValueError, TypeError):
        return None
