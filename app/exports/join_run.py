"""What a process does that joins the stretches of a long paper and marks the claims on them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from credibility.annotations.pdf.stretches.joining import join, joining_in

ORDER, JOINED = "order.msgpack", "joined.pdf"
"""In the paper's folder: what to join, and the result."""


def stretch_file(folder: Path, number: int) -> Path:
    """The file of a stretch."""
    return folder / f"stretch-{number}.pdf"


def main(folder: Path) -> None:
    """Join the stretches in the folder."""
    order = joining_in((folder / ORDER).read_bytes())
    with (folder / JOINED).open("wb") as target:
        join(order, _stretches(folder, len(order.stretches)), target)


def _stretches(folder: Path, count: int) -> Iterator[BinaryIO]:
    for number in range(count):
        with stretch_file(folder, number).open("rb") as stretch:
            yield stretch


if __name__ == "__main__":
    main(Path(sys.argv[1]))
