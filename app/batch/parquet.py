"""The claims of a store as a Parquet file, a few thousand rows at a time, whatever the size of the store."""

from itertools import islice
from pathlib import Path
from typing import Any

from app.files.atomic import replaced
from credibility.archive.store import ARTICLE_COLUMNS, CLAIM_COLUMNS, ReadingsStore
from credibility.floor.language import said
from credibility.model import ExportError

_ROWS = 10_000
_NUMBERS = {"part": "int32", "number": "int32", "score": "float64"}


def check_parquet() -> None:
    """Raise ExportError if Parquet cannot be written, before anything is read."""
    _arrow()


def write_parquet(store: ReadingsStore, target: Path) -> int:
    """Write a row per claim, ordered by content, and return their number. Raises ExportError."""
    arrow = _arrow()
    from pyarrow import parquet  # noqa: PLC0415 - an optional extra

    columns = ("digest", *ARTICLE_COLUMNS, *CLAIM_COLUMNS)
    schema = arrow.schema([(column, getattr(arrow, _NUMBERS[column])() if column in _NUMBERS else arrow.string()) for column in columns])
    rows, count = store.table(), 0
    with replaced(target) as part, parquet.ParquetWriter(part, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROWS)):
            writer.write_table(arrow.table(list(map(list, zip(*group, strict=True))), schema=schema))
            count += len(group)
    return count


def _arrow() -> Any:
    try:
        import pyarrow  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        advice = said("Install it with `pip install 'sourcetint[parquet]'`, or give --out a name that ends in .db.")
        raise ExportError(said("Writing Parquet needs pyarrow, which is not installed."), advice) from error
    return pyarrow
