"""How a reading is put on paper."""

from dataclasses import dataclass
from enum import Enum


class Ground(Enum):
    """On which pages the claims are marked."""

    ORIGINAL = "original"
    TYPESET = "typeset"


class SheetSize(Enum):
    """The size of the pages; the values are the typesetter's names."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class PaperSetup:
    """Choices for the exported PDF.

    `on` says whether a copy of the article's own PDF pages is marked or the article is typeset; None marks the copy where there is
    one. `larger` is larger type, `grey` highlights in shades of grey for printers without colour.
    """

    sheet: SheetSize = SheetSize.A4
    larger: bool = False
    grey: bool = False
    on: Ground | None = None
