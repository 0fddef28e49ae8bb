"""Every colour of page and window is readable (WCAG 2.2 AA), and tiers stay apart for colour-blind readers."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.files.faces import shipped_faces
from credibility.model import Role
from tests.ui.fake_workspace import read_styles
from tests.ui.theme.colour_science import DEFICIENCIES, contrast, distance, grey, linear, seen_with
from ui.reader.painting.claims import CURRENT, emphasised
from ui.theme.strokes import STROKES
from ui.theme.theme import COLOURS, Scheme, Theme, theme_of
from ui.theme.typefaces import Typefaces

TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11
LINES_APART, WASHES_APART = 9.0, 7.5  # CIE 1976; about 2.3 is just noticeable
GREY_LINES_APART, GREY_WASHES_APART = 3.5, 2.8  # in lightness alone
SCALE = [role for role in Role if role.on_scale]
STYLES = read_styles()
schemes = pytest.mark.parametrize("scheme", Scheme, ids=lambda scheme: scheme.value)
roles = pytest.mark.parametrize("role", Role, ids=lambda role: role.value)


def themed(scheme: Scheme) -> Theme:
    return theme_of(scheme, STYLES)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@schemes
@roles
def test_text_and_links_are_readable_on_every_wash(scheme, role):
    colours, theme = COLOURS[scheme], themed(scheme)
    wash = theme.wash(role).name()
    for text in (colours.ink, colours.soft, colours.link):
        assert contrast(text, wash) >= TEXT
    assert contrast(colours.ink, emphasised(theme, role, CURRENT).name()) >= TEXT


@schemes
@roles
def test_lines_and_glyphs_stand_out(scheme, role):
    colours, line = COLOURS[scheme], themed(scheme).line(role).name()
    for ground in (colours.page, colours.panel, colours.raised):  # where tiers are also written in words of this colour
        assert contrast(line, ground) >= TEXT
    assert contrast(line, themed(scheme).wash(role).name()) >= GRAPHICS


@schemes
def test_the_windows_own_text_is_readable(scheme):
    colours = COLOURS[scheme]
    for ground in (colours.page, colours.panel, colours.raised):
        for text in (colours.ink, colours.soft, colours.faint, colours.link, colours.alarm):
            assert contrast(text, ground) >= TEXT, (text, ground)
    assert contrast(colours.ink, colours.selection) >= TEXT
    assert contrast(colours.on_accent, colours.accent) >= TEXT
    assert contrast(colours.ink, colours.alarm_wash) >= TEXT
    assert contrast(colours.alarm, colours.alarm_wash) >= TEXT
    assert contrast(colours.accent, colours.panel) >= GRAPHICS


@schemes
@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
@pytest.mark.parametrize(("part", "apart"), [("line", LINES_APART), ("wash", WASHES_APART)])
def test_no_two_tiers_look_alike(scheme, deficiency, part, apart):
    def seen(role: Role):
        colour: QColor = getattr(themed(scheme), part)(role)
        return seen_with(deficiency, linear(colour.name())) if deficiency else linear(colour.name())

    for one, other in combinations(SCALE, 2):
        assert distance(seen(one), seen(other)) >= apart, (one, other)


@schemes
@pytest.mark.parametrize(("part", "apart"), [("line", GREY_LINES_APART), ("wash", GREY_WASHES_APART)])
def test_no_two_tiers_are_the_same_grey(scheme, part, apart):
    for one, other in combinations(SCALE, 2):
        greys = [grey(linear(getattr(themed(scheme), part)(role).name())) for role in (one, other)]
        assert distance(*greys) >= apart, (one, other)


def test_tiers_differ_without_any_colour():
    assert len({STYLES[role].underline for role in SCALE}) == len(SCALE)
    assert len({STYLES[role].glyph for role in STYLES}) == len(STYLES)
    assert all(STYLES[role].label and STYLES[role].meaning for role in Role)


def test_every_underline_of_the_palette_can_be_drawn():
    assert {style.underline for style in STYLES.values()} <= set(STROKES)


def test_unrated_is_outlined_and_never_washed_in_a_tiers_tint():
    assert STYLES[Role.UNRATED].underline == "box"
    red, green, blue = QColor(STYLES[Role.UNRATED].line).getRgb()[:3]
    assert red == green == blue


def shape_of(role: Role) -> QImage:
    """The glyph as it stands in a chip beside words of 8 points."""
    side = round(8 * 96 / 72 * 1.6)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = painter.font()
    font.setPixelSize(round(8 * 96 / 72))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, STYLES[role].glyph)
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 150}


def test_no_two_glyphs_are_taken_for_each_other_at_8_points(qapp):
    faces = Typefaces(shipped_faces())
    faces.begin(qapp)
    faces.ready("".join(style.glyph for style in STYLES.values()))
    shapes = {role: inked(shape_of(role)) for role in Role}
    alike = {
        (one.value, other.value): len(shapes[one] & shapes[other]) / len(shapes[one] | shapes[other])
        for one, other in combinations(Role, 2)
    }
    assert min(map(len, shapes.values())) > 4
    assert {pair: share for pair, share in alike.items() if share > 0.72} == {}
    assert alike["very-low", "organisation"] < 0.5, "once the letter O stood for an organisation"
