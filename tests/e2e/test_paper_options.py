"""The command line chooses sheet, type and colour of the exported pages."""

from pathlib import Path

import pypdfium2

from tests.e2e.conftest import EXAMPLE
from tests.e2e.test_command_line import Run


def test_sheet_type_and_grey_are_options_of_the_command(run: Run, tmp_path: Path) -> None:
    plain, chosen = tmp_path / "plain.pdf", tmp_path / "chosen.pdf"
    assert run("export", EXAMPLE, "-o", plain)[0] == 0
    assert run("export", EXAMPLE, "--sheet", "letter", "--large", "--grey", "-o", chosen)[0] == 0
    with pypdfium2.PdfDocument(plain) as first, pypdfium2.PdfDocument(chosen) as second:
        assert [round(side) for side in first[0].get_size()] == [595, 842]
        assert [round(side) for side in second[0].get_size()] == [612, 792]
        assert len(second) > len(first)
        colours = second[0].render(scale=1).to_pil().convert("RGB").getcolors(1_000_000) or []
        assert all(max(pixel) - min(pixel) < 3 for _, pixel in colours)
