"""The several articles that one saved file may hold: pages of a web archive, chapters of a book, messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from credibility.floor.language import Said, said


class PartKind(Enum):
    """What a part of such a file is called."""

    PAGE = "page"
    CHAPTER = "chapter"
    ARTICLE = "article"
    MESSAGE = "message"
    NOTE = "note"

    @property
    def label(self) -> Said:
        """What it is called."""
        return _PART_LABELS[self]


_PART_LABELS = {
    PartKind.PAGE: said("page"),
    PartKind.CHAPTER: said("chapter"),
    PartKind.ARTICLE: said("article"),
    PartKind.MESSAGE: said("message"),
    PartKind.NOTE: said("note"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One of several articles in a file, in file order.

    `title` is one line of at most 200 characters. `key` identifies the part when the file is read again. `main` marks the part
    that is opened unless the reader chooses another.
    """

    title: str
    key: str
    url: str | None = None
    kind: PartKind = PartKind.PAGE
    main: bool = False


def part_key(parts: Sequence[Part], index: int) -> str:
    """The key under which a part's data is stored: its own key, or "" for the main part and for a file with a single article.

    Early versions could open the main part only and stored its data without a key, so "" keeps that data valid.
    """
    return "" if len(parts) < 2 or parts[index].main else parts[index].key
