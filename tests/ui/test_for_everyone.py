"""What people who see, hear or move otherwise rely on: contrast, spoken claims, nothing that moves by itself, numbers and large text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QToolBar,
    QToolButton,
    QWidget,
)

from credibility.floor.language import count_as, said_of, shown, tr_of
from credibility.model import Role
from tests.ui.conftest import ARTICLE
from tests.ui.fake_workspace import FakeWorkspace
from tests.ui.theme.colour_science import contrast
from tests.ui.theme.test_palette import themed
from ui.basics.numbers import desktop_signs, number_words
from ui.theme import desktop, dress
from ui.theme.theme import COLOURS, Scheme
from ui.window import MainWindow

HIGH = 7.0  # WCAG 2.2: 1.4.6
ROOT = Path(__file__).resolve().parents[2]
CONTRASTS = (Scheme.CONTRAST, Scheme.CONTRAST_DARK)


@pytest.mark.parametrize("scheme", CONTRASTS)
def test_everything_written_in_high_contrast_is_so(scheme: Scheme) -> None:
    colours = COLOURS[scheme]
    for text in (colours.ink, colours.soft, colours.faint, colours.link, colours.alarm, colours.edge):
        assert all(contrast(text, ground) >= HIGH for ground in (colours.page, colours.panel, colours.raised)), text
    assert contrast(colours.ink, colours.selection) >= HIGH
    assert contrast(colours.on_accent, colours.accent) >= HIGH
    for role in Role:
        assert contrast(colours.ink, themed(scheme).wash(role).name()) >= HIGH, role


@pytest.mark.parametrize(
    ("wanted", "is_dark", "wants_contrast", "scheme"),
    [
        ("system", False, False, Scheme.LIGHT),
        ("system", True, False, Scheme.DARK),
        ("system", False, True, Scheme.CONTRAST),
        ("system", True, True, Scheme.CONTRAST_DARK),
        ("contrast", False, False, Scheme.CONTRAST),
        ("contrast", True, False, Scheme.CONTRAST_DARK),
        ("sepia", True, True, Scheme.SEPIA),
    ],
)
def test_the_desktop_decides_unless_the_reader_does(
    monkeypatch: pytest.MonkeyPatch, wanted: str, is_dark: bool, wants_contrast: bool, scheme: Scheme
) -> None:
    monkeypatch.setattr(desktop, "is_dark", lambda: is_dark)
    monkeypatch.setattr(desktop, "wants_contrast", lambda: wants_contrast)
    assert desktop.scheme_for(wanted) is scheme


def test_a_desktop_without_the_wish_is_asked_without_error(qapp) -> None:
    assert desktop.wants_contrast() is False


def test_high_contrast_is_chosen_like_any_theme(window: MainWindow) -> None:
    window.commands["typography"].trigger()
    window.type_pane.buttons["theme", "contrast"].click()
    assert window._looks.theme.scheme in CONTRASTS
    window.type_pane.close()


def test_a_claim_is_said_with_outlet_tier_words_source_and_rater(window: MainWindow) -> None:
    model = window.panel.model
    for row, rated in enumerate(model.claims):
        index = model.index(row)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        besides = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        assert besides.startswith("Source: ") and len(besides) > len("Source: ")
        if rated.resolution.outlet and rated.claim.asserted:
            assert rated.resolution.outlet.name.casefold() in said.casefold()
            assert themed(Scheme.LIGHT).styles[rated.role].label in said
        if rated.rating and rated.role.on_scale and rated.claim.asserted:
            assert "rated by" in besides


def test_a_screen_reader_is_told_which_claim_is_the_current_one(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    window.commands["next_claim"].trigger()
    assert told == [window.panel.model.spoken(window.panel.current)]
    assert "Source: " in told[0]


def test_nothing_is_announced_where_nobody_listens(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: pytest.fail("nobody listens"))
    window.commands["next_claim"].trigger()


MOVING = frozenset(
    {"QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QGraphicsOpacityEffect", "QScroller", "animateClick"}
)


def test_nothing_moves_by_itself() -> None:
    """There is no motion to reduce: no part of the window uses what Qt animates with."""
    found = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
            if name in MOVING:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {name}")
    assert found == []
    assert "QTimeLine" in MOVING and (ROOT / "ui" / "window.py").exists()


@pytest.fixture
def plain_counts() -> Iterator[None]:
    yield
    count_as()


@pytest.mark.parametrize(("locale", "words"), [("en_GB", "1,234,567"), ("de_DE", "1.234.567"), ("sv_SE", "1\u00a0234\u00a0567")])
def test_numbers_are_written_as_in_the_readers_country(plain_counts: None, locale: str, words: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert number_words(1_234_567) == words
    count_as(desktop_signs())
    assert tr_of(1_234_567, "{count} row", "{count} rows") == f"{words} rows"
    assert tr_of(1, "{count} row", "{count} rows") == "1 row"
    assert said_of(1_234_567, "{count} row", "{count} rows") == shown(said_of(1_234_567, "{count} row", "{count} rows")) == "1,234,567 rows"


def test_counts_of_the_window_are_written_so_too() -> None:
    found = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").rglob("*.py")) if ":,}" in path.read_text(encoding="utf-8")]
    assert found == []


@pytest.fixture
def twice_as_large(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (800, 600)])
def test_text_at_200_percent_cuts_no_button_off(twice_as_large, workspace: FakeWorkspace, qtbot, width: int, height: int) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    with qtbot.waitSignal(window.article_opened):
        window.open_path(ARTICLE)
    window.show_claim("c3")
    qtbot.waitUntil(lambda: window.panel.card.claim is not None)
    assert (window.width(), window.height()) == (width, height), "the window is not forced to be larger than the screen"
    bar = window.findChild(QToolBar)
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    hidden = [action for action in bar.actions() if action.isVisible() and action.text() and not bar.widgetForAction(action).isVisible()]
    assert extension.isVisible() == bool(hidden), "what has no room is behind the button at the end"
    for made in window.findChildren(QAbstractButton):
        if made.isVisible() and made.text() and not made.visibleRegion().isEmpty():
            assert made.width() >= made.minimumSizeHint().width() - 1, made.text()
    window.close()


@pytest.mark.parametrize("scheme", CONTRASTS)
@pytest.mark.parametrize("kind", [QComboBox, QCheckBox, QLineEdit, QDoubleSpinBox])
def test_in_high_contrast_everything_to_be_filled_in_has_an_edge(qapp: QApplication, scheme: Scheme, kind: type[QWidget]) -> None:
    dress(qapp, themed(scheme))
    made = kind()
    made.resize(160, 40)
    image = made.grab().toImage()
    assert image.pixelColor(0, image.height() // 2) == QColor(COLOURS[scheme].edge)
    dress(qapp, themed(Scheme.LIGHT))
