"""A claim inside another one: told apart by underline and edges, never in the colour of a third tier, on screen and on paper."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QColor

from app.exports.paper import export_pdf
from credibility.floor.progress import silent
from credibility.model import Reading, Role, Span
from tests.ui.articles import bridge_reading
from ui.theme import mixed

OUTER, INNER = "c3", "c2"  # mixed around generally reliable


def nested() -> Reading:
    """The bridge, with the agency's claim inside what the Kestrel wrote."""
    reading = bridge_reading()
    claims = {rated.id: rated for rated in reading.claims}
    inside = claims[INNER].claim.content[0]
    around = Span(inside.start - 20, claims[OUTER].claim.content[0].end)
    outer = replace(claims[OUTER], claim=replace(claims[OUTER].claim, content=(around,)))
    return replace(reading, claims=(outer, claims[INNER]))


@pytest.fixture
def page(window):
    window.reader.show_reading(nested())
    window.reader.finish_setting()
    return window


def colours_in(page, span: Span) -> set[str]:
    """The colours over the letters of a span, where only a wash can be."""
    image = page.reader.viewport().grab().toImage()
    points = [page.reader.point_of(offset) for offset in range(span.start + 1, span.end - 1)]
    return {image.pixelColor(point.x(), point.y() - 7).name() for point in points if 0 < point.y() < image.height()}


def test_inside_stands_the_wash_of_the_inner_claim_alone(page):
    reading = page.reader.reading
    theme = page.centre._looks.theme
    inner, outer = (reading.claim(name).claim.content[0] for name in (INNER, OUTER))
    assert theme.wash(Role.RELIABLE).name() in colours_in(page, inner)
    assert theme.wash(Role.MIXED).name() not in colours_in(page, inner)
    assert theme.wash(Role.MIXED).name() in colours_in(page, Span(inner.end + 2, outer.end))


def is_near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 40


def test_the_line_of_the_outer_claim_goes_on_under_the_inner_one(page):
    inner = page.reader.reading.claim(INNER).claim.content[0]
    image, theme = page.reader.viewport().grab().toImage(), page.centre._looks.theme
    seen = {Role.MIXED: 0, Role.RELIABLE: 0}
    for offset in range(inner.start + 2, inner.end - 2):
        point = page.reader.point_of(offset)
        for y in range(point.y() + 6, min(point.y() + 18, image.height())):
            for role in seen:
                seen[role] += is_near(image.pixelColor(point.x(), y), theme.line(role))
    assert min(seen.values()) > 5


def test_the_inner_claim_has_edges(page):
    inner = page.reader.reading.claim(INNER).claim.content[0]
    point = page.reader.point_of(inner.start)
    image, theme = page.reader.viewport().grab().toImage(), page.centre._looks.theme
    page_colour, line = QColor(theme.colours.page), theme.line(Role.RELIABLE)
    heights = range(point.y() - 5, point.y() + 6)
    half = mixed(page_colour, line, 0.4).lightness()
    assert any(all(image.pixelColor(x, y).lightness() <= half for y in heights) for x in range(point.x() - 2, point.x() + 3))


def test_on_paper_only_the_innermost_claim_washes(workspace, tmp_path: Path):
    target = export_pdf(nested(), tmp_path / "nested.pdf", workspace.styles, silent).path
    with pikepdf.open(target) as document:
        marks = {str(a.NM): a for page in document.pages for a in page.obj.get("/Annots", []) if a.Subtype == "/Highlight"}
        areas = {name: (washed(mark), drawn(mark)) for name, mark in marks.items()}
    assert areas[f"claim-{INNER}"][0] == pytest.approx(areas[f"claim-{INNER}"][1], rel=0.02)
    assert areas[f"claim-{OUTER}"][0] < areas[f"claim-{OUTER}"][1] - areas[f"claim-{INNER}"][1] * 0.9


def washed(mark: pikepdf.Object) -> float:
    """The tinted area in square points."""
    rows = mark.AP.N.read_bytes().decode().split("/Pen gs")[0].splitlines()
    boxes = [[float(number) for number in row.split()[:4]] for row in rows if row.endswith(" re")]
    return sum(width * height for _, _, width, height in boxes)


def drawn(mark: pikepdf.Object) -> float:
    """The area of the whole highlight in square points."""
    points = [float(number) for number in mark.QuadPoints]
    quads = [points[at : at + 8] for at in range(0, len(points), 8)]
    return sum((max(quad[::2]) - min(quad[::2])) * (max(quad[1::2]) - min(quad[1::2])) for quad in quads)
