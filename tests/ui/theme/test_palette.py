"""Every colour of page and window is readable (WCAG 2.2 AA), and tiers stay apart for colour-blind readers."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from credibility.model import Role
from tests.ui.fake_workspace import read_styles
from tests.ui.theme.colour_science import DEFICIENCIES, contrast, distance, linear, seen_with
from ui.reader.painting.claims import CURRENT, emphasised
from ui.theme.strokes import STROKES
from ui.theme.theme import COLOURS, Scheme, Theme, theme_of

TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11
LINES_APART, WASHES_APART = 9.0, 7.5  # CIE 1976; about 2.3 is just noticeable
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
