"""Character positions of a PDF in transit: arrays of eight-byte numbers, a third of the size of individually tagged numbers."""

from array import array

import msgspec

from credibility.model import PageSize, Print, PrintedLine


class PackedLine(msgspec.Struct, frozen=True, array_like=True):
    """A `PrintedLine`, in native byte order: both processes run on the same machine."""

    page: int
    top: float
    bottom: float
    offsets: bytes
    lefts: bytes
    rights: bytes
    turn: int = 0
    sheet: tuple[float, float] = (0.0, 0.0)


class PackedPrint(msgspec.Struct, frozen=True):
    """A `Print`."""

    pages: tuple[PageSize, ...]
    lines: tuple[PackedLine, ...]

    def unpacked(self) -> Print:
        """The original value. Raises ValueError for arrays that end inside a number."""
        return Print(self.pages, tuple(map(_unpacked, self.lines)))


def packed(pages: Print) -> PackedPrint:
    """A `Print` packed for sending."""
    lines = (
        PackedLine(
            line.page,
            line.top,
            line.bottom,
            array("q", line.offsets).tobytes(),
            array("d", line.lefts).tobytes(),
            array("d", line.rights).tobytes(),
            line.turn,
            (line.sheet.width, line.sheet.height),
        )
        for line in pages.lines
    )
    return PackedPrint(pages.pages, tuple(lines))


def _unpacked(line: PackedLine) -> PrintedLine:
    offsets, lefts, rights = (array(code, row) for code, row in (("q", line.offsets), ("d", line.lefts), ("d", line.rights)))
    edges = tuple(offsets), tuple(lefts), tuple(rights)
    return PrintedLine(line.page, line.top, line.bottom, *edges, line.turn, PageSize(*line.sheet))
