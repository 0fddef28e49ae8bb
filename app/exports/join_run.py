"""What a process does that joins the parts of a long paper and marks the claims on them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from credibility.annotations.pdf.parts.joining import join, joining_in

ORDER, JOINED = "order.msgpack", "joined.pdf"
"""In the paper's folder: what to join, and the result."""


def part_file(folder: Path, number: int) -> Path:
    """The file of a part."""
    return folder / f"part-{number}.pdf"


def main(folder: Path) -> None:
    """Join the parts in the folder."""
    order = joining_in((folder / ORDER).read_bytes())
    with (folder / JOINED).open("wb") as target:
        join(order, _parts(folder, len(order.parts)), target)


def _parts(folder: Path, count: int) -> Iterator[BinaryIO]:
    for number in range(count):
        with part_file(folder, number).open("rb") as part:
            yield part


if __name__ == "__main__":
    main(Path(sys.argv[1]))
