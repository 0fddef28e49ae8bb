"""Readers' comments in a text without markup: where they begin, and who wrote each.

A line like "Comment viewing options" or "12 comments" opens the discussion, or else the first of at least three people named in lines
that introduce a comment ("NAME's picture", "NAME says:", "NAME • 3 hours ago"). Everything after it is comments.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from credibility.model import Comment

_COMMENTS = r"(?:comments?|responses|replies|kommentare|commentaires|comentarios)"
_OPENINGS = (
    re.compile(r"^comment viewing options$", re.I),
    re.compile(rf"^(?:(?:show|view|read|see) )?(?:all )?\(?\d[\d,.]*\)?\s+(?:reader\s+)?{_COMMENTS}(?:\s+(?:so far|to|on)\b.*)?:?$", re.I),
    re.compile(rf"^(?:reader\s+)?{_COMMENTS}\s*[:(]?\s*\(?\d[\d,.]*\)?$", re.I),
    re.compile(r"^\d+ (?:thoughts|comments|responses) (?:on|to) [“\"'].*$", re.I),
    re.compile(r"^(?:leave|post|add|write) a (?:comment|reply|response)$", re.I),
    re.compile(r"^(?:join the (?:conversation|discussion)|what (?:readers|others) (?:are saying|say))$", re.I),
)
_WEAK_OPENING = re.compile(r"^(?:reader\s+)?(?:comments?|discussion|responses|replies|kommentare|commentaires|comentarios)\s*:?$", re.I)
_UNIT = r"(?:second|minute|hour|day|week|month|year)s?"
_CLOCK = r"\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?"
_SPEAKING = re.compile(r"^(?P<name>\S.{0,60}?) (?:says|said|wrote|writes)\s*:$")
_SHAPES = (
    re.compile(r"^(?P<name>\S.{0,60}?)['’]s (?:picture|avatar|photo)$"),
    re.compile(rf"^(?P<name>\S.{{0,50}}?)\s*(?:[•·|,-]|\bon\b)?\s*(?:about |an? )?(?:\d+ )?{_UNIT} ago(?:\s*[•·].*)?$"),
    re.compile(rf"^(?P<name>\S.{{0,50}}?) (?:on|at) .{{3,30}}\d{{4}}(?: at)?,? {_CLOCK}(?: said| wrote)?:?$", re.I),
)
# Articles introduce speakers in the same way; commenters never have these names.
_NO_COMMENTER = re.compile(
    r"^(?:he|she|they|it|we|who|the|an?|mr|mrs|ms|dr|prof|sir|as|but|and|in|on|president|minister|general|judge)\b", re.I
)
_FURNITURE = re.compile(r"^(?:reply|report|share|flag|like|up ?vote|permalink|log ?in or register.*|\d+ likes?|load more.*)$", re.I)
_TELLING = re.compile(r":$|\bago\b|(?:picture|avatar|photo)$|\d:\d\d")
_LONGEST_INTRODUCTION = 130
_LONGEST_OPENING = 90
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class DiscussionLine:
    """One paragraph of the text; `depth` counts the quotation marks (">") before it, `is_heading` is true for a Markdown heading."""

    words: str
    depth: int = 0
    is_heading: bool = False


def author_in(words: str) -> str | None:
    """The name in a line that introduces a comment; None for any other line."""
    if len(words) > _LONGEST_INTRODUCTION or not _TELLING.search(words):
        return None
    for shape in (*_SHAPES, _SPEAKING):
        if found := shape.match(words):
            return found["name"].strip(" *_")
    return None


def opening_of(lines: Sequence[DiscussionLine], first: int = 1) -> int | None:
    """The index of the line where the discussion begins, at or after `first`; None if there is none."""
    for place in range(first, len(lines)):
        words = lines[place].words.strip(" #*_")
        if len(words) > _LONGEST_OPENING:
            continue
        if any(shape.match(words) for shape in _OPENINGS):
            return place
        if _WEAK_OPENING.match(words) and any(_introduces(line, lines[place]) for line in lines[place + 1 : place + 4]):
            return place
    authors = {place: name for place in range(first + 1, len(lines)) if (name := author_in(lines[place].words))}
    commenters = {place: name for place, name in authors.items() if not _NO_COMMENTER.match(name)}
    return next(iter(commenters)) if len(set(commenters.values())) >= _ENOUGH else None


def _introduces(line: DiscussionLine, opening: DiscussionLine) -> bool:
    return bool(author_in(line.words)) or (line.is_heading and opening.is_heading)


def comments_of(lines: Sequence[DiscussionLine]) -> tuple[Comment, ...]:
    """The comments in the lines of a discussion; lines before the first author belong to the section's heading."""
    headed = [line for line in lines[1:] if line.is_heading]
    comments: list[Comment] = []
    author: str | None = None
    depth = 0
    words: list[str] = []
    begun = not headed and not any(author_in(line.words) for line in lines)
    for line in lines if author_in(lines[0].words) else lines[1:]:
        name = line.words.strip(" *_") if headed and line.is_heading else author_in(line.words) if not headed else None
        if name:
            comments += _comment(author, words, depth) if begun else []
            author, depth, words, begun = name, line.depth, [], True
        elif begun and not _FURNITURE.match(line.words):
            words.append(line.words)
    return tuple(comments + (_comment(author, words, depth) if begun else []))


def _comment(author: str | None, words: Sequence[str], depth: int) -> list[Comment]:
    return [Comment(author, "\n".join(words), depth)] if words else []
