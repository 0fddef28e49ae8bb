"""What a process does that joins the stretches of a long paper and marks the claims on them."""

import sys
from pathlib import Path

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
        join(order, [stretch_file(folder, number) for number in range(len(order.stretches))], target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
