"""The chart of an article's sources: what it counts, that it is drawn, and that it is saved as SVG and PNG."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from credibility.model import Reading, Role
from tests.ui.articles import bridge_article, bridge_reading
from tests.ui.fake_workspace import read_styles
from ui.overview.chart import chart_of, image_of, png_of, svg_of
from ui.overview.chart_view import ChartDialog
from ui.theme import Scheme, theme_of
from ui.words import MEANING


@pytest.fixture
def chart(qapp):
    return chart_of(bridge_reading(), theme_of(Scheme.LIGHT, read_styles()))


def test_outlets_stand_by_claims_never_by_tier_and_the_kinds_of_source_below_them(chart):
    through = [(-bar.claims, bar.name.casefold()) for bar in chart.bars[:8]]
    assert through == sorted(through)
    assert [(bar.name, bar.standing, bar.claims) for bar in chart.bars[:2]] == [
        ("The Harbour Gazette", "High", 2),
        ("Dockside Daily", "Low", 1),
    ]
    assert sum(bar.claims for bar in chart.bars) == len(bridge_reading().claims)
    assert Role.NOT_ASSERTED in {bar.role for bar in chart.bars}


def test_it_says_what_the_colour_means_and_gives_no_score(chart):
    words = chart.words()
    assert MEANING in words
    assert "17 sourced claims through 8 outlets" in words
    assert "of 100" not in words
    assert "average" not in words.lower()


@pytest.mark.parametrize("scheme", Scheme)
def test_every_bar_is_drawn_in_the_colour_of_its_tier(qapp, scheme):
    theme = theme_of(scheme, read_styles())
    chart = chart_of(bridge_reading(), theme)
    image = image_of(chart)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    for bar in chart.bars:
        if bar.role.on_scale:
            assert theme.line(bar.role).name() in colours
            assert theme.wash(bar.role).name() in colours
    assert QColor(theme.colours.page).name() in colours


def test_the_svg_is_one_and_says_in_words_what_it_shows(chart):
    tree = ElementTree.fromstring(svg_of(chart))
    assert tree.tag.endswith("svg")
    texts = " ".join(tree.itertext())
    assert "Tide News Agency, Generally reliable: 1" in texts
    assert chart.title in texts


def test_the_png_is_as_large_as_asked_for(chart):
    image = QImage.fromData(png_of(chart, 2.0))
    assert (image.width(), image.height()) == (chart.size.width() * 2, chart.size.height() * 2)


def test_an_article_without_claims_has_a_chart_that_says_so(qapp):
    empty = chart_of(Reading(bridge_article()[0], ()), theme_of(Scheme.DARK, read_styles()))
    assert empty.bars == ()
    assert empty.counts == "No sourced claims were found."
    assert not image_of(empty).isNull()


def test_it_is_opened_by_its_action_and_saved(window, actions, tmp_path):
    actions["chart"].trigger()
    dialog = window.findChild(ChartDialog)
    assert dialog.canvas.accessibleDescription().startswith("The bridge that nobody repaired")
    for name, begins in (("sources.png", b"\x89PNG"), ("sources.svg", b"<?xml")):
        actions["chart"].trigger()
        window.findChildren(ChartDialog)[-1].save_to(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_what_cannot_be_saved_is_said_and_the_window_stays(window, actions, tmp_path):
    actions["chart"].trigger()
    dialog = window.findChild(ChartDialog)
    dialog.save_to(tmp_path / "sources.gif")
    assert "ends in .svg or .png" in dialog.complaint.text()
    dialog.save_to(tmp_path / "nowhere" / "sources.svg")
    assert "is not a folder" in dialog.complaint.text()
    assert dialog.isVisible()


def test_the_real_workspace_writes_it_or_says_why_not(tmp_path, monkeypatch):
    from app.workspace import Workspace  # noqa: PLC0415
    from credibility.model import ExportError  # noqa: PLC0415

    monkeypatch.setenv("SOURCETINT_HOME", str(tmp_path / "home"))
    with Workspace.at() as workspace:
        workspace.save_picture(tmp_path / "a.svg", b"<svg/>")
        assert (tmp_path / "a.svg").read_bytes() == b"<svg/>"
        with pytest.raises(ExportError, match="cannot be written"):
            workspace.save_picture(tmp_path / "nowhere" / "a.svg", b"")


def test_a_chart_is_of_one_reading_and_stays_as_it_is(chart):
    assert replace(chart, title="x") != chart
