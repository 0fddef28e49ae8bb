"""Ordering raters, keeping and switching profiles, seeing only what changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ratings.raters import Raters
from app.ratings.table import Table
from credibility.model import Difference
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER
from tests.ui.fake_workspace import read_styles
from ui.edits import Edits
from ui.outlets.raters.dialog import RatersDialog
from ui.outlets.raters.menu import ProfileMenu
from ui.theme import Scheme, theme_of


@pytest.fixture
def raters(tmp_path):
    store = RatingsStore.open(tmp_path / "ratings.db", STARTER)
    yield Raters(Table(store), lambda _registry: None)
    store.close()


@pytest.fixture
def edits(raters, owner) -> Edits:
    return Edits(raters._table, owner)


@pytest.fixture
def dialog(qtbot, raters, edits):
    made = RatersDialog(raters, edits, theme_of(Scheme.LIGHT, read_styles()))
    qtbot.addWidget(made)
    made.show()
    return made


def order(raters) -> list[str]:
    return [rater.slug + ("" if rater.enabled else " off") for rater in raters.all()]


def keep(dialog, name: str) -> None:
    dialog.name.setText(name)
    dialog.keep_button.click()


def profiles(dialog) -> list[str]:
    return [dialog.profiles.item(row).text().strip() for row in range(dialog.profiles.count())]


def test_raters_are_moved_and_switched_and_nothing_happens_before_it_is_asked_for(dialog, raters, edits, qtbot):
    assert not dialog.apply_button.isEnabled()
    dialog.order.list.setCurrentRow(2)
    qtbot.keyClick(dialog.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.order.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.order.order == (("mine", True), ("second", True), ("first", False))
    assert order(raters) == ["mine", "first", "second"]
    with qtbot.waitSignal(edits.reading_changed):
        dialog.apply_button.click()
    assert order(raters) == ["mine", "second", "first off"]
    assert not dialog.apply_button.isEnabled()


def test_nobody_passes_the_reader(dialog):
    dialog.order.list.setCurrentRow(1)
    assert not dialog.order.up_button.isEnabled()
    dialog.order.move_current(-1)
    dialog.order.list.setCurrentRow(0)
    dialog.order.move_current(1)
    assert [slug for slug, _ in dialog.order.order] == ["mine", "first", "second"]


def test_profiles_are_kept_used_and_forgotten(dialog, raters, edits, qtbot):
    keep(dialog, "As it came")
    assert profiles(dialog) == ["✓  As it came"]
    raters.reorder((("second", True), ("first", True)))
    dialog.show_all()
    assert profiles(dialog) == ["As it came"]
    keep(dialog, "Second first")
    assert profiles(dialog) == ["As it came", "✓  Second first"]
    dialog.profiles.setCurrentRow(0)
    with qtbot.waitSignal(edits.reading_changed):
        dialog.use_button.click()
    assert order(raters) == ["mine", "first", "second"]
    dialog.forget_button.click()
    assert profiles(dialog) == ["Second first"]


def test_only_what_changes_in_the_article_is_listed(dialog, raters, monkeypatch):
    keep(dialog, "Here")
    keep(dialog, "There")
    assert "changes no outlet cited" in dialog.told.text()
    assert not dialog.changes_table.isVisible()
    registry = raters._table.registry
    newsweek = registry.outlets["newsweek.com"]
    asked = []

    def changes(name: str, before: str = "") -> tuple[Difference, ...]:
        asked.append((name, before))
        return (Difference(newsweek, registry.ratings["newsweek.com"][0], None),)

    monkeypatch.setattr(raters, "changes", changes)
    dialog.before.setCurrentText("Here")
    dialog.before.activated.emit(1)
    assert asked == [("There", "Here")]
    assert dialog.told.text() == "Under “There”, 1 outlet cited in this article would change tier against “Here”."
    row = [dialog.changes.index(0, place).data() for place in range(5)]
    assert row[0] == "Newsweek"
    assert row[3:] == ["Unrated", "nobody"]


def test_the_menu_switches_with_one_click(qtbot, raters, edits, owner):
    raters.keep("As it came")
    raters.reorder((("second", True), ("first", True)))
    raters.keep("Second first")
    asked = []
    menu = ProfileMenu(raters, edits, lambda: asked.append(1), lambda: asked.append(2), owner)
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert [text for text, action in entries.items() if action.isChecked()] == ["Second first"]
    with qtbot.waitSignal(edits.reading_changed):
        entries["As it came"].trigger()
    assert order(raters) == ["mine", "first", "second"]
    entries["&Raters and profiles…"].trigger()
    entries["Raters of your &own…"].trigger()
    assert asked == [1, 2]


def test_a_profile_that_has_gone_is_a_complaint(qtbot, raters, edits, owner):
    menu = ProfileMenu(raters, edits, lambda: None, lambda: None, owner)
    with qtbot.waitSignal(edits.complained) as heard:
        menu.use("Nobody")
    assert "no profile “Nobody”" in str(heard.args[0])


def test_without_profiles_the_dialog_is_as_small_as_what_is_in_it(dialog):
    assert "have not kept any order" in dialog.kept_words.text()
    assert not any(part.isVisible() for part in (dialog.profiles, dialog.use_button, dialog.forget_button, dialog.comparison))
    assert dialog.order.list.viewport().height() <= sum(dialog.order.list.sizeHintForRow(row) + 6 for row in range(3)) + 30
    keep(dialog, "Class 2b")
    assert all(part.isVisible() for part in (dialog.profiles, dialog.use_button, dialog.forget_button, dialog.comparison))
    assert dialog.kept_words.text() == "Orders that you kept."


def test_buttons_of_the_dialog_say_what_they_do(dialog):
    words = [made.text() for made in dialog.findChildren(QPushButton)]
    assert words == list(dict.fromkeys(words))
    for made in (dialog.apply_button, dialog.use_button, dialog.forget_button, dialog.keep_button):
        assert made.text().split()[-1] in ("order", "profile")
