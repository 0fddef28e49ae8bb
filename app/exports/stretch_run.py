"""What a process does that typesets one stretch of a long paper; it ends afterwards, since Typst keeps its memory."""

import json
import sys
from pathlib import Path

import typst

FONTS, STRETCH, PLACES, REFUSAL = "fonts.json", "stretch.pdf", "places.json", "refusal.txt"
"""In the stretch's folder: the folders of fonts and whether installed ones are added; the result; where things begin; why Typst refused."""


def main(folder: Path) -> None:
    """Typeset the stretch whose template and data are in the folder, as tagged PDF: alone, a stretch without a title is no PDF/UA."""
    fonts = json.loads((folder / FONTS).read_text(encoding="utf-8"))
    found = typst.Fonts(include_system_fonts=fonts["installed"], include_embedded_fonts=False, font_paths=fonts["folders"])
    compiler = typst.Compiler(str(folder / "article.typ"), root=str(folder), font_paths=found)
    try:
        data = compiler.compile(format="pdf")
        places = compiler.query("<places>", field="value")
    except typst.TypstError as error:
        (folder / REFUSAL).write_text(error.message, encoding="utf-8")
        return
    assert isinstance(data, bytes), "a PDF is one piece"
    (folder / STRETCH).write_bytes(data)
    (folder / PLACES).write_text(places, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
