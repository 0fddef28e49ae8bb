"""Markdown written by note-taking programs: the lines Joplin adds below an article, and Readwise above it, are fields, not text."""

import re
from collections.abc import Mapping

_JOPLIN = re.compile(r"\n\s*\n(?P<fields>id: [0-9a-f]{32}\n(?:[a-z_]+:[^\n]*\n){1,40}type_: \d+)\s*$")
_JOPLIN_FIELD = re.compile(r"^([a-z_]+): (.+)$", re.M)
_READWISE = re.compile(r"^## Metadata\s*\n(?P<fields>(?:- [^\n]+\n|\s*\n){1,20})", re.M)
_READWISE_FIELD = re.compile(r"^- ([A-Z][\w ]{1,30}): (.+)$", re.M)
_COVER = re.compile(r"^!\[rw-book-cover\]\([^)\n]*\)\s*$", re.M)
is_joplin = re.compile(rb"\nid: [0-9a-f]{32}\r?\n(?:[a-z_]+:[^\n]*\n){1,40}type_: \d+\s*$").search
"""Finds Joplin's fields at the end of a file's bytes."""
_SECTION = re.compile(r"^## (?:Full Document|Highlights|Document Notes?)\s*$", re.M)
_NAMES = {"author": "author", "full title": "title", "url": "url", "source url": "url", "published date": "published"}


def without_fields(markup: str) -> tuple[Mapping[str, str], str]:
    """What the program noted about the article, under the names of a front matter, and the article alone."""
    if found := _JOPLIN.search(markup[-8000:]):
        return _of_joplin(markup[: -len(found.group())].rstrip(), dict(_JOPLIN_FIELD.findall(found["fields"])))
    found = _READWISE.search(markup[:8000])
    if found is None or ("rw-book-cover" not in markup[: found.start()] and "- Full Title:" not in found["fields"]):
        return {}, markup
    stated = {_NAMES[name.lower()]: value for name, value in _READWISE_FIELD.findall(found["fields"]) if name.lower() in _NAMES}
    head = _COVER.sub("", markup[: found.start()])
    return stated, head + _SECTION.sub("", markup[found.end() :], count=2)


def _of_joplin(text: str, fields: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
    """Joplin's first line is the note's title; its times are those of the note, not of the article."""
    title, _, rest = text.partition("\n")
    stated = {"title": title.strip("# ").strip(), "url": fields.get("source_url", ""), "author": fields.get("author", "")}
    return {name: value for name, value in stated.items() if value}, rest.lstrip()
