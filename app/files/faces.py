"""The typefaces that ship with the program: their index, read once, and their folders for the typesetter."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.paths import resource
from credibility.model import Faces, Helper, Letters, Pack

if TYPE_CHECKING:
    from typst import Fonts

FOLDER = "fonts"


@cache
def shipped_faces() -> Faces:
    """The typefaces listed in `resources/fonts/index.json`, which `resources/fonts/gather.py` writes."""
    folder = Path(str(resource(FOLDER)))
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    packs = (
        Pack(row["name"], tuple(row["families"]), tuple(folder / row["name"] / name for name in row["files"]), Letters.read(row["covers"]))
        for row in index["packs"]
    )
    helpers = (Helper(row["script"], row["package"], Letters.read(row["covers"])) for row in index["elsewhere"])
    return Faces(tuple(packs), tuple(helpers))


@cache
def typst_fonts(packs: tuple[Pack, ...], with_installed: bool) -> "Fonts":
    """These packs for the typesetter. Installed fonts are added only on request, so that pages look the same on every machine."""
    import typst  # noqa: PLC0415 - slow to import, and the window only needs the index

    folders = [str(pack.files[0].parent) for pack in packs]
    return typst.Fonts(include_system_fonts=with_installed, include_embedded_fonts=False, font_paths=folders)
