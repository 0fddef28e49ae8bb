"""How a reading is put on paper."""

from dataclasses import dataclass
from enum import Enum


class SheetSize(Enum):
    """The size of the pages; the values are the typesetter's names."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class PaperSetup:
    """Choices for the exported PDF: the sheet, larger type, and highlights in shades of grey for printers without colour."""

    sheet: SheetSize = SheetSize.A4
    larger: bool = False
    grey: bool = False
