"""The parts of a claim that the reader corrected: one row of table ``mending`` each, so that one never replaces another."""

import json
from typing import Any

from sqlite_utils import Database

from credibility.model import Correction, CorrectionKind, PositionSelector, QuoteSelector, Selectors, Source, SourceKind, Span
from credibility.table.cells import lenient

_SAID = {CorrectionKind.SAID: "yes", CorrectionKind.NOT_SAID: "no"}
_OF_VALUE = {value: kind for kind, value in _SAID.items()}
_KINDS = {
    CorrectionKind.OTHER_SOURCE: "source",
    CorrectionKind.CLAIM: "claim",
    CorrectionKind.EDGES: "edges",
    **dict.fromkeys(_SAID, "said"),
}
MENDED = tuple(_KINDS)
"""The corrections stored here; the others are rows of ``correction``."""


def mending_row(correction: Correction) -> dict[str, object]:
    """The columns of table ``mending``."""
    return {
        "fingerprint": correction.fingerprint,
        "quote": correction.quote,
        "starts": correction.span.start,
        "ends": correction.span.end,
        "kind": _KINDS[correction.kind],
        "value": _value(correction),
    }


def read_mendings(database: Database, fingerprint: str) -> tuple[Correction, ...]:
    """The rows for one article as corrections, in text order; unreadable rows, written by another program, are ignored."""
    rows = database.execute(
        "SELECT quote, starts, ends, kind, value, coalesce(prefix, ''), coalesce(suffix, '') FROM mending "
        "LEFT JOIN passage USING (fingerprint, quote, starts) WHERE fingerprint = ? ORDER BY starts, kind",
        (fingerprint,),
    )
    read = (_read(fingerprint, row) for row in rows)
    return tuple(correction for correction in read if correction is not None)


def _value(correction: Correction) -> str:
    source = correction.source
    content = [[quote.exact, quote.prefix, quote.suffix, position.start, position.end] for quote, position in correction.content]
    if correction.kind is CorrectionKind.EDGES:
        return json.dumps({"content": content}, ensure_ascii=False)
    if correction.kind is CorrectionKind.CLAIM:
        assert source is not None
        kept = {"source": [source.name, source.kind.value], "outlet": correction.outlet, "content": content}
        return json.dumps(kept, ensure_ascii=False)
    return json.dumps([source.name, source.kind.value], ensure_ascii=False) if source else _SAID[correction.kind]


def _read(fingerprint: str, row: tuple[Any, ...]) -> Correction | None:
    quote, starts, ends, kind, value, prefix, suffix = row
    start, end = lenient.whole(starts, -1), lenient.whole(ends, -1)
    if not 0 <= start <= end:
        return None
    try:
        means, told = _meaning(lenient.words(kind), lenient.words(value))
    except (ValueError, TypeError, KeyError):
        return None
    told |= {"prefix": lenient.words(prefix), "suffix": lenient.words(suffix)}
    return Correction(means, fingerprint, lenient.words(quote), Span(start, end), **told)


def _meaning(kind: str, value: str) -> tuple[CorrectionKind, dict[str, Any]]:
    """The kind of a row's correction and its further fields. Raises ValueError, TypeError or KeyError when the row is unreadable."""
    if kind == "said":
        return _OF_VALUE[value], {}
    held = json.loads(value)
    if kind == "source":
        return CorrectionKind.OTHER_SOURCE, {"source": _source(held)}
    if kind == "edges":
        return CorrectionKind.EDGES, {"content": _content(held["content"])}
    if kind != "claim":
        raise ValueError(kind)
    outlet = held["outlet"]
    told = {"source": _source(held["source"]), "outlet": None if outlet is None else str(outlet), "content": _content(held["content"])}
    return CorrectionKind.CLAIM, told


def _source(held: Any) -> Source:
    name, kind = held
    return Source(SourceKind(kind), str(name))


def _content(held: Any) -> tuple[Selectors, ...]:
    """Passages by their selectors; at least one."""
    read = tuple(
        (QuoteSelector(str(exact), str(prefix), str(suffix)), PositionSelector(int(start), int(end)))
        for exact, prefix, suffix, start, end in held
    )
    if not read or not all(quote.exact.strip() for quote, _ in read):
        raise ValueError("no words")
    return read
