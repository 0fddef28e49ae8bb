"""The article and the works it cites as RIS, which every reference manager reads."""

from collections.abc import Iterator, Mapping

from credibility.annotations.exports.works import Item, works
from credibility.model import Reading, Role, Style


def write(reading: Reading, _styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes: UTF-8, lines ended as the format asks."""
    lines = (line for item in works(reading) for line in (*_lines(item), ""))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def _lines(item: Item) -> Iterator[str]:
    yield f"TY  - {'NEWS' if item['type'] == 'article-newspaper' else 'ELEC'}"
    yield f"ID  - {item['id']}"
    for tag, value in _values(item):
        yield f"{tag}  - {' '.join(str(value).split())}"
    yield "ER  - "


def _values(item: Item) -> Iterator[tuple[str, str]]:
    yield "TI", item["title"]
    yield from (("AU", name["literal"]) for name in item.get("author", ()))
    if issued := item.get("issued"):
        year, month, day = issued["date-parts"][0]
        yield "PY", f"{year:04}"
        yield "DA", f"{year:04}/{month:02}/{day:02}"
    yield from (
        (tag, item[name]) for tag, name in (("T2", "container-title"), ("UR", "URL"), ("LA", "language"), ("N1", "note")) if name in item
    )
