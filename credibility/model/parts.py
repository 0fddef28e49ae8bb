"""The several articles that one saved file may hold: pages of a web archive, chapters of a book."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class PartKind(Enum):
    """What people call a part of such a file."""

    PAGE = "page"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True)
class Part:
    """One of several articles in a file, in the file's own order.

    `title` is one line of at most 200 letters. `key` knows the part again when the file is read anew. `main` marks the one part
    that is read when nobody has chosen.
    """

    title: str
    key: str
    url: str | None = None
    kind: PartKind = PartKind.PAGE
    main: bool = False


def part_key(parts: Sequence[Part], index: int) -> str:
    """What belongs to a part is kept under: its key, or "" for the main part and for a file that holds one article only.

    Files could not be asked for other parts at first, so what was kept of them then is the main part's.
    """
    return "" if len(parts) < 2 or parts[index].main else parts[index].key
