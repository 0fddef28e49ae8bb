"""The marks in the margin of the exported PDF do not rely on colour and never mix with the article's words."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.exports.paper import export_pdf
from credibility.annotations.pdf.margin import GLYPHS, TEXT_EDGE
from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.progress import silent
from credibility.model import Role
from tests.annotations.readings import STYLES, reading
from tests.annotations.test_pdf import Marks

SCALE = 4
OFF_THE_SCALE = (Role.PERSON, Role.ORGANISATION, Role.GOVERNMENT, Role.DOCUMENT, Role.POLL)


def margin_beside(path: Path) -> Image.Image:
    """The greyscale pixels of the margin beside the first line of the first highlight."""
    marks = Marks(path)
    page, annotation = marks[0]
    top, low = float(annotation.QuadPoints[1]), float(annotation.QuadPoints[5])
    shown = pypdfium2.PdfDocument(path)[page]
    picture = shown.render(scale=SCALE).to_pil().convert("L")
    height = shown.get_height()
    return picture.crop((0, round((height - top) * SCALE), round((TEXT_EDGE - 2) * SCALE), round((height - low) * SCALE)))


def is_blank(picture: Image.Image) -> bool:
    return picture.getextrema()[0] == 255


def test_every_glyph_of_the_palette_can_be_drawn_and_no_two_alike() -> None:
    glyphs = [*(style.glyph for style in STYLES.values()), *(look.glyph for look in NOTE_LOOKS.values())]
    assert set(glyphs) == set(GLYPHS)
    assert len(set(glyphs)) == len(glyphs) == len({GLYPHS[glyph] for glyph in glyphs})


@pytest.mark.parametrize("role", list(Role))
def test_a_claim_has_its_mark_beside_its_first_line(tmp_path: Path, role: Role) -> None:
    path = export_pdf(reading("He said [a|it is safe].", roles={"a": role}), tmp_path / "out.pdf", STYLES, silent).path
    assert not is_blank(margin_beside(path))


def test_kinds_of_source_of_one_colour_are_told_apart_in_grey(tmp_path: Path) -> None:
    marks = set()
    for role in (*OFF_THE_SCALE, Role.UNRATED, Role.UNKNOWN_OUTLET):
        path = export_pdf(reading("He said [a|it is safe].", roles={"a": role}), tmp_path / "out.pdf", STYLES, silent).path
        marks.add(margin_beside(path).tobytes())
    assert len(marks) == len(OFF_THE_SCALE) + 2


def test_two_claims_of_one_line_have_their_marks_side_by_side(tmp_path: Path) -> None:
    alone = export_pdf(reading("He said [a|yes] and she no."), tmp_path / "one.pdf", STYLES, silent).path
    both = export_pdf(reading("He said [a|yes] and she [b|no]."), tmp_path / "two.pdf", STYLES, silent).path
    inked = [sum(value < 255 for value in margin_beside(path).tobytes()) for path in (alone, both)]
    assert inked[1] == pytest.approx(2 * inked[0], rel=0.1)


def test_the_marks_stand_between_no_words(tmp_path: Path) -> None:
    text = "Ann Builder said [a|" + "the bridge is safe for lorries " * 12 + "] and left. He said [b|yes]; she said [c|no] to that."
    made = reading(text, roles={"a": Role.PERSON, "b": Role.POLL, "c": Role.PLATFORM})
    path = export_pdf(made, tmp_path / "out.pdf", STYLES, silent).path
    shown = " ".join(pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range().split())
    assert " ".join(made.article.text.split()) in shown


def test_the_legend_and_the_table_of_sources_say_the_glyph_too(tmp_path: Path) -> None:
    path = export_pdf(reading("He said [a|yes].", roles={"a": Role.LOW}), tmp_path / "out.pdf", STYLES, silent).path
    assert pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range().count(STYLES[Role.LOW].glyph) == 2
