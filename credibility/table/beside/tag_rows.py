"""Convert between rows of table ``tag`` and values."""

from collections.abc import Sequence

from sqlite_utils import Database

from credibility.floor.web import web_address
from credibility.model import Tag
from credibility.table.cells import lenient
from credibility.table.cells.lenient import words, words_or_none


def read_tags(database: Database, condition: str, wanted: Sequence[str]) -> dict[str, list[Tag]]:
    """Tags by outlet, of those that `condition`, with its values, selects."""
    tags: dict[str, list[Tag]] = {}
    rows = database.execute(f"SELECT outlet, kind, value, dated, url FROM tag {condition} ORDER BY outlet, kind, value", wanted)
    for slug, kind, value, dated, url in rows:
        tags.setdefault(slug, []).append(Tag(words(kind), words(value), lenient.day(dated), words_or_none(url)))
    return tags


def tag_row(slug: str, tag: Tag) -> dict[str, object]:
    """The columns of table ``tag``."""
    dated = tag.dated.isoformat() if tag.dated else None
    return {"outlet": slug, "kind": tag.kind, "value": tag.value, "dated": dated, "url": web_address(tag.url)}
