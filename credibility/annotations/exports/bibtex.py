"""The article and the works it cites as BibTeX in UTF-8, for BibTeX, biblatex and reference managers."""

import re
from collections.abc import Iterator, Mapping

from credibility.annotations.exports.works import Item, works
from credibility.floor.characters import visible
from credibility.model import Reading, Role, Style

_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    **{
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    },
}
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def write(reading: Reading, _styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes."""
    return "\n".join(map(_entry, works(reading))).encode("utf-8", "replace")


def _entry(item: Item) -> str:
    kind = "article" if item["type"] == "article-newspaper" else "misc"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item, kind))
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{tex(item['title'])}}}"
    if names := item.get("author"):
        yield "author", " and ".join(f"{{{tex(name['literal'])}}}" for name in names)
    if container := item.get("container-title"):
        yield ("journal" if kind == "article" else "howpublished"), tex(container)
    if issued := item.get("issued"):
        year, month, day = issued["date-parts"][0]
        yield "year", str(year)
        yield "month", str(month)
        yield "date", f"{year:04}-{month:02}-{day:02}"
    if address := item.get("URL"):
        yield "url", address.translate(_IN_ADDRESS)
    for name in ("language", "note"):
        if value := item.get(name):
            yield name, tex(value)


def tex(text: str) -> str:
    """Text as TeX that prints exactly this text, in one line."""
    return re.sub(r"[&%$#_{}\\~^]", lambda found: _SPECIAL[found[0]], visible(" ".join(text.split())))
