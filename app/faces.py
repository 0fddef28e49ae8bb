"""The typefaces that ship with the program: their index read once, their folders handed to the typesetter."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import resource
from credibility.model import Faces, Helper, Letters, Pack

if TYPE_CHECKING:
    from typst import Fonts

FOLDER = "fonts"


@cache
def shipped_faces() -> Faces:
    """What `resources/fonts/index.json` lists; `resources/fonts/gather.py` writes it."""
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
    """These packs for the typesetter; the fonts of this machine beside them only when asked for, so that pages are the same everywhere."""
    import typst  # noqa: PLC0415 – takes a while to load, and the window reads the index too

    folders = [str(pack.files[0].parent) for pack in packs]
    return typst.Fonts(include_system_fonts=with_installed, include_embedded_fonts=False, font_paths=folders)
